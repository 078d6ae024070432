// SPDX-License-Identifier: EUPL-1.2
#include "geo/detail/borders.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

#include "geo/contains.hpp"
#include "geo/measure.hpp"

namespace wijkbeeld::geo::detail {
namespace {

constexpr std::uint32_t kNoArc = std::numeric_limits<std::uint32_t>::max();

bool has(const std::vector<std::uint32_t>& areas, std::uint32_t area) {
  return std::binary_search(areas.begin(), areas.end(), area);
}

class Tracing {
 public:
  Tracing(const Faces& faces, const Owners& owners, double grid)
      : faces_(faces), owners_(owners), grid_(grid), starts_(faces.halves(), kNoArc) {
    find_junctions();
    for (std::uint32_t spot = 0; spot < faces.spots(); ++spot)
      if (is_junction_[spot]) add_arcs_from(spot);
    for (std::uint32_t spot = 0; spot < faces.spots(); ++spot)
      if (!is_done_[spot]) add_arcs_from(spot);
  }

  Topology run(std::size_t areas) {
    topology_.areas.resize(areas);
    std::vector<std::vector<Half>> rims(areas);
    for (Half h = 0; h < faces_.halves(); ++h)
      for (const std::uint32_t area : owners_[faces_.face(h)])
        if (is_rim(h, area)) rims[area].push_back(h);
    for (std::uint32_t area = 0; area < areas; ++area)
      topology_.areas[area] = polygons(rings(area, rims[area]));
    return std::move(topology_);
  }

 private:
  [[nodiscard]] bool is_border(Half h) const {
    return owners_[faces_.face(h)] != owners_[faces_.face(twin(h))];
  }
  [[nodiscard]] bool is_rim(Half h, std::uint32_t area) const {
    return has(owners_[faces_.face(h)], area) && !has(owners_[faces_.face(twin(h))], area);
  }

  void find_junctions() {
    is_junction_.resize(faces_.spots(), false);
    is_done_.resize(faces_.spots(), false);
    for (std::uint32_t spot = 0; spot < faces_.spots(); ++spot) {
      const auto leaving = faces_.leaving(spot);
      const auto borders =
          std::count_if(leaving.begin(), leaving.end(), [&](Half h) { return is_border(h); });
      is_junction_[spot] = borders > 2;
      is_done_[spot] = borders == 0;
    }
  }

  void add_arcs_from(std::uint32_t spot) {
    for (const Half h : faces_.leaving(spot))
      if (is_border(h) && starts_[h] == kNoArc && !is_walked(h)) add_arc(h);
  }
  [[nodiscard]] bool is_walked(Half h) const {
    return !is_junction_[faces_.origin_number(h)] && is_done_[faces_.origin_number(h)];
  }

  // From a junction, or from the smallest spot of a ring without junctions.
  void add_arc(Half first) {
    Line line{point(faces_.origin(first))};
    const auto start = faces_.origin_number(first);
    Half h = first;
    for (;;) {
      line.push_back(point(faces_.target(h)));
      const auto at = faces_.origin_number(twin(h));
      if (is_junction_[at] || at == start) break;
      is_done_[at] = true;
      h = onward(h);
    }
    is_done_[start] = true;
    const auto number = static_cast<std::uint32_t>(topology_.arcs.size());
    starts_[first] = 2 * number;
    starts_[twin(h)] = 2 * number + 1;
    topology_.arcs.push_back(std::move(line));
  }

  // The other border at the end of a half that ends at no junction.
  [[nodiscard]] Half onward(Half h) const {
    Half next = faces_.clockwise(twin(h));
    while (!is_border(next))
      next = faces_.clockwise(next);
    return next;
  }

  [[nodiscard]] Point point(Spot p) const { return {p.x * grid_, p.y * grid_}; }

  // The closed lines along the halves that have the area on their left.
  [[nodiscard]] std::vector<ArcRing> rings(std::uint32_t area, const std::vector<Half>& rim) const {
    std::vector<ArcRing> found;
    std::vector<bool> is_used(rim.size(), false);
    const auto place = [&](Half h) {
      return static_cast<std::size_t>(std::lower_bound(rim.begin(), rim.end(), h) - rim.begin());
    };
    for (std::size_t i = 0; i < rim.size(); ++i) {
      if (is_used[i] || starts_[rim[i]] == kNoArc) continue;
      ArcRing ring;
      for (Half h = rim[i]; !is_used[place(h)]; h = next_rim(h, area)) {
        is_used[place(h)] = true;
        if (starts_[h] != kNoArc) ring.push_back({starts_[h] / 2, starts_[h] % 2 == 1});
      }
      split(ring, found);
    }
    return found;
  }

