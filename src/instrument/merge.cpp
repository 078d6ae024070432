// SPDX-License-Identifier: EUPL-1.2
// Coefficients of several outcomes to one set of weights.
#include <cmath>

#include "instrument/detail/outcome_fitter.hpp"

namespace wijkbeeld::instrument::detail {
namespace {

using base::say;

// A prediction made of noise varies too. What part of the spread of a prediction may be left when
// that noise is taken off, before the outcome is said to tell nothing.
constexpr double kLeast = 0.05;

// tr(S V): the mean of (b* - b)' S (b* - b) over replications, or by the fit itself without any.
double noise_of(const FittedOutcome& one, const stats::Matrix& s) {
  const std::size_t replications = one.replicates.rows();
  const std::size_t terms = s.rows();
  double sum = 0;
  if (replications == 0) {
    for (std::size_t j = 0; j < terms; ++j)
      for (std::size_t k = 0; k < terms; ++k)
        sum += s.at(j, k) * one.covariance.at(j, k);
    return sum;
  }
  std::vector<double> difference(terms);
  for (std::size_t r = 0; r < replications; ++r) {
    for (std::size_t t = 0; t < terms; ++t)
      difference[t] = one.replicates.at(r, t) - one.fit.coefficients[t];
    sum += quadratic(difference, s);
  }
  return sum / static_cast<double>(replications);
}

// The square of the spread of a prediction, its noise taken off as often as it is in there: once in
// an estimate, twice in a replication of an estimate.
double clean_square(double square, double noise, int times) {
  return std::max(square - times * noise, kLeast * square);
}

double share_of(const Instrument& instrument, std::size_t at) {
  double all = 0;
  for (const Outcome& one : instrument.outcomes)
    all += one.share;
  return instrument.outcomes[at].share / all;
}

void check_tells(const Outcome& outcome, double square, double noise) {
  if (square - noise > kLeast * square) return;
  throw base::Failure(say("'{}' tells nothing about these indicators", outcome.id))
      .at(outcome.place)
      .because(say("its prediction varies by {}, and chance alone makes it vary by {}",
                   base::Decimal{std::sqrt(square), 4}, base::Decimal{std::sqrt(noise), 4}))
      .help(say("use more observations, or fewer indicators"));
}

struct Part {
  double share;
  double square;  // of the spread of the prediction, clean
  double noise;
};

std::vector<Part> parts_of(const Instrument& instrument, const std::vector<FittedOutcome>& outcomes,
                           const stats::Matrix& s) {
  std::vector<Part> out;
  for (std::size_t o = 0; o < outcomes.size(); ++o) {
    const double square = quadratic(outcomes[o].fit.coefficients, s);
    const double noise = noise_of(outcomes[o], s);
    const bool is_alone = outcomes.size() == 1 && !instrument.spread;
    if (!is_alone) check_tells(instrument.outcomes[o], square, noise);
    out.push_back({share_of(instrument, o), clean_square(square, noise, 1), noise});
  }
  return out;
}

// spread x share / spread of the prediction, squares given.
double factor(const Instrument& instrument, const Part& part, double first_square, double square) {
  const double spread = instrument.spread.value_or(std::sqrt(first_square));
  return square > 0 ? spread * part.share / std::sqrt(square) : 0;
}

stats::Matrix covariance_of(const stats::Matrix& replicates) {
  const std::size_t n = replicates.rows();
  const std::size_t terms = replicates.columns();
  stats::Matrix centred = replicates;
  for (std::size_t t = 0; t < terms; ++t) {
    double mean = 0;
    for (const double one : replicates.column(t))
      mean += one;
    mean /= static_cast<double>(n);
    for (double& one : centred.column(t))
      one -= mean;
  }
  stats::Matrix out(terms, terms);
  for (std::size_t j = 0; j < terms; ++j)
    for (std::size_t k = j; k < terms; ++k) {
      double sum = 0;
      for (std::size_t r = 0; r < n; ++r)
        sum += centred.at(r, j) * centred.at(r, k);
      out.at(j, k) = out.at(k, j) = sum / static_cast<double>(n - 1);
    }
  return out;
}

// Each replication merged with its own spreads: what they are not sure of is in the weights too.
stats::Matrix merged_replicates(const Instrument& instrument,
                                const std::vector<FittedOutcome>& outcomes,
                                const std::vector<Part>& parts, const stats::Matrix& s) {
  const std::size_t replications = outcomes.front().replicates.rows();
  const std::size_t terms = s.rows();
  stats::Matrix out(replications, terms);
  std::vector<double> b(terms);
  for (std::size_t r = 0; r < replications; ++r) {
    double first_square = 0;
    for (std::size_t o = 0; o < outcomes.size(); ++o) {
      for (std::size_t t = 0; t < terms; ++t)
        b[t] = outcomes[o].replicates.at(r, t);
      const double square = clean_square(quadratic(b, s), parts[o].noise, 2);
      if (o == 0) first_square = square;
      const double f = factor(instrument, parts[o], first_square, square);
      for (std::size_t t = 0; t < terms; ++t)
        out.at(r, t) += f * b[t];
    }
  }
  return out;
}

stats::Matrix merged_covariance(const Instrument& instrument,
                                const std::vector<FittedOutcome>& outcomes,
                                const std::vector<Part>& parts) {
  stats::Matrix out(outcomes.front().covariance.rows(), outcomes.front().covariance.rows());
  for (std::size_t o = 0; o < outcomes.size(); ++o) {
    const double f = factor(instrument, parts[o], parts[0].square, parts[o].square);
    for (std::size_t i = 0; i < out.numbers().size(); ++i)
      out.numbers()[i] += f * f * outcomes[o].covariance.numbers()[i];
  }
  return out;
}

}  // namespace

double quadratic(std::span<const double> b, const stats::Matrix& s) {
  double sum = 0;
  for (std::size_t k = 0; k < b.size(); ++k) {
    double row = 0;
    const std::span<const double> column = s.column(k);
    for (std::size_t j = 0; j < b.size(); ++j)
      row += column[j] * b[j];
    sum += row * b[k];
  }
  return sum;
}

void merge(const Instrument& instrument, const std::vector<FittedOutcome>& outcomes,
           const stats::Matrix& covariance_of_z, Model& model) {
  const std::vector<Part> parts = parts_of(instrument, outcomes, covariance_of_z);
  const std::size_t terms = covariance_of_z.rows();
  model.weights.assign(terms, 0);
  for (std::size_t o = 0; o < outcomes.size(); ++o) {
    const double f = factor(instrument, parts[o], parts[0].square, parts[o].square);
    for (std::size_t t = 0; t < terms; ++t)
      model.weights[t] += f * outcomes[o].fit.coefficients[t];
    model.outcomes.push_back(outcomes[o].fit);
    model.outcomes.back().spread = std::sqrt(parts[o].square);
    model.outcomes.back().share = parts[o].share;
  }
  model.replications = outcomes.front().replicates.rows();
  model.covariance =
      model.replications > 1
          ? covariance_of(merged_replicates(instrument, outcomes, parts, covariance_of_z))
          : merged_covariance(instrument, outcomes, parts);
  model.errors.clear();
  for (std::size_t t = 0; t < terms; ++t)
    model.errors.push_back(std::sqrt(std::max(0.0, model.covariance.at(t, t))));
  model.spread = instrument.spread.value_or(std::sqrt(parts[0].square));
}

}  // namespace wijkbeeld::instrument::detail
