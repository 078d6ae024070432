// SPDX-License-Identifier: EUPL-1.2
#include "instrument/score.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "stats/distributions.hpp"
#include "stats/false_discovery.hpp"

namespace wijkbeeld::instrument {
namespace {

// Areas worked on together: their columns stay in the nearest cache.
constexpr std::size_t kBlock = 512;

std::vector<std::size_t> used_terms(const Model& model) {
  std::vector<std::size_t> out;
  for (std::size_t t = 0; t < model.standard.terms.size(); ++t)
    if (model.is_used(t)) out.push_back(t);
  return out;
}

// Rows of z in one wave, or the difference between two.
class Rows {
 public:
  explicit Rows(const stats::Matrix& z) : to_(z) {}
  Rows(const AreaMeans& means, std::size_t wave) : to_(means.z[wave]) {}
  Rows(const AreaMeans& means, std::size_t from, std::size_t to)
      : to_(means.z[to]), from_(&means.z[from]) {}
  [[nodiscard]] std::size_t size() const { return to_.rows(); }
  void copy(std::size_t term, std::size_t begin, std::size_t end, double* into) const {
    const std::span<const double> column = to_.column(term);
    for (std::size_t i = begin; i < end; ++i)
      *into++ = column[i];
    if (from_ == nullptr) return;
    into -= end - begin;
    const std::span<const double> before = from_->column(term);
    for (std::size_t i = begin; i < end; ++i)
      *into++ -= before[i];
  }

