// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/shape.hpp"

namespace wijkbeeld::series {

/// What the shapes of a kind of place are.
enum class PlaceShape : std::uint8_t { point, line, surface };

/// When a place is there: from the first year up to, not including, the year it went. Empty when
/// it was always there, or still is.
struct Presence {
  std::optional<int> from = {};
  std::optional<int> until = {};
  [[nodiscard]] bool is_there(int year) const {
    return (!from || *from <= year) && (!until || year < *until);
  }
  bool operator==(const Presence&) const = default;
};

/// All places of one kind: supermarkets, railways, parks. Indicators from geography are made from
/// them. Exactly one of the three lists of shapes is filled, as `shape` says.
struct Places {
  std::string id;  ///< "supermarkt"
  std::string title = {};
  PlaceShape shape = PlaceShape::point;
  std::vector<geo::Point> points = {};
  std::vector<geo::Line> lines = {};
  std::vector<geo::MultiPolygon> surfaces = {};
  std::vector<Presence> presence = {};  ///< one for each shape, in the same order

  [[nodiscard]] std::size_t size() const { return presence.size(); }
  bool operator==(const Places&) const = default;
};

}  // namespace wijkbeeld::series
