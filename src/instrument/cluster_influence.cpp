// SPDX-License-Identifier: EUPL-1.2
#include "instrument/detail/cluster_influence.hpp"

#include <algorithm>
#include <cmath>

#include "instrument/detail/outcome_fitter.hpp"
#include "instrument/detail/penalised_outcome.hpp"
#include "stats/normal_equations.hpp"

namespace wijkbeeld::instrument::detail {
namespace {

// Coefficients of the columns; nothing when least squares cannot tell some of them.
std::optional<std::vector<double>> columns_of(const Instrument& instrument,
                                              const Observations& observations,
                                              const stats::Moments& moments,
                                              std::optional<double> penalty) {
  if (penalty) return penalised_line(instrument.fit, observations, moments, *penalty).coefficients;
  auto found = stats::solve(moments);
  if (!found || !found->dependent.empty()) return std::nullopt;
  return std::move(found->coefficients);
}

// Coefficients of all terms; 0 for those that are not used.
std::optional<std::vector<double>> coefficients_of(const Instrument& instrument,
                                                   const Observations& observations,
                                                   const stats::Moments& moments,
                                                   const OutcomeFit& fit) {
  const auto columns = columns_of(instrument, observations, moments, fit.penalty);
  if (!columns) return std::nullopt;
  std::vector<double> out(fit.coefficients.size(), 0);
  for (std::size_t c = 0; c < observations.terms.size(); ++c)
    out[observations.terms[c]] = (*columns)[c];
  return out;
}

// How far the fit moves from `all` to `without`.
void compare(const std::vector<double>& all, const std::vector<double>& without,
             const OutcomeFit& fit, const stats::Matrix& s, ClusterInfluence& into) {
  std::vector<double> moved(all.size());
  for (std::size_t t = 0; t < all.size(); ++t) {
    moved[t] = all[t] - without[t];
    if (!(fit.errors[t] > 0)) continue;
    const double steps = moved[t] / fit.errors[t];
    if (!into.steps || std::abs(steps) > std::abs(*into.steps)) {
      into.steps = steps;
      into.term = t;
    }
  }
  const double spread = quadratic(all, s);
  if (spread > 0) into.moved = std::sqrt(std::max(0.0, quadratic(moved, s)) / spread);
}

// Undecided first, then by how far they move the prediction.
bool comes_before(const ClusterInfluence& a, const ClusterInfluence& b) {
  if (a.moved.has_value() != b.moved.has_value()) return !a.moved.has_value();
  if (a.moved != b.moved) return a.moved > b.moved;
  return a.first_row < b.first_row;
}

std::vector<ClusterInfluence> begun(const Observations& observations) {
  std::vector<ClusterInfluence> out(observations.cluster_count);
  for (std::size_t row = observations.rows(); row-- > 0;) {
    ClusterInfluence& one = out[observations.clusters[row]];
    one.first_row = row;
    ++one.rows;
  }
  return out;
}

}  // namespace

std::vector<ClusterInfluence> cluster_influences(const Instrument& instrument,
                                                 const Observations& observations,
                                                 const OutcomeFit& fit,
                                                 const stats::Matrix& covariance_of_z,
                                                 base::Workers workers) {
  std::vector<ClusterInfluence> out = begun(observations);
  const stats::ClusterMoments parts({observations.x, observations.y, observations.weights},
                                    observations.clusters, observations.cluster_count, workers);
  const stats::Moments total = parts.total();
  const auto all = coefficients_of(instrument, observations, total, fit);
  if (!all) return {};
  base::for_blocks(out.size(), 8, workers, [&](std::size_t begin, std::size_t end) {
    for (std::size_t c = begin; c < end; ++c) {
      if (out[c].rows == 0) continue;
      stats::Moments others = total;
      others.add(parts.part(c), -1);
      if (const auto without = coefficients_of(instrument, observations, others, fit))
        compare(*all, *without, fit, covariance_of_z, out[c]);
    }
  });
  // Clusters of which every row was held out.
  std::erase_if(out, [](const ClusterInfluence& one) { return one.rows == 0; });
  std::sort(out.begin(), out.end(), comes_before);
  return out;
}

}  // namespace wijkbeeld::instrument::detail
