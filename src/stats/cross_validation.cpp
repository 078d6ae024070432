// SPDX-License-Identifier: EUPL-1.2
#include "stats/cross_validation.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/ensure.hpp"

namespace wijkbeeld::stats {
namespace {

// The weighted mean squared error in a fold, of every penalty of a fit made without it.
std::vector<double> fold_errors(const Moments& fold, const ElasticNet& net) {
  const std::size_t size = fold.columns();
  Matrix spread(size + 1, size + 1);
  for (std::size_t i = 0; i <= size; ++i)
    for (std::size_t j = 0; j <= size; ++j)
      spread.at(i, j) = fold.covariance(i, j);
  std::vector<double> errors;
  for (std::size_t m = 0; m < net.size(); ++m) {
    const auto b = net.coefficients.column(m);
    double offset = fold.mean(size) - net.intercepts[m];
    double error = spread.at(size, size);
    for (std::size_t j = 0; j < size; ++j) {
      if (b[j] == 0) continue;
      offset -= b[j] * fold.mean(j);
      double along = -2 * spread.at(j, size);
      for (std::size_t i = 0; i < size; ++i)
        along += b[i] * spread.at(i, j);
      error += b[j] * along;
    }
    errors.push_back(std::max(error, 0.0) + offset * offset);
  }
  return errors;
}

struct Fold {
  double weight = 0;
  std::vector<double> errors;
};

// All that follows from the errors per fold; the path is as long as the shortest of them.
void summarise(const std::vector<Fold>& folds, double variance, CrossValidation& all) {
  std::size_t length = all.fit.size();
  double weight = 0;
  double used = 0;
  for (const Fold& fold : folds) {
    if (fold.weight <= 0) continue;
    length = std::min(length, fold.errors.size());
    weight += fold.weight;
    used += 1;
  }
  for (std::size_t m = 0; m < length; ++m) {
    double mean = 0;
    for (const Fold& fold : folds)
      if (fold.weight > 0) mean += fold.weight / weight * fold.errors[m];
    double spread = 0;
    for (const Fold& fold : folds)
      if (fold.weight > 0)
        spread += fold.weight / weight * (fold.errors[m] - mean) * (fold.errors[m] - mean);
    all.errors.push_back(mean);
    all.standard_errors.push_back(std::sqrt(spread / (used - 1)));
    all.r_squared.push_back(1 - mean / variance);
  }
}

void choose(CrossValidation& all) {
  const auto least = std::min_element(all.errors.begin(), all.errors.end());
  all.best = static_cast<std::size_t>(least - all.errors.begin());
  const double limit = *least + all.standard_errors[all.best];
  while (all.errors[all.sparest] > limit)
    ++all.sparest;
}

}  // namespace

std::optional<CrossValidation> cross_validate(const ClusterMoments& folds,
                                              const ElasticNetSettings& settings,
                                              base::Workers workers) {
  const Moments total = folds.total();
  auto fit = elastic_net(total, settings);
  if (!fit || fit->size() == 0) return std::nullopt;
  ElasticNetSettings same_path = settings;
  same_path.lambdas = fit->lambdas;
  same_path.most_nonzero.reset();
  std::vector<std::optional<ElasticNet>> without(folds.size());
  std::vector<Fold> left_out(folds.size());
  base::for_blocks(folds.size(), 1, workers, [&](std::size_t f, std::size_t) {
    const Moments fold = folds.part(f);
    left_out[f].weight = fold.weight();
    std::vector<double> others(folds.size(), 1);
    others[f] = 0;
    without[f] = elastic_net(folds.combined(others), same_path);
    if (without[f] && fold.weight() > 0) left_out[f].errors = fold_errors(fold, *without[f]);
  });
  CrossValidation all;
  all.fit = std::move(*fit);
  for (auto& net : without) {
    if (!net || net->size() == 0) return std::nullopt;
    all.without.push_back(std::move(*net));
  }
  if (std::count_if(left_out.begin(), left_out.end(), [](const Fold& f) { return f.weight > 0; }) <
      2)
    return std::nullopt;
  summarise(left_out, total.covariance(total.columns(), total.columns()), all);
  choose(all);
  return all;
}

std::vector<double> out_of_fold(const CrossValidation& validation, std::size_t penalty,
                                const Matrix& x, std::span<const std::size_t> fold_of_row) {
  base::ensure(fold_of_row.size() == x.rows(), "a fold for every row");
  base::ensure(penalty < validation.errors.size(), "the path has that penalty");
  std::vector<double> expected(x.rows());
  for (std::size_t i = 0; i < x.rows(); ++i) {
    base::ensure(fold_of_row[i] < validation.without.size(), "the fold of a row was left out once");
    expected[i] = validation.without[fold_of_row[i]].intercepts[penalty];
  }
  for (std::size_t j = 0; j < x.columns(); ++j) {
    const auto column = x.column(j);
    for (std::size_t i = 0; i < x.rows(); ++i)
      expected[i] += validation.without[fold_of_row[i]].coefficients.at(j, penalty) * column[i];
  }
  return expected;
}

}  // namespace wijkbeeld::stats
