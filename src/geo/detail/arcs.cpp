// SPDX-License-Identifier: EUPL-1.2
#include "geo/detail/arcs.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "base/ensure.hpp"

namespace wijkbeeld::geo::detail {
namespace {

using Path = std::vector<Vertex>;

bool is_before(Point a, Point b) {
  return a.x != b.x ? a.x < b.x : a.y < b.y;
}

std::vector<const Ring*> rings_of(std::span<const MultiPolygon> areas) {
  std::vector<const Ring*> rings;
  for (const MultiPolygon& area : areas) {
    for (const Polygon& part : area.parts) {
      rings.push_back(&part.outer);
      for (const Ring& hole : part.holes)
        rings.push_back(&hole);
    }
  }
  return rings;
}

std::vector<Point> distinct_points(const std::vector<const Ring*>& rings) {
  std::vector<Point> points;
  for (const Ring* ring : rings) {
    for (const Point p : *ring)
      base::ensure(std::isfinite(p.x) && std::isfinite(p.y), "coordinates are finite");
    points.insert(points.end(), ring->begin(), ring->end());
  }
  std::sort(points.begin(), points.end(), is_before);
  points.erase(std::unique(points.begin(), points.end()), points.end());
  return points;
}

// The ring as vertices, without the repeated end and without steps on the spot.
Path path_of(const Ring& ring, const std::vector<Point>& points) {
  Path path;
  for (const Point p : ring) {
    const auto at = std::lower_bound(points.begin(), points.end(), p, is_before);
    const auto vertex = static_cast<Vertex>(at - points.begin());
    if (path.empty() || path.back() != vertex) path.push_back(vertex);
  }
  while (path.size() > 1 && path.front() == path.back())
    path.pop_back();
  return path;
}

// Marks the vertices at which rings part: where two visits do not see the same two neighbours.
std::vector<bool> junctions(const std::vector<Path>& paths, std::size_t points) {
  constexpr Vertex kNone = std::numeric_limits<Vertex>::max();
  std::vector<std::pair<Vertex, Vertex>> seen(points, {kNone, kNone});
  std::vector<bool> is_junction(points, false);
  for (const Path& path : paths) {
    for (std::size_t i = 0; i < path.size(); ++i) {
      const std::pair<Vertex, Vertex> beside =
          std::minmax(path[(i + path.size() - 1) % path.size()], path[(i + 1) % path.size()]);
      auto& known = seen[path[i]];
      if (known.first == kNone)
        known = beside;
      else if (known != beside)
        is_junction[path[i]] = true;
    }
  }
  return is_junction;
}

// Every arc has one direction in which it is kept, whichever way a ring runs along it.
class ArcList {
 public:
  LineworkRing::Step step(Path path, bool is_ring) {
    const bool is_backwards =
        std::pair(path.front(), path[1]) > std::pair(path.back(), path[path.size() - 2]);
    if (is_backwards) std::reverse(path.begin(), path.end());
    // The vertices after the second follow from it, unless it is a junction and thus the last.
    const auto [known, is_new] =
        numbers_.try_emplace({path[0], path[1]}, static_cast<std::uint32_t>(arcs.size()));
    if (is_new) arcs.push_back({std::move(path), is_ring});
    ++arcs[known->second].users;
    return {known->second, is_backwards};
  }

  std::vector<Arc> arcs;

 private:
  std::map<std::pair<Vertex, Vertex>, std::uint32_t> numbers_;
};

LineworkRing cut(Path path, const std::vector<bool>& is_junction, ArcList& list) {
  LineworkRing ring;
  if (path.size() < 3) return ring;  // no surface: the ring vanishes
  const auto begins = [&](Vertex v) { return is_junction[v]; };
  const auto first = std::find_if(path.begin(), path.end(), begins);
  const bool is_whole = first == path.end();
  std::rotate(path.begin(), is_whole ? std::min_element(path.begin(), path.end()) : first,
              path.end());
  path.push_back(path.front());
  for (std::size_t begin = 0; begin + 1 < path.size();) {
    std::size_t end = begin + 1;
    while (end + 1 < path.size() && !is_junction[path[end]])
      ++end;
    ring.steps.push_back(list.step({path.begin() + static_cast<std::ptrdiff_t>(begin),
                                    path.begin() + static_cast<std::ptrdiff_t>(end) + 1},
                                   is_whole));
    begin = end;
  }
  return ring;
}

}  // namespace

Linework linework_of(std::span<const MultiPolygon> areas) {
  const std::vector<const Ring*> rings = rings_of(areas);
  Linework linework;
  linework.points = distinct_points(rings);
  std::vector<Path> paths;
  for (const Ring* ring : rings)
    paths.push_back(path_of(*ring, linework.points));
  const std::vector<bool> is_junction = junctions(paths, linework.points.size());
  ArcList list;
  for (Path& path : paths)
    linework.rings.push_back(cut(std::move(path), is_junction, list));
  linework.arcs = std::move(list.arcs);
  return linework;
}

Ring ring_of(const Linework& linework, const LineworkRing& ring) {
  Ring points;
  for (const LineworkRing::Step step : ring.steps) {
    Path path = linework.arcs[step.arc].vertices;
    if (step.is_backwards) std::reverse(path.begin(), path.end());
    if (!points.empty()) points.pop_back();
    for (const Vertex v : path)
      points.push_back(linework.points[v]);
  }
  return points;
}

}  // namespace wijkbeeld::geo::detail
