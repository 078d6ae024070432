// SPDX-License-Identifier: EUPL-1.2
#include "geo/detail/noding.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace wijkbeeld::geo::detail {
namespace {

// From the smaller spot to the larger.
struct Stretch {
  Spot a;
  Spot b;
  auto operator<=>(const Stretch&) const = default;
};

struct Split {
  std::uint32_t stretch;
  std::int64_t along;  // how far, times the length
  Spot at;
  auto operator<=>(const Split&) const = default;
};

Stretch stretch(Spot a, Spot b) {
  return a < b ? Stretch{a, b} : Stretch{b, a};
}

template <class T>
void sort_and_thin(std::vector<T>& all) {
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
}

// Squares over the plane and what lies in each: stretches with a margin of one unit, spots.
class Squares {
 public:
  Squares(const std::vector<Stretch>& stretches, std::size_t most_side) {
    std::int64_t x_max = stretches.front().a.x;
    std::int64_t y_max = stretches.front().a.y;
    x_min_ = x_max;
    y_min_ = y_max;
    double length = 0;
    for (const auto& [a, b] : stretches) {
      x_min_ = std::min<std::int64_t>(x_min_, a.x);
      x_max = std::max<std::int64_t>(x_max, b.x);
      y_min_ = std::min({y_min_, std::int64_t{a.y}, std::int64_t{b.y}});
      y_max = std::max({y_max, std::int64_t{a.y}, std::int64_t{b.y}});
      length += std::abs(static_cast<double>(b.x) - a.x) + std::abs(static_cast<double>(b.y) - a.y);
    }
    const std::int64_t widest = std::max(x_max - x_min_, y_max - y_min_) + 1;
    const auto mean = static_cast<std::int64_t>(length / static_cast<double>(stretches.size()));
    side_ = std::max({mean, widest / static_cast<std::int64_t>(most_side), std::int64_t{4}});
    columns_ = (x_max - x_min_) / side_ + 1;
    rows_ = (y_max - y_min_) / side_ + 1;
  }

  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(columns_ * rows_); }

  [[nodiscard]] std::size_t of(Spot p) const { return at(column(p.x), row(p.y)); }

  // Calls visit(square) for every square the stretch comes within a unit of.
  template <class Visit>
  void visit(const Stretch& s, Visit visit) const {
    const std::int64_t first = column(std::int64_t{s.a.x} - 1);
    const std::int64_t last = column(std::int64_t{s.b.x} + 1);
    for (std::int64_t c = first; c <= last; ++c) {
      const auto [low, high] = heights(s, x_min_ + c * side_ - 1, x_min_ + (c + 1) * side_ + 1);
      for (std::int64_t r = row(low); r <= row(high); ++r)
        visit(at(c, r));
    }
  }

 private:
  // Between which heights the stretch runs from one x to another, rounded outwards.
  static std::pair<std::int64_t, std::int64_t> heights(const Stretch& s, std::int64_t from,
                                                       std::int64_t to) {
    const auto [low, high] = std::minmax<std::int64_t>({s.a.y, s.b.y});
    if (s.a.x == s.b.x) return {low - 1, high + 1};
    const double slope =
        (static_cast<double>(s.b.y) - s.a.y) / (static_cast<double>(s.b.x) - s.a.x);
    const double y1 = s.a.y + slope * static_cast<double>(from - s.a.x);
    const double y2 = s.a.y + slope * static_cast<double>(to - s.a.x);
    const auto lowest = static_cast<std::int64_t>(std::floor(std::min(y1, y2))) - 1;
    const auto highest = static_cast<std::int64_t>(std::ceil(std::max(y1, y2))) + 1;
    return {std::max(low - 1, lowest), std::min(high + 1, highest)};
  }

  [[nodiscard]] std::int64_t column(std::int64_t x) const {
    return std::clamp<std::int64_t>((x - x_min_) / side_, 0, columns_ - 1);
  }
  [[nodiscard]] std::int64_t row(std::int64_t y) const {
    return std::clamp<std::int64_t>((y - y_min_) / side_, 0, rows_ - 1);
  }
  [[nodiscard]] std::size_t at(std::int64_t c, std::int64_t r) const {
    return static_cast<std::size_t>(r * columns_ + c);
  }

