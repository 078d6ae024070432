// SPDX-License-Identifier: EUPL-1.2
#include "instrument/detail/fit_checks.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include "base/failure.hpp"
#include "base/number.hpp"
#include "instrument/detail/outcome_fitter.hpp"
#include "instrument/detail/penalised_outcome.hpp"
#include "stats/distributions.hpp"
#include "stats/moran.hpp"
#include "stats/normal_equations.hpp"
#include "stats/spatial_folds.hpp"
#include "stats/stability_selection.hpp"
#include "stats/sum.hpp"
#include "stats/variance_inflation.hpp"

namespace wijkbeeld::instrument::detail {
namespace {

using base::say;

Line line_of(const Instrument& instrument, const Observations& observations,
             const stats::Moments& moments, std::optional<double> penalty) {
  if (penalty) return penalised_line(instrument.fit, observations, moments, *penalty);
  const auto fit = stats::solve(moments);
  if (!fit) return {0, std::vector<double>(observations.x.columns(), 0)};
  return {fit->intercept, fit->coefficients};
}

double residual(const stats::Matrix& x, std::span<const double> y, std::size_t row,
                const Line& line) {
  double prediction = line.intercept;
  for (std::size_t c = 0; c < x.columns(); ++c)
    prediction += line.coefficients[c] * x.at(row, c);
  return y[row] - prediction;
}

using Square = std::pair<long, long>;

// Residuals of one square of the plane.
struct Heap {
  stats::Sum weight, sum;
};

}  // namespace

std::vector<std::size_t> folds_of(const Instrument& instrument, const Units& units,
                                  const Observations& observations) {
  // Units without a centre stand together by gemeente, far from everything and each other.
  std::map<std::string, double> elsewhere;
  std::vector<double> x, y;
  for (const std::size_t unit : observations.units) {
    const auto& at = units.centres[unit];
    if (!at) {
      const double number = static_cast<double>(elsewhere.size());
      const double east = elsewhere.try_emplace(units.gemeente[unit], number).first->second;
      x.push_back(1e7 + 2 * instrument.fit.block * east);
      y.push_back(1e7);
    } else {
      x.push_back(at->x);
      y.push_back(at->y);
    }
  }
  auto folds =
      stats::spatial_folds(x, y, instrument.fit.block,
                           static_cast<std::size_t>(instrument.fit.folds), instrument.fit.seed);
  if (std::adjacent_find(folds.begin(), folds.end(), std::not_equal_to<>()) == folds.end())
    throw base::Failure(
        say("all observations lie in one block of {} m", base::as_found(instrument.fit.block)))
        .at(instrument.fit.place)
        .because(say("a fit is judged on blocks that it has not seen"))
        .help(say("write a smaller 'block'"));
  return folds;
}

std::vector<double> out_of_fold_residuals(const Instrument& instrument,
                                          const Observations& observations,
                                          std::span<const double> y,
                                          const std::vector<std::size_t>& folds,
                                          std::optional<double> penalty, base::Workers workers) {
  const std::size_t count = folds.empty() ? 0 : *std::max_element(folds.begin(), folds.end()) + 1;
  const stats::ClusterMoments parts({observations.x, y, observations.weights}, folds, count,
                                    workers);
  std::vector<Line> lines(count);
  base::for_blocks(count, 1, workers, [&](std::size_t begin, std::size_t) {
    std::vector<double> others(count, 1);
    others[begin] = 0;
    lines[begin] = line_of(instrument, observations, parts.combined(others), penalty);
  });
  std::vector<double> out;
  for (std::size_t row = 0; row < y.size(); ++row)
    out.push_back(residual(observations.x, y, row, lines[folds[row]]));
  return out;
}

OutOfSample judged(std::string what, std::span<const double> y, std::span<const double> residuals,
                   std::span<const double> weights) {
  stats::Sum weight, sum, errors, total;
  for (std::size_t i = 0; i < y.size(); ++i) {
    weight.add(weights[i]);
    sum.add(weights[i] * y[i]);
    errors.add(weights[i] * residuals[i] * residuals[i]);
  }
  OutOfSample out{std::move(what), y.size()};
  if (weight.value() <= 0) return out;
  const double mean = sum.value() / weight.value();
  for (std::size_t i = 0; i < y.size(); ++i)
    total.add(weights[i] * (y[i] - mean) * (y[i] - mean));
  out.root_mean_square = std::sqrt(errors.value() / weight.value());
  if (total.value() > 0) out.r_squared = 1 - errors.value() / total.value();
  return out;
}

std::vector<double> held_out_residuals(const Instrument& instrument, const Observations& training,
                                       const Observations& held_out, std::optional<double> penalty,
                                       base::Workers workers) {
  const Line line =
      line_of(instrument, training,
              stats::moments({training.x, training.y, training.weights}, workers), penalty);
  std::vector<double> out;
  for (std::size_t row = 0; row < held_out.rows(); ++row)
    out.push_back(residual(held_out.x, held_out.y, row, line));
  return out;
}

void add_moran(const Instrument& instrument, const Units& units, const Observations& observations,
               std::span<const double> residuals, OutcomeFit& fit) {
  std::map<Square, Heap> squares;
  const double side = instrument.fit.block / 2;
  for (std::size_t row = 0; row < residuals.size(); ++row) {
    const auto& at = units.centres[observations.units[row]];
    if (!at) continue;
    Heap& heap = squares[{static_cast<long>(std::floor(at->x / side)),
                          static_cast<long>(std::floor(at->y / side))}];
    heap.weight.add(observations.weights[row]);
    heap.sum.add(observations.weights[row] * residuals[row]);
  }
  std::map<Square, std::size_t> numbers;
  std::vector<double> means;
  for (const auto& [square, heap] : squares) {
    numbers[square] = means.size();
    means.push_back(heap.sum.value() / heap.weight.value());
  }
  std::vector<std::size_t> offsets = {0};
  std::vector<std::size_t> neighbours;
  for (const auto& [square, number] : numbers) {
    for (long dx = -1; dx <= 1; ++dx)
      for (long dy = -1; dy <= 1; ++dy) {
        const auto other = numbers.find({square.first + dx, square.second + dy});
        if (other != numbers.end() && other->second != number) neighbours.push_back(other->second);
      }
    offsets.push_back(neighbours.size());
  }
  if (const auto found = stats::moran(means, {offsets, neighbours})) {
    fit.moran = found->statistic;
    fit.moran_p = 2 * stats::normal_upper_tail(std::abs(found->z));
  }
}

std::vector<TermCheck> term_checks(const Instrument& instrument, const Observations& observations,
                                   const Standard& standard, base::Workers workers) {
  std::vector<TermCheck> out(standard.terms.size());
  const auto inflation = stats::variance_inflation(observations.x, observations.weights, workers);
  const stats::ClusterMoments parts({observations.x, observations.y, observations.weights},
                                    observations.clusters, observations.cluster_count, workers);
  const std::vector<double> selected =
      selection_shares(instrument.fit, observations, parts, workers);
  for (std::size_t c = 0; c < observations.terms.size(); ++c)
    out[observations.terms[c]] = {inflation.factors[c], selected[c]};
  return out;
}

}  // namespace wijkbeeld::instrument::detail
