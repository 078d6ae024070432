// SPDX-License-Identifier: EUPL-1.2
// Weights that move: all scores, classes, ranks and percentiles of 14,000 areas anew.
#include <benchmark/benchmark.h>

#include "instrument/what_if.hpp"
#include "varied_nation.hpp"

namespace {

using namespace wijkbeeld;  // NOLINT(google-build-using-namespace): a program of one page

constexpr std::size_t kAreas = 14000;
constexpr std::size_t kIndicators = 100;

const bench::VariedNation& nation() {
  static const bench::VariedNation all(kAreas, kIndicators);
  return all;
}

instrument::WhatIfBoard board() {
  return {nation().instrument, nation().model, nation().means, 0};
}

void board_is_set_up(benchmark::State& state) {
  (void)nation();
  for (auto _ : state)
    benchmark::DoNotOptimize(board().before().mean);
}

// `changed` weights of the hundred move; a slider moves one.
void weights_move(benchmark::State& state) {
  const auto changed = static_cast<std::size_t>(state.range(0));
  instrument::WhatIfBoard table = board();
  std::vector<double> weights = nation().model.weights;
  double factor = 1;
  for (auto _ : state) {
    factor = factor > 3 ? 1.01 : factor * 1.01;
    for (std::size_t t = 0; t < changed; ++t)
      weights[t] = nation().model.weights[t] * factor;
    benchmark::DoNotOptimize(table.weigh(weights).areas_up);
  }
}

void national_mean_is_kept(benchmark::State& state) {
  instrument::WhatIfBoard table = board();
  std::vector<double> weights = nation().model.weights;
  weights[3] = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(table.weigh(weights, instrument::Anchor::national_mean).areas_up);
}

BENCHMARK(board_is_set_up)->Unit(benchmark::kMillisecond);
BENCHMARK(weights_move)->Arg(1)->Arg(10)->Arg(100)->Unit(benchmark::kMillisecond);
BENCHMARK(national_mean_is_kept)->Unit(benchmark::kMillisecond);

}  // namespace
