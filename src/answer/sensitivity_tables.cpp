// SPDX-License-Identifier: EUPL-1.2
#include "answer/sensitivity.hpp"
#include "table/table_builder.hpp"

namespace wijkbeeld::answer {

using base::say;
using table::Absence;
using table::Table;
using table::TableBuilder;

namespace {

constexpr const char* kShare = "1";
constexpr const char* kPeople = "{people}";
constexpr const char* kChange = "{change}";

table::Value<std::string> text(const std::string& words) {
  if (words.empty()) return Absence::not_applicable;
  return words;
}

Table drop_one_table(const SensitivityAnswer& answer) {
  using R = DroppedIndicator;
  TableBuilder<R> t("drop_one", say("Who changes class when one indicator goes"), answer.dropped,
                    {"indicator"});
  t.column("indicator", say("indicator"), [](const R& r) { return r.indicator->id; });
  t.column("areas_up", say("higher class"),
           [](const R& r) { return as_integer(r.areas_up.value); });
  t.column("areas_down", say("lower class"),
           [](const R& r) { return as_integer(r.areas_down.value); });
  t.column(
      "residents_up", say("residents higher"), [](const R& r) { return r.residents_up.value; },
      kPeople);
  t.column(
      "residents_down", say("residents lower"), [](const R& r) { return r.residents_down.value; },
      kPeople);
  t.column(
      "share_residents", say("share of residents"),
      [](const R& r) { return r.share_residents.value; }, kShare);
  t.column("rank_correlation", say("rank correlation"),
           [](const R& r) { return r.rank_correlation.value; });
  t.column("mean_rank_shift", say("mean shift in rank"),
           [](const R& r) { return r.mean_rank_shift.value; });
  t.column("largest_rank_shift", say("largest"),
           [](const R& r) { return as_integer(r.largest_rank_shift.value); });
  t.column(
      "mean_shift", say("shift of the mean"), [](const R& r) { return r.mean_shift.value; },
      kChange);
  return t.build();
}

Table class_changes_table(const SensitivityAnswer& answer) {
  using R = ClassChange;
  TableBuilder<R> t("class_changes", say("Areas that change class when one indicator goes"),
                    answer.changes, {"indicator", "area_code"});
  t.column("indicator", say("indicator"), [](const R& r) { return r.indicator->id; });
  t.column("area_code", say("area"), [](const R& r) { return r.code.text; });
  t.column("area_name", say("name"), [](const R& r) { return text(r.name); });
  t.column(
      "residents", say("residents"), [](const R& r) { return r.residents.value; }, kPeople);
  t.column("class_before", say("class before"), [](const R& r) { return std::int64_t{r.from}; });
  t.column("class_after", say("class after"), [](const R& r) { return std::int64_t{r.to}; });
  return t.build();
}

Table rank_intervals_table(const SensitivityAnswer& answer) {
  using R = RankInterval;
  TableBuilder<R> t("rank_intervals", say("How far the place of each area depends on choices"),
                    answer.ranks, {"area_code"});
  t.column("area_code", say("area"), [](const R& r) { return r.code.text; });
  t.column("area_name", say("name"), [](const R& r) { return text(r.name); });
  t.column(
      "residents", say("residents"), [](const R& r) { return r.residents.value; }, kPeople);
  t.column("rank", say("rank, 1 lowest"), [](const R& r) { return as_integer(r.rank.value); });
  t.column("rank_low", say("rank from"), [](const R& r) { return as_integer(r.low.value); });
  t.column("rank_median", say("median rank"),
           [](const R& r) { return as_integer(r.median.value); });
  t.column("rank_high", say("rank to"), [](const R& r) { return as_integer(r.high.value); });
  t.column("class", say("class"), [](const R& r) -> table::Value<std::int64_t> {
    if (r.class_number == 0) return Absence::not_applicable;
    return std::int64_t{r.class_number};
  });
  t.column(
      "own_class", say("runs in its own class"), [](const R& r) { return r.own_class.value; },
      kShare);
  const std::size_t classes = answer.ranks.empty() ? 0 : answer.ranks.front().classes.size();
  for (std::size_t c = 0; c < classes; ++c)
    t.column(
        "class_" + std::to_string(c + 1), say("runs in class {}", c + 1),
        [c](const R& r) { return r.classes[c].value; }, kShare);
  return t.build();
}

Table sobol_table(const SensitivityAnswer& answer) {
  using R = FactorShare;
  TableBuilder<R> t("sobol", say("How much each choice accounts for"), answer.factors,
                    {"outcome", "factor"});
  t.column("outcome", say("outcome"), [](const R& r) { return std::string(to_text(r.outcome)); });
  t.column("factor", say("choice"),
           [](const R& r) { return std::string(instrument::to_text(r.factor)); });
  t.column("first", say("by itself"), [](const R& r) { return r.first.value; });
  t.column("first_low", say("from"), [](const R& r) { return r.first_low.value; });
  t.column("first_high", say("to"), [](const R& r) { return r.first_high.value; });
  t.column("total", say("with interactions"), [](const R& r) { return r.total.value; });
  t.column("total_low", say("from"), [](const R& r) { return r.total_low.value; });
  t.column("total_high", say("to"), [](const R& r) { return r.total_high.value; });
  return t.build();
}

}  // namespace

std::vector<Table> sensitivity_tables(const SensitivityAnswer& answer) {
  return {drop_one_table(answer), class_changes_table(answer), rank_intervals_table(answer),
          sobol_table(answer)};
}

}  // namespace wijkbeeld::answer
