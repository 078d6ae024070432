// SPDX-License-Identifier: EUPL-1.2
#include "source/example_outlines.hpp"

#include <algorithm>
#include <map>

#include "base/ensure.hpp"
#include "geo/measure.hpp"

namespace wijkbeeld::source {
namespace {

// The end points of directed borders, for joining them to rings.
struct Piece {
  const Border* border;
  bool is_reversed;
  [[nodiscard]] geo::Point start() const {
    return is_reversed ? border->points.back() : border->points.front();
  }
  [[nodiscard]] geo::Point end() const {
    return is_reversed ? border->points.front() : border->points.back();
  }
  void append_to(geo::Ring& ring) const {
    if (is_reversed)
      ring.insert(ring.end(), border->points.rbegin() + 1, border->points.rend());
    else
      ring.insert(ring.end(), border->points.begin() + 1, border->points.end());
  }
};

struct ByPlace {
  bool operator()(const geo::Point& a, const geo::Point& b) const {
    return a.x != b.x ? a.x < b.x : a.y < b.y;
  }
};

// A ring that visits a point twice is two rings that touch there.
void split_at_repeats(const geo::Ring& ring, std::vector<geo::Ring>& out) {
  geo::Ring open;
  std::map<geo::Point, std::size_t, ByPlace> seen;
  for (const geo::Point& p : ring) {
    const auto at = seen.find(p);
    if (at == seen.end()) {
      seen.emplace(p, open.size());
      open.push_back(p);
      continue;
    }
    geo::Ring loop(open.begin() + static_cast<std::ptrdiff_t>(at->second), open.end());
    loop.push_back(p);
    for (std::size_t i = at->second + 1; i < open.size(); ++i)
      seen.erase(open[i]);
    open.resize(at->second + 1);
    if (loop.size() >= 4) out.push_back(std::move(loop));
  }
}

std::vector<geo::Ring> rings_of(const std::vector<Piece>& pieces) {
  std::multimap<geo::Point, std::size_t, ByPlace> starts;
  for (std::size_t i = 0; i < pieces.size(); ++i)
    starts.emplace(pieces[i].start(), i);
  std::vector<std::uint8_t> used(pieces.size(), 0);
  std::vector<geo::Ring> rings;
  for (std::size_t first = 0; first < pieces.size(); ++first) {
    if (used[first] != 0) continue;
    geo::Ring ring = {pieces[first].start()};
    std::size_t at = first;
    for (;;) {
      used[at] = 1;
      pieces[at].append_to(ring);
      const auto [low, high] = starts.equal_range(pieces[at].end());
      const auto next = std::find_if(low, high, [&](const auto& e) { return used[e.second] == 0; });
      if (next == high) break;
      at = next->second;
    }
    base::ensure(ring.front() == ring.back(), "borders of an area join to closed rings");
    split_at_repeats(ring, rings);
  }
  return rings;
}

// Any point of the hole that is not on the outer ring tells which outer ring it lies in; among
// several, the smallest.
geo::MultiPolygon assembled(std::vector<geo::Ring> rings) {
  std::vector<geo::Ring> holes;
  geo::MultiPolygon out;
  std::sort(rings.begin(), rings.end(), [](const geo::Ring& a, const geo::Ring& b) {
    return geo::signed_area(a) <
           geo::signed_area(b);  // smallest outer rings first behind the holes
  });
  for (geo::Ring& ring : rings)
    if (geo::signed_area(ring) > 0)
      out.parts.push_back({std::move(ring)});
    else
      holes.push_back(std::move(ring));
  for (geo::Ring& hole : holes) {
    const auto lies_in = [&](const geo::Polygon& part) {
      const auto inside = std::count_if(hole.begin(), hole.end(),
                                        [&](geo::Point p) { return is_inside(p, part.outer); });
      return 2 * static_cast<std::size_t>(inside) > hole.size();
    };
    const auto part = std::find_if(out.parts.begin(), out.parts.end(), lies_in);
    base::ensure(part != out.parts.end(), "a hole lies in an outer ring");
    part->holes.push_back(std::move(hole));
  }
  std::reverse(out.parts.begin(), out.parts.end());  // largest first
  return out;
}

}  // namespace

std::vector<geo::MultiPolygon> outlines_of(const std::vector<Border>& borders,
                                           const std::vector<Label>& group_of, std::size_t groups) {
  const auto group = [&](Label label) { return label == kNoLabel ? kNoLabel : group_of[label]; };
  std::vector<std::vector<Piece>> pieces(groups);
  for (const Border& border : borders) {
    const Label left = group(border.left);
    const Label right = group(border.right);
    if (left == right) continue;
    if (left != kNoLabel) pieces[left].push_back({&border, false});
    if (right != kNoLabel) pieces[right].push_back({&border, true});
  }
  std::vector<geo::MultiPolygon> outlines;
  for (std::vector<Piece>& of_group : pieces)
    outlines.push_back(assembled(rings_of(of_group)));
  return outlines;
}

}  // namespace wijkbeeld::source
