// SPDX-License-Identifier: EUPL-1.2
#include "cli/fit_tables.hpp"

#include "cli/text_table.hpp"
#include "table/table_builder.hpp"

namespace wijkbeeld::cli {

using answer::CardDimension;
using answer::CardOutcome;
using answer::ModelCard;
using base::say;
using table::Absence;
using table::TableBuilder;
using table::Value;

namespace {

Value<std::int64_t> whole(const answer::Figure& figure) {
  if (!figure.has_value()) return figure.value.absence();
  return static_cast<std::int64_t>(*figure);
}

Value<double> checked(const CardOutcome& one, std::string_view what) {
  const answer::CardCheck* check = one.find_check(what);
  if (check == nullptr) return Absence::not_applicable;
  return check->r_squared.value;
}

}  // namespace

table::Table dimensions_screen(const ModelCard& card, const Session& session) {
  using R = CardDimension;
  const base::Language language = session.manner().language;
  TableBuilder<R> t("dimensions", say("Dimensions"), card.dimensions, {"dimension"});
  t.column("dimension", say("dimension"),
           [&](const R& r) { return r.dimension->name.in(language); });
  t.column("weights", say("weights"),
           [](const R& r) { return static_cast<std::int64_t>(r.weights.size()); });
  t.column(
      "spread", say("spread"), [](const R& r) { return r.spread.value; },
      std::string(unit::kScore));
  t.column("largest", say("largest weight"), [&](const R& r) -> Value<std::string> {
    if (r.weights.empty()) return Absence::not_applicable;
    return r.weights.front().indicator->name.in(language);
  });
  t.column(
      "weight", say("weight"),
      [](const R& r) {
        return r.weights.empty() ? Value<double>(Absence::not_applicable)
                                 : r.weights.front().weight.value;
      },
      std::string(unit::kChange));
  t.column(
      "error", say("standard error"),
      [](const R& r) {
        return r.weights.empty() ? Value<double>(Absence::not_applicable)
                                 : r.weights.front().error.value;
      },
      std::string(unit::kError));
  return t.build();
}

table::Table outcomes_screen(const ModelCard& card, const Session& session) {
  using R = CardOutcome;
  TableBuilder<R> t("outcomes", say("What it was fitted to"), card.outcomes, {"outcome"});
  t.column("outcome", say("outcome"),
           [&](const R& r) { return r.outcome->name.in(session.manner().language); });
  t.column("rows", say("rows"), [](const R& r) { return whole(r.rows); });
  t.column("dropped", say("left out"), [](const R& r) { return whole(r.dropped); });
  t.column(
      "share", say("share"), [](const R& r) { return r.share.value; }, std::string(unit::kShare));
  t.column("r_squared", say("R2 in sample"), [](const R& r) { return r.r_squared.value; });
  t.column("r_squared_folds", say("R2 unseen blocks"),
           [](const R& r) { return checked(r, "folds"); });
  t.column("r_squared_held_out", say("R2 kept apart"),
           [](const R& r) { return checked(r, "held out"); });
  return t.build();
}

}  // namespace wijkbeeld::cli