  std::int64_t x_min_ = 0;
  std::int64_t y_min_ = 0;
  std::int64_t side_ = 1;
  std::int64_t columns_ = 1;
  std::int64_t rows_ = 1;
};

// Lists per square, one after another.
struct Lists {
  std::vector<std::uint32_t> starts;  // per square, and one more
  std::vector<std::uint32_t> items;
};

// each(i, put) puts item i in squares.
template <class Each>
Lists lists(std::size_t squares, std::size_t items, Each each) {
  Lists out;
  out.starts.assign(squares + 1, 0);
  for (std::size_t i = 0; i < items; ++i)
    each(i, [&](std::size_t square) { ++out.starts[square + 1]; });
  for (std::size_t s = 0; s < squares; ++s)
    out.starts[s + 1] += out.starts[s];
  out.items.resize(out.starts.back());
  std::vector<std::uint32_t> at(out.starts.begin(), out.starts.end() - 1);
  for (std::size_t i = 0; i < items; ++i)
    each(i, [&](std::size_t square) { out.items[at[square]++] = static_cast<std::uint32_t>(i); });
  return out;
}

bool do_boxes_meet(const Stretch& s, const Stretch& t) {
  if (s.b.x < t.a.x || t.b.x < s.a.x) return false;
  return std::max(s.a.y, s.b.y) >= std::min(t.a.y, t.b.y) &&
         std::max(t.a.y, t.b.y) >= std::min(s.a.y, s.b.y);
}

bool are_apart(std::int64_t one, std::int64_t other) {
  return (one < 0 && other > 0) || (one > 0 && other < 0);
}

// Where they cross, both halfway; an end on the other's line is a spot already.
void add_crossing(const Stretch& s, const Stretch& t, std::vector<Spot>& found) {
  if (!do_boxes_meet(s, t)) return;
  const std::int64_t c = turn(t.a, t.b, s.a);
  const std::int64_t d = turn(t.a, t.b, s.b);
  if (!are_apart(c, d) || !are_apart(turn(s.a, s.b, t.a), turn(s.a, s.b, t.b))) return;
  const double share = static_cast<double>(c) / (static_cast<double>(c) - static_cast<double>(d));
  const auto between = [&](std::int32_t from, std::int32_t to) {
    return static_cast<std::int32_t>(std::lround(from + share * (static_cast<double>(to) - from)));
  };
  found.push_back({between(s.a.x, s.b.x), between(s.a.y, s.b.y)});
}

// Whether it passes through the unit square round the spot, its rim included.
bool passes(const Stretch& s, Spot p) {
  const auto [low, high] = std::minmax(s.a.y, s.b.y);
  if (p.x < s.a.x || p.x > s.b.x || p.y < low || p.y > high) return false;
  const std::int64_t dx = std::int64_t{s.b.x} - s.a.x;
  const std::int64_t dy = std::int64_t{s.b.y} - s.a.y;
  // Twice the distance to the line, times its length, against that of the farthest corner.
  return 2 * std::abs(turn(s.a, s.b, p)) <= dx + std::abs(dy);
}

class Round {
 public:
  Round(std::vector<SpotRing>& rings, base::Workers workers) : rings_(rings), workers_(workers) {
    for (const SpotRing& ring : rings)
      for (std::size_t i = 0; i < ring.size(); ++i) {
        spots_.push_back(ring[i]);
        stretches_.push_back(stretch(ring[i], ring[(i + 1) % ring.size()]));
      }
    sort_and_thin(stretches_);
    sort_and_thin(spots_);
  }

