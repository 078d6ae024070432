// SPDX-License-Identifier: EUPL-1.2
#include "stats/normal_vector.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/ensure.hpp"

namespace wijkbeeld::stats {
namespace {

constexpr double kNothing = 1e-12;

double lower(const Matrix& m, std::size_t i, std::size_t j) {
  return i >= j ? m.at(i, j) : m.at(j, i);
}

}  // namespace

NormalVector::NormalVector(const Matrix& covariance) {
  const std::size_t n = covariance.rows();
  base::ensure(covariance.columns() == n, "a covariance is square");
  std::vector<double> left(n);
  double largest = 0;
  for (std::size_t i = 0; i < n; ++i)
    largest = std::max(largest, left[i] = covariance.at(i, i));
  std::vector<std::vector<double>> columns;
  while (columns.size() < n) {
    const auto pivot =
        static_cast<std::size_t>(std::max_element(left.begin(), left.end()) - left.begin());
    if (left[pivot] <= kNothing * largest) break;
    std::vector<double> column(n);
    for (std::size_t i = 0; i < n; ++i) {
      double rest = lower(covariance, i, pivot);
      for (const auto& done : columns)
        rest -= done[i] * done[pivot];
      column[i] = rest / std::sqrt(left[pivot]);
    }
    for (std::size_t i = 0; i < n; ++i)
      left[i] -= column[i] * column[i];
    left[pivot] = 0;
    columns.push_back(std::move(column));
  }
  factor_ = Matrix(n, columns.size());
  for (std::size_t j = 0; j < columns.size(); ++j)
    std::copy(columns[j].begin(), columns[j].end(), factor_.column(j).begin());
}

void NormalVector::draw(base::Stream& stream, std::span<double> into) const {
  base::ensure(into.size() == size(), "a vector has the size of its covariance");
  std::fill(into.begin(), into.end(), 0.0);
  for (std::size_t j = 0; j < rank(); ++j) {
    const double e = stream.normal();
    const auto column = factor_.column(j);
    for (std::size_t i = 0; i < into.size(); ++i)
      into[i] += column[i] * e;
  }
}

}  // namespace wijkbeeld::stats
