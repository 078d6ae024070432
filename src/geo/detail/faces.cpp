// SPDX-License-Identifier: EUPL-1.2
#include "geo/detail/faces.hpp"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace wijkbeeld::geo::detail {
namespace {

constexpr std::uint32_t kNoFace = std::numeric_limits<std::uint32_t>::max();

// How often each area lies over a face, relative to the outside it is reached from; sorted by area.
using Windings = std::vector<Use>;

// An edge of a ring from its smaller spot to its larger, and the way it is run along.
struct Run {
  Spot a;
  Spot b;
  std::uint32_t area;
  std::int32_t net;
};

std::vector<Run> sorted_runs(const std::vector<OwnedRing>& rings) {
  std::vector<Run> runs;
  for (const auto& [area, spots] : rings)
    for (std::size_t i = 0; i < spots.size(); ++i) {
      const Spot from = spots[i];
      const Spot to = spots[(i + 1) % spots.size()];
      if (from < to)
        runs.push_back({from, to, area, 1});
      else
        runs.push_back({to, from, area, -1});
    }
  std::sort(runs.begin(), runs.end(), [](const Run& r, const Run& s) {
    return std::tie(r.a, r.b, r.area) < std::tie(s.a, s.b, s.area);
  });
  return runs;
}

// 0 for directions from east up to, not including, west; 1 for the others.
int half_plane(Spot from, Spot to) {
  return to.y < from.y || (to.y == from.y && to.x < from.x) ? 1 : 0;
}

void add(Windings& windings, std::uint32_t area, std::int32_t net) {
  const auto is_before = [](const Use& use, std::uint32_t a) { return use.area < a; };
  const auto at = std::lower_bound(windings.begin(), windings.end(), area, is_before);
  if (at == windings.end() || at->area != area) {
    windings.insert(at, {area, net});
    return;
  }
  at->net += net;
  if (at->net == 0) windings.erase(at);
}

// Where the surface of an area comes out below zero over faces that hang together, its ring runs
// round them all from elsewhere: it lies over each of them once more.
void raise(const std::vector<std::uint32_t>& together, const std::vector<double>& twice_areas,
           std::vector<Windings>& windings) {
  std::vector<std::pair<std::uint32_t, double>> surfaces;
  for (const std::uint32_t face : together)
    for (const auto& [area, net] : windings[face])
      if (twice_areas[face] > 0) surfaces.emplace_back(area, net * twice_areas[face]);
  std::stable_sort(surfaces.begin(), surfaces.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t begin = 0; begin < surfaces.size();) {
    const std::uint32_t area = surfaces[begin].first;
    double sum = 0;
    for (; begin < surfaces.size() && surfaces[begin].first == area; ++begin)
      sum += surfaces[begin].second;
    if (sum >= 0) continue;
    for (const std::uint32_t face : together)
      add(windings[face], area, 1);
  }
}

}  // namespace

Faces::Faces(const std::vector<OwnedRing>& rings) {
  take_in(rings);
  sort_leaving();
  trace();
  find_covers();
}

void Faces::take_in(const std::vector<OwnedRing>& rings) {
  const std::vector<Run> runs = sorted_runs(rings);
  for (std::size_t begin = 0; begin < runs.size();) {
    const auto [a, b, first_area, first_net] = runs[begin];
    const std::size_t known = uses_.size();
    std::size_t end = begin;
    for (; end < runs.size() && runs[end].a == a && runs[end].b == b; ++end) {
      if (uses_.size() == known || uses_.back().area != runs[end].area) {
        if (uses_.size() > known && uses_.back().net == 0) uses_.pop_back();
        uses_.push_back({runs[end].area, 0});
      }
      uses_.back().net += runs[end].net;
    }
    if (uses_.back().net == 0) uses_.pop_back();
    if (uses_.size() > known) {
      edges_.push_back({a, b});
      use_starts_.push_back(static_cast<std::uint32_t>(known));
    }
    begin = end;
  }
  use_starts_.push_back(static_cast<std::uint32_t>(uses_.size()));
}

