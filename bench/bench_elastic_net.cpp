// SPDX-License-Identifier: EUPL-1.2
// Fitting as an instrument needs it: moments, the path of an elastic net with ten blocked folds,
// bootstrap refits. bench/peers/glmnet.R does the same on rows made alike.
#include <benchmark/benchmark.h>

#include <array>
#include <cmath>
#include <vector>

#include "base/random.hpp"
#include "stats/cross_validation.hpp"
#include "stats/elastic_net.hpp"
#include "stats/moments.hpp"
#include "stats/resample.hpp"
#include "stats/sobol.hpp"
#include "stats/spatial_folds.hpp"

namespace {

using namespace wijkbeeld;  // NOLINT(google-build-using-namespace): a program of one page

constexpr std::size_t kRows = 67000;
constexpr std::size_t kColumns = 94;

// Respondents in 1,000 places of some 50 km square: columns that share three factors, of which
// twenty matter, and an outcome that is one fifth explained.
struct Simulated {
  stats::Matrix x{kRows, kColumns};
  std::vector<double> y;
  std::vector<double> weights;
  std::vector<std::size_t> places;
  std::vector<std::size_t> folds;

  [[nodiscard]] stats::WeightedRows rows() const { return {x, y, weights}; }
};

Simulated make() {
  Simulated made;
  std::vector<double> east;
  std::vector<double> north;
  for (std::size_t i = 0; i < kRows; ++i) {
    base::Stream stream(base::Seed{1}, 1, i);
    const std::array<double, 3> shared = {stream.normal(), stream.normal(), stream.normal()};
    double outcome = 3 * stream.normal();
    for (std::size_t j = 0; j < kColumns; ++j) {
      made.x.at(i, j) = 0.7 * shared[j % 3] + stream.normal();
      if (j % 5 == 0) outcome += (j % 2 == 0 ? 0.2 : -0.3) * made.x.at(i, j);
    }
    made.y.push_back(outcome);
    made.weights.push_back(0.5 + stream.uniform());
    made.places.push_back(static_cast<std::size_t>(stream.below(1000)));
    east.push_back(static_cast<double>(made.places.back() % 32) * 1500);
    north.push_back(std::floor(static_cast<double>(made.places.back()) / 32) * 1500);
  }
  made.folds = stats::spatial_folds(east, north, 5000, 10, base::Seed{1});
  return made;
}

const Simulated& simulated() {
  static const Simulated made = make();
  return made;
}

base::Workers workers(const benchmark::State& state) {
  return {static_cast<unsigned>(state.range(0))};
}

void moments_of_all_rows(benchmark::State& state) {
  const Simulated& data = simulated();
  for (auto _ : state)
    benchmark::DoNotOptimize(stats::moments(data.rows(), workers(state)).weight());
}

void moments_per_place(benchmark::State& state) {
  const Simulated& data = simulated();
  for (auto _ : state)
    benchmark::DoNotOptimize(
        stats::ClusterMoments(data.rows(), data.places, 1000, workers(state)).size());
}

void elastic_net_with_ten_folds(benchmark::State& state) {
  const Simulated& data = simulated();
  stats::ElasticNetSettings settings;
  settings.mix = 0.5;
  for (auto _ : state) {
    const stats::ClusterMoments folds(data.rows(), data.folds, 10, workers(state));
    const auto all = stats::cross_validate(folds, settings, workers(state));
    state.counters["penalties"] = static_cast<double>(all->errors.size());
    benchmark::DoNotOptimize(all->best);
  }
}

void ridge_with_ten_folds(benchmark::State& state) {
  const Simulated& data = simulated();
  stats::ElasticNetSettings settings;
  settings.mix = 0;
  for (auto _ : state) {
    const stats::ClusterMoments folds(data.rows(), data.folds, 10, workers(state));
    benchmark::DoNotOptimize(stats::cross_validate(folds, settings, workers(state))->best);
  }
}

// Ten refits of a whole path on bootstrap replicates of the places.
void ten_bootstrap_paths(benchmark::State& state) {
  const Simulated& data = simulated();
  const stats::ClusterMoments places(data.rows(), data.places, 1000);
  const stats::ClusterBootstrap replicates(1000, {}, base::Seed{1});
  stats::ElasticNetSettings settings;
  settings.mix = 0.5;
  for (auto _ : state)
    base::for_blocks(10, 1, workers(state), [&](std::size_t r, std::size_t) {
      const auto replicate = places.combined(replicates.multiplicities(r));
      benchmark::DoNotOptimize(stats::elastic_net(replicate, settings)->size());
    });
}

// Ten inputs, 1,024 samples, five outcomes, 1,000 replicates; without the runs themselves.
void sobol_of_ten_inputs(benchmark::State& state) {
  const stats::SobolDesign design(10, 1024, base::Seed{1});
  stats::Matrix outcomes(design.rows(), 5);
  for (std::size_t row = 0; row < design.rows(); ++row) {
    const auto point = design.row(row);
    for (std::size_t o = 0; o < 5; ++o)
      outcomes.at(row, o) = point[o] * point[o + 1] + point[9];
  }
  stats::SobolSettings settings;
  settings.seed = base::Seed{2};
  for (auto _ : state)
    benchmark::DoNotOptimize(
        stats::sobol_indices(design, outcomes, settings, workers(state)).size());
}

BENCHMARK(moments_of_all_rows)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(moments_per_place)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(elastic_net_with_ten_folds)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(ridge_with_ten_folds)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(ten_bootstrap_paths)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(sobol_of_ten_inputs)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
