// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "instrument/measure.hpp"
#include "stats/matrix.hpp"

namespace wijkbeeld::instrument {

/// A transformation whose numbers are fixed: limits and percentiles found in the base wave.
struct FrozenTransform {
  Transform::Kind kind = Transform::Kind::log;
  double low = 0;
  double high = 0;
  std::vector<double> numbers = {};  ///< knots, or the 101 percentiles of a rank
  bool operator==(const FrozenTransform&) const = default;
};

/// What is weighted: an indicator after its transformations, or one of its parts (piecewise,
/// dummies). Standardised: z = (value - centre) / scale, for good.
struct Term {
  std::string id;             ///< that of the indicator, or "indicator:part"
  std::size_t indicator = 0;  ///< position in the definition
  std::size_t part = 0;
  double centre = 0;  ///< mean in the base wave, weighted by residents
  double scale = 1;   ///< standard deviation in the base wave, weighted by residents
  bool operator==(const Term&) const = default;
};

/// How raw values become standardised ones; part of a fitted model, so that a later wave or another
/// person gets the same numbers.
struct Standard {
  std::vector<std::vector<FrozenTransform>> transforms = {};  ///< per indicator of the definition
  std::vector<Term> terms = {};                               ///< in order of indicator and part
  bool operator==(const Standard&) const = default;
};

/// A value that stood in for an absent one, and how far the true one may be from it.
struct Imputed {
  std::uint32_t unit = 0;
  std::uint32_t term = 0;
  double deviation = 0;  ///< standard deviation, in units of the standardised value
};

/// One wave, ready to be weighted.
struct StandardWave {
  stats::Matrix z = {};                      ///< units x terms
  std::vector<Imputed> imputed = {};         ///< in order of term and unit
  std::vector<std::uint8_t> is_scored = {};  ///< 0: a value that may not be missing is missing
};

/// Finds limits, percentiles, centres and scales in the base wave. Throws Failures for all included
/// indicators at once: one that is the same everywhere, has a value its transformation cannot take
/// (says where), or has no values in the base wave. An indicator that is left out and fails is
/// left out of the terms as well.
Standard standard_of(const Instrument& instrument, const Measured& measured);

/// Transforms and standardises a wave and fills in what is missing, as the definition says. Throws
/// Failures for included indicators that have no value in the wave (unless it may be taken from
/// another wave) or a value their transformation cannot take.
StandardWave standardised(const Instrument& instrument, const Measured& measured,
                          const Standard& standard, series::Wave wave);

/// The transformed value of each term of an indicator for a raw value; empty when a step cannot
/// take it (a logarithm of nothing or less, a root of less than nothing).
std::vector<double> transformed(const std::vector<FrozenTransform>& steps, double value);

}  // namespace wijkbeeld::instrument
