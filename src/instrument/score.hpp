// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <vector>

#include "instrument/area_means.hpp"

namespace wijkbeeld::instrument {

/// Scores of all areas of a level in one wave.
struct WaveScores {
  std::vector<std::vector<double>> contributions = {};  ///< [dimension][area], score points
  std::vector<double> deviation = {};  ///< from the reference: the sum of the contributions
  std::vector<double> error = {};      ///< standard error: of weights and of what was filled in
};

/// Changes of all areas between two waves; 0 where an area is not scored in both.
struct ScoreChanges {
  std::vector<std::uint8_t> is_known = {};
  std::vector<std::vector<double>> contributions = {};  ///< [dimension][area]
  std::vector<double> change = {};
  std::vector<double> error = {};
  /// That the change has the sign it shows, given the doubt of weights and filled-in values.
  std::vector<double> probability = {};
  /// Expected share of false ones among all changes at least as sure as this one (Benjamini and
  /// Hochberg 1995), over the areas of the level.
  std::vector<double> false_discovery = {};
};

/// Per dimension and row of z the sum of weight x z over its terms; `dimension_of_term` numbers
/// the dimensions from 0. Each column is read once, in blocks that stay in the nearest cache.
std::vector<std::vector<double>> dimension_sums(const stats::Matrix& z,
                                                std::span<const double> weights,
                                                std::span<const std::size_t> dimension_of_term,
                                                std::size_t dimensions, base::Workers workers);

/// Means over the rows of each group, weighted by residents; 0 for a group where nobody lives.
std::vector<std::vector<double>> means_over_residents(
    const std::vector<std::vector<double>>& values, std::span<const double> residents,
    std::span<const std::uint32_t> group_of_row, std::size_t groups);

/// Everything in area order. `weights` are the model's, or others (what-if); a weight of 0 takes
/// an indicator out.
WaveScores scores_of(const Instrument& instrument, const Model& model, const AreaMeans& means,
                     std::size_t wave, std::span<const double> weights, base::Workers workers);

ScoreChanges changes_of(const Instrument& instrument, const Model& model, const AreaMeans& means,
                        std::size_t from, std::size_t to, base::Workers workers);

/// Contribution of each term to an area's deviation in a wave: weight times standardised value.
std::vector<double> term_contributions(const Model& model, const AreaMeans& means, std::size_t area,
                                       std::size_t wave);

/// That a score with this estimate and error lies in each class, 1 first.
std::vector<double> class_probabilities(const ClassScale& classes, double score, double error);

/// Everything that is published of the levels: series of the definition's edition, with score,
/// deviation, class, contributions, development, changes, and how sure each is (quantities
/// score.error, class.probability, change.error, change.probability, change.false_discovery).
/// Areas with too few residents are withheld.
std::vector<series::Series> score_series(const Instrument& instrument, const Model& model,
                                         const AreaMeans& means, base::Workers workers);

}  // namespace wijkbeeld::instrument
