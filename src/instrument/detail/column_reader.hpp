// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "area/crosswalk.hpp"
#include "instrument/measure.hpp"

namespace wijkbeeld::instrument::detail {

/// Reads columns of a project per unit of an instrument: of the units' own level, of a coarser one
/// they lie in, or brought over from other boundaries. Remembers how units and rows meet.
class ColumnReader {
 public:
  ColumnReader(const series::Project& project, const Units& units, base::Workers workers)
      : project_(project), units_(units), workers_(workers) {}

  /// Throws Failure at the place when the project lacks the quantity.
  RawColumn read(const FromColumn& column, series::Wave wave, const base::Place& place);
  /// The quantity itself; `adds_up` says how it comes from other boundaries: sums, or means.
  RawColumn read(const Quantity& quantity, series::Wave wave, bool adds_up,
                 const base::Place& place);

 private:
  /// Row of the series for each unit; the number of rows where there is none.
  using Rows = std::vector<std::size_t>;
  struct Belonging {
    area::Level level;
    area::Vintage vintage;
    auto operator<=>(const Belonging&) const = default;
  };

  /// For each unit the area of the level it lies in; nothing when that cannot be told from codes
  /// or nestings.
  const std::vector<std::optional<area::AreaCode>>* areas_of(const Belonging& where);
  Rows rows_of(const series::Series& series, const Belonging& where);
  RawColumn brought(const series::Series& series, const Quantity& quantity, series::Wave wave,
                    bool adds_up, const base::Place& place);
  const area::Crosswalk& crosswalk_from(const Belonging& where, const base::Place& place);

  const series::Project& project_;
  const Units& units_;
  base::Workers workers_;
  std::map<Belonging, std::vector<std::optional<area::AreaCode>>> ancestors_;
  std::map<Belonging, area::Crosswalk> crosswalks_;
};

}  // namespace wijkbeeld::instrument::detail