 private:
  const stats::Matrix& to_;
  const stats::Matrix* from_ = nullptr;
};

// z' V z for each row: what the doubt of the weights makes of it.
void add_weight_variance(const Model& model, const std::vector<std::size_t>& terms,
                         const Rows& rows, std::size_t begin, std::size_t end,
                         std::span<double> into) {
  const std::size_t n = end - begin;
  std::vector<double> z(n * terms.size());
  for (std::size_t k = 0; k < terms.size(); ++k)
    rows.copy(terms[k], begin, end, z.data() + k * n);
  std::vector<double> product(n);
  for (std::size_t k = 0; k < terms.size(); ++k) {
    std::fill(product.begin(), product.end(), 0.0);
    for (std::size_t j = 0; j < terms.size(); ++j) {
      const double v = model.covariance.at(terms[j], terms[k]);
      const double* column = z.data() + j * n;
      for (std::size_t i = 0; i < n; ++i)
        product[i] += v * column[i];
    }
    const double* column = z.data() + k * n;
    for (std::size_t i = 0; i < n; ++i)
      into[begin + i] += product[i] * column[i];
  }
}

// What the doubt of filled-in values adds.
void add_missing_variance(const stats::Matrix& doubt, std::span<const double> weights,
                          std::span<double> into) {
  for (std::size_t t = 0; t < doubt.columns(); ++t) {
    if (weights[t] == 0) continue;
    const std::span<const double> column = doubt.column(t);
    for (std::size_t i = 0; i < column.size(); ++i)
      into[i] += weights[t] * column[i] * weights[t] * column[i];
  }
}

std::vector<std::size_t> dimensions_of_terms(const Instrument& instrument, const Model& model) {
  std::vector<std::size_t> out;
  for (const Term& term : model.standard.terms)
    out.push_back(instrument.dimension_of(instrument.indicators[term.indicator]));
  return out;
}

// sum over the terms of each dimension of weight x z, block by block.
std::vector<std::vector<double>> sums_of(const Rows& rows, std::span<const double> weights,
                                         std::span<const std::size_t> dimension_of_term,
                                         std::size_t dimensions, base::Workers workers) {
  std::vector<std::vector<double>> out(dimensions, std::vector<double>(rows.size(), 0));
  base::for_blocks(rows.size(), kBlock, workers, [&](std::size_t begin, std::size_t end) {
    std::array<double, kBlock> z{};
    for (std::size_t t = 0; t < weights.size(); ++t) {
      if (weights[t] == 0) continue;
      double* into = out[dimension_of_term[t]].data() + begin;
      rows.copy(t, begin, end, z.data());
      for (std::size_t i = 0; i < end - begin; ++i)
        into[i] += weights[t] * z[i];
    }
  });
  return out;
}

std::vector<std::vector<double>> contributions_of(const Instrument& instrument, const Model& model,
                                                  const Rows& rows, std::span<const double> weights,
                                                  base::Workers workers) {
  return sums_of(rows, weights, dimensions_of_terms(instrument, model),
                 instrument.edition.dimensions.size(), workers);
}

std::vector<double> totals_of(const std::vector<std::vector<double>>& contributions,
                              std::size_t areas) {
  std::vector<double> out(areas, 0);
  for (const std::vector<double>& one : contributions)
    for (std::size_t i = 0; i < areas; ++i)
      out[i] += one[i];
  return out;
}

// What was filled in during a wave; nothing when nothing was.
const stats::Matrix* doubt_in(const AreaMeans& means, std::size_t wave) {
  return wave < means.doubt.size() && means.doubt[wave].rows() > 0 ? &means.doubt[wave] : nullptr;
}

std::vector<double> errors_of(const Model& model, const Rows& rows,
                              std::initializer_list<const stats::Matrix*> doubts,
                              std::span<const double> weights, base::Workers workers) {
  // Weights given by hand have no covariance, so no doubt of their own.
  const std::vector<std::size_t> terms =
      model.covariance.rows() > 0 ? used_terms(model) : std::vector<std::size_t>{};
  std::vector<double> out(rows.size(), 0);
  base::for_blocks(rows.size(), kBlock, workers, [&](std::size_t begin, std::size_t end) {
    add_weight_variance(model, terms, rows, begin, end, out);
  });
  for (const stats::Matrix* doubt : doubts)
    if (doubt != nullptr) add_missing_variance(*doubt, weights, out);
  for (double& one : out)
    one = std::sqrt(std::max(0.0, one));
  return out;
}

}  // namespace

std::vector<std::vector<double>> dimension_sums(const stats::Matrix& z,
                                                std::span<const double> weights,
                                                std::span<const std::size_t> dimension_of_term,
                                                std::size_t dimensions, base::Workers workers) {
  return sums_of(Rows(z), weights, dimension_of_term, dimensions, workers);
}

std::vector<std::vector<double>> means_over_residents(
    const std::vector<std::vector<double>>& values, std::span<const double> residents,
    std::span<const std::uint32_t> group_of_row, std::size_t groups) {
  std::vector<double> people(groups, 0);
  for (std::size_t i = 0; i < residents.size(); ++i)
    people[group_of_row[i]] += residents[i];
  std::vector<std::vector<double>> out;
  for (const std::vector<double>& column : values) {
    std::vector<double>& sums = out.emplace_back(groups, 0);
    for (std::size_t i = 0; i < residents.size(); ++i)
      sums[group_of_row[i]] += residents[i] * column[i];
    for (std::size_t g = 0; g < groups; ++g)
      sums[g] = people[g] > 0 ? sums[g] / people[g] : 0;
  }
  return out;
}

WaveScores scores_of(const Instrument& instrument, const Model& model, const AreaMeans& means,
                     std::size_t wave, std::span<const double> weights, base::Workers workers) {
  const Rows rows(means, wave);
  WaveScores out;
  out.contributions = contributions_of(instrument, model, rows, weights, workers);
  out.deviation = totals_of(out.contributions, means.size());
  out.error = errors_of(model, rows, {doubt_in(means, wave)}, weights, workers);
  return out;
}

ScoreChanges changes_of(const Instrument& instrument, const Model& model, const AreaMeans& means,
                        std::size_t from, std::size_t to, base::Workers workers) {
  const Rows rows(means, from, to);
  ScoreChanges out;
  out.contributions = contributions_of(instrument, model, rows, model.weights, workers);
  out.change = totals_of(out.contributions, means.size());
  out.error =
      errors_of(model, rows, {doubt_in(means, from), doubt_in(means, to)}, model.weights, workers);
  std::vector<std::optional<double>> p(means.size());
  out.probability.assign(means.size(), 0);
  out.false_discovery.assign(means.size(), 0);
  for (std::size_t i = 0; i < means.size(); ++i) {
    out.is_known.push_back(means.is_scored[from][i] != 0 && means.is_scored[to][i] != 0 ? 1 : 0);
    if (out.is_known[i] == 0) continue;
    const double z = out.error[i] > 0 ? std::abs(out.change[i]) / out.error[i] : 0;
    out.probability[i] = stats::normal_cdf(z);
    p[i] = 2 * stats::normal_cdf(-z);
  }
  const auto q = stats::benjamini_hochberg(p);
  for (std::size_t i = 0; i < means.size(); ++i)
    out.false_discovery[i] = q[i].value_or(0);
  return out;
}

std::vector<double> term_contributions(const Model& model, const AreaMeans& means, std::size_t area,
                                       std::size_t wave) {
  std::vector<double> out;
  for (std::size_t t = 0; t < model.weights.size(); ++t)
    out.push_back(model.weights[t] * means.z[wave].at(area, t));
  return out;
}

std::vector<double> class_probabilities(const ClassScale& classes, double score, double error) {
  std::vector<double> out;
  if (error <= 0) {
    out.assign(static_cast<std::size_t>(classes.count()), 0);
    out[static_cast<std::size_t>(classes.class_of(score) - 1)] = 1;
    return out;
  }
  double below = 0;
  for (const double limit : classes.limits()) {
    const double next = stats::normal_cdf((limit - score) / error);
    out.push_back(next - below);
    below = next;
  }
  out.push_back(1 - below);
  return out;
}

}  // namespace wijkbeeld::instrument
