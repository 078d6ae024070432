// SPDX-License-Identifier: EUPL-1.2
// Residuals of a fit by part of the country.
#include <algorithm>
#include <cmath>
#include <map>

#include "answer/detail/card_parts.hpp"
#include "answer/detail/row_figures.hpp"
#include "geo/measure.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::answer::detail {

using instrument::Fitted;
using instrument::Instrument;
using instrument::Observations;
using instrument::Units;

namespace {

constexpr std::size_t kGroups = 5;

// Rows of one group and what is found in them, weighted.
struct Pile {
  std::size_t rows = 0;
  stats::Sum weight, residual, squares, y, y_squares;

  void add(double w, double value, double error) {
    ++rows;
    weight.add(w);
    residual.add(w * error);
    squares.add(w * error * error);
    y.add(w * value);
    y_squares.add(w * value * value);
  }
  [[nodiscard]] std::optional<double> mean() const {
    if (weight.value() <= 0) return std::nullopt;
    return residual.value() / weight.value();
  }
  [[nodiscard]] std::optional<double> root_mean_square() const {
    if (weight.value() <= 0) return std::nullopt;
    return std::sqrt(squares.value() / weight.value());
  }
  // Around the mean of the group; nothing when it does not vary.
  [[nodiscard]] std::optional<double> r_squared() const {
    if (weight.value() <= 0) return std::nullopt;
    const double mean = y.value() / weight.value();
    const double around = y_squares.value() - weight.value() * mean * mean;
    if (rows < 2 || around <= 1e-9 * y_squares.value()) return std::nullopt;
    return 1 - squares.value() / around;
  }
};

using Piles = std::map<std::string, Pile>;

template <class GroupOf>
Piles piles_of(const Observations& rows, const std::vector<double>& residuals, GroupOf group_of) {
  Piles out;
  for (std::size_t r = 0; r < rows.rows(); ++r) {
    const std::string group = group_of(rows.units[r]);
    if (!group.empty()) out[group].add(rows.weights[r], rows.y[r], residuals[r]);
  }
  return out;
}

CardGroup group_of(const std::string& outcome, CardGroup::Kind kind, const std::string& id,
                   const Pile& pile) {
  const RowFigures row("groups",
                       {outcome, kind == CardGroup::Kind::gemeente ? "gemeente" : "density", id});
  return {.kind = kind,
          .id = id,
          .name = id,
          .rows = row.count("rows", pile.rows),
          .from = row("from", std::nullopt, Unit::amount),
          .to = row("to", std::nullopt, Unit::amount),
          .mean_residual = row("mean_residual", pile.mean(), Unit::coefficient),
          .root_mean_square = row("root_mean_square", pile.root_mean_square(), Unit::amount),
          .r_squared = row("r_squared", pile.r_squared(), Unit::ratio)};
}

// Residents per km2 where surfaces are known, else per unit. A cell is a hectare.
std::vector<double> densities(const Instrument& instrument, const Units& units,
                              const std::vector<double>& residents,
                              const series::Project& project) {
  constexpr double kPerKm2 = 1e6;
  constexpr double kCellsPerKm2 = 100;
  const area::Outlines* outlines = project.find_outlines(units.level, instrument.vintage);
  std::vector<double> out = residents;
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (units.level == area::Level::cell) {
      out[i] *= kCellsPerKm2;
    } else if (outlines != nullptr) {
      const auto at = outlines->find(units.codes[i]);
      const double surface = at ? geo::area(outlines->shapes[*at]) : 0;
      out[i] = surface > 0 ? out[i] / surface * kPerKm2 : 0;
    }
  }
  return out;
}

// Four limits between five groups that hold a fifth of the residents each.
std::vector<double> fifths(const std::vector<double>& density,
                           const std::vector<double>& residents) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < density.size(); ++i)
    if (residents[i] > 0 && density[i] > 0) order.push_back(i);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return density[a] < density[b]; });
  double total = 0;
  for (const std::size_t i : order)
    total += residents[i];
  std::vector<double> limits;
  double passed = 0;
  for (const std::size_t i : order) {
    passed += residents[i];
    while (limits.size() + 1 < kGroups &&
           passed >= total * static_cast<double>(limits.size() + 1) / kGroups)
      limits.push_back(density[i]);
  }
  return limits;
}

