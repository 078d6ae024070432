// SPDX-License-Identifier: EUPL-1.2
#include "answer/check.hpp"

#include <algorithm>

#include "study/tables.hpp"

namespace wijkbeeld::answer {
namespace {

std::string id_of(const study::ClassCheck& r) {
  return study::row_id("class_check",
                       {r.edition, std::string(to_text(r.level)), r.kind,
                        std::to_string(r.period.from.year), std::to_string(r.period.to.year)});
}

Figure total(const std::string& id, const std::vector<const study::ClassCheck*>& rows,
             std::string_view kind, std::int64_t study::ClassCheck::*member,
             std::string_view column) {
  std::vector<Figure> parts;
  for (const study::ClassCheck* row : rows)
    if (row->kind == kind)
      parts.push_back({id_of(*row) + "#" + std::string(column), static_cast<double>(row->*member),
                       Unit::count});
  Figure out = sum(id, parts);
  if (parts.empty()) out.value = 0.0;  // nothing was published to check
  return out;
}

template <class Get>
Figure largest_of(const std::string& id, const std::vector<AggregationAnswer::Row>& rows, Get get) {
  Figure out{id, table::Absence::not_applicable, Unit::score, {}};
  for (const AggregationAnswer::Row& row : rows) {
    out.inputs.push_back(get(row).id);
    if (!out.value || *get(row) > *out) out.value = *get(row);
  }
  return out;
}

}  // namespace

ClassCheckAnswer class_check(const study::Findings& findings, const std::string& edition) {
  ClassCheckAnswer out;
  out.edition = edition;
  for (const study::ClassCheck& row : findings.class_check)
    if (row.edition == edition) out.rows.push_back(&row);
  for (const study::ClassMismatch& row : findings.class_mismatches)
    if (row.edition == edition) out.mismatches.push_back(&row);
  const std::string id = "answers/class_check/" + edition + "#";
  using Row = study::ClassCheck;
  out.situation_checked = total(id + "situation", out.rows, "situation", &Row::areas, "areas");
  out.situation_mismatches =
      total(id + "situation_mismatches", out.rows, "situation", &Row::mismatches, "mismatches");
  out.development_checked =
      total(id + "development", out.rows, "development", &Row::areas, "areas");
  out.development_mismatches =
      total(id + "development_mismatches", out.rows, "development", &Row::mismatches, "mismatches");
  for (const study::ClassMismatch* row : out.mismatches)
    if (!out.largest_distance.value || row->distance_to_limit > *out.largest_distance)
      out.largest_distance = {id + "largest_distance",
                              row->distance_to_limit,
                              Unit::score,
                              {"class_mismatches/" + edition}};
  const double checked =
      out.situation_checked.value.value_or(0) + out.development_checked.value.value_or(0);
  using Verdict = ClassCheckAnswer::Verdict;
  if (checked > 0) out.verdict = out.mismatches.empty() ? Verdict::all_agree : Verdict::some_differ;
  return out;
}

AggregationAnswer aggregation(const study::Findings& findings, const std::string& edition) {
  AggregationAnswer out;
  for (const study::AggregationCheck& r : findings.aggregation_check) {
    if (r.edition != edition) continue;
    const std::string id =
        study::row_id("aggregation_check",
                      {r.edition, std::string(to_text(r.level_from)),
                       std::string(to_text(r.level_to)), std::to_string(r.wave.year)}) +
        "#";
    out.rows.push_back({&r,
                        {id + "areas", static_cast<double>(r.areas), Unit::count},
                        {id + "median_abs_error", r.median_abs_error, Unit::score},
                        {id + "p95_abs_error", r.p95_abs_error, Unit::score},
                        {id + "max_abs_error", r.max_abs_error, Unit::score}});
  }
  using Row = AggregationAnswer::Row;
  const std::string id = "answers/aggregation/" + edition + "#";
  out.largest_p95 =
      largest_of(id + "largest_p95", out.rows, [](const Row& r) -> const Figure& { return r.p95; });
  out.largest =
      largest_of(id + "largest", out.rows, [](const Row& r) -> const Figure& { return r.max; });
  return out;
}

}  // namespace wijkbeeld::answer
