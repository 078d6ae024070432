// SPDX-License-Identifier: EUPL-1.2
#include "source/example_indicators.hpp"

#include <algorithm>
#include <cmath>

#include "base/ensure.hpp"
#include "source/example_purpose.hpp"
#include "source/example_recipes.hpp"

namespace wijkbeeld::source {
namespace {

constexpr std::size_t kBlock = 2048;
constexpr std::size_t kWaveCount = kExampleWaves.size();

double years_from_base(std::size_t wave) {
  return static_cast<double>(kExampleWaves[wave] - kExampleWaves[kBaseWave]);
}

double rounded(double value, int decimals) {
  const double factor = decimals == 0 ? 1 : 10;
  return std::round(value * factor) / factor;
}

// The sum of features that a recipe asks for, without own surface and chance.
double sum_of(const Recipe& r, const ExampleLatents& l, std::size_t i, std::size_t wave) {
  const double years = years_from_base(wave);
  const double growth = years > 0 ? 0.06 * years * l.vulnerable_growing[i] : 0;
  const double status = l.status[i] + 0.07 * l.drift[i] * years / 6;
  return r.urban * l.urban[i] + r.status * status + r.old * l.old[i] + r.postwar * l.postwar[i] +
         r.sixties * l.sixties[i] + r.recent * l.recent[i] + r.rural * l.rural[i] +
         r.vulnerable * (l.vulnerable[i] + growth) + r.trend * years / 6;
}

double in_range(const Recipe& r, double sum) {
  if (r.range == Recipe::Range::linear) return rounded(r.middle + r.spread * sum, r.decimals);
  if (r.range == Recipe::Range::positive)
    return rounded(r.middle * std::exp(r.spread * sum), r.decimals);
  const double base = std::log(r.middle / (100 - r.middle));
  return rounded(100 / (1 + std::exp(-base - r.spread * sum)), r.decimals);
}

class Maker {
 public:
  Maker(const ExampleLand& land, const ExampleCells& cells, const ExampleLatents& latents,
        base::Seed seed, base::Workers workers, IndicatorValues& into)
      : land_(land),
        cells_(cells),
        latents_(latents),
        seed_(seed),
        workers_(workers),
        into_(into) {}

  void make_column(std::size_t indicator) {
    const Recipe& recipe = recipes()[indicator];
    const Field surface(seed_, purpose::kIndicatorField + indicator, land_.grid, 1700, 2);
    auto& values = into_.values[indicator];
    for (auto& of_wave : values)
      of_wave.resize(cells_.size());
    base::for_blocks(cells_.size(), kBlock, workers_, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) {
        base::Stream stream(seed_, purpose::kIndicator + indicator, cells_.at[i]);
        const double own = recipe.surface * surface.at(land_.grid.centre(cells_.at[i])) +
                           recipe.chance * stream.normal();
        for (std::size_t wave = 0; wave < kWaveCount; ++wave)
          values[wave][i] = in_range(recipe, sum_of(recipe, latents_, i, wave) + own +
                                                 0.08 * recipe.chance * stream.normal());
      }
    });
  }

  // Rates follow the residents of a buurt, counts their number and chance.
  void make_counts(std::size_t indicator, const std::vector<Label>& buurten, std::size_t count) {
    const Recipe& recipe = recipes()[indicator];
    const Field surface(seed_, purpose::kIndicatorField + indicator, land_.grid, 2300, 2);
    for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
      std::vector<double> sums(count, 0);
      std::vector<double> residents(count, 0);
      for (std::size_t i = 0; i < cells_.size(); ++i) {
        const double people = cells_.residents[wave][i];
        residents[buurten[i]] += people;
        sums[buurten[i]] += people * (sum_of(recipe, latents_, i, wave) +
                                      recipe.surface * surface.at(land_.grid.centre(cells_.at[i])));
      }
      auto& values = into_.values[indicator][wave];
      for (std::size_t buurt = 0; buurt < count; ++buurt) {
        base::Stream own(seed_, purpose::kNuisance + indicator, buurt);
        base::Stream chance(seed_, purpose::kNuisance + indicator, (wave + 1) * 1000000 + buurt);
        const double sum = residents[buurt] > 0 ? sums[buurt] / residents[buurt] : 0;
        const double rate =
            recipe.middle * std::exp(recipe.spread * (sum + recipe.chance * own.normal()));
        const double expected = rate * residents[buurt] / 1000;
        values.push_back(
            std::max(0.0, std::round(expected + std::sqrt(expected) * chance.normal())));
      }
    }
  }

 private:
  const ExampleLand& land_;
  const ExampleCells& cells_;
  const ExampleLatents& latents_;
  base::Seed seed_;
  base::Workers workers_;
  IndicatorValues& into_;
};

std::vector<geo::Point> open_points(const std::vector<ExamplePoint>& points, std::string_view kind,
                                    int year) {
  std::vector<geo::Point> open;
  for (const ExamplePoint& point : points)
    if (kPointKinds[point.kind].id == kind && point.is_open(year)) open.push_back(point.at);
  return open;
}

