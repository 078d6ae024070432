// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "area/level.hpp"
#include "geo/shape.hpp"

namespace wijkbeeld::store::detail {

/// Lists as blobs with a check sum (see codec/blob.hpp), and back. Unpacking throws Failure ("the
/// column is damaged") on anything else.
std::string pack_texts(const std::vector<std::string>& texts);
std::vector<std::string> unpack_texts(std::string_view blob);

std::string pack_codes(const std::vector<area::AreaCode>& codes);
std::vector<area::AreaCode> unpack_codes(std::string_view blob);

/// Shapes as one row of numbers: how many parts, for each how many rings, for each how many points,
/// then x and y of each point.
std::string pack_shapes(const std::vector<geo::MultiPolygon>& shapes);
std::vector<geo::MultiPolygon> unpack_shapes(std::string_view blob);

/// Points as x and y of each; lines as how many points, then x and y of each.
std::string pack_points(const std::vector<geo::Point>& points);
std::vector<geo::Point> unpack_points(std::string_view blob);
std::string pack_lines(const std::vector<geo::Line>& lines);
std::vector<geo::Line> unpack_lines(std::string_view blob);

}  // namespace wijkbeeld::store::detail
