// SPDX-License-Identifier: EUPL-1.2
#include "geo/overlay.hpp"

#include <geos_c.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "base/ensure.hpp"
#include "geo/detail/geos.hpp"
#include "geo/index.hpp"
#include "geo/measure.hpp"
#include "geo/validity.hpp"

namespace wijkbeeld::geo {
namespace {

using detail::Geos;

// A shape that leaves no more than this share of a rectangle bare covers it.
constexpr double kBoxRounding = 1e-12;

std::vector<Bounds> bounds_of(std::span<const MultiPolygon> shapes) {
  std::vector<Bounds> boxes;
  boxes.reserve(shapes.size());
  for (const MultiPolygon& shape : shapes)
    boxes.push_back(bounds(shape));
  return boxes;
}

// The ring as GEOS takes it in; empty when nothing can be made of it.
Ring closed(const Ring& ring) {
  const auto is_finite = [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); };
  if (ring.empty() || !std::all_of(ring.begin(), ring.end(), is_finite)) return {};
  Ring copy = ring;
  if (copy.front() != copy.back()) copy.push_back(copy.front());
  return copy.size() < 4 ? Ring{} : copy;
}

MultiPolygon with_closed_rings(const MultiPolygon& shape) {
  MultiPolygon copy;
  for (const Polygon& part : shape.parts) {
    Polygon closed_part{closed(part.outer), {}};
    if (closed_part.outer.empty()) continue;
    for (const Ring& hole : part.holes) {
      Ring closed_hole = closed(hole);
      if (!closed_hole.empty()) closed_part.holes.push_back(std::move(closed_hole));
    }
    copy.parts.push_back(std::move(closed_part));
  }
  return copy;
}

// Groups of shapes whose bounds hang together, each sorted, by their first member.
std::vector<std::vector<std::size_t>> groups_of(std::span<const Bounds> boxes) {
  std::vector<std::size_t> leader(boxes.size());
  std::iota(leader.begin(), leader.end(), std::size_t{0});
  const auto find = [&](std::size_t i) {
    while (leader[i] != i)
      i = leader[i] = leader[leader[i]];
    return i;
  };
  const Index index(boxes);
  for (std::size_t i = 0; i < boxes.size(); ++i)
    for (const std::size_t other : index.query(boxes[i])) {
      const std::size_t mine = find(i);
      const std::size_t theirs = find(other);
      leader[std::max(mine, theirs)] = std::min(mine, theirs);
    }
  std::map<std::size_t, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < boxes.size(); ++i)
    groups[find(i)].push_back(i);
  std::vector<std::vector<std::size_t>> sorted;
  for (auto& [first, members] : groups)
    sorted.push_back(std::move(members));
  return sorted;
}

MultiPolygon united(std::span<const MultiPolygon> shapes, std::span<const std::size_t> members) {
  MultiPolygon all;
  for (const std::size_t member : members)
    all.parts.insert(all.parts.end(), shapes[member].parts.begin(), shapes[member].parts.end());
  const Geos geos;
  const Geos::Owned given = geos.to_geos(all);
  if (members.size() == 1) return geos.to_shape(given.get());
  const Geos::Owned made = geos.own(GEOSUnaryUnion_r(geos.handle(), given.get()));
  base::ensure(made != nullptr, "GEOS unites valid shapes");
  return geos.to_shape(made.get());
}

// The second shapes as GEOS has them, for one context; made when first asked for.
class Seconds {
 public:
  Seconds(const Geos& geos, std::span<const MultiPolygon> shapes) : geos_(geos), shapes_(shapes) {}
  const GEOSGeometry* at(std::size_t i) {
    const auto found = made_.find(i);
    if (found != made_.end()) return found->second.get();
    return made_.emplace(i, geos_.to_geos(shapes_[i])).first->second.get();
  }

 private:
  const Geos& geos_;
  std::span<const MultiPolygon> shapes_;
  std::map<std::size_t, Geos::Owned> made_;
};

