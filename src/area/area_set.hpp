// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "area/level.hpp"
#include "geo/shape.hpp"
#include "table/value.hpp"

namespace wijkbeeld::area {

/// One area as a classification lists it.
struct Area {
  AreaCode code;
  std::string name;
  std::string gemeente_name = {};  ///< empty when unknown, or for a gemeente itself
  table::Value<double> residents = table::Absence::not_collected;
  bool is_water = false;  ///< CBS keeps codes for water without residents
};

/// The areas of one level and vintage. Sorted by code, each code once.
class AreaSet {
 public:
  /// `residents_source` says in words and year where residents come from ("CBS, 1 January 2016").
  /// Sorting is done here; a code given twice is a bug: readers refuse doubles first.
  AreaSet(Level level, Vintage vintage, std::vector<Area> areas, std::string residents_source);

  [[nodiscard]] Level level() const { return level_; }
  [[nodiscard]] Vintage vintage() const { return vintage_; }
  [[nodiscard]] const std::vector<Area>& areas() const { return areas_; }
  [[nodiscard]] std::size_t size() const { return areas_.size(); }
  [[nodiscard]] const std::string& residents_source() const { return residents_source_; }

  [[nodiscard]] std::optional<std::size_t> find(const AreaCode& code) const;

  /// Gives areas the name, gemeente and residents that `other` (same level and vintage) knows and
  /// this set does not, and adds areas only `other` has.
  void merge(const AreaSet& other);

 private:
  Level level_;
  Vintage vintage_;
  std::vector<Area> areas_;
  std::string residents_source_;
};

/// Shapes of areas of one level and vintage, sorted by code. An area may be missing here.
struct Outlines {
  Level level = Level::own;
  Vintage vintage;
  std::vector<AreaCode> codes = {};
  std::vector<geo::MultiPolygon> shapes = {};  ///< same order as codes
  std::vector<std::string> names = {};         ///< same order; empty text when unknown
  std::string source = {};                     ///< credit, such as "CBS, Kadaster (2022)"

  [[nodiscard]] std::optional<std::size_t> find(const AreaCode& code) const;
};

}  // namespace wijkbeeld::area
