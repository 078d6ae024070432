// SPDX-License-Identifier: EUPL-1.2
#include "instrument/detail/penalised_outcome.hpp"

#include <algorithm>
#include <cmath>

#include "instrument/detail/fit_checks.hpp"
#include "stats/cross_validation.hpp"
#include "stats/elastic_net.hpp"
#include "stats/resample.hpp"
#include "stats/stability_selection.hpp"

namespace wijkbeeld::instrument::detail {
namespace {

using base::say;

stats::ElasticNetSettings settings_of(const FitPlan& plan, const Observations& observations) {
  stats::ElasticNetSettings out;
  out.mix = plan.method == FitPlan::Method::ridge   ? 0
            : plan.method == FitPlan::Method::lasso ? 1
                                                    : plan.mix;
  out.penalty_factors.assign(observations.x.columns(), 1);
  for (std::size_t c = observations.terms.size(); c < observations.x.columns(); ++c)
    out.penalty_factors[c] = 0;
  out.tolerance = 1e-10;
  return out;
}

[[noreturn]] void throw_nothing_to_fit(const Outcome& outcome) {
  throw base::Failure(say("without some blocks '{}' does not vary", outcome.id))
      .at(outcome.place)
      .help(say("take fewer folds or smaller blocks"));
}

stats::Matrix replicates_of(const FitPlan& plan, std::uint64_t purpose, double penalty,
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
      const Line line =
          penalised_line(plan, observations, parts.combined(resampling.multiplicities(r)), penalty);
      for (std::size_t c = 0; c < observations.terms.size(); ++c)
        out.at(r, observations.terms[c]) = line.coefficients[c];
    }
  });
  return out;
}

void set_errors(const stats::Matrix& replicates, const Observations& observations,
                FittedOutcome& out) {
  const std::size_t terms = out.fit.coefficients.size();
  out.fit.errors.assign(terms, 0);
  out.covariance = stats::Matrix(terms, terms);
  if (replicates.rows() < 2) return;
  const double n = static_cast<double>(replicates.rows());
  for (const std::size_t j : observations.terms)
    for (const std::size_t k : observations.terms) {
      double mean_j = 0, mean_k = 0, sum = 0;
      for (std::size_t r = 0; r < replicates.rows(); ++r) {
        mean_j += replicates.at(r, j) / n;
        mean_k += replicates.at(r, k) / n;
      }
      for (std::size_t r = 0; r < replicates.rows(); ++r)
        sum += (replicates.at(r, j) - mean_j) * (replicates.at(r, k) - mean_k);
      out.covariance.at(j, k) = sum / (n - 1);
    }
  for (const std::size_t t : observations.terms)
    out.fit.errors[t] = std::sqrt(out.covariance.at(t, t));
}

void set_in_sample(const stats::CrossValidation& validation, std::size_t at,
                   const Observations& observations, OutcomeFit& fit) {
  std::vector<double> residuals;
  for (std::size_t row = 0; row < observations.rows(); ++row) {
    double prediction = validation.fit.intercepts[at];
    for (std::size_t c = 0; c < observations.x.columns(); ++c)
      prediction += validation.fit.coefficients.at(c, at) * observations.x.at(row, c);
    residuals.push_back(observations.y[row] - prediction);
  }
  const OutOfSample in = judged("all", observations.y, residuals, observations.weights);
  fit.r_squared = in.r_squared.value_or(0);
  fit.residual_deviation = in.root_mean_square;
}

}  // namespace

Line penalised_line(const FitPlan& plan, const Observations& observations,
                    const stats::Moments& moments, double penalty) {
  stats::ElasticNetSettings settings = settings_of(plan, observations);
  settings.lambdas = {penalty};
  const auto net = stats::elastic_net(moments, settings);
  if (!net || net->size() == 0) return {0, std::vector<double>(observations.x.columns(), 0)};
  const std::span<const double> b = net->coefficients.column(0);
  return {net->intercepts[0], {b.begin(), b.end()}};
}

FittedOutcome by_penalty(const Instrument& instrument, const Outcome& outcome, const Units& units,
                         OutcomeFit begun, const Observations& observations,
                         const Standard& standard, base::Workers workers,
                         base::Progress& progress) {
  const std::size_t terms = standard.terms.size();
  const auto folds = folds_of(instrument, units, observations);
  const std::size_t count = *std::max_element(folds.begin(), folds.end()) + 1;
  const stats::ClusterMoments parts({observations.x, observations.y, observations.weights}, folds,
                                    count, workers);
  const auto validation =
      stats::cross_validate(parts, settings_of(instrument.fit, observations), workers);
  if (!validation) throw_nothing_to_fit(outcome);
  const std::size_t at = instrument.fit.takes_one_se ? validation->sparest : validation->best;
  FittedOutcome out{std::move(begun)};
  out.fit.penalty = validation->fit.lambdas[at];
  out.fit.intercept = validation->fit.intercepts[at];
  out.fit.coefficients.assign(terms, 0);
  for (std::size_t c = 0; c < observations.terms.size(); ++c)
    out.fit.coefficients[observations.terms[c]] = validation->fit.coefficients.at(c, at);
  for (std::size_t c = 0; c < observations.controls.size(); ++c) {
    out.fit.control_coefficients.push_back(
        validation->fit.coefficients.at(observations.terms.size() + c, at));
    out.fit.control_errors.push_back(0);
  }
  set_in_sample(*validation, at, observations, out.fit);
  out.replicates = replicates_of(instrument.fit, purpose_of(instrument, outcome), *out.fit.penalty,
                                 observations, terms, workers, progress);
  set_errors(out.replicates, observations, out);
  return out;
}

std::vector<double> selection_shares(const FitPlan& plan, const Observations& observations,
                                     const stats::ClusterMoments& parts, base::Workers workers) {
  FitPlan lasso = plan;
  lasso.method = FitPlan::Method::lasso;
  stats::StabilitySettings settings{.net = settings_of(lasso, observations), .seed = plan.seed};
  settings.selected = std::max<std::size_t>(1, observations.terms.size() / 2);
  const auto found = stats::stability_selection(parts, settings, workers);
  if (!found) return std::vector<double>(observations.x.columns(), 0);
  return found->frequency;
}

}  // namespace wijkbeeld::instrument::detail