void add_density(const Instrument& instrument, const Fitted& fitted, std::size_t outcome,
                 const series::Project& project, std::vector<CardGroup>& out) {
  const Units& units = fitted.measured.units;
  const std::vector<double>& residents =
      units.residents[units.wave_index(instrument.outcomes[outcome].wave)];
  const std::vector<double> density = densities(instrument, units, residents, project);
  const std::vector<double> limits = fifths(density, residents);
  if (limits.size() + 1 < kGroups) return;
  const Piles piles =
      piles_of(fitted.observations[outcome], fitted.residuals[outcome], [&](std::size_t unit) {
        if (density[unit] <= 0) return std::string();
        const auto at = std::lower_bound(limits.begin(), limits.end(), density[unit]);
        return std::to_string(at - limits.begin() + 1);
      });
  for (const auto& [id, pile] : piles) {
    CardGroup group = group_of(instrument.outcomes[outcome].id, CardGroup::Kind::density, id, pile);
    const auto number = static_cast<std::size_t>(id.front() - '0');
    if (number > 1) group.from.value = limits[number - 2];
    if (number < kGroups) group.to.value = limits[number - 1];
    out.push_back(std::move(group));
  }
}

}  // namespace

std::string name_of_gemeente(const series::Project& project, area::Vintage vintage,
                             const std::string& code) {
  const area::AreaSet* areas = project.find_areas(area::Level::gemeente, vintage);
  if (areas == nullptr) return code;
  const auto at = areas->find({code});
  return at && !areas->areas()[*at].name.empty() ? areas->areas()[*at].name : code;
}

std::vector<CardGroup> card_groups(const Instrument& instrument, const Fitted& fitted,
                                   std::size_t outcome, const series::Project& project) {
  const Units& units = fitted.measured.units;
  std::vector<CardGroup> out;
  const Piles gemeenten = piles_of(fitted.observations[outcome], fitted.residuals[outcome],
                                   [&](std::size_t unit) { return units.gemeente[unit]; });
  for (const auto& [id, pile] : gemeenten) {
    out.push_back(group_of(instrument.outcomes[outcome].id, CardGroup::Kind::gemeente, id, pile));
    out.back().name = name_of_gemeente(project, instrument.vintage, id);
  }
  add_density(instrument, fitted, outcome, project, out);
  return out;
}

namespace {

struct Level {
  area::Level level;
  Piles piles;
};

// Half of the areas have this many rows or more.
bool has_enough(const Piles& piles, std::size_t rows) {
  const auto enough = std::count_if(piles.begin(), piles.end(),
                                    [&](const auto& one) { return one.second.rows >= rows; });
  return !piles.empty() && 2 * static_cast<std::size_t>(enough) >= piles.size();
}

std::optional<Level> finest_level(const Instrument& instrument, const Fitted& fitted,
                                  std::size_t outcome, const series::Project& project) {
  constexpr std::size_t kRows = 10;
  const Units& units = fitted.measured.units;
  const bool is_published =
      instrument.outcomes[outcome].kind == instrument::Outcome::Kind::published;
  for (const area::Level level : {units.level, area::Level::buurt, area::Level::wijk,
                                  area::Level::pc4, area::Level::gemeente}) {
    if (level < units.level || project.find_outlines(level, instrument.vintage) == nullptr)
      continue;
    Level made{level, piles_of(fitted.observations[outcome], fitted.residuals[outcome],
                               [&](std::size_t unit) {
                                 const auto code = instrument::ancestor_of(
                                     project, units.codes[unit], units.level, level, units.vintage);
                                 return code ? code->text : std::string();
                               })};
    const bool is_last = level == area::Level::gemeente && !made.piles.empty();
    if (is_last || has_enough(made.piles, is_published ? 1 : kRows)) return made;
  }
  return std::nullopt;
}

}  // namespace

std::optional<ResidualMap> residual_map(const Instrument& instrument, const Fitted& fitted,
                                        std::size_t outcome, const series::Project& project) {
  const auto chosen = finest_level(instrument, fitted, outcome, project);
  if (!chosen) return std::nullopt;
  const std::string& id = instrument.outcomes[outcome].id;
  ResidualMap out{&instrument.outcomes[outcome], chosen->level, instrument.vintage, {}, {}};
  stats::Sum sum;
  stats::Sum squares;
  for (const auto& [code, pile] : chosen->piles) {
    const RowFigures row("residual_areas", {id, code});
    out.areas.push_back({{code},
                         row.count("rows", pile.rows),
                         row("mean_residual", pile.mean(), Unit::coefficient)});
    sum.add(pile.mean().value_or(0));
    squares.add(pile.mean().value_or(0) * pile.mean().value_or(0));
  }
  const auto n = static_cast<double>(out.areas.size());
  const double mean = sum.value() / n;
  out.spread = RowFigures("outcomes", {id})(
      "residual_spread", std::sqrt(std::max(0.0, squares.value() / n - mean * mean)), Unit::amount);
  return out;
}

}  // namespace wijkbeeld::answer::detail
