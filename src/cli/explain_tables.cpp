// SPDX-License-Identifier: EUPL-1.2
#include "cli/explain_tables.hpp"

#include "base/number.hpp"
#include "cli/text_table.hpp"
#include "table/table_builder.hpp"

namespace wijkbeeld::cli {

using answer::ExplainedDimension;
using answer::ExplainedIndicator;
using answer::Explanation;
using answer::Figure;
using base::Language;
using base::Message;
using base::say;
using table::Absence;
using table::TableBuilder;
using table::Value;

namespace {

using Text = Value<std::string>;

// An indicator, or, for people, the sum of a dimension above its indicators.
struct Row {
  const ExplainedDimension* dimension;
  const ExplainedIndicator* indicator;  // null: the dimension itself
};

std::vector<Row> rows_of(const std::vector<ExplainedDimension>& dimensions, bool with_sums) {
  std::vector<Row> rows;
  for (const ExplainedDimension& dimension : dimensions) {
    if (dimension.indicators.empty()) continue;
    if (with_sums) rows.push_back({&dimension, nullptr});
    for (const ExplainedIndicator& one : dimension.indicators)
      rows.push_back({&dimension, &one});
  }
  return rows;
}

Text amount(const Row& row, Figure ExplainedIndicator::*figure, Language language) {
  if (row.indicator == nullptr) return std::string();
  const Figure& shown = row.indicator->*figure;
  if (!shown.has_value()) return shown.value.absence();
  return base::to_text(answer::shown(shown), language);
}

const Figure& contribution(const Row& row) {
  return row.indicator == nullptr ? row.dimension->contribution : row.indicator->contribution;
}

table::Table screen(const std::string& name, Message title,
                    const std::vector<ExplainedDimension>& dimensions, bool is_change,
                    const Session& session) {
  const Language language = session.manner().language;
  const std::vector<Row> rows = rows_of(dimensions, true);
  TableBuilder<Row> t(name, std::move(title), rows, {});
  t.column("what", say("dimension and indicator"), [&](const Row& r) {
    return r.indicator == nullptr ? r.dimension->dimension->name.in(language)
                                  : "  " + r.indicator->indicator->name.in(language);
  });
  t.column(
      "contribution", say("contribution"), [](const Row& r) { return contribution(r).value; },
      std::string(unit::kChange));
  if (is_change)
    t.column("before", say("before"),
             [&](const Row& r) { return amount(r, &ExplainedIndicator::before, language); });
  t.column("value", is_change ? say("after") : say("here"),
           [&](const Row& r) { return amount(r, &ExplainedIndicator::value, language); });
  if (!is_change)
    t.column("national", say("national mean"),
             [&](const Row& r) { return amount(r, &ExplainedIndicator::national, language); });
  t.column("unit", say("unit"), [](const Row& r) {
    return r.indicator == nullptr ? std::string() : r.indicator->indicator->unit;
  });
  return t.build();
}

table::Table data(const std::string& name, Message title,
                  const std::vector<ExplainedDimension>& dimensions, bool is_change) {
  const std::vector<Row> rows = rows_of(dimensions, false);
  TableBuilder<Row> t(name, std::move(title), rows, {"indicator"});
  t.column("dimension", say("dimension"), [](const Row& r) { return r.dimension->dimension->id; });
  t.column("indicator", say("indicator"), [](const Row& r) { return r.indicator->indicator->id; });
  t.column(
      "contribution", say("contribution"),
      [](const Row& r) { return r.indicator->contribution.value; }, std::string(unit::kChange));
  if (is_change)
    t.column("before", say("before"), [](const Row& r) { return r.indicator->before.value; });
  t.column("value", say("here"), [](const Row& r) { return r.indicator->value.value; });
  t.column("national", say("national mean"),
           [](const Row& r) { return r.indicator->national.value; });
  t.column("unit", say("unit"), [](const Row& r) { return r.indicator->indicator->unit; });
  t.column(
      "filled_in", say("residents with a filled-in value"),
      [](const Row& r) { return r.indicator->filled_in.value; }, std::string(unit::kShare));
  return t.build();
}

table::Table score_table(const Explanation& found) {
  const std::vector<const Explanation*> rows{&found};
  using R = const Explanation*;
  TableBuilder<R> t("explain", say("The score"), rows, {"area_code", "wave"});
  t.column("area_code", say("area"), [](R r) { return r->code.text; });
  t.column(
      "wave", say("wave"), [](R r) { return std::int64_t{r->wave.year}; },
      std::string(unit::kYear));
  t.column("residents", say("residents"), [](R r) { return r->residents.value; });
  t.column("score", say("score"), [](R r) { return r->score.value; });
  t.column("reference", say("reference"), [](R r) { return r->reference.value; });
  t.column("deviation", say("deviation"), [](R r) { return r->deviation.value; });
  t.column("error", say("standard error"), [](R r) { return r->error.value; });
  t.column("low", say("interval from"), [](R r) { return r->low.value; });
  t.column("high", say("interval to"), [](R r) { return r->high.value; });
  return t.build();
}

table::Table probabilities_table(const Explanation& found) {
  struct Class {
    int number;
    const Figure* figure;
  };
  std::vector<Class> rows;
  for (const Figure& one : found.probabilities)
    rows.push_back({static_cast<int>(rows.size()) + 1, &one});
  TableBuilder<Class> t("explain_classes", say("Probability of each class"), rows, {"class"});
  t.column("class", say("class"), [](const Class& r) { return std::int64_t{r.number}; });
  t.column(
      "probability", say("probability"), [](const Class& r) { return r.figure->value; },
      std::string(unit::kShare));
  return t.build();
}

table::Table change_table(const answer::ExplainedChange& change) {
  const std::vector<const answer::ExplainedChange*> rows{&change};
  using R = const answer::ExplainedChange*;
  TableBuilder<R> t("explain_change", say("The change"), rows, {"from", "to"});
  t.column("from", say("from"), [](R r) { return std::int64_t{r->period.from.year}; });
  t.column("to", say("to"), [](R r) { return std::int64_t{r->period.to.year}; });
  t.column("change", say("change"), [](R r) { return r->change.value; });
  t.column("error", say("standard error"), [](R r) { return r->error.value; });
  t.column("low", say("interval from"), [](R r) { return r->low.value; });
  t.column("high", say("interval to"), [](R r) { return r->high.value; });
  t.column("probability", say("probability of its sign"), [](R r) { return r->probability.value; });
  t.column("false_discovery", say("false discovery rate"),
           [](R r) { return r->false_discovery.value; });
  return t.build();
}

// Nothing that is estimated is wholly sure.
std::string chance(const Figure& figure, Language language) {
  constexpr double kNearlyOne = 0.995;
  if (figure.has_value() && *figure >= kNearlyOne) return ">99%";
  if (figure.has_value() && *figure < 1 - kNearlyOne) return "<1%";
  return base::to_text(answer::shown(figure), language);
}

Message class_sentence(const Explanation& found, Language language) {
  const int number = *found.situation;
  const Figure& own = found.probabilities[static_cast<std::size_t>(number - 1)];
  return say("class {} ({}), {} sure", number,
             found.instrument->edition.classes->name(number).in(language), chance(own, language));
}

Message change_sentence(const answer::ExplainedChange& change, Language language) {
  return say(
      "change since {}: {} points (standard error {}); {} sure that it has this sign; "
      "expected share of false ones among changes as sure as this: {}",
      change.period.from.year, shown(change.change), shown(change.error),
      chance(change.probability, language), chance(change.false_discovery, language));
}

}  // namespace

std::vector<Message> explanation_sentences(const Explanation& found, Language language) {
  std::vector<Message> out{say("{} {}, {} {}", found.code.text, found.name,
                               std::string(area::to_text(found.level)), found.vintage.year)};
  if (!found.gemeente.empty()) out.push_back(say("in gemeente {}", found.gemeente));
  out.push_back(say("{}", found.instrument->edition.title.in(language)));
  out.push_back(say("{} residents in {}", shown(found.residents), found.wave.year));
  out.push_back(say("score {} (from {} to {} with {} confidence): {} of the reference {}",
                    shown(found.score), shown(found.low), shown(found.high),
                    base::Percent{found.confidence}, shown(found.deviation),
                    shown(found.reference)));
  if (found.situation) out.push_back(class_sentence(found, language));
  if (found.change) out.push_back(change_sentence(*found.change, language));
  return out;
}

std::vector<table::Table> explanation_screens(const Explanation& found, const Session& session) {
  std::vector<table::Table> out{screen("explain_indicators",
                                       say("What the score is made of, in {}", found.wave.year),
                                       found.dimensions, false, session)};
  if (found.change)
    out.push_back(screen("explain_change_indicators",
                         say("What the change from {} to {} is made of",
                             found.change->period.from.year, found.change->period.to.year),
                         found.change->dimensions, true, session));
  return out;
}

std::vector<table::Table> explanation_data(const Explanation& found) {
  std::vector<table::Table> out{
      data("explain_indicators", say("What the score is made of"), found.dimensions, false),
      score_table(found), probabilities_table(found)};
  if (found.change) {
    out.push_back(change_table(*found.change));
    out.push_back(data("explain_change_indicators", say("What the change is made of"),
                       found.change->dimensions, true));
  }
  return out;
}

}  // namespace wijkbeeld::cli