  // True when a line was split.
  bool run() {
    if (stretches_.empty()) return false;
    constexpr std::size_t kMostSide = 2048;
    const Squares squares(stretches_, kMostSide);
    const Lists near = lists(squares.size(), stretches_.size(),
                             [&](std::size_t i, auto put) { squares.visit(stretches_[i], put); });
    add_crossings(near);
    sort_and_thin(spots_);
    const Lists held = lists(squares.size(), spots_.size(),
                             [&](std::size_t i, auto put) { put(squares.of(spots_[i])); });
    find_splits(near, held);
    if (splits_.empty()) return false;
    for (SpotRing& ring : rings_)
      ring = with_splits(ring);
    return true;
  }

 private:
  static constexpr std::size_t kBlock = 4096;

  // Calls work(square, its results) for all squares and joins the results in order.
  template <class Result, class Work>
  std::vector<Result> over_squares(const Lists& near, Work work) const {
    const std::size_t squares = near.starts.size() - 1;
    std::vector<std::vector<Result>> found((squares + kBlock - 1) / kBlock);
    base::for_blocks(squares, kBlock, workers_, [&](std::size_t begin, std::size_t end) {
      for (std::size_t square = begin; square < end; ++square)
        work(square, found[begin / kBlock]);
    });
    std::vector<Result> all;
    for (const std::vector<Result>& some : found)
      all.insert(all.end(), some.begin(), some.end());
    return all;
  }

  void add_crossings(const Lists& near) {
    const auto found =
        over_squares<Spot>(near, [&](std::size_t square, std::vector<Spot>& crossings) {
          for (std::uint32_t i = near.starts[square]; i < near.starts[square + 1]; ++i)
            for (std::uint32_t k = near.starts[square]; k < i; ++k)
              add_crossing(stretches_[near.items[i]], stretches_[near.items[k]], crossings);
        });
    spots_.insert(spots_.end(), found.begin(), found.end());
  }

  // A spot lies in one square, and every stretch that passes it is listed there.
  void find_splits(const Lists& near, const Lists& held) {
    splits_ = over_squares<Split>(near, [&](std::size_t square, std::vector<Split>& splits) {
      for (std::uint32_t i = near.starts[square]; i < near.starts[square + 1]; ++i) {
        const Stretch& s = stretches_[near.items[i]];
        for (std::uint32_t k = held.starts[square]; k < held.starts[square + 1]; ++k) {
          const Spot p = spots_[held.items[k]];
          if (p != s.a && p != s.b && passes(s, p))
            splits.push_back({near.items[i], along(s, p), p});
        }
      }
    });
    std::sort(splits_.begin(), splits_.end());
  }

  static std::int64_t along(const Stretch& s, Spot p) {
    return (std::int64_t{p.x} - s.a.x) * (std::int64_t{s.b.x} - s.a.x) +
           (std::int64_t{p.y} - s.a.y) * (std::int64_t{s.b.y} - s.a.y);
  }

  [[nodiscard]] SpotRing with_splits(const SpotRing& ring) const {
    SpotRing out;
    out.reserve(ring.size());
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const Spot from = ring[i];
      const Spot to = ring[(i + 1) % ring.size()];
      out.push_back(from);
      const auto known = std::lower_bound(stretches_.begin(), stretches_.end(), stretch(from, to));
      const auto number = static_cast<std::uint32_t>(known - stretches_.begin());
      const auto [first, last] =
          std::equal_range(splits_.begin(), splits_.end(), Split{number, 0, {}},
                           [](const Split& a, const Split& b) { return a.stretch < b.stretch; });
      const auto begin = static_cast<std::ptrdiff_t>(out.size());
      for (auto split = first; split != last; ++split)
        out.push_back(split->at);
      if (to < from) std::reverse(out.begin() + begin, out.end());
    }
    return out;
  }

  std::vector<SpotRing>& rings_;
  base::Workers workers_;
  std::vector<Stretch> stretches_;
  std::vector<Spot> spots_;
  std::vector<Split> splits_;
};

}  // namespace

std::vector<SpotRing> noded(std::vector<SpotRing> rings, base::Workers workers) {
  constexpr int kMostRounds = 8;
  for (int round = 0; round < kMostRounds; ++round)
    if (!Round(rings, workers).run()) break;
  return rings;
}

}  // namespace wijkbeeld::geo::detail
