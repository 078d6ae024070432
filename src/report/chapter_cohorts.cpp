// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <set>

#include "report/detail/chapters.hpp"

namespace wijkbeeld::report::detail {

using answer::CohortAnswer;
using answer::shown;
using base::Message;
using base::say;

namespace {

Message choice_sentence(const CohortAnswer& c) {
  switch (c.choice) {
    case answer::Choice::rule:
      return say("Chosen by the rule: {}", c.how);
    case answer::Choice::selection:
      return say("Chosen by rank: {}", c.how);
    case answer::Choice::list:
      return say("Taken from the published list '{}'.", c.how);
    case answer::Choice::union_of:
      break;
  }
  return say("All areas of the cohorts {} together.", c.how);
}

std::vector<Message> lines(const Desk& desk, const CohortAnswer& c) {
  std::vector<Message> out;
  out.push_back(c.residents.value
                    ? say("{} areas with {} residents.", shown(c.members), shown(c.residents))
                    : say("{} areas, whose residents are not on record.", shown(c.members)));
  out.push_back(choice_sentence(c));
  if (!c.certainties.empty()) {
    for (const answer::Tally& one : c.certainties)
      out.push_back(
          say("Matched to the list with certainty '{}': {} areas.", one.name, shown(one.count)));
  }
  if (c.excluded.value && *c.excluded > 0)
    out.push_back(
        say("{} entries of the list are no members; why is said below.", shown(c.excluded)));
  for (const study::CohortOverlap* one : c.overlaps)
    out.push_back(say("Shares {} areas with '{}'.",
                      base::Argument{base::Count{one->areas}, "cohort_overlaps/" + one->cohort +
                                                                  "/" + one->other + "#areas"},
                      desk.group(one->other)));
  return out;
}

TableView exclusions(const Desk& desk, const CohortAnswer& c) {
  TableView t{"t-excluded-" + as_id(c.plan->id),
              say("Not among '{}', and why", desk.group(c.plan->id)),
              {say("name on the list"), say("code"), say("name of that code"), say("reason")},
              {},
              {false, false, false, false}};
  for (const study::CohortExclusion* one : c.exclusion_rows)
    t.rows.push_back(
        {cell(one->label), cell(one->area_code), cell(one->area_name), one->explanation});
  t.folded_as =
      say("{} entries of the list that are no members, one by one",
          base::to_text(c.excluded.value.has_value() ? shown(c.excluded) : base::Argument{},
                        desk.language()));
  return t;
}

// More names than this are no reading.
constexpr std::size_t kMostMembers = 200;

TableView members(const Desk& desk, const CohortAnswer& c) {
  TableView t{"t-members-" + as_id(c.plan->id),
              say("Members of '{}'", desk.group(c.plan->id)),
              {say("area"), say("code"), say("residents"), say("certainty")},
              {},
              {false, false, true, false}};
  for (const study::CohortMember* one : c.member_rows) {
    if (!desk.options.has_files && t.rows.size() == kMostMembers) {
      t.notes.push_back(
          say("The first {} of {}, in order of code.", kMostMembers, shown(c.members)));
      break;
    }
    const std::string id = "cohort_members/" + one->cohort + "/" + one->area_code;
    t.rows.push_back(
        {cell(one->area_name), cell(one->area_code),
         cell(answer::Figure{id + "#residents", one->residents, answer::Unit::residents, {}}),
         cell(one->certainty)});
  }
  t.folded_as = say("The members of '{}', one by one", desk.group(c.plan->id));
  return t;
}

// Which residents are counted; the same sentence once where editions share them.
Paragraph whose_residents(const Desk& desk) {
  std::set<std::string> said;
  Paragraph people{{}, Paragraph::Kind::note};
  const auto& all = desk.answers.cohorts;
  const bool is_known = std::any_of(
      all.begin(), all.end(), [](const CohortAnswer& c) { return c.residents.value.has_value(); });
  if (is_known)
    for (const study::EditionUsed& used : desk.findings.editions)
      if (said.insert(used.residents_source).second)
        people.sentences.push_back(say("Residents: {}.", used.residents_source));
  if (!desk.options.has_files) {
    people.sentences.push_back(
        is_known ? say("The same number of residents is used for every wave.")
                 : say("Residents are not on record, so figures of residents and means weighted by "
                       "them are empty."));
    return people;
  }
  people.sentences.push_back(
      is_known ? say("The same number of residents is used for every wave. All members: table "
                     "cohort_members in annex.xlsx.")
               : say("Residents are not on record, so figures of residents and means weighted by "
                     "them are empty. All members: table cohort_members in annex.xlsx."));
  return people;
}

}  // namespace

Chapter cohorts_chapter(const Desk& desk) {
  Chapter out{"cohorten", say("Which areas are followed"), {}};
  if (desk.answers.cohorts.empty()) return out;
  out.blocks.emplace_back(Paragraph{
      {say("A cohort is a named set of areas that is followed through all waves. Being in one says "
           "how an area was chosen, not what it is like to live there.")}});
  Definitions list;
  for (const CohortAnswer& c : desk.answers.cohorts)
    list.items.emplace_back(say("{}", desk.group(c.plan->id)), lines(desk, c));
  out.blocks.emplace_back(list);
  for (const CohortAnswer& c : desk.answers.cohorts) {
    // A list is somebody's judgement: every name is shown. Rules speak for themselves, and their
    // members stand in the annex, when there is one.
    const bool is_first = &c == &desk.answers.cohorts.front();
    if (desk.options.has_files ? c.choice == answer::Choice::list : is_first)
      out.blocks.emplace_back(members(desk, c));
    if (!c.exclusion_rows.empty()) out.blocks.emplace_back(exclusions(desk, c));
  }
  out.blocks.emplace_back(whose_residents(desk));
  return out;
}

}  // namespace wijkbeeld::report::detail
