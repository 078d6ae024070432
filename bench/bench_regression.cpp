// SPDX-License-Identifier: EUPL-1.2
// Regressions of the size of a national housing survey: 67,000 people, 94 indicators.
#include <benchmark/benchmark.h>

#include <cstddef>
#include <vector>

#include "base/random.hpp"
#include "stats/least_squares.hpp"
#include "stats/ordered_model.hpp"
#include "stats/variance_inflation.hpp"

namespace {

using namespace wijkbeeld;  // NOLINT(google-build-using-namespace): a program of one page

constexpr std::size_t kPeople = 67000;
constexpr std::size_t kIndicators = 94;
constexpr std::size_t kClusters = 4000;

/// Indicators that resemble each other, and a judgement from 0 to 4 that depends on some of them.
struct Survey {
  stats::Matrix indicators{kPeople, kIndicators};
  std::vector<double> judgement;
  std::vector<std::size_t> answer;
  std::vector<std::size_t> cluster;
};

Survey made() {
  Survey survey;
  for (std::size_t i = 0; i < kPeople; ++i) {
    base::Stream stream(base::Seed{1}, 1, i);
    const double shared = stream.normal();
    double latent = stream.normal() + 3;
    for (std::size_t j = 0; j < kIndicators; ++j) {
      const double x = 0.6 * shared + stream.normal();
      survey.indicators.at(i, j) = x;
      if (j % 5 == 0) latent += (j % 2 == 0 ? 0.1 : -0.05) * x;
    }
    survey.judgement.push_back(latent);
    std::size_t answer = 0;
    for (const double limit : {0.5, 1.5, 2.5, 3.8})
      answer += latent > limit ? 1 : 0;
    survey.answer.push_back(answer);
    survey.cluster.push_back(i % kClusters);
  }
  return survey;
}

const Survey& survey() {
  static const Survey once = made();
  return once;
}

base::Workers workers(const benchmark::State& state) {
  return {static_cast<unsigned>(state.range(0))};
}

void least_squares_67000_x_94(benchmark::State& state) {
  const stats::LeastSquaresSettings settings{.errors = stats::Errors::cluster,
                                             .design = {survey().cluster, {}},
                                             .workers = workers(state)};
  for (auto _ : state)
    benchmark::DoNotOptimize(
        stats::least_squares(survey().indicators, survey().judgement, {}, settings).index());
}

void ordered(benchmark::State& state, stats::Link link) {
  const stats::OrderedSettings settings{.link = link,
                                        .errors = stats::Errors::cluster,
                                        .design = {survey().cluster, {}},
                                        .workers = workers(state)};
  for (auto _ : state)
    benchmark::DoNotOptimize(
        stats::ordered_model(survey().indicators, survey().answer, 5, {}, settings).index());
}

void ordered_logit_67000_x_94(benchmark::State& state) {
  ordered(state, stats::Link::logit);
}

void ordered_probit_67000_x_94(benchmark::State& state) {
  ordered(state, stats::Link::probit);
}

void variance_inflation_67000_x_94(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(
        stats::variance_inflation(survey().indicators, {}, workers(state)).factors.size());
}

BENCHMARK(least_squares_67000_x_94)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(ordered_logit_67000_x_94)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(ordered_probit_67000_x_94)->Arg(1)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(variance_inflation_67000_x_94)->Arg(1)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
