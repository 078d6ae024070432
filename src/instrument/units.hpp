// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/shape.hpp"
#include "instrument/instrument.hpp"
#include "series/project.hpp"

namespace wijkbeeld::instrument {

/// The places that an instrument scores one by one, and who lives there.
struct Units {
  area::Level level = area::Level::cell;
  area::Vintage vintage = {};
  std::vector<series::Wave> waves = {};
  std::vector<area::AreaCode> codes = {};  ///< sorted
  /// Where distances are measured from: the centre of a cell, a point inside another area. Empty
  /// when the project has no outlines of the level; a unit without an outline has none.
  std::vector<std::optional<geo::Point>> centres = {};
  std::vector<std::string> gemeente = {};  ///< code, or name where codes do not tell; may be empty
  std::vector<std::vector<double>> residents = {};  ///< [wave][unit]; 0 where unknown

  [[nodiscard]] std::size_t size() const { return codes.size(); }
  [[nodiscard]] std::optional<std::size_t> find(const area::AreaCode& code) const;
  [[nodiscard]] std::size_t wave_index(series::Wave wave) const;  ///< a bug for an unknown wave
};

/// The units of the definition's level and vintage, as the project knows them. Throws Failure when
/// the project has no such areas, or nobody lives in them.
Units units_of(const Instrument& instrument, const series::Project& project);

/// The area of `coarse` that an area of `fine` lies in: by its code, or by a nesting of the
/// project.
std::optional<area::AreaCode> ancestor_of(const series::Project& project,
                                          const area::AreaCode& code, area::Level fine,
                                          area::Level coarse, area::Vintage vintage);

/// A column of the project's series for a wave: the wave itself, or the year a definition fixed.
table::Value<double> value_of(const series::Series& series, const area::AreaCode& code,
                              const Quantity& quantity, series::Wave wave);

/// The series that a definition names. Throws Failure (place of the definition) that says which
/// editions, levels or quantities there are when it is not in the project.
const series::Series& series_named(const series::Project& project, const Quantity& quantity,
                                   const base::Place& place);

}  // namespace wijkbeeld::instrument
