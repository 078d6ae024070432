// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "base/random.hpp"
#include "instrument/index_maker.hpp"
#include "stats/normal_vector.hpp"

namespace wijkbeeld::instrument {

/// A choice that could have been made otherwise.
enum class Factor : std::uint8_t {
  dropped,       ///< which indicator is left out, if any
  perturbation,  ///< weights that people might have set otherwise
  draw,          ///< weights as unsure as the fit says
  share,         ///< of the first outcome in the merged weights
  treatment,     ///< of outliers
  normalisation,
  weighting,
  aggregation,
};
std::string_view to_text(Factor factor);

/// What may vary, and how far. A choice with one option does not vary. docs/method/sensitivity.md.
struct Assumptions {
  /// None, or any one of the indicators the model uses: all equally likely.
  bool drops_one = true;
  /// Each indicator's weight times exp(spread x standard normal); 0 for none.
  double perturbation = 0.25;
  /// Weights from a normal distribution with the model's covariance.
  bool draws_weights = true;
  /// The share of the first outcome, evenly between two; the others keep their proportions. Only
  /// with two outcomes or more.
  bool varies_share = true;
  /// Between which; by default from half of what it is to halfway between that and 1.
  std::optional<std::pair<double, double>> first_share = {};
  std::vector<Treatment> treatments = {Treatment::none};
  std::vector<Normalisation> normalisations = {Normalisation::z, Normalisation::min_max,
                                               Normalisation::rank};
  std::vector<Weighting> weightings = {Weighting::model};
  std::vector<Aggregation> aggregations = {Aggregation::arithmetic, Aggregation::mixed,
                                           Aggregation::geometric};
};

/// Turns points of the unit cube into plans.
class AssumptionSpace {
 public:
  /// Borrows `model`. Throws Failures for a spread below 0, shares that do not run from 0 to 1
  /// around the model's own, and lists that say something twice or lack what the instrument itself
  /// does (none, z, model, arithmetic): what is found would not be about the instrument.
  AssumptionSpace(const Assumptions& assumptions, const Model& model, const IndexMaker& maker,
                  base::Seed seed);

  /// What varies: one coordinate for each, in this order.
  [[nodiscard]] const std::vector<Factor>& factors() const { return factors_; }
  /// Every form a plan can ask for.
  [[nodiscard]] std::vector<ColumnForm> forms() const;
  /// The plan at a point, each coordinate in [0, 1). Factors that are whole vectors take a stream
  /// of their own, keyed by the seed and the coordinate.
  void plan_at(std::span<const double> point, IndexPlan& plan) const;

 private:
  void set(Factor factor, double u, IndexPlan& plan) const;
  void add_share(double u, std::vector<double>& weights) const;
  void add_draw(double u, std::vector<double>& weights) const;
  void perturb(double u, std::vector<double>& multipliers) const;

  Assumptions assumptions_;
  const Model* model_;
  std::vector<std::size_t> indicators_;
  std::size_t definition_size_ = 0;
  stats::NormalVector errors_;
  std::pair<double, double> first_share_;
  std::vector<double> merged_;  // with the model's own shares
  base::Seed seed_;
  std::vector<Factor> factors_;
};

}  // namespace wijkbeeld::instrument
