// SPDX-License-Identifier: EUPL-1.2
#include "answer/relation.hpp"

#include "answer/detail/row_figures.hpp"
#include "base/ensure.hpp"
#include "stats/correlation_interval.hpp"
#include "stats/mean.hpp"
#include "stats/order.hpp"
#include "study/group.hpp"

namespace wijkbeeld::answer {

using table::Absence;
using table::Value;

namespace {

constexpr double kRelationConfidence = 0.90;

// The areas that have both, in order.
struct PairsOfAreas {
  std::vector<double> x = {};
  std::vector<double> y = {};
  std::vector<const Figure*> residents = {};
};

PairsOfAreas pairs_of(const AtlasAreas& areas, const ThemeView& x, const ThemeView& y) {
  PairsOfAreas out;
  for (std::size_t i = 0; i < areas.areas.size(); ++i) {
    if (!x.number_of[i] || !y.number_of[i]) continue;
    out.x.push_back(*x.number_of[i]);
    out.y.push_back(*y.number_of[i]);
    out.residents.push_back(&areas.areas[i].residents);
  }
  return out;
}

Value<double> or_not_applicable(const std::optional<double>& value) {
  if (!value) return Absence::not_applicable;
  return *value;
}

Value<double> mean_of_axis(const std::vector<double>& values, const PairsOfAreas& pairs) {
  std::vector<double> known;
  std::vector<double> weights;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!pairs.residents[i]->has_value()) continue;
    known.push_back(values[i]);
    weights.push_back(**pairs.residents[i]);
  }
  if (const auto mean = stats::weighted_mean(known, weights)) return *mean;
  return or_not_applicable(stats::mean(values));
}

void fill_quadrants(const PairsOfAreas& pairs, const detail::RowFigures& row, Relation& out) {
  if (!out.x.mean.has_value() || !out.y.mean.has_value()) return;
  std::array<std::size_t, 4> areas{};
  std::array<study::People, 4> people{};
  for (std::size_t i = 0; i < pairs.x.size(); ++i) {
    const bool is_x_high = pairs.x[i] >= *out.x.mean;
    const bool is_y_high = pairs.y[i] >= *out.y.mean;
    const std::size_t at = is_y_high ? (is_x_high ? 0U : 1U) : (is_x_high ? 3U : 2U);
    ++areas.at(at);
    people.at(at).add(pairs.residents[i]->value);
  }
  for (std::size_t at = 0; at < out.quadrants.size(); ++at) {
    RelationQuadrant& one = out.quadrants.at(at);
    one.is_x_high = at == 0 || at == 3;
    one.is_y_high = at < 2;
    const std::string name = std::to_string(at + 1);
    one.areas = row.count("areas_" + name, areas.at(at));
    one.residents = row("residents_" + name, people.at(at).total(), Unit::residents);
  }
}

// A mean of class numbers is no class.
Unit unit_of_mean(ThemeKind kind) {
  return kind == ThemeKind::situation || kind == ThemeKind::development ? Unit::ratio
                                                                        : unit_of(kind);
}

}  // namespace

Relation relation(const AtlasAreas& areas, const ThemeView& x, const ThemeView& y) {
  base::ensure(x.edition->id == y.edition->id, "values of two editions are never held together");
  base::ensure(x.number_of.size() == areas.areas.size() && y.number_of.size() == areas.areas.size(),
               "both views are of these areas");
  const PairsOfAreas pairs = pairs_of(areas, x, y);
  const detail::RowFigures row(
      "answers/relation",
      {x.edition->id.text, std::string(to_text(areas.level)), std::to_string(areas.vintage.year),
       x.theme.id, to_text(x.period), y.theme.id, to_text(y.period)});
  Relation out;
  out.edition = x.edition;
  out.x = {x.theme, x.period,
           row("mean_x", mean_of_axis(pairs.x, pairs), unit_of_mean(x.theme.kind))};
  out.y = {y.theme, y.period,
           row("mean_y", mean_of_axis(pairs.y, pairs), unit_of_mean(y.theme.kind))};
  out.areas = row.count("areas", pairs.x.size());
  const auto correlation = stats::rank_correlation(pairs.x, pairs.y);
  out.correlation = row("rank_correlation", correlation, Unit::ratio);
  const auto interval = correlation ? stats::rank_correlation_interval(*correlation, pairs.x.size(),
                                                                       kRelationConfidence)
                                    : std::nullopt;
  out.low = row("low", interval ? std::optional(interval->low) : std::nullopt, Unit::ratio);
  out.high = row("high", interval ? std::optional(interval->high) : std::nullopt, Unit::ratio);
  fill_quadrants(pairs, row, out);
  return out;
}

}  // namespace wijkbeeld::answer
