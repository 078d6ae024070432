// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/failure.hpp"
#include "base/words.hpp"
#include "series/series.hpp"

namespace wijkbeeld::instrument {

/// A quantity as a table publishes it.
struct Quantity {
  series::EditionId edition;
  std::string quantity;
  /// Level of the table; where it is coarser than that of the instrument, every unit gets the value
  /// of the area it lies in.
  area::Level level = area::Level::own;
  area::Vintage vintage = {};
  /// A series of one year only can stand for all waves: the year it is from, said in the card.
  std::optional<series::Wave> fixed_wave = {};
  bool operator==(const Quantity&) const = default;
};

/// A column, or a ratio of two columns.
struct FromColumn {
  Quantity of;
  /// Divided by this quantity (of the same table unless it says otherwise) and wave, which counts
  /// as `at_least` when lower.
  std::optional<Quantity> per = {};
  double at_least = 0;
  double times = 1;
  /// A count: sums where it is brought over from other boundaries (a ratio always does).
  bool adds_up = false;
  bool operator==(const FromColumn&) const = default;
};

/// What is measured from places around the centre of a unit.
struct FromPlaces {
  enum class Kind : std::uint8_t {
    distance,  ///< metres to the nearest place, at most `reach`; 0 inside a surface
    count,     ///< number of points within `reach` metres
    share,     ///< share, 0 to 1, of the circle of `reach` metres that surfaces cover
    length,    ///< metres of line within `reach` metres
  };
  Kind kind = Kind::distance;
  std::string places;
  double reach = 0;
  bool operator==(const FromPlaces&) const = default;
};

/// The mean of a column over the cells around, themselves included: on the 100 m grid only.
struct FromSurroundings {
  enum class Kernel : std::uint8_t { disc, gauss, epanechnikov };
  FromColumn of;
  Kernel kernel = Kernel::disc;
  double reach = 0;  ///< metres: radius of the disc, bandwidth of the others
  bool operator==(const FromSurroundings&) const = default;
};

/// Dominance of a building period: the mean of its share in the dwellings here and its share in the
/// dwellings within `reach` metres.
struct FromDominance {
  FromColumn share;       ///< fraction or percentage of the dwellings of a cell
  std::string dwellings;  ///< quantity of the same table that counts them
  double reach = 200;
  bool operator==(const FromDominance&) const = default;
};

/// Evenness of a mix: Shannon entropy of the parts, 0 (one part only) to 1 (all equal).
struct FromMix {
  std::vector<Quantity> parts;
  bool operator==(const FromMix&) const = default;
};

using Measure = std::variant<FromColumn, FromPlaces, FromSurroundings, FromDominance, FromMix>;

/// One step from a raw value to what is standardised. Steps are done in the order given.
struct Transform {
  enum class Kind : std::uint8_t {
    log,        ///< natural logarithm; values under `low` count as `low` when that is positive
    log1p,      ///< ln(1 + x)
    root,       ///< square root
    cap,        ///< kept within low and high
    winsorise,  ///< kept within the quantiles low and high of the base wave
    rank,       ///< share of residents of the base wave at or under it, 0 to 1
    piecewise,  ///< a slope of its own beyond each knot: becomes several terms
    dummies,    ///< a term for each of `knots` (whole numbers), the rest is the reference
  };
  Kind kind = Kind::log;
  double low = 0;
  double high = 0;
  std::vector<double> knots = {};
  bool operator==(const Transform&) const = default;
};

/// What stands in for a value that is absent.
enum class Missing : std::uint8_t {
  mean,       ///< the mean of the wave, so that the indicator says nothing here
  gemeente,   ///< the mean of its gemeente in that wave
  last_wave,  ///< its own nearest earlier wave, else its nearest later one
  no_score,   ///< a unit without it gets no score
};

/// Why an indicator is contested: off unless a definition switches it on, with a reason.
enum class Sensitivity : std::uint8_t { none, origin, benefits, care, age, household };
std::string_view to_text(Sensitivity sensitivity);

/// One feature of a place that may count towards the score.
struct Indicator {
  std::string id;
  base::Words name;
  std::string dimension;  ///< id
  std::string unit;
  std::string source = {};
  int direction = 0;  ///< expected sign of its weight: 1, -1, or 0 when nothing is expected
  Measure measure;
  std::vector<Transform> transforms = {};
  Missing missing = Missing::mean;
  Sensitivity sensitivity = Sensitivity::none;
  bool is_included = true;
  base::Words reason = {};  ///< for taking it in or leaving it out
  base::Place place = {};   ///< in the definition file
};

}  // namespace wijkbeeld::instrument
