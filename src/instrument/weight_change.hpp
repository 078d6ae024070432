// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "instrument/model.hpp"

namespace wijkbeeld::instrument {

/// What a person asks of one weight.
struct Change {
  enum class Kind : std::uint8_t {
    without,  ///< it does not count
    weight,   ///< it counts so many score points per standard deviation
    factor,   ///< it counts so many times as much
  };
  /// Id of an indicator, or of one of its terms ("indicator:part").
  std::string indicator;
  Kind kind = Kind::without;
  double value = 0;
  bool operator==(const Change&) const = default;
};

/// "ID=0.02" (score points per standard deviation) or "ID=x1.5" (times what it was). Throws
/// Failure (usage) for anything else.
Change parse_weight_change(std::string_view text);

/// The weights of the model with the changes made, per term. An indicator that the definition
/// leaves out but that was measured may get a weight; one that was not measured may not. Throws
/// Failures (all at once) for an id that is unknown (with what was perhaps meant), not measured or
/// changed twice, for a factor of a weight that is 0, and for one weight for an indicator of
/// several terms.
std::vector<double> changed_weights(const Instrument& instrument, const Model& model,
                                    std::span<const Change> changes);

/// Merged anew: spread x sum over outcomes of share x coefficient / spread of the outcome's
/// prediction, per term; shares (one per outcome) count over their sum. With the model's own shares
/// these are its weights (docs/method/sensitivity.md).
std::vector<double> merged_weights(const Model& model, std::span<const double> shares);

}  // namespace wijkbeeld::instrument
