// SPDX-License-Identifier: EUPL-1.2
// An index of 49 indicators over 14,000 areas made anew, and analysed as the OECD/JRC handbook
// asks.
#include <benchmark/benchmark.h>

#include "instrument/sensitivity.hpp"
#include "varied_nation.hpp"

namespace {

using namespace wijkbeeld;  // NOLINT(google-build-using-namespace): a program of one page
using instrument::Aggregation;
using instrument::IndexPlan;
using instrument::Normalisation;
using instrument::Treatment;

constexpr std::size_t kAreas = 14000;
constexpr std::size_t kIndicators = 49;

const bench::VariedNation& nation() {
  static const bench::VariedNation all(kAreas, kIndicators);
  return all;
}

instrument::IndexMaker maker() {
  return {nation().instrument, nation().model, nation().means, 0};
}

IndexPlan plan_of(const benchmark::State& state) {
  IndexPlan plan;
  plan.treatment = static_cast<Treatment>(state.range(0));
  plan.normalisation = static_cast<Normalisation>(state.range(1));
  plan.aggregation = static_cast<Aggregation>(state.range(2));
  return plan;
}

void columns_are_ordered_once(benchmark::State& state) {
  (void)nation();
  for (auto _ : state)
    benchmark::DoNotOptimize(maker().own().scores.front());
}

// Treatment, normalisation, weighting, aggregation, classes and ranks: nothing is kept.
void one_regeneration(benchmark::State& state) {
  const instrument::IndexMaker all = maker();
  const IndexPlan plan = plan_of(state);
  instrument::IndexRoom room;
  for (auto _ : state)
    benchmark::DoNotOptimize(all.make(plan, room).ranks.front());
  state.SetLabel(std::string(to_text(plan.treatment)) + ", " +
                 std::string(to_text(plan.normalisation)) + ", " +
                 std::string(to_text(plan.aggregation)));
}

// The same with the columns kept, as in a run of a sensitivity analysis.
void one_run(benchmark::State& state) {
  instrument::IndexMaker all = maker();
  const IndexPlan plan = plan_of(state);
  all.keep(std::vector{form_of(plan)}, {2});
  instrument::IndexRoom room;
  for (auto _ : state)
    benchmark::DoNotOptimize(all.make(plan, room).ranks.front());
}

// 10,000 runs: 1,250 samples of a Sobol design for six factors, one regeneration for each row; then
// indices with 1,000 bootstrap replicates. Nothing else of the analysis.
void ten_thousand_sobol_runs(benchmark::State& state) {
  instrument::SensitivityPlan plan;
  plan.runs = 0;
  plan.samples = 1250;
  plan.areas = {nation().means.codes[7], nation().means.codes[7000]};
  base::Progress quiet;
  std::size_t runs = 0;
  for (auto _ : state)
    runs = sensitivity(nation().instrument, nation().model, nation().means, 0, plan, {1},
                       {static_cast<unsigned>(state.range(0))}, quiet)
               .runs;
  state.counters["runs"] = static_cast<double>(runs);
}

// 1,000 runs with rank intervals and class shares of every area.
void uncertainty_of_every_area(benchmark::State& state) {
  instrument::SensitivityPlan plan;
  plan.samples = 0;
  base::Progress quiet;
  for (auto _ : state)
    benchmark::DoNotOptimize(sensitivity(nation().instrument, nation().model, nation().means, 0,
                                         plan, {1}, {static_cast<unsigned>(state.range(0))}, quiet)
                                 .uncertainty->mean_rank_shift);
}

void each_indicator_left_out(benchmark::State& state) {
  base::Progress quiet;
  for (auto _ : state)
    benchmark::DoNotOptimize(drop_each(nation().instrument, nation().model, nation().means, 0,
                                       instrument::Anchor::reference,
                                       {static_cast<unsigned>(state.range(0))}, quiet)
                                 .size());
}

BENCHMARK(columns_are_ordered_once)->Unit(benchmark::kMillisecond);
BENCHMARK(one_regeneration)
    ->Args({0, 0, 0})
    ->Args({1, 0, 0})
    ->Args({2, 1, 1})
    ->Args({1, 2, 2})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(one_run)->Args({0, 0, 0})->Args({1, 2, 2})->Unit(benchmark::kMillisecond);
BENCHMARK(ten_thousand_sobol_runs)
    ->Arg(1)
    ->Arg(2)
    ->Iterations(1)
    ->Unit(benchmark::kSecond)
    ->UseRealTime();
BENCHMARK(uncertainty_of_every_area)
    ->Arg(1)
    ->Arg(2)
    ->Iterations(1)
    ->Unit(benchmark::kSecond)
    ->UseRealTime();
BENCHMARK(each_indicator_left_out)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