// Only what lies in the box of the other can meet it, and cutting by a box is cheap. Nothing when
// GEOS cannot.
Geos::Owned in_box(const Geos& geos, const GEOSGeometry* shape, const Bounds& box) {
  return geos.own(
      GEOSClipByRect_r(geos.handle(), shape, box.x_min, box.y_min, box.x_max, box.y_max));
}

double shared_area(const Geos& geos, const GEOSGeometry* a, const Bounds& box_a,
                   const GEOSGeometry* b, const Bounds& box_b) {
  const Geos::Owned near_a = in_box(geos, a, box_b);
  const Geos::Owned near_b = in_box(geos, b, box_a);
  Geos::Owned both = geos.own(nullptr);
  if (near_a != nullptr && near_b != nullptr) {
    const double area_a = geos.area(near_a.get());
    const double area_b = geos.area(near_b.get());
    if (!(area_a > 0) || !(area_b > 0)) return 0;
    if (area_a >= box_b.width() * box_b.height() * (1 - kBoxRounding)) return area_b;
    if (area_b >= box_a.width() * box_a.height() * (1 - kBoxRounding)) return area_a;
    both = geos.own(GEOSIntersection_r(geos.handle(), near_a.get(), near_b.get()));
  }
  if (both == nullptr) both = geos.own(GEOSIntersection_r(geos.handle(), a, b));
  base::ensure(both != nullptr, "GEOS intersects valid shapes");
  return geos.area(both.get());
}

}  // namespace

Mended mended(const MultiPolygon& shape) {
  if (!validity(shape)) return {shape, false};
  const Geos geos;
  const Geos::Owned given = geos.to_geos(with_closed_rings(shape));
  const Geos::Owned made = geos.own(GEOSMakeValid_r(geos.handle(), given.get()));
  base::ensure(made != nullptr, "GEOS makes closed finite rings valid");
  return {geos.to_shape(made.get()), true};
}

std::vector<Mended> mended(std::span<const MultiPolygon> shapes, base::Workers workers) {
  std::vector<Mended> all(shapes.size());
  base::for_blocks(shapes.size(), 256, workers, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      all[i] = mended(shapes[i]);
  });
  return all;
}

MultiPolygon united(std::span<const MultiPolygon> shapes, base::Workers workers) {
  const auto groups = groups_of(bounds_of(shapes));
  std::vector<MultiPolygon> made(groups.size());
  base::for_blocks(groups.size(), 64, workers, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      made[i] = united(shapes, groups[i]);
  });
  MultiPolygon all;
  for (MultiPolygon& one : made)
    std::move(one.parts.begin(), one.parts.end(), std::back_inserter(all.parts));
  return all;
}

std::vector<Overlap> overlaps(std::span<const MultiPolygon> first,
                              std::span<const MultiPolygon> second, base::Workers workers) {
  const std::vector<Bounds> other_boxes = bounds_of(second);
  const Index index(other_boxes);
  const std::vector<Bounds> boxes = bounds_of(first);
  constexpr std::size_t kBlock = 64;
  std::vector<std::vector<Overlap>> found((first.size() + kBlock - 1) / kBlock);
  base::for_blocks(first.size(), kBlock, workers, [&](std::size_t begin, std::size_t end) {
    const Geos geos;
    Seconds seconds(geos, second);
    for (std::size_t i = begin; i < end; ++i) {
      const Geos::Owned one = geos.to_geos(first[i]);
      for (const std::size_t other : index.query(boxes[i])) {
        const double m2 =
            shared_area(geos, one.get(), boxes[i], seconds.at(other), other_boxes[other]);
        if (m2 > 0) found[begin / kBlock].push_back({i, other, m2});
      }
    }
  });
  std::vector<Overlap> all;
  for (const auto& block : found)
    all.insert(all.end(), block.begin(), block.end());
  return all;
}

}  // namespace wijkbeeld::geo
