// SPDX-License-Identifier: EUPL-1.2
#include "source/example_score.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

#include "source/example_purpose.hpp"

namespace wijkbeeld::source {
namespace {

constexpr std::size_t kBlock = 1024;
constexpr std::size_t kWaveCount = kExampleWaves.size();
constexpr std::size_t kSoc = 1;
constexpr std::size_t kOnv = 3;
constexpr std::size_t kFys = 4;

// Contributions of buurt counts are the same for all cells of a buurt: worked out once.
std::vector<double> buurt_contributions(const ExampleCells& cells,
                                        const std::vector<Label>& buurten, std::size_t count,
                                        const IndicatorValues& indicators, std::size_t at,
                                        std::size_t wave) {
  std::vector<double> residents(count, 0);
  for (std::size_t i = 0; i < cells.size(); ++i)
    residents[buurten[i]] += cells.residents[wave][i];
  std::vector<double> out(count);
  const ExampleIndicator& indicator = example_indicators()[at];
  for (std::size_t buurt = 0; buurt < count; ++buurt) {
    const double value =
        transformed(indicator, indicators.values[at][wave][buurt], residents[buurt]);
    out[buurt] = indicator.weight * (value - indicators.centre[at]) / indicators.scale[at];
  }
  return out;
}

void add_indicator(const ExampleCells& cells, const std::vector<Label>& buurten,
                   std::size_t buurt_count, const IndicatorValues& indicators, std::size_t at,
                   std::size_t wave, base::Workers workers,
                   std::vector<std::array<double, 5>>& into) {
  const ExampleIndicator& indicator = example_indicators()[at];
  if (indicator.weight == 0) return;
  const bool by_buurt = indicator.kind == IndicatorKind::buurt_count;
  std::vector<double> of_buurt;
  if (by_buurt) of_buurt = buurt_contributions(cells, buurten, buurt_count, indicators, at, wave);
  const std::vector<double>& values = indicators.values[at][wave];
  base::for_blocks(cells.size(), kBlock, workers, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      into[i][indicator.dimension] +=
          by_buurt
              ? of_buurt[buurten[i]]
              : indicator.weight * (transformed(indicator, values[i], 0) - indicators.centre[at]) /
                    indicators.scale[at];
  });
}

double effect_of(const ExampleReach& reach, const ExamplePlanted& planted, Label buurt,
                 std::size_t wave, std::size_t dimension) {
  if (wave < kBaseWave) return 0;
  const double years = kExampleWaves[wave] - kExampleWaves[kBaseWave];
  double effect = 0;
  if (reach.programme[buurt] != 0)
    effect += planted.programme_effect * planted.programme_shares[dimension];
  if (reach.stall[buurt] != 0)
    effect += planted.stall_per_year * years * planted.stall_shares[dimension];
  if (reach.ring[buurt] != 0) effect += planted.ring_effect * planted.ring_shares[dimension];
  return effect;
}

Micro rounded_mean(Micro sum, std::int64_t weight) {
  const Micro half = weight / 2;
  return (sum >= 0 ? sum + half : sum - half) / weight;
}

}  // namespace

Micro to_micro(double points) {
  return std::llround(points * static_cast<double>(kMicro));
}

Micro total(const Contributions& contributions) {
  return std::accumulate(contributions.begin(), contributions.end(), Micro{0});
}

Structural structural_scores(const ExampleCells& cells, const std::vector<Label>& buurten,
                             std::size_t buurt_count, const IndicatorValues& indicators,
                             base::Workers workers) {
  Structural out;
  for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
    out[wave].assign(cells.size(), {});
    for (std::size_t at = 0; at < example_indicators().size(); ++at)
      add_indicator(cells, buurten, buurt_count, indicators, at, wave, workers, out[wave]);
  }
  return out;
}

double shock_of(const ExampleAreas& areas, Label buurt, std::size_t wave,
                const ExamplePlanted& planted, base::Seed seed) {
  const std::uint64_t item = wave * 10000000;
  base::Stream own(seed, purpose::kShock, item + buurt);
  base::Stream shared(seed, purpose::kShock, 5000000 + item + areas.after().wijk_of(buurt));
  return planted.buurt_shock * own.normal() + planted.wijk_shock * shared.normal();
}

ExampleScores cell_scores(const ExampleCells& cells, const ExampleAreas& areas,
                          const std::vector<Label>& buurten, const Structural& structural,
                          const ExampleReach& reach, const ExamplePlanted& planted, base::Seed seed,
                          base::Workers workers) {
  ExampleScores scores;
  const std::size_t count = areas.after().buurten.size();
  for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
    std::vector<double> shocks(count);
    for (std::size_t buurt = 0; buurt < count; ++buurt)
      shocks[buurt] = shock_of(areas, static_cast<Label>(buurt), wave, planted, seed);
    scores.dimensions[wave].resize(cells.size());
    scores.residents[wave].assign(cells.residents[wave].begin(), cells.residents[wave].end());
    base::for_blocks(cells.size(), kBlock, workers, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) {
        base::Stream lasting(seed, purpose::kCellNoise, cells.at[i]);
        base::Stream passing(seed, purpose::kCellNoise + (wave + 1) * 100000, cells.at[i]);
        std::array<double, 5> noise{};
        noise[kSoc] = noise[kOnv] = shocks[buurten[i]] / 2;
        noise[kFys] =
            planted.cell_noise * lasting.normal() + planted.cell_wave_noise * passing.normal();
        for (std::size_t d = 0; d < noise.size(); ++d)
          scores.dimensions[wave][i][d] = to_micro(structural[wave][i][d] + noise[d] +
                                                   effect_of(reach, planted, buurten[i], wave, d));
      }
    });
  }
  return scores;
}

ExampleScores aggregated(const ExampleScores& cells, const std::vector<Label>& group_of,
                         std::size_t groups) {
  ExampleScores out;
  for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
    auto& sums = out.dimensions[wave];
    auto& residents = out.residents[wave];
    sums.assign(groups, {});
    residents.assign(groups, 0);
    for (std::size_t i = 0; i < group_of.size(); ++i) {
      const std::int64_t people = cells.residents[wave][i];
      residents[group_of[i]] += people;
      for (std::size_t d = 0; d < 5; ++d)
        sums[group_of[i]][d] += people * cells.dimensions[wave][i][d];
    }
    for (std::size_t group = 0; group < groups; ++group)
      if (residents[group] > 0)
        for (Micro& sum : sums[group])
          sum = rounded_mean(sum, residents[group]);
  }
  return out;
}

int class_of(const ExampleScale& scale, Micro deviation) {
  const Micro score = to_micro(scale.reference) + deviation;
  int number = 1;
  for (const double limit : scale.class_limits)
    number += score >= to_micro(limit) ? 1 : 0;
  return number;
}

int development_class_of(const ExampleScale& scale, Micro change) {
  int steps = 0;
  for (const double limit : scale.development_limits)
    steps += std::abs(change) > to_micro(limit) ? 1 : 0;
  return change < 0 ? 4 - steps : 4 + steps;
}

}  // namespace wijkbeeld::source