void Faces::sort_leaving() {
  for (const auto& [a, b] : edges_) {
    spots_.push_back(a);
    spots_.push_back(b);
  }
  std::sort(spots_.begin(), spots_.end());
  spots_.erase(std::unique(spots_.begin(), spots_.end()), spots_.end());
  const auto number = [&](Spot p) {
    return static_cast<std::uint32_t>(std::lower_bound(spots_.begin(), spots_.end(), p) -
                                      spots_.begin());
  };
  for (const auto& [a, b] : edges_) {
    origins_.push_back(number(a));
    origins_.push_back(number(b));
  }
  leaving_.resize(halves());
  for (Half h = 0; h < halves(); ++h)
    leaving_[h] = h;
  std::sort(leaving_.begin(), leaving_.end(), [&](Half g, Half h) {
    if (origins_[g] != origins_[h]) return origins_[g] < origins_[h];
    if (g == h) return false;
    const Spot at = origin(g);
    const int half_g = half_plane(at, target(g));
    const int half_h = half_plane(at, target(h));
    return half_g != half_h ? half_g < half_h : turn(at, target(g), target(h)) > 0;
  });
  leaving_starts_.assign(spots_.size() + 1, 0);
  for (std::uint32_t i = 0; i < leaving_.size(); ++i)
    leaving_starts_[origins_[leaving_[i]] + 1] = i + 1;
  clockwise_.resize(halves());
  for (std::uint32_t spot = 0; spot < spots_.size(); ++spot) {
    Half before = leaving(spot).back();
    for (const Half h : leaving(spot)) {
      clockwise_[h] = before;
      before = h;
    }
  }
}

std::span<const Half> Faces::leaving(std::uint32_t spot) const {
  return std::span(leaving_).subspan(leaving_starts_[spot],
                                     leaving_starts_[spot + 1] - leaving_starts_[spot]);
}

std::span<const Use> Faces::uses(Half h) const {
  return std::span(uses_).subspan(use_starts_[h / 2], use_starts_[h / 2 + 1] - use_starts_[h / 2]);
}

void Faces::trace() {
  faces_.assign(halves(), kNoFace);
  for (Half first = 0; first < halves(); ++first) {
    if (faces_[first] != kNoFace) continue;
    const auto number = static_cast<std::uint32_t>(firsts_.size());
    firsts_.push_back(first);
    const Spot at = origin(first);
    double sum = 0;
    visit_rim(number, [&](Half h) {
      faces_[h] = number;
      sum += static_cast<double>(turn(at, origin(h), target(h)));
    });
    twice_areas_.push_back(sum);
  }
}

// From each outside inwards, edge by edge.
void Faces::find_covers() {
  std::vector<Windings> windings(size());
  std::vector<bool> is_known(size(), false);
  const auto reach = [&](std::uint32_t outside) {
    std::vector<std::uint32_t> together{outside};
    is_known[outside] = true;
    for (std::size_t i = 0; i < together.size(); ++i) {
      const std::uint32_t from = together[i];
      visit_rim(from, [&](Half h) {
        const std::uint32_t over = face(twin(h));
        if (is_known[over]) return;
        is_known[over] = true;
        together.push_back(over);
        windings[over] = windings[from];
        for (const auto& [area, net] : uses(h))
          add(windings[over], area, h % 2 == 0 ? -net : net);
      });
    }
    raise(together, twice_areas_, windings);
  };
  for (const bool is_outside : {true, false})
    for (std::uint32_t face = 0; face < size(); ++face)
      if (!is_known[face] && (twice_areas_[face] < 0) == is_outside) reach(face);
  covers_.resize(size());
  for (std::uint32_t face = 0; face < size(); ++face)
    for (const auto& [area, net] : windings[face])
      if (net > 0) covers_[face].push_back(area);
}

}  // namespace wijkbeeld::geo::detail
