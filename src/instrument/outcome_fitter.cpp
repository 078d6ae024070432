// SPDX-License-Identifier: EUPL-1.2
#include "instrument/detail/outcome_fitter.hpp"

#include <algorithm>
#include <cmath>

#include "instrument/detail/no_fit_words.hpp"
#include "instrument/detail/penalised_outcome.hpp"
#include "stats/least_squares.hpp"
#include "stats/moments.hpp"
#include "stats/normal_equations.hpp"
#include "stats/ordered_model.hpp"
#include "stats/resample.hpp"

namespace wijkbeeld::instrument::detail {
namespace {

stats::Matrix with_intercept(const stats::Matrix& x) {
  stats::Matrix out(x.rows(), x.columns() + 1);
  std::fill(out.column(0).begin(), out.column(0).end(), 1.0);
  for (std::size_t c = 0; c < x.columns(); ++c)
    std::copy(x.column(c).begin(), x.column(c).end(), out.column(c + 1).begin());
  return out;
}

stats::Design design_of(const Observations& observations) {
  return {observations.clusters, observations.strata};
}

// Numbers of the fitted columns to numbers of all terms; the rest stays 0.
std::vector<double> spread_over_terms(std::span<const double> columns,
                                      const Observations& observations, std::size_t terms) {
  std::vector<double> out(terms, 0);
  for (std::size_t c = 0; c < observations.terms.size(); ++c)
    out[observations.terms[c]] = columns[c];
  return out;
}

// Rows and columns of the indicator terms out of a covariance whose first terms start at `first`.
stats::Matrix covariance_over_terms(const stats::Matrix& covariance, std::size_t first,
                                    double factor, const Observations& observations,
                                    std::size_t terms) {
  stats::Matrix out(terms, terms);
  for (std::size_t j = 0; j < observations.terms.size(); ++j)
    for (std::size_t k = 0; k < observations.terms.size(); ++k)
      out.at(observations.terms[j], observations.terms[k]) =
          factor * covariance.at(first + j, first + k);
  return out;
}

OutcomeFit begun(const Outcome& outcome, const Observations& observations) {
  OutcomeFit fit;
  fit.id = outcome.id;
  fit.rows = observations.rows();
  fit.clusters = observations.cluster_count;
  fit.strata = observations.stratum_count;
  fit.dropped = observations.dropped;
  fit.controls = observations.controls;
  return fit;
}

void add_controls(std::span<const double> coefficients, std::span<const double> errors,
                  std::size_t first, const Observations& observations, OutcomeFit& fit) {
  for (std::size_t c = 0; c < observations.controls.size(); ++c) {
    fit.control_coefficients.push_back(coefficients[first + c]);
    fit.control_errors.push_back(errors[first + c]);
  }
}

// Fits each replication of the sample anew, from the moments of its clusters.
stats::Matrix least_squares_replicates(const FitPlan& plan, std::uint64_t purpose,
                                       const Observations& observations, std::size_t terms,
                                       base::Workers workers, base::Progress& progress) {
  const auto replications = static_cast<std::size_t>(plan.replications);
  stats::Matrix out(replications, terms);
  if (replications == 0) return out;
  const stats::ClusterMoments parts({observations.x, observations.y, observations.weights},
                                    observations.clusters, observations.cluster_count, workers);
  const auto strata = strata_of_clusters(observations);
  const stats::ClusterBootstrap resampling(observations.cluster_count, strata, plan.seed, purpose);
  base::for_blocks(replications, 8, workers, [&](std::size_t begin, std::size_t end) {
    progress.check();
    for (std::size_t r = begin; r < end; ++r) {
      const auto fit = stats::solve(parts.combined(resampling.multiplicities(r)));
      base::ensure(fit.has_value(), "a replication has weight");
      for (std::size_t c = 0; c < observations.terms.size(); ++c)
        out.at(r, observations.terms[c]) = fit->coefficients[c];
    }
  });
  return out;
}

FittedOutcome by_least_squares(const Instrument& instrument, const Outcome& outcome,
                               const Observations& observations, const Standard& standard,
                               base::Workers workers, base::Progress& progress) {
  const std::size_t terms = standard.terms.size();
  const auto result =
      stats::least_squares(with_intercept(observations.x), observations.y, observations.weights,
                           {stats::Errors::cluster, design_of(observations), workers});
  if (const auto* none = std::get_if<stats::NoFit>(&result))
    throw_no_fit(instrument, *none, 1, outcome, observations, standard);
  const auto& found = std::get<stats::LeastSquares>(result);
  const std::vector<double> errors = found.standard_errors();
  const std::span<const double> b = found.coefficients;
  FittedOutcome out{begun(outcome, observations)};
  out.fit.intercept = b[0];
  out.fit.coefficients = spread_over_terms(b.subspan(1), observations, terms);
  out.fit.errors =
      spread_over_terms(std::span<const double>(errors).subspan(1), observations, terms);
  add_controls(b, errors, 1 + observations.terms.size(), observations, out.fit);
  out.fit.r_squared = found.r_squared.value_or(0);
  out.fit.residual_deviation = std::sqrt(found.residual_variance);
  out.covariance = covariance_over_terms(found.covariance, 1, 1, observations, terms);
  out.replicates = least_squares_replicates(instrument.fit, purpose_of(instrument, outcome),
                                            observations, terms, workers, progress);
  return out;
}

// Answers that somebody gave, lowest first. Others play no part: a scale of five of which the
// lowest was never chosen is fitted as one of four.
std::vector<int> given_answers(const Observations& observations) {
  std::vector<int> out;
  for (const double y : observations.y)
    out.push_back(static_cast<int>(y));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// Where the thresholds between given answers lie on the scale of answers.
std::vector<double> threshold_places(const std::vector<int>& given) {
  std::vector<double> out;
  for (std::size_t k = 0; k + 1 < given.size(); ++k)
    out.push_back((given[k] + given[k + 1]) / 2.0);
  return out;
}

// How many units of the latent judgement one step between answers is: the slope of the thresholds
// over their place among the answers, each weighted by how sure it is. Coefficients divided by it
// are in answer steps, whatever the link.
class AnswerStep {
 public:
  AnswerStep(const stats::OrderedModel& model, std::vector<double> places)
      : places_(std::move(places)) {
    const std::size_t first = model.coefficients.size();
    for (std::size_t k = 0; k < model.thresholds.size(); ++k)
      weights_.push_back(1 / model.covariance.at(first + k, first + k));
  }
  [[nodiscard]] double operator()(std::span<const double> thresholds) const {
    if (thresholds.size() < 2) return 1;
    double weight = 0, mean_k = 0, mean = 0;
    for (std::size_t k = 0; k < thresholds.size(); ++k) {
      weight += weights_[k];
      mean_k += weights_[k] * places_[k];
      mean += weights_[k] * thresholds[k];
    }
    mean_k /= weight;
    mean /= weight;
    double cross = 0, square = 0;
    for (std::size_t k = 0; k < thresholds.size(); ++k) {
      const double away = places_[k] - mean_k;
      cross += weights_[k] * away * (thresholds[k] - mean);
      square += weights_[k] * away * away;
    }
    return cross / square;
  }

 private:
  std::vector<double> places_;
  std::vector<double> weights_;
};

// One step of Newton from the estimate towards that of each replication (Moulton and Zeger 1991).
stats::Matrix one_step_replicates(const FitPlan& plan, std::uint64_t purpose,
                                  const stats::OrderedModel& model, const AnswerStep& step,
                                  const Observations& observations, std::size_t terms) {
  const auto replications = static_cast<std::size_t>(plan.replications);
  stats::Matrix out(replications, terms);
  const auto strata = strata_of_clusters(observations);
  const stats::ClusterBootstrap resampling(observations.cluster_count, strata, plan.seed, purpose);
  const std::size_t parameters = model.inverse_information.rows();
  const std::size_t columns = model.coefficients.size();
  for (std::size_t r = 0; r < replications; ++r) {
    const std::vector<double> times = resampling.multiplicities(r);
    std::vector<double> moved(parameters, 0);
    std::vector<double> sums(parameters, 0);
    for (std::size_t p = 0; p < parameters; ++p)
      for (std::size_t c = 0; c < times.size(); ++c)
        sums[p] += (times[c] - 1) * model.scores.at(c, p);
    for (std::size_t p = 0; p < parameters; ++p)
      for (std::size_t q = 0; q < parameters; ++q)
        moved[p] += model.inverse_information.at(p, q) * sums[q];
    std::vector<double> thresholds = model.thresholds;
    for (std::size_t k = 0; k < thresholds.size(); ++k)
      thresholds[k] += moved[columns + k];
    const double scale = step(thresholds);
    for (std::size_t c = 0; c < observations.terms.size(); ++c)
      out.at(r, observations.terms[c]) = (model.coefficients[c] + moved[c]) / scale;
  }
  return out;
}

std::vector<std::size_t> numbered(const std::vector<int>& given, const Observations& observations) {
  std::vector<std::size_t> out;
  for (const double y : observations.y)
    out.push_back(static_cast<std::size_t>(
        std::lower_bound(given.begin(), given.end(), static_cast<int>(y)) - given.begin()));
  return out;
}

FittedOutcome by_ordered_model(const Instrument& instrument, const Outcome& outcome,
                               const Observations& observations, const Standard& standard,
                               base::Workers workers) {
  const std::size_t terms = standard.terms.size();
  const bool is_probit = outcome.model == Outcome::Model::ordered_probit;
  const std::vector<int> given = given_answers(observations);
  const auto result = stats::ordered_model(
      observations.x, numbered(given, observations), given.size(), observations.weights,
      {.link = is_probit ? stats::Link::probit : stats::Link::logit,
       .errors = stats::Errors::cluster,
       .design = design_of(observations),
       .workers = workers});
  if (const auto* none = std::get_if<stats::NoFit>(&result))
    throw_no_fit(instrument, *none, 0, outcome, observations, standard);
  const auto& found = std::get<stats::OrderedModel>(result);
  if (!found.is_converged) throw_not_converged(outcome, found.iterations);
  const AnswerStep step(found, threshold_places(given));
  const double scale = step(found.thresholds);
  std::vector<double> b = found.coefficients;
  std::vector<double> errors = found.standard_errors();
  for (double& one : b)
    one /= scale;
  for (double& one : errors)
    one /= scale;
  FittedOutcome out{begun(outcome, observations)};
  out.fit.coefficients = spread_over_terms(b, observations, terms);
  out.fit.errors = spread_over_terms(errors, observations, terms);
  add_controls(b, errors, observations.terms.size(), observations, out.fit);
  for (const double one : found.thresholds)
    out.fit.cutpoints.push_back(one / scale);
  out.fit.r_squared = found.pseudo_r_squared();
  out.fit.residual_deviation = (is_probit ? 1 : 1.8137993642342178) / scale;
  out.covariance =
      covariance_over_terms(found.covariance, 0, 1 / (scale * scale), observations, terms);
  out.replicates = one_step_replicates(instrument.fit, purpose_of(instrument, outcome), found, step,
                                       observations, terms);
  return out;
}

void check_varies(const Outcome& outcome, const Observations& observations) {
  const auto [low, high] = std::minmax_element(observations.y.begin(), observations.y.end());
  if (low == high || *low < *high) return;
  if (outcome.kind == Outcome::Kind::stated) throw_one_answer(outcome, static_cast<int>(*low));
  throw_no_variation(outcome, observations.rows());
}

template <class T>
std::vector<T> chosen(const std::vector<T>& all, const std::vector<std::size_t>& rows) {
  std::vector<T> out;
  if (all.empty()) return out;
  for (const std::size_t row : rows)
    out.push_back(all[row]);
  return out;
}

// Numbers of groups without the gaps that dropping rows leaves.
std::size_t renumber(std::vector<std::size_t>& groups) {
  std::vector<std::size_t> sorted = groups;
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  for (std::size_t& one : groups)
    one = static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), one) -
                                   sorted.begin());
  return sorted.size();
}

}  // namespace

