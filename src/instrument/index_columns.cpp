// SPDX-License-Identifier: EUPL-1.2
#include "instrument/index_columns.hpp"

#include <algorithm>
#include <cmath>

#include "stats/sum.hpp"

namespace wijkbeeld::instrument {
namespace {

constexpr double kLowest = 1;
constexpr double kHighest = 100;
constexpr double kHalfway = (kLowest + kHighest) / 2;
constexpr double kTail = 0.025;
constexpr double kSkewed = 2;
constexpr double kPeaked = 3.5;

struct Shape {
  double skewness = 0;
  double kurtosis = 0;  // excess
};

// Sample skewness and excess kurtosis as SAS, SPSS and Excel give them: G1 and G2 of Joanes and
// Gill (1998, "Comparing measures of sample skewness and kurtosis", The Statistician 47).
Shape shape_of(std::span<const double> xs) {
  const auto n = static_cast<double>(xs.size());
  if (xs.size() < 4) return {};
  const double mean = stats::sum(xs) / n;
  stats::Sum second;
  stats::Sum third;
  stats::Sum fourth;
  for (const double x : xs) {
    const double d = x - mean;
    second.add(d * d);
    third.add(d * d * d);
    fourth.add(d * d * d * d);
  }
  const double m2 = second.value() / n;
  if (m2 <= 0) return {};
  const double g1 = third.value() / n / (m2 * std::sqrt(m2));
  const double g2 = fourth.value() / n / (m2 * m2) - 3;
  return {g1 * std::sqrt(n * (n - 1)) / (n - 2),
          ((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3))};
}

// Definition 7 of Hyndman and Fan, as stats::quantile, on values whose order is known.
double quantile_of(std::span<const double> xs, std::span<const std::uint32_t> order, double p) {
  const double place = p * static_cast<double>(order.size() - 1);
  const auto below = static_cast<std::size_t>(std::floor(place));
  const std::size_t above = std::min(below + 1, order.size() - 1);
  const double low = xs[order[below]];
  return low + (place - static_cast<double>(below)) * (xs[order[above]] - low);
}

// What rounding alone makes of a column that is the same everywhere is no variation.
bool is_flat(const std::vector<double>& values) {
  if (values.empty()) return true;
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  return *high - *low <= 1e-12 * std::max({1.0, std::abs(*low), std::abs(*high)});
}

// The side to which the model counts a term; a weight of 0 with an error counts upward.
double sign_of(double weight) {
  return weight < 0 ? -1 : 1;
}

}  // namespace

ColumnForm form_of(const IndexPlan& plan) {
  ColumnForm form{plan.treatment, plan.normalisation, plan.aggregation == Aggregation::geometric};
  const bool needs_positive = plan.aggregation != Aggregation::arithmetic;
  if (needs_positive && form.normalisation == Normalisation::z)
    form.normalisation = Normalisation::min_max;
  return form;
}

IndexColumns::IndexColumns(const Model& model, const AreaMeans& means, std::size_t wave,
                           const ScoredAreas& areas)
    : areas_(areas) {
  stats::Sorter sorter;
  for (std::size_t term = 0; term < model.standard.terms.size(); ++term)
    if (model.is_used(term))
      columns_.push_back(column_of(model, term, means.z[wave].column(term), areas, sorter));
}

IndexColumns::Column IndexColumns::column_of(const Model& model, std::size_t term,
                                             std::span<const double> z, const ScoredAreas& areas,
                                             stats::Sorter& sorter) {
  Column out;
  out.term = term;
  out.sign = sign_of(model.weights[term]);
  out.values.reserve(areas.size());
  for (const std::uint32_t row : areas.rows())
    out.values.push_back(out.sign * z[row]);
  if (is_flat(out.values))
    std::fill(out.values.begin(), out.values.end(), out.values.empty() ? 0 : out.values.front());
  else
    out.spread = areas.deviation(out.values, areas.mean(out.values));
  const Shape shape = shape_of(out.values);
  out.skewness = shape.skewness;
  out.is_skewed = std::abs(shape.skewness) > kSkewed && shape.kurtosis > kPeaked;
  const auto order = sorter.ascending(out.values);
  out.order.assign(order.begin(), order.end());
  return out;
}

void IndexColumns::fill(std::size_t column, ColumnForm form, std::span<double> into) const {
  const Column& one = columns_[column];
  if (one.values.empty()) return;
  std::copy(one.values.begin(), one.values.end(), into.begin());
  treat(one, form.treatment, into);
  switch (form.normalisation) {
    case Normalisation::z:
      to_z(areas_, into);
      break;
    case Normalisation::min_max:
      to_bounds(one, into);
      break;
    case Normalisation::rank:
      to_ranks(one, into);
      break;
  }
  if (form.is_logarithm)
    for (double& x : into)
      x = std::log(x);
}

// Every treatment keeps the order of the values.
void IndexColumns::treat(const Column& column, Treatment treatment, std::span<double> values) {
  if (treatment == Treatment::winsorise) {
    const double low = quantile_of(column.values, column.order, kTail);
    const double high = quantile_of(column.values, column.order, 1 - kTail);
    for (double& x : values)
      x = std::clamp(x, low, high);
  }
  if (treatment != Treatment::log || !column.is_skewed) return;
  const double low = column.values[column.order.front()];
  const double high = column.values[column.order.back()];
  const double least = (high - low) / 100;
  if (column.skewness > 0)
    for (double& x : values)
      x = std::log(x - low + least);
  else
    for (double& x : values)
      x = -std::log(high - x + least);
}

void IndexColumns::to_z(const ScoredAreas& areas, std::span<double> values) {
  const double mean = areas.mean(values);
  const double deviation = areas.deviation(values, mean);
  const bool varies = deviation > 1e-12 * std::max(1.0, std::abs(mean));
  for (double& x : values)
    x = varies ? (x - mean) / deviation : 0;
}

void IndexColumns::to_bounds(const Column& column, std::span<double> values) {
  const double low = values[column.order.front()];
  const double range = values[column.order.back()] - low;
  for (double& x : values)
    x = range > 0 ? kLowest + (kHighest - kLowest) * (x - low) / range : kHalfway;
}

void IndexColumns::to_ranks(const Column& column, std::span<double> values) {
  const auto& order = column.order;
  const double step =
      order.size() > 1 ? (kHighest - kLowest) / static_cast<double>(order.size() - 1) : 0;
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin + 1;
    const double value = values[order[begin]];
    while (end < order.size() && values[order[end]] == value)
      ++end;
    const double midrank = static_cast<double>(begin + end - 1) / 2;  // from 0
    for (; begin < end; ++begin)
      values[order[begin]] = order.size() > 1 ? kLowest + step * midrank : kHalfway;
  }
}

}  // namespace wijkbeeld::instrument
