// SPDX-License-Identifier: EUPL-1.2
#include "geo/neighbours.hpp"

#include <algorithm>
#include <compare>

namespace wijkbeeld::geo {
namespace {

struct Corner {
  double x;
  double y;
  std::size_t area;
  auto operator<=>(const Corner&) const = default;
};

std::vector<Corner> corners(std::span<const MultiPolygon> areas) {
  std::vector<Corner> all;
  for (std::size_t area = 0; area < areas.size(); ++area) {
    const auto add = [&](const Ring& ring) {
      for (const Point p : ring)
        all.push_back({p.x, p.y, area});
    };
    for (const Polygon& part : areas[area].parts) {
      add(part.outer);
      for (const Ring& hole : part.holes)
        add(hole);
    }
  }
  return all;
}

void sort_and_thin(std::vector<std::size_t>& positions) {
  std::sort(positions.begin(), positions.end());
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
}

}  // namespace

std::vector<std::vector<std::size_t>> neighbours(std::span<const MultiPolygon> areas) {
  std::vector<Corner> all = corners(areas);
  std::sort(all.begin(), all.end(), [](const Corner& a, const Corner& b) { return a < b; });
  std::vector<std::vector<std::size_t>> found(areas.size());
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin;
    while (end < all.size() && all[end].x == all[begin].x && all[end].y == all[begin].y)
      ++end;
    for (std::size_t i = begin; i < end; ++i)
      for (std::size_t k = begin; k < end; ++k)
        if (all[i].area != all[k].area) found[all[i].area].push_back(all[k].area);
    begin = end;
  }
  for (std::vector<std::size_t>& positions : found)
    sort_and_thin(positions);
  return found;
}

}  // namespace wijkbeeld::geo