std::uint64_t purpose_of(const Instrument& instrument, const Outcome& outcome) {
  const auto found = std::find_if(instrument.outcomes.begin(), instrument.outcomes.end(),
                                  [&](const Outcome& one) { return one.id == outcome.id; });
  return static_cast<std::uint64_t>(found - instrument.outcomes.begin());
}

std::vector<std::size_t> strata_of_clusters(const Observations& observations) {
  if (observations.strata.empty()) return {};
  std::vector<std::size_t> out(observations.cluster_count, 0);
  for (std::size_t row = 0; row < observations.rows(); ++row)
    out[observations.clusters[row]] = observations.strata[row];
  return out;
}

Observations part_of(const Observations& all, bool held_out) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < all.rows(); ++row)
    if ((all.is_held_out[row] != 0) == held_out) rows.push_back(row);
  if (rows.size() == all.rows()) return all;
  Observations out;
  out.x = stats::Matrix(rows.size(), all.x.columns());
  for (std::size_t c = 0; c < all.x.columns(); ++c)
    for (std::size_t i = 0; i < rows.size(); ++i)
      out.x.at(i, c) = all.x.at(rows[i], c);
  out.terms = all.terms;
  out.controls = all.controls;
  out.y = chosen(all.y, rows);
  out.weights = chosen(all.weights, rows);
  out.units = chosen(all.units, rows);
  out.clusters = chosen(all.clusters, rows);
  out.strata = chosen(all.strata, rows);
  out.is_held_out = chosen(all.is_held_out, rows);
  out.cluster_count = renumber(out.clusters);
  out.stratum_count = renumber(out.strata);
  out.dropped = all.dropped;
  return out;
}

FittedOutcome fit_outcome(const Instrument& instrument, const Outcome& outcome, const Units& units,
                          const Observations& observations, const Standard& standard,
                          base::Workers workers, base::Progress& progress) {
  check_varies(outcome, observations);
  if (outcome.model != Outcome::Model::ordinary)
    return by_ordered_model(instrument, outcome, observations, standard, workers);
  // A penalised fit has no errors of its own, but columns that depend on each other are told of in
  // the same words.
  if (instrument.fit.method == FitPlan::Method::least_squares)
    return by_least_squares(instrument, outcome, observations, standard, workers, progress);
  return by_penalty(instrument, outcome, units, begun(outcome, observations), observations,
                    standard, workers, progress);
}

}  // namespace wijkbeeld::instrument::detail
