// SPDX-License-Identifier: EUPL-1.2
// Scoring the whole grid of the Netherlands: 400,000 cells x 100 indicators x 9 waves of
// standardised values, summed to five dimensions per cell and brought to buurt, wijk and gemeente
// by residents.
#include <benchmark/benchmark.h>

#include <cmath>
#include <cstring>

#include "base/random.hpp"
#include "instrument/score.hpp"

namespace {

using namespace wijkbeeld;
using namespace wijkbeeld::instrument;

constexpr std::size_t kCells = 400000;
constexpr std::size_t kIndicators = 100;
constexpr std::size_t kWaves = 9;
constexpr std::size_t kDimensions = 5;
constexpr std::size_t kBuurten = 14000;
constexpr std::size_t kWijken = 3400;
constexpr std::size_t kGemeenten = 342;

// 2.9 GB, made once.
struct Nation {
  std::vector<stats::Matrix> z;
  std::vector<double> weights;
  std::vector<std::size_t> dimension;
  std::vector<double> residents;
  std::vector<std::vector<std::uint32_t>> groups;  // [level][cell]

  Nation() {
    base::Stream chance({1}, 1);
    for (std::size_t w = 0; w < kWaves; ++w) {
      z.emplace_back(kCells, kIndicators);
      std::uint64_t state = w + 1;
      for (double& one : z.back().numbers()) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        one = static_cast<double>(state >> 40) / 8388608.0 - 1;
      }
    }
    for (std::size_t j = 0; j < kIndicators; ++j) {
      weights.push_back(0.02 * chance.normal());
      dimension.push_back(j % kDimensions);
    }
    for (std::size_t i = 0; i < kCells; ++i)
      residents.push_back(5 + static_cast<double>(chance.below(90)));
    for (const std::size_t count : {kBuurten, kWijken, kGemeenten}) {
      groups.emplace_back();
      for (std::size_t i = 0; i < kCells; ++i)
        groups.back().push_back(static_cast<std::uint32_t>(i * count / kCells));
    }
  }
};

const Nation& nation() {
  static const Nation one;
  return one;
}

void ScoreAndAggregateTheNation(benchmark::State& state) {
  const Nation& n = nation();
  const base::Workers workers{static_cast<unsigned>(state.range(0))};
  for (auto _ : state)
    for (std::size_t w = 0; w < kWaves; ++w) {
      const auto cells = dimension_sums(n.z[w], n.weights, n.dimension, kDimensions, workers);
      benchmark::DoNotOptimize(cells.front().data());
      std::size_t level = 0;
      for (const std::size_t count : {kBuurten, kWijken, kGemeenten}) {
        auto means = means_over_residents(cells, n.residents, n.groups[level++], count);
        benchmark::DoNotOptimize(means.front().data());
      }
    }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(kCells * kIndicators * kWaves * 8));
}
BENCHMARK(ScoreAndAggregateTheNation)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

// What memory alone allows: every number of the same columns read once.
void ReadTheNation(benchmark::State& state) {
  const Nation& n = nation();
  const base::Workers workers{static_cast<unsigned>(state.range(0))};
  for (auto _ : state)
    for (std::size_t w = 0; w < kWaves; ++w) {
      const std::span<const double> all = n.z[w].numbers();
      constexpr std::size_t kPart = 1 << 20;
      std::vector<double> sums(all.size() / kPart + 1);
      base::for_blocks(all.size(), kPart, workers, [&](std::size_t begin, std::size_t end) {
        double a = 0, b = 0, c = 0, d = 0;
        for (std::size_t i = begin; i + 3 < end; i += 4) {
          a += all[i];
          b += all[i + 1];
          c += all[i + 2];
          d += all[i + 3];
        }
        sums[begin / kPart] = a + b + c + d;
      });
      benchmark::DoNotOptimize(sums.data());
    }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(kCells * kIndicators * kWaves * 8));
}
BENCHMARK(ReadTheNation)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
