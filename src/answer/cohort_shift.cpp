// SPDX-License-Identifier: EUPL-1.2
#include "answer/cohort_shift.hpp"

#include <algorithm>
#include <iterator>

#include "study/group.hpp"

namespace wijkbeeld::answer {

using study::CohortMember;

namespace {

using MemberRows = std::vector<const CohortMember*>;

MemberRows rows_of_cohort(const study::Findings& findings, const std::string& id) {
  MemberRows out;
  for (const CohortMember& one : findings.cohort_members)
    if (one.cohort == id) out.push_back(&one);
  return out;
}

// Those of `all` whose code is not among `others`; both are in order of code.
MemberRows not_among(const MemberRows& all, const MemberRows& others) {
  MemberRows out;
  std::set_difference(
      all.begin(), all.end(), others.begin(), others.end(), std::back_inserter(out),
      [](const CohortMember* a, const CohortMember* b) { return a->area_code < b->area_code; });
  return out;
}

Figure residents_in(const MemberRows& rows, const std::string& id) {
  study::People people;
  for (const CohortMember* one : rows)
    people.add(one->residents);
  return {id, people.total(), Unit::residents, {}};
}

}  // namespace

std::optional<CohortShift> cohort_shift(const study::Findings& findings, const std::string& cohort,
                                        const std::string& other) {
  const MemberRows first = rows_of_cohort(findings, cohort);
  const MemberRows second = rows_of_cohort(findings, other);
  if (first.empty() || second.empty()) return std::nullopt;
  const std::string id = "answers/cohort_shift/" + cohort + "/" + other + "#";
  CohortShift out;
  out.joined_rows = not_among(second, first);
  out.left_rows = not_among(first, second);
  const auto count = [&](const char* column, std::size_t areas) {
    return Figure{id + column, static_cast<double>(areas), Unit::count, {"cohort_members"}};
  };
  out.joined = count("joined", out.joined_rows.size());
  out.left = count("left", out.left_rows.size());
  out.stayed = count("stayed", first.size() - out.left_rows.size());
  out.joined_residents = residents_in(out.joined_rows, id + "joined_residents");
  out.left_residents = residents_in(out.left_rows, id + "left_residents");
  return out;
}

}  // namespace wijkbeeld::answer
