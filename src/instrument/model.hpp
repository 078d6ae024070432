// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "instrument/standard.hpp"

namespace wijkbeeld::instrument {

/// How well a fit predicts what it has not seen. R2 is 1 - sum of squared errors over sum of
/// squares around the mean, both weighted; it can be below 0.
struct OutOfSample {
  std::string what;  ///< "folds", "held out", or a dimension's id
  std::size_t rows = 0;
  std::optional<double> r_squared = {};
  double root_mean_square = 0;  ///< of the errors, in units of the outcome
};

/// What one outcome told.
struct OutcomeFit {
  std::string id;
  std::size_t rows = 0;
  std::size_t clusters = 0;
  std::size_t strata = 0;
  std::size_t dropped = 0;
  double share = 1;
  /// Per term of the model: in units of the outcome (answer steps, logarithm of the price, score
  /// points) per standard deviation of the term. 0 for terms that are not used.
  std::vector<double> coefficients = {};
  std::vector<double> errors = {};  ///< standard errors; of penalised fits by bootstrap
  std::vector<std::string> controls = {};
  std::vector<double> control_coefficients = {};
  std::vector<double> control_errors = {};
  std::vector<double> cutpoints = {};  ///< of an ordered model
  double intercept = 0;
  double r_squared = 0;
  double residual_deviation = 0;
  std::optional<double> penalty = {};  ///< lambda
  /// Spread of its prediction over residents in the base wave, freed of the noise of the fit.
  double spread = 0;
  std::optional<double> moran = {};  ///< of residuals per unit, and its two-sided p
  std::optional<double> moran_p = {};
  std::vector<OutOfSample> checks = {};
};

/// How a term did apart from its weight.
struct TermCheck {
  std::optional<double> variance_inflation = {};
  double selected = 0;  ///< share of half samples in which a lasso kept it
};

/// An instrument with its weights: everything needed to score any wave of any project that has the
/// same indicators. Holds no observations.
struct Model {
  std::string instrument;         ///< id of the definition
  std::string definition_sha256;  ///< of the definition it was fitted with
  std::string data_sha256;        ///< of the files that were fitted on
  Standard standard = {};
  double reference = 0;
  double spread = 0;  ///< of scores over residents in the base wave, in score points
  /// Per term, in score points per standard deviation. 0 for terms that are not used.
  std::vector<double> weights = {};
  std::vector<double> errors = {};
  /// Of the weights, term by term: of the bootstrap, or of the fit itself without one. Empty for
  /// weights given by hand, which have no doubt of their own.
  stats::Matrix covariance = {};
  std::size_t replications = 0;  ///< of the bootstrap
  double confidence = 0.90;
  std::uint64_t seed = 1;
  std::vector<OutcomeFit> outcomes = {};
  std::vector<TermCheck> checks = {};

  [[nodiscard]] bool is_used(std::size_t term) const;
};

/// Text that reads back as the same model (TOML; docs/reference/model.md).
std::string to_text(const Model& model);
/// Throws Failure when the text is no model, or of a newer version.
Model parse_model(std::string_view text, const std::string& name);

}  // namespace wijkbeeld::instrument
