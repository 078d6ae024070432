// SPDX-License-Identifier: EUPL-1.2
#include "stats/variance_inflation.hpp"

#include <algorithm>
#include <cmath>

#include "base/ensure.hpp"
#include "stats/detail/triangle.hpp"
#include "stats/detail/weights.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::stats {
namespace {

/// The part of its length that a column keeps around its mean, below which it is constant.
constexpr double kConstantBelow = 1e-7;

double squares(std::span<const double> xs) {
  Sum sum;
  for (const double x : xs)
    sum.add(x * x);
  return sum.value();
}

/// Positions of the columns that vary; the triangle begins with the constant.
std::vector<std::size_t> varying(const Matrix& triangle) {
  std::vector<std::size_t> result;
  for (std::size_t j = 1; j < triangle.columns(); ++j) {
    const auto column = triangle.column(j);
    const double around_mean = squares(column.subspan(1));
    if (around_mean > kConstantBelow * kConstantBelow * squares(column)) result.push_back(j - 1);
  }
  return result;
}

/// The dependences among the kept columns, in numbers of all columns.
std::vector<Dependence> renumbered(std::vector<Dependence> dependent,
                                   std::span<const std::size_t> kept) {
  for (Dependence& one : dependent) {
    one.column = kept[one.column];
    for (std::size_t& on : one.on)
      on = kept[on];
  }
  return dependent;
}

}  // namespace

VarianceInflation variance_inflation(const Matrix& columns, std::span<const double> weights,
                                     base::Workers workers) {
  base::ensure(detail::are_finite(columns.numbers()), "columns are made of finite numbers");
  const Matrix all = detail::triangle(columns, detail::weights_or_ones(weights, columns.rows()),
                                      {true, {}}, workers);
  const Matrix centred = detail::square(all, 1, all.columns());
  std::vector<std::size_t> kept = varying(all);
  VarianceInflation result{std::vector<std::optional<double>>(columns.columns()), {}};
  result.dependent = renumbered(detail::dependences(detail::triangle_of_some(centred, kept)), kept);
  for (const Dependence& one : result.dependent)
    std::erase(kept, one.column);
  const Matrix triangle = detail::triangle_of_some(centred, kept);
  const Matrix inverse = detail::inverse_triangle(triangle);
  for (std::size_t j = 0; j < kept.size(); ++j) {
    Sum row;
    for (std::size_t k = j; k < kept.size(); ++k)
      row.add(inverse.at(j, k) * inverse.at(j, k));
    result.factors[kept[j]] = std::max(1.0, squares(triangle.column(j)) * row.value());
  }
  for (const Dependence& one : result.dependent)
    for (const std::size_t on : one.on)
      result.factors[on].reset();
  return result;
}

}  // namespace wijkbeeld::stats
