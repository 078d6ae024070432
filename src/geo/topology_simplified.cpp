// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <utility>

#include "geo/detail/arcs.hpp"
#include "geo/detail/borders.hpp"
#include "geo/detail/thinning.hpp"
#include "geo/measure.hpp"
#include "geo/topology.hpp"

namespace wijkbeeld::geo {
namespace {

using detail::Vertex;

// A triangle that is more than this share of a ring stays, or small areas would become slivers.
constexpr double kMostOfRing = 0.25;

bool is_before(Point a, Point b) {
  return a.x != b.x ? a.x < b.x : a.y < b.y;
}

std::vector<Point> distinct_points(const Topology& topology) {
  std::vector<Point> points;
  for (const Line& arc : topology.arcs)
    points.insert(points.end(), arc.begin(), arc.end());
  std::sort(points.begin(), points.end(), is_before);
  points.erase(std::unique(points.begin(), points.end()), points.end());
  return points;
}

// The arcs as linework: equal ones, of areas that overlap, once.
class Thinned {
 public:
  Thinned(const Topology& topology, double tolerance) {
    linework_.points = distinct_points(topology);
    std::map<std::pair<Vertex, Vertex>, std::uint32_t> known;  // by first two vertices
    for (const Line& line : topology.arcs) {
      const auto number = static_cast<std::uint32_t>(linework_.arcs.size());
      std::vector<Vertex> vertices = vertices_of(line);
      const auto at = known.try_emplace({vertices[0], vertices[1]}, number).first;
      const bool is_copy = at->second != number && linework_.arcs[at->second].vertices == vertices;
      numbers_.push_back(is_copy ? at->second : number);
      if (!is_copy) linework_.arcs.push_back({std::move(vertices)});
    }
    look_at_rings(topology);
    find_rings();
    detail::thin_out(linework_, tolerance * tolerance);
  }

  [[nodiscard]] Line line(std::size_t arc) const {
    const detail::Arc& from = linework_.arcs[numbers_[arc]];
    std::vector<Vertex> vertices = from.vertices;
    if (from.is_ring) {
      vertices.pop_back();
      std::rotate(vertices.begin(), std::min_element(vertices.begin(), vertices.end()),
                  vertices.end());
      vertices.push_back(vertices.front());
    }
    Line line;
    for (const Vertex v : vertices)
      line.push_back(linework_.points[v]);
    return line;
  }

  // No other ring touches it.
  [[nodiscard]] bool is_alone(const ArcRing& ring) const {
    if (ring.size() != 1) return false;
    const detail::Arc& arc = linework_.arcs[numbers_[ring.front().arc]];
    return arc.is_ring && arc.users == 1;
  }

 private:
  [[nodiscard]] std::vector<Vertex> vertices_of(const Line& line) const {
    std::vector<Vertex> vertices;
    for (const Point p : line) {
      const auto at =
          std::lower_bound(linework_.points.begin(), linework_.points.end(), p, is_before);
      vertices.push_back(static_cast<Vertex>(at - linework_.points.begin()));
    }
    return vertices;
  }

  void look_at_rings(const Topology& topology) {
    const auto look = [&](const ArcRing& ring) {
      const double surface = std::abs(signed_area(detail::ring_of(topology, ring)));
      for (const ArcStep step : ring) {
        detail::Arc& arc = linework_.arcs[numbers_[step.arc]];
        ++arc.users;
        arc.most_m2 = std::min(arc.most_m2, surface * kMostOfRing);
      }
    };
    for (const auto& parts : topology.areas)
      for (const ArcPolygon& part : parts) {
        look(part.outer);
        std::for_each(part.holes.begin(), part.holes.end(), look);
      }
  }

  // A closed arc at whose ends no other begins has no fixed end.
  void find_rings() {
    std::vector<int> ends(linework_.points.size(), 0);
    for (const detail::Arc& arc : linework_.arcs) {
      ++ends[arc.vertices.front()];
      ++ends[arc.vertices.back()];
    }
    for (detail::Arc& arc : linework_.arcs)
      arc.is_ring = arc.vertices.front() == arc.vertices.back() && ends[arc.vertices.front()] == 2;
  }

  detail::Linework linework_;
  std::vector<std::uint32_t> numbers_;  // per arc of the topology: that of the linework
};

// The parts of an area less its small islands and lakes; the first part is the largest.
std::vector<ArcPolygon> without_small(const Topology& topology, const Thinned& thinned,
                                      const std::vector<ArcPolygon>& parts, double smallest_m2) {
  const auto may_go = [&](const ArcRing& ring) {
    return thinned.is_alone(ring) &&
           std::abs(signed_area(detail::ring_of(topology, ring))) < smallest_m2;
  };
  std::vector<ArcPolygon> left;
  for (const ArcPolygon& part : parts) {
    if (!left.empty() && may_go(part.outer)) continue;
    ArcPolygon& kept = left.emplace_back(ArcPolygon{part.outer});
    for (const ArcRing& hole : part.holes)
      if (!may_go(hole)) kept.holes.push_back(hole);
  }
  return left;
}

}  // namespace

Topology simplified(const Topology& topology, double tolerance_m) {
  const Thinned thinned(topology, tolerance_m);
  Topology out;
  for (std::size_t arc = 0; arc < topology.arcs.size(); ++arc)
    out.arcs.push_back(thinned.line(arc));
  for (const auto& parts : topology.areas)
    out.areas.push_back(without_small(topology, thinned, parts, tolerance_m * tolerance_m));
  return detail::in_order(std::move(out));
}

}  // namespace wijkbeeld::geo
