// SPDX-License-Identifier: EUPL-1.2
#include "geo/detail/owners.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>

namespace wijkbeeld::geo::detail {
namespace {

double length(const Faces& faces, Half h) {
  const Spot a = faces.origin(h);
  const Spot b = faces.target(h);
  return std::hypot(static_cast<double>(b.x) - a.x, static_cast<double>(b.y) - a.y);
}

// Lengths by area, in order of area.
using Borders = std::vector<std::pair<std::uint32_t, double>>;

void join(Borders& borders) {
  std::stable_sort(borders.begin(), borders.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::size_t n = 0;
  for (const auto& [area, metres] : borders)
    if (n > 0 && borders[n - 1].first == area)
      borders[n - 1].second += metres;
    else
      borders[n++] = {area, metres};
  borders.resize(n);
}

class Mending {
 public:
  Mending(const Faces& faces, double seam) : faces_(faces), seam_(seam) {
    for (std::uint32_t face = 0; face < faces.size(); ++face) {
      owners_.push_back(faces.cover(face));
      if (is_seam(face)) open_.push_back(face);
    }
    is_open_.resize(faces.size(), false);
    for (const std::uint32_t face : open_)
      is_open_[face] = true;
    was_open_ = is_open_;
  }

  Owners run() {
    while (settle_some()) {
    }
    for (const std::uint32_t face : open_)
      if (owners_[face].size() > 1) owners_[face].resize(1);
    hand_over_crumbs();
    give_back();
    return std::move(owners_);
  }

 private:
  [[nodiscard]] bool is_seam(std::uint32_t face) const {
    const std::size_t covers = faces_.cover(face).size();
    if (covers == 1 || faces_.twice_area(face) <= 0) return false;
    double rim = 0;
    std::vector<std::uint32_t> beside;
    faces_.visit_rim(face, [&](Half h) {
      rim += length(faces_, h);
      for (const Use& use : faces_.uses(h))
        beside.push_back(use.area);
    });
    if (faces_.twice_area(face) >= seam_ * rim) return false;
    return covers > 1 || std::any_of(beside.begin(), beside.end(),
                                     [&](std::uint32_t area) { return area != beside.front(); });
  }

  // One round: what is settled in it does not count until the next, so that the order of the faces
  // does not matter.
  bool settle_some() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> settled;
    std::vector<std::uint32_t> left;
    for (const std::uint32_t face : open_)
      if (const auto area = taker(face))
        settled.emplace_back(face, *area);
      else
        left.push_back(face);
    for (const auto& [face, area] : settled) {
      owners_[face].assign(1, area);
      is_open_[face] = false;
    }
    open_ = std::move(left);
    return !settled.empty();
  }

  // Of an overlap the first, of a gap the last of the areas that lie along a fair part of it: then
  // the border follows the line of the first on either side.
  [[nodiscard]] std::optional<std::uint32_t> taker(std::uint32_t face) const {
    constexpr double kFair = 0.3;
    const Borders borders = borders_of(face);
    double longest = 0;
    for (const auto& border : borders)
      longest = std::max(longest, border.second);
    std::optional<std::uint32_t> found;
    for (const auto& [area, metres] : borders)
      if (metres >= kFair * longest && (!found || faces_.cover(face).empty())) found = area;
    return found;
  }

  // Along which settled areas it lies, and may be joined to.
  [[nodiscard]] Borders borders_of(std::uint32_t face) const {
    const std::vector<std::uint32_t>& cover = faces_.cover(face);
    Borders borders;
    faces_.visit_rim(face, [&](Half h) {
      const std::uint32_t beside = faces_.face(twin(h));
      if (is_open_[beside] || owners_[beside].size() != 1) return;
      const std::uint32_t area = owners_[beside].front();
      if (cover.empty() || std::binary_search(cover.begin(), cover.end(), area))
        borders.emplace_back(area, length(faces_, h));
    });
    join(borders);
    return borders;
  }

  // Faces of one owner that hang together.
  struct Patch {
    std::vector<std::uint32_t> faces;
    double twice_area = 0;
    double rim = 0;
    bool has_outside = false;
    bool touches_seam = false;
    Borders beside = {};
  };

  [[nodiscard]] Patch patch_of(std::uint32_t first, std::vector<bool>& is_seen) const {
    Patch patch{{first}};
    is_seen[first] = true;
    for (std::size_t i = 0; i < patch.faces.size(); ++i) {
      const std::uint32_t from = patch.faces[i];
      patch.twice_area += faces_.twice_area(from);
      patch.has_outside = patch.has_outside || faces_.twice_area(from) < 0;
      patch.touches_seam = patch.touches_seam || was_open_[from];
      faces_.visit_rim(from, [&](Half h) {
        const std::uint32_t beside = faces_.face(twin(h));
        patch.touches_seam = patch.touches_seam || was_open_[beside];
        if (owners_[beside] != owners_[first]) {
          patch.rim += length(faces_, h);
          if (owners_[beside].size() == 1)
            patch.beside.emplace_back(owners_[beside].front(), length(faces_, h));
        } else if (!is_seen[beside]) {
          is_seen[beside] = true;
          patch.faces.push_back(beside);
        }
      });
    }
    join(patch.beside);
    return patch;
  }

  // What mending cut off an area and left lying among others, much narrower than a seam, goes to
  // the one it lies along most; never the largest patch of an area.
  void hand_over_crumbs() {
    constexpr double kMuchNarrower = 0.25;
    std::vector<Patch> patches;
    std::vector<bool> is_seen(faces_.size(), false);
    for (std::uint32_t face = 0; face < faces_.size(); ++face)
      if (!is_seen[face] && owners_[face].size() == 1) patches.push_back(patch_of(face, is_seen));
    std::map<std::uint32_t, double> largest;
    for (const Patch& patch : patches) {
      double& most = largest[owners_[patch.faces.front()].front()];
      most = std::max(most, patch.twice_area);
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> moved;
    for (const Patch& patch : patches) {
      if (!patch.touches_seam || patch.has_outside || patch.beside.empty() ||
          patch.twice_area >= kMuchNarrower * seam_ * patch.rim ||
          patch.twice_area >= largest[owners_[patch.faces.front()].front()])
        continue;
      const auto most =
          std::max_element(patch.beside.begin(), patch.beside.end(),
                           [](const auto& a, const auto& b) { return a.second < b.second; });
      for (const std::uint32_t face : patch.faces)
        moved.emplace_back(face, most->first);
    }
    for (const auto& [face, area] : moved)
      owners_[face].assign(1, area);
  }

  // An area that lost everything owns all it covered again, with others.
  void give_back() {
    std::vector<bool> has_any;
    const auto mark = [&](std::uint32_t area) {
      if (area >= has_any.size()) has_any.resize(area + std::size_t{1}, false);
      has_any[area] = true;
    };
    for (const auto& owners : owners_)
      for (const std::uint32_t area : owners)
        mark(area);
    for (std::uint32_t face = 0; face < faces_.size(); ++face)
      for (const std::uint32_t area : faces_.cover(face)) {
        auto& owners = owners_[face];
        if (area < has_any.size() && has_any[area]) continue;
        owners.insert(std::lower_bound(owners.begin(), owners.end(), area), area);
      }
  }

  const Faces& faces_;
  double seam_;
  Owners owners_;
  std::vector<std::uint32_t> open_;
  std::vector<bool> is_open_;
  std::vector<bool> was_open_;
};

}  // namespace

Owners owners_of(const Faces& faces, double seam) {
  return Mending(faces, seam).run();
}

}  // namespace wijkbeeld::geo::detail
