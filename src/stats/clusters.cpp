// SPDX-License-Identifier: EUPL-1.2
#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/ensure.hpp"
#include "stats/detail/clusters.hpp"

namespace wijkbeeld::stats {
namespace {

constexpr std::size_t kRowsAtOnce = 256;

Eigen::Map<const Eigen::MatrixXd> to_eigen(const Matrix& m) {
  return {m.numbers().data(), static_cast<Eigen::Index>(m.rows()),
          static_cast<Eigen::Index>(m.columns())};
}

Matrix from_eigen(const Eigen::MatrixXd& m) {
  Matrix result(static_cast<std::size_t>(m.rows()), static_cast<std::size_t>(m.cols()));
  std::copy(m.data(), m.data() + m.size(), result.numbers().begin());
  return result;
}

std::size_t slots(std::span<const std::size_t> numbers) {
  return numbers.empty() ? 0 : std::ranges::max(numbers) + 1;
}

/// Makes the scores of each stratum such that plain squares and products are what it adds.
void centre(std::span<double> scores, const detail::Clusters& clusters) {
  std::vector<double> mean(clusters.clusters_in.size());
  for (std::size_t c = 0; c < scores.size(); ++c)
    mean[clusters.stratum_of[c]] += scores[c];
  for (std::size_t h = 0; h < mean.size(); ++h)
    mean[h] =
        clusters.clusters_in[h] > 1 ? mean[h] / static_cast<double>(clusters.clusters_in[h]) : 0.0;
  for (std::size_t c = 0; c < scores.size(); ++c) {
    const auto n = static_cast<double>(clusters.clusters_in[clusters.stratum_of[c]]);
    scores[c] = (scores[c] - mean[clusters.stratum_of[c]]) * (n > 1 ? std::sqrt(n / (n - 1)) : 1.0);
  }
}

}  // namespace

bool is_nested(const Design& design) {
  if (design.cluster.empty() || design.stratum.empty()) return true;
  base::ensure(design.cluster.size() == design.stratum.size(), "a stratum for every row");
  constexpr auto kNone = static_cast<std::size_t>(-1);
  std::vector<std::size_t> stratum_of(slots(design.cluster), kNone);
  for (std::size_t i = 0; i < design.cluster.size(); ++i) {
    std::size_t& known = stratum_of[design.cluster[i]];
    if (known != kNone && known != design.stratum[i]) return false;
    known = design.stratum[i];
  }
  return true;
}

namespace detail {

Clusters clusters_of(const Design& design, std::size_t rows) {
  base::ensure(design.cluster.empty() || design.cluster.size() == rows, "a cluster for every row");
  base::ensure(design.stratum.empty() || design.stratum.size() == rows, "a stratum for every row");
  base::ensure(is_nested(design), "each cluster lies in one stratum");
  Clusters result;
  result.of_row.assign(design.cluster.begin(), design.cluster.end());
  if (design.cluster.empty()) {
    result.of_row.resize(rows);
    std::iota(result.of_row.begin(), result.of_row.end(), std::size_t{0});
  }
  result.stratum_of.resize(slots(result.of_row));
  result.clusters_in.resize(std::max<std::size_t>(1, slots(design.stratum)));
  std::vector<bool> is_seen(result.stratum_of.size());
  for (std::size_t i = 0; i < rows; ++i) {
    const std::size_t c = result.of_row[i];
    if (is_seen[c]) continue;
    is_seen[c] = true;
    result.stratum_of[c] = design.stratum.empty() ? 0 : design.stratum[i];
    ++result.clusters_in[result.stratum_of[c]];
    ++result.count;
  }
  for (const std::size_t n : result.clusters_in) {
    result.strata += n > 0 ? 1 : 0;
    result.lone_strata += n == 1 ? 1 : 0;
  }
  return result;
}

Matrix cluster_sums(const Matrix& columns, std::span<const double> factors,
                    const Clusters& clusters) {
  Matrix sums(clusters.stratum_of.size(), columns.columns());
  for (std::size_t j = 0; j < columns.columns(); ++j) {
    const auto x = columns.column(j);
    const auto sum = sums.column(j);
    for (std::size_t i = 0; i < x.size(); ++i)
      sum[clusters.of_row[i]] += factors[i] * x[i];
  }
  return sums;
}

Matrix variance_of_total(Matrix scores, const Clusters& clusters) {
  for (std::size_t j = 0; j < scores.columns(); ++j)
    centre(scores.column(j), clusters);
  const auto p = static_cast<Eigen::Index>(scores.columns());
  Eigen::MatrixXd squares = Eigen::MatrixXd::Zero(p, p);
  for (std::size_t i = 0; i < scores.rows(); i += kRowsAtOnce) {
    const auto count = static_cast<Eigen::Index>(std::min(scores.rows() - i, kRowsAtOnce));
    squares.selfadjointView<Eigen::Lower>().rankUpdate(
        to_eigen(scores).middleRows(static_cast<Eigen::Index>(i), count).transpose());
  }
  return from_eigen(squares.selfadjointView<Eigen::Lower>());
}

Matrix sandwich(const Matrix& bread, const Matrix& meat, double factor) {
  const Eigen::MatrixXd product = factor * (to_eigen(bread) * to_eigen(meat) * to_eigen(bread));
  return from_eigen((product + product.transpose()) / 2);
}

std::vector<double> diagonal_roots(const Matrix& covariance) {
  std::vector<double> result;
  for (std::size_t j = 0; j < covariance.columns(); ++j)
    result.push_back(std::sqrt(std::max(0.0, covariance.at(j, j))));
  return result;
}

}  // namespace detail
}  // namespace wijkbeeld::stats