std::vector<double> of_points(const ExampleIndicator& indicator, const ExampleLand& land,
                              const ExampleCells& cells, std::vector<geo::Point> open,
                              base::Workers workers) {
  const PointGrid grid(std::move(open));
  std::vector<double> values(cells.size());
  base::for_blocks(cells.size(), kBlock, workers, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const geo::Point p = land.grid.centre(cells.at[i]);
      values[i] = indicator.kind == IndicatorKind::point_count
                      ? static_cast<double>(grid.count(p, indicator.reach))
                      : grid.nearest(p, indicator.reach);
    }
  });
  return values;
}

std::vector<double> of_places(const ExampleIndicator& indicator, const ExampleLand& land,
                              const ExampleCells& cells) {
  if (indicator.kind == IndicatorKind::surface_share)
    return covered_shares(land.grid, cells, land.parks, indicator.reach);
  std::vector<double> everywhere;
  if (indicator.kind == IndicatorKind::surface_near) {
    std::vector<geo::Ring> rings = indicator.layer == "water" ? land.lakes : land.industries;
    if (indicator.layer == "water") rings.push_back(river_surface(land));
    everywhere = distances_to_surfaces(land.grid, rings, indicator.reach);
  } else {
    const std::vector<geo::Line> river = {land.river};
    const std::vector<geo::Line>& lines = indicator.layer == "spoor"     ? land.railways
                                          : indicator.layer == "snelweg" ? land.motorways
                                          : indicator.layer == "rivier"  ? river
                                                                         : land.power_lines;
    everywhere = distances_to_lines(land.grid, lines, indicator.reach);
  }
  std::vector<double> values;
  for (const std::size_t cell : cells.at)
    values.push_back(everywhere[cell]);
  return values;
}

bool is_point_kind(IndicatorKind kind) {
  return kind == IndicatorKind::point_count || kind == IndicatorKind::point_near;
}

void make_places(std::size_t at, const ExampleLand& land, const ExampleCells& cells,
                 const std::vector<ExamplePoint>& points, base::Workers workers,
                 IndicatorValues& into) {
  const ExampleIndicator& indicator = example_indicators()[at];
  auto& values = into.values[at];
  if (!is_point_kind(indicator.kind)) {
    values.fill(of_places(indicator, land, cells));
    return;
  }
  std::vector<geo::Point> before;
  for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
    std::vector<geo::Point> open = open_points(points, indicator.layer, kExampleWaves[wave]);
    if (wave > 0 && open == before) {
      values[wave] = values[wave - 1];
      continue;
    }
    before = open;
    values[wave] = of_points(indicator, land, cells, std::move(open), workers);
  }
}

void standardise_in_base_wave(const ExampleCells& cells, const std::vector<Label>& buurten,
                              std::size_t buurt_count, IndicatorValues& into) {
  std::vector<double> residents(buurt_count, 0);
  for (std::size_t i = 0; i < cells.size(); ++i)
    residents[buurten[i]] += cells.residents[kBaseWave][i];
  for (std::size_t at = 0; at < example_indicators().size(); ++at) {
    const ExampleIndicator& indicator = example_indicators()[at];
    const std::vector<double>& values = into.values[at][kBaseWave];
    const bool by_buurt = indicator.kind == IndicatorKind::buurt_count;
    const auto value = [&](std::size_t i) {
      const std::size_t row = by_buurt ? buurten[i] : i;
      return transformed(indicator, values[row], by_buurt ? residents[row] : 0);
    };
    double people = 0;
    double sum = 0;
    double squares = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const double weight = cells.residents[kBaseWave][i];
      people += weight;
      sum += weight * value(i);
    }
    const double mean = sum / people;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const double d = value(i) - mean;
      squares += cells.residents[kBaseWave][i] * d * d;
    }
    into.centre.push_back(mean);
    into.scale.push_back(squares > 0 ? std::sqrt(squares / people) : 1);
  }
}

}  // namespace

double transformed(const ExampleIndicator& indicator, double value, double residents) {
  if (indicator.kind == IndicatorKind::buurt_count)
    value = 1000 * value / std::max(100.0, residents);
  if (indicator.transform == Transform::log) return std::log(std::max(1.0, value));
  if (indicator.transform == Transform::log1p) return std::log1p(value);
  return value;
}

IndicatorValues make_indicators(const ExampleLand& land, const ExampleCells& cells,
                                const ExampleAreas& areas, const ExampleLatents& latents,
                                const std::vector<ExamplePoint>& points, base::Seed seed,
                                base::Workers workers) {
  const auto& all = example_indicators();
  IndicatorValues out;
  out.values.resize(all.size());
  const std::vector<Label> buurten = buurt_of_cells(areas, cells);
  Maker maker(land, cells, latents, seed, workers, out);
  for (std::size_t at = 0; at < all.size(); ++at) {
    const bool is_column =
        all[at].kind == IndicatorKind::cell_column || all[at].kind == IndicatorKind::buurt_count;
    base::ensure(
        is_column == (at < recipes().size()) && (!is_column || recipes()[at].id == all[at].id),
        "each column has its recipe, in the same order");
    if (all[at].kind == IndicatorKind::cell_column)
      maker.make_column(at);
    else if (all[at].kind == IndicatorKind::buurt_count)
      maker.make_counts(at, buurten, areas.after().buurten.size());
    else
      make_places(at, land, cells, points, workers, out);
  }
  standardise_in_base_wave(cells, buurten, areas.after().buurten.size(), out);
  return out;
}

}  // namespace wijkbeeld::source