  [[nodiscard]] Half next_rim(Half h, std::uint32_t area) const {
    Half next = faces_.clockwise(twin(h));
    while (!is_rim(next, area))
      next = faces_.clockwise(next);
    return next;
  }

  // A ring that comes past the same junction twice becomes two.
  void split(const ArcRing& ring, std::vector<ArcRing>& into) const {
    ArcRing open;
    for (const ArcStep step : ring) {
      const Point from = begin_of(step);
      for (std::size_t i = 0; i < open.size(); ++i)
        if (begin_of(open[i]) == from) {
          const auto at = open.begin() + static_cast<std::ptrdiff_t>(i);
          into.emplace_back(at, open.end());
          open.erase(at, open.end());
          break;
        }
      open.push_back(step);
    }
    if (!open.empty()) into.push_back(std::move(open));
  }

  [[nodiscard]] Point begin_of(ArcStep step) const {
    const Line& line = topology_.arcs[step.arc];
    return step.is_backwards ? line.back() : line.front();
  }

  struct Sized {
    ArcRing ring;
    Ring line;
    double area = 0;
  };

  [[nodiscard]] std::vector<ArcPolygon> polygons(std::vector<ArcRing> rings) const {
    std::vector<Sized> sized;
    for (ArcRing& ring : rings) {
      Ring line = ring_of(topology_, ring);
      const double area = signed_area(line);
      sized.push_back({std::move(ring), std::move(line), area});
    }
    std::stable_sort(sized.begin(), sized.end(), [](const Sized& a, const Sized& b) {
      return std::abs(a.area) > std::abs(b.area);
    });
    std::vector<ArcPolygon> out;
    std::vector<const Sized*> outers;
    for (Sized& one : sized)
      if (one.area > 0) {
        outers.push_back(&one);
        out.push_back({one.ring});
      }
    for (const Sized& one : sized)
      if (one.area < 0 && !out.empty()) out[around(one, outers)].holes.push_back(one.ring);
    return out;
  }

  // The smallest outer ring that holds the hole. They may touch in spots, but share no edge.
  [[nodiscard]] static std::size_t around(const Sized& hole,
                                          const std::vector<const Sized*>& outers) {
    const Point p = hole.line[0];
    const Point q = hole.line[1];
    const Point middle{(p.x + q.x) / 2, (p.y + q.y) / 2};
    for (std::size_t i = outers.size(); i-- > 1;)
      if (outers[i]->area > -hole.area && contains({{{outers[i]->line}}}, middle)) return i;
    return 0;
  }

  const Faces& faces_;
  const Owners& owners_;
  double grid_;
  Topology topology_;
  std::vector<std::uint32_t> starts_;  // per half: 2 arc + 1 when backwards, where an arc begins
  std::vector<bool> is_junction_;      // per spot
  std::vector<bool> is_done_;          // per spot: no border leaves it that is in no arc
};

}  // namespace

Topology borders_of(const Faces& faces, const Owners& owners, std::size_t areas, double grid_m) {
  return in_order(Tracing(faces, owners, grid_m).run(areas));
}

Topology in_order(Topology topology) {
  // Per arc and direction its copies in use; a copy has room for one ring forwards, one backwards.
  std::vector<std::vector<std::uint32_t>> copies(topology.arcs.size());
  std::vector<std::size_t> used(2 * topology.arcs.size(), 0);
  std::vector<Line> arcs;
  const auto number = [&](ArcStep& step) {
    std::vector<std::uint32_t>& known = copies[step.arc];
    std::size_t& taken = used[2 * std::size_t{step.arc} + (step.is_backwards ? 1 : 0)];
    if (taken == known.size()) {
      known.push_back(static_cast<std::uint32_t>(arcs.size()));
      arcs.push_back(topology.arcs[step.arc]);
    }
    step.arc = known[taken++];
  };
  for (auto& parts : topology.areas)
    for (ArcPolygon& part : parts) {
      std::for_each(part.outer.begin(), part.outer.end(), number);
      for (ArcRing& hole : part.holes)
        std::for_each(hole.begin(), hole.end(), number);
    }
  topology.arcs = std::move(arcs);
  return topology;
}

Ring ring_of(const Topology& topology, const ArcRing& ring) {
  Ring points;
  for (const auto& [arc, is_backwards] : ring) {
    const Line& line = topology.arcs[arc];
    if (!points.empty()) points.pop_back();
    if (is_backwards)
      points.insert(points.end(), line.rbegin(), line.rend());
    else
      points.insert(points.end(), line.begin(), line.end());
  }
  return points;
}

}  // namespace wijkbeeld::geo::detail
