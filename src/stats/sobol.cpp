// SPDX-License-Identifier: EUPL-1.2
#include "stats/sobol.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/ensure.hpp"
#include "stats/detail/sobol_sequence.hpp"
#include "stats/quantile.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::stats {
namespace {

constexpr std::uint64_t kShift = 0x736f626f6c01;      // "sobol", 1
constexpr std::uint64_t kPoint = 0x736f626f6c02;      // "sobol", 2
constexpr std::uint64_t kBootstrap = 0x736f626f6c03;  // "sobol", 3
constexpr std::size_t kBlock = 16;

// The terms whose means make the indices of one outcome. Columns: y and y^2 of A and B, averaged;
// then per input the term of the first and of the total index.
struct Terms {
  double centre = 0;
  Matrix numbers;
};

Terms terms(const SobolDesign& design, std::span<const double> outcome) {
  const std::size_t width = design.inputs() + 2;
  Sum sum;
  for (std::size_t s = 0; s < design.samples(); ++s)
    sum.add(outcome[s * width]).add(outcome[s * width + 1]);
  Terms all{sum.value() / (2 * static_cast<double>(design.samples())),
            Matrix(design.samples(), 2 + 2 * design.inputs())};
  base::ensure(std::isfinite(all.centre), "an outcome of the design is a number");
  for (std::size_t s = 0; s < design.samples(); ++s) {
    const double a = outcome[s * width] - all.centre;
    const double b = outcome[s * width + 1] - all.centre;
    all.numbers.at(s, 0) = (a + b) / 2;
    all.numbers.at(s, 1) = (a * a + b * b) / 2;
    for (std::size_t i = 0; i < design.inputs(); ++i) {
      const double mixed = outcome[s * width + 2 + i] - all.centre;
      base::ensure(std::isfinite(mixed), "an outcome of the design is a number");
      all.numbers.at(s, 2 + 2 * i) = b * (mixed - a);
      all.numbers.at(s, 3 + 2 * i) = (a - mixed) * (a - mixed) / 2;
    }
  }
  return all;
}

// Means of the terms, each sample as often as `counts` says, become mean, variance and indices.
std::vector<double> estimates(const Matrix& numbers, std::span<const double> counts) {
  std::vector<double> result;
  for (std::size_t column = 0; column < numbers.columns(); ++column) {
    const auto values = numbers.column(column);
    double sum = 0;
    for (std::size_t s = 0; s < values.size(); ++s)
      sum += counts[s] * values[s];
    result.push_back(sum / static_cast<double>(values.size()));
  }
  result[1] = std::max(result[1] - result[0] * result[0], 0.0);
  for (std::size_t column = 2; column < result.size(); ++column)
    result[column] = result[1] > 0 ? result[column] / result[1] : 0;
  return result;
}

std::vector<double> drawn(std::size_t samples, const SobolSettings& settings,
                          std::size_t replicate) {
  base::Stream stream(settings.seed, kBootstrap, replicate);
  std::vector<double> counts(samples);
  for (std::size_t i = 0; i < samples; ++i)
    counts[stream.below(samples)] += 1;
  return counts;
}

// Rows are the numbers of `estimates`, columns are replicates.
Matrix replicated(const Matrix& numbers, const SobolSettings& settings, base::Workers workers) {
  Matrix all(settings.replicates, numbers.columns());
  base::for_blocks(settings.replicates, kBlock, workers, [&](std::size_t begin, std::size_t end) {
    for (std::size_t r = begin; r < end; ++r) {
      const auto one = estimates(numbers, drawn(numbers.rows(), settings, r));
      for (std::size_t column = 0; column < one.size(); ++column)
        all.at(r, column) = one[column];
    }
  });
  return all;
}

SobolEstimate with_interval(double value, const Matrix& replicates, std::size_t column,
                            double level) {
  const auto values = replicates.column(column);
  return {value, quantile(values, (1 - level) / 2).value_or(value),
          quantile(values, (1 + level) / 2).value_or(value)};
}

std::optional<SobolIndices> indices(const Terms& all, const SobolSettings& settings,
                                    base::Workers workers) {
  const auto value = estimates(all.numbers, std::vector<double>(all.numbers.rows(), 1));
  if (value[1] <= 1e-24 * all.centre * all.centre) return std::nullopt;
  const Matrix replicates = replicated(all.numbers, settings, workers);
  SobolIndices result{all.centre, value[1], {}};
  for (std::size_t column = 2; column < value.size(); column += 2)
    result.inputs.push_back(
        {with_interval(value[column], replicates, column, settings.level),
         with_interval(value[column + 1], replicates, column + 1, settings.level)});
  return result;
}

}  // namespace

SobolDesign::SobolDesign(std::size_t inputs, std::size_t samples, base::Seed seed)
    : inputs_(inputs), samples_(samples), seed_(seed) {
  base::ensure(inputs > 0 && samples > 0, "a design has inputs and samples");
  base::ensure(samples <= 0xffffffffU, "a design has fewer than 2^32 samples");
  if (!has_sequence()) return;
  base::Stream stream(seed, kShift);
  for (std::size_t dimension = 0; dimension < 2 * inputs; ++dimension) {
    const auto numbers = detail::sobol_directions(dimension);
    directions_.insert(directions_.end(), numbers.begin(), numbers.end());
    shifts_.push_back(stream.bits());
  }
}

double SobolDesign::coordinate(std::size_t sample, std::size_t dimension) const {
  std::uint32_t bits = shifts_[dimension];
  std::size_t place = dimension * 32;
  for (std::size_t left = sample; left > 0; left >>= 1U, ++place)
    if ((left & 1U) != 0) bits ^= directions_[place];
  return (static_cast<double>(bits) + 0.5) * 0x1.0p-32;
}

std::vector<double> SobolDesign::row(std::size_t row) const {
  base::ensure(row < rows(), "the design has that row");
  const std::size_t sample = row / (inputs_ + 2);
  const std::size_t which = row % (inputs_ + 2);
  std::vector<double> both(2 * inputs_);
  base::Stream stream(seed_, kPoint, sample);
  for (std::size_t dimension = 0; dimension < both.size(); ++dimension)
    both[dimension] =
        has_sequence() ? coordinate(sample, dimension) : std::max(stream.uniform(), 0x1.0p-54);
  std::vector<double> point(both.begin(), both.begin() + static_cast<std::ptrdiff_t>(inputs_));
  if (which == 1)
    std::copy(both.begin() + static_cast<std::ptrdiff_t>(inputs_), both.end(), point.begin());
  if (which >= 2) point[which - 2] = both[inputs_ + which - 2];
  return point;
}

std::vector<std::optional<SobolIndices>> sobol_indices(const SobolDesign& design,
                                                       const Matrix& outcomes,
                                                       const SobolSettings& settings,
                                                       base::Workers workers) {
  base::ensure(outcomes.rows() == design.rows(), "an outcome for every row of the design");
  base::ensure(settings.level > 0 && settings.level < 1, "a level lies between 0 and 1");
  std::vector<std::optional<SobolIndices>> all;
  for (std::size_t column = 0; column < outcomes.columns(); ++column)
    all.push_back(indices(terms(design, outcomes.column(column)), settings, workers));
  return all;
}

}  // namespace wijkbeeld::stats
