// SPDX-License-Identifier: EUPL-1.2
#include "answer/card_tables.hpp"

#include "base/text.hpp"
#include "table/table_builder.hpp"

namespace wijkbeeld::answer {

using base::say;
using instrument::Indicator;
using table::Absence;
using table::Table;
using table::TableBuilder;

namespace {

using Text = table::Value<std::string>;

// Units of the columns, as CSVW has them.
constexpr const char* kPoints = "{score}";
constexpr const char* kChange = "{change}";
constexpr const char* kShare = "1";

Text text(const std::string& words) {
  if (words.empty()) return Absence::not_applicable;
  return words;
}

std::string_view word_for(instrument::Missing missing) {
  switch (missing) {
    case instrument::Missing::mean:
      return "mean";
    case instrument::Missing::gemeente:
      return "gemeente";
    case instrument::Missing::last_wave:
      return "last-wave";
    case instrument::Missing::no_score:
      return "no-score";
  }
  return "";
}

std::string expected(const Indicator& indicator) {
  return indicator.direction > 0 ? "+" : indicator.direction < 0 ? "-" : "?";
}

struct WeightRow {
  const CardDimension* dimension;
  const CardWeight* weight;
};

std::vector<WeightRow> weight_rows(const ModelCard& card) {
  std::vector<WeightRow> rows;
  for (const CardDimension& dimension : card.dimensions)
    for (const CardWeight& one : dimension.weights)
      rows.push_back({&dimension, &one});
  return rows;
}

Table instrument_table(const ModelCard& card) {
  const std::vector<const ModelCard*> rows{&card};
  using R = const ModelCard*;
  TableBuilder<R> t("instrument", say("The instrument"), rows, {"id"});
  t.column("id", say("id"), [](R r) { return r->instrument->edition.id.text; });
  t.column("version", say("version"), [](R r) { return r->instrument->version; });
  t.column("level", say("level"),
           [](R r) { return std::string(area::to_text(r->instrument->level)); });
  t.column("vintage", say("vintage"),
           [](R r) { return std::int64_t{r->instrument->vintage.year}; });
  t.column("base_wave", say("base wave"),
           [](R r) { return std::int64_t{r->instrument->base_wave.year}; });
  t.column(
      "reference", say("reference"), [](R r) { return r->reference.value; }, kPoints);
  t.column(
      "spread", say("spread of scores"), [](R r) { return r->spread.value; }, kPoints);
  t.column("residents", say("residents"), [](R r) { return r->residents.value; });
  t.column("units", say("places with residents"), [](R r) { return as_integer(r->units.value); });
  t.column("terms", say("weights"), [](R r) { return as_integer(r->terms.value); });
  t.column("expected", say("weights with an expected sign"),
           [](R r) { return as_integer(r->expected.value); });
  t.column("as_expected", say("of those, as expected"),
           [](R r) { return as_integer(r->as_expected.value); });
  t.column("unclear", say("of those, unclear"), [](R r) { return as_integer(r->unclear.value); });
  t.column("against", say("of those, against"), [](R r) { return as_integer(r->against.value); });
  return t.build();
}

Table indicators_table(const ModelCard& card) {
  std::vector<const Indicator*> rows;
  for (const Indicator& one : card.instrument->indicators)
    rows.push_back(&one);
  using R = const Indicator*;
  TableBuilder<R> t("indicators", say("Indicators"), rows, {"indicator"});
  t.column("indicator", say("indicator"), [](R r) { return r->id; });
  t.column("name_nl", say("name in Dutch"), [](R r) { return r->name.nl; });
  t.column("name_en", say("name in English"), [](R r) { return text(r->name.en); });
  t.column("dimension", say("dimension"), [](R r) { return r->dimension; });
  t.column("unit", say("unit"), [](R r) { return r->unit; });
  t.column("source", say("source"), [](R r) { return text(r->source); });
  t.column("direction", say("expected sign"), [](R r) { return expected(*r); });
  t.column("missing", say("stands in for a missing value"),
           [](R r) { return std::string(word_for(r->missing)); });
  t.column("sensitive", say("contested"),
           [](R r) { return std::string(instrument::to_text(r->sensitivity)); });
  t.column("included", say("counts"), [](R r) { return std::int64_t{r->is_included ? 1 : 0}; });
  t.column("reason_nl", say("reason in Dutch"), [](R r) { return text(r->reason.nl); });
  t.column("reason_en", say("reason in English"), [](R r) { return text(r->reason.en); });
  return t.build();
}

Table left_out_table(const ModelCard& card) {
  TableBuilder<CardLeftOut> t("left_out", say("Indicators that do not count"), card.left_out,
                              {"indicator"});
  t.column("indicator", say("indicator"), [](const CardLeftOut& r) { return r.indicator->id; });
  t.column("why", say("why"), [](const CardLeftOut& r) { return std::string(to_text(r.why)); });
  return t.build();
}

Table dimensions_table(const ModelCard& card) {
  TableBuilder<CardDimension> t("dimensions", say("Dimensions"), card.dimensions, {"dimension"});
  t.column("dimension", say("dimension"), [](const CardDimension& r) { return r.dimension->id; });
  t.column("weights", say("weights"),
           [](const CardDimension& r) { return static_cast<std::int64_t>(r.weights.size()); });
  t.column(
      "spread", say("spread over residents"), [](const CardDimension& r) { return r.spread.value; },
      kPoints);
  return t.build();
}

Table coefficients_table(const ModelCard& card) {
  struct Row {
    const CardWeight* weight;
    std::size_t outcome;
    std::string id;
  };
  std::vector<Row> rows;
  for (std::size_t o = 0; o < card.outcomes.size(); ++o)
    for (const WeightRow& one : weight_rows(card))
      rows.push_back({one.weight, o, card.outcomes[o].outcome->id});
  TableBuilder<Row> t("coefficients", say("Coefficients per outcome, per standard deviation"), rows,
                      {"outcome", "term"});
  t.column("outcome", say("outcome"), [](const Row& r) { return r.id; });
  t.column("term", say("term"), [](const Row& r) { return r.weight->term; });
  t.column("coefficient", say("coefficient"),
           [](const Row& r) { return r.weight->coefficients[r.outcome].value; });
  t.column("error", say("standard error"),
           [](const Row& r) { return r.weight->coefficient_errors[r.outcome].value; });
  return t.build();
}

Table outcomes_table(const ModelCard& card) {
  using R = CardOutcome;
  TableBuilder<R> t("outcomes", say("What it was fitted to"), card.outcomes, {"outcome"});
  t.column("outcome", say("outcome"), [](const R& r) { return r.outcome->id; });
  t.column("rows", say("rows"), [](const R& r) { return as_integer(r.rows.value); });
  t.column("clusters", say("clusters"), [](const R& r) { return as_integer(r.clusters.value); });
  t.column("strata", say("strata"), [](const R& r) { return as_integer(r.strata.value); });
  t.column("dropped", say("rows left out"), [](const R& r) { return as_integer(r.dropped.value); });
  t.column(
      "share", say("share"), [](const R& r) { return r.share.value; }, kShare);
  t.column("r_squared", say("R2 in sample"), [](const R& r) { return r.r_squared.value; });
  t.column("residual_deviation", say("standard deviation of residuals"),
           [](const R& r) { return r.residual_deviation.value; });
  t.column("penalty", say("penalty"), [](const R& r) { return r.penalty.value; });
  t.column("moran", say("Moran's I of residuals"), [](const R& r) { return r.moran.value; });
  t.column("moran_p", say("its p"), [](const R& r) { return r.moran_p.value; });
  t.column("residual_spread", say("spread of mean residuals over areas"), [&](const R& r) {
    for (const ResidualMap& map : card.maps)
      if (map.outcome == r.outcome) return map.spread.value;
    return table::Value<double>(Absence::not_applicable);
  });
  t.column("pseudo_r_squared", say("pseudo R2 (McFadden)"),
           [](const R& r) { return r.pseudo_r_squared.value; });
  return t.build();
}

// Rows of something that every outcome has a list of.
template <class Part>
struct Of {
  std::string outcome;
  const Part* part;
  std::size_t number;
};

template <class Part>
std::vector<Of<Part>> parts(const ModelCard& card, std::vector<Part> CardOutcome::*list) {
  std::vector<Of<Part>> out;
  for (const CardOutcome& outcome : card.outcomes) {
    std::size_t number = 0;
    for (const Part& one : outcome.*list)
      out.push_back({outcome.outcome->id, &one, ++number});
  }
  return out;
}

Table checks_table(const ModelCard& card) {
  const auto rows = parts(card, &CardOutcome::checks);
  using R = Of<CardCheck>;
  TableBuilder<R> t("checks", say("Predictions of what had not been seen"), rows,
                    {"outcome", "what"});
  t.column("outcome", say("outcome"), [](const R& r) { return r.outcome; });
  t.column("what", say("what was kept apart"), [](const R& r) { return r.part->what; });
  t.column("rows", say("rows"), [](const R& r) { return as_integer(r.part->rows.value); });
  t.column("r_squared", say("R2"), [](const R& r) { return r.part->r_squared.value; });
  t.column("root_mean_square", say("root mean square of the errors"),
           [](const R& r) { return r.part->root_mean_square.value; });
  return t.build();
}

Table influences_table(const ModelCard& card) {
  const auto rows = parts(card, &CardOutcome::influences);
  using R = Of<CardInfluence>;
  TableBuilder<R> t("influences", say("Clusters that move the fit most"), rows,
                    {"outcome", "number"});
  t.column("outcome", say("outcome"), [](const R& r) { return r.outcome; });
  t.column("number", say("number"), [](const R& r) { return std::to_string(r.number); });
  t.column("place", say("place"), [](const R& r) { return text(r.part->place); });
  t.column("rows", say("rows"), [](const R& r) { return as_integer(r.part->rows.value); });
  t.column(
      "moved", say("how far the prediction moves, as a share of its spread"),
      [](const R& r) { return r.part->moved.value; }, kShare);
  t.column("term", say("term that moves most"), [](const R& r) { return text(r.part->term); });
  t.column("steps", say("how far, in standard errors"),
           [](const R& r) { return r.part->steps.value; });
  return t.build();
}

Table controls_table(const ModelCard& card) {
  const auto rows = parts(card, &CardOutcome::controls);
  using R = Of<CardControl>;
  TableBuilder<R> t("controls", say("What was held constant"), rows, {"outcome", "control"});
  t.column("outcome", say("outcome"), [](const R& r) { return r.outcome; });
  t.column("control", say("held constant"), [](const R& r) { return r.part->name; });
  t.column("coefficient", say("coefficient"), [](const R& r) { return r.part->coefficient.value; });
  t.column("error", say("standard error"), [](const R& r) { return r.part->error.value; });
  return t.build();
}

Table cutpoints_table(const ModelCard& card) {
  const auto rows = parts(card, &CardOutcome::cutpoints);
  using R = Of<Figure>;
  TableBuilder<R> t("cutpoints", say("Cut points between answers"), rows, {"outcome", "number"});
  t.column("outcome", say("outcome"), [](const R& r) { return r.outcome; });
  t.column("number", say("number"), [](const R& r) { return std::to_string(r.number); });
  t.column("cutpoint", say("cut point"), [](const R& r) { return r.part->value; });
  return t.build();
}

Table groups_table(const ModelCard& card) {
  const auto rows = parts(card, &CardOutcome::groups);
  using R = Of<CardGroup>;
  TableBuilder<R> t("groups", say("Residuals by part of the country"), rows,
                    {"outcome", "kind", "group"});
  t.column("outcome", say("outcome"), [](const R& r) { return r.outcome; });
  t.column("kind", say("kind"), [](const R& r) {
    return std::string(r.part->kind == CardGroup::Kind::gemeente ? "gemeente" : "density");
  });
  t.column("group", say("group"), [](const R& r) { return r.part->id; });
  t.column("name", say("name"), [](const R& r) { return r.part->name; });
  t.column("rows", say("rows"), [](const R& r) { return as_integer(r.part->rows.value); });
  t.column("from", say("density from"), [](const R& r) { return r.part->from.value; });
  t.column("to", say("density to"), [](const R& r) { return r.part->to.value; });
  t.column("mean_residual", say("mean residual"),
           [](const R& r) { return r.part->mean_residual.value; });
  t.column("root_mean_square", say("root mean square of the errors"),
           [](const R& r) { return r.part->root_mean_square.value; });
  t.column("r_squared", say("R2"), [](const R& r) { return r.part->r_squared.value; });
  return t.build();
}

Table residual_areas_table(const ModelCard& card) {
  struct Row {
    const ResidualMap* map;
    const AreaResidual* area;
  };
  std::vector<Row> rows;
  for (const ResidualMap& map : card.maps)
    for (const AreaResidual& one : map.areas)
      rows.push_back({&map, &one});
  TableBuilder<Row> t("residual_areas", say("Mean residual per area"), rows,
                      {"outcome", "area_code"});
  t.column("outcome", say("outcome"), [](const Row& r) { return r.map->outcome->id; });
  t.column("area_code", say("area"), [](const Row& r) { return r.area->code.text; });
  t.column("level", say("level"),
           [](const Row& r) { return std::string(area::to_text(r.map->level)); });
  t.column("rows", say("rows"), [](const Row& r) { return as_integer(r.area->rows.value); });
  t.column("mean_residual", say("mean residual"),
           [](const Row& r) { return r.area->mean_residual.value; });
  return t.build();
}

Table classes_table(const ModelCard& card) {
  using R = CardClass;
  TableBuilder<R> t("classes", say("Classes"), card.classes, {"class"});
  t.column("class", say("class"), [](const R& r) { return std::to_string(r.number); });
  t.column("name_nl", say("name in Dutch"), [](const R& r) { return r.name.nl; });
  t.column("name_en", say("name in English"), [](const R& r) { return text(r.name.en); });
  t.column(
      "from", say("from"), [](const R& r) { return r.from.value; }, kPoints);
  t.column(
      "to", say("to"), [](const R& r) { return r.to.value; }, kPoints);
  return t.build();
}

Table limits_table(const ModelCard& card) {
  using R = CardLimit;
  TableBuilder<R> t("limits", say("Known limits"), card.limits, {"limit"});
  t.column("limit", say("limit"), [](const R& r) { return std::string(to_text(r.kind)); });
  t.column("about", say("about"), [](const R& r) { return text(base::join(r.subjects, ", ")); });
  return t.build();
}

}  // namespace

Table weights_table(const ModelCard& card) {
  const std::vector<WeightRow> rows = weight_rows(card);
  using R = WeightRow;
  TableBuilder<R> t("weights", say("Weights, per standard deviation"), rows, {"term"});
  t.column("term", say("term"), [](const R& r) { return r.weight->term; });
  t.column("indicator", say("indicator"), [](const R& r) { return r.weight->indicator->id; });
  t.column("dimension", say("dimension"), [](const R& r) { return r.dimension->dimension->id; });
  t.column(
      "weight", say("weight"), [](const R& r) { return r.weight->weight.value; }, kChange);
  t.column(
      "error", say("standard error"), [](const R& r) { return r.weight->error.value; }, kPoints);
  t.column(
      "low", say("interval from"), [](const R& r) { return r.weight->low.value; }, kChange);
  t.column(
      "high", say("interval to"), [](const R& r) { return r.weight->high.value; }, kChange);
  t.column("direction", say("expected sign"),
           [](const R& r) { return expected(*r.weight->indicator); });
  t.column("sign", say("its sign"),
           [](const R& r) { return std::string(to_text(r.weight->sign)); });
  t.column("variance_inflation", say("variance inflation"),
           [](const R& r) { return r.weight->variance_inflation.value; });
  t.column(
      "selected", say("kept in half samples"), [](const R& r) { return r.weight->selected.value; },
      kShare);
  t.column(
      "filled_in", say("residents with a filled-in value"),
      [](const R& r) { return r.weight->filled_in.value; }, kShare);
  return t.build();
}

std::vector<Table> card_tables(const ModelCard& card) {
  return {weights_table(card),        instrument_table(card), indicators_table(card),
          left_out_table(card),       dimensions_table(card), outcomes_table(card),
          coefficients_table(card),   checks_table(card),     influences_table(card),
          controls_table(card),       cutpoints_table(card),  groups_table(card),
          residual_areas_table(card), classes_table(card),    limits_table(card)};
}

}  // namespace wijkbeeld::answer
