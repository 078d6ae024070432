// SPDX-License-Identifier: EUPL-1.2
#include "source/example_borders.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "source/example_crossings.hpp"

namespace wijkbeeld::source {
namespace {

// Grid corners, numbered row by row; one more than cells each way.
struct Corners {
  const ExampleGrid& grid;
  const std::vector<Label>& labels;

  [[nodiscard]] std::size_t columns() const { return grid.columns + 1; }
  [[nodiscard]] std::size_t size() const { return columns() * (grid.rows + 1); }
  [[nodiscard]] geo::Point at(std::size_t corner) const {
    return {grid.x0 + ExampleGrid::kSize * static_cast<double>(corner % columns()),
            grid.y0 + ExampleGrid::kSize * static_cast<double>(corner / columns())};
  }
  [[nodiscard]] std::size_t cell(std::size_t column, std::size_t row) const {
    // Unsigned wrap makes "one before the first" too large as well.
    return column < grid.columns && row < grid.rows ? row * grid.columns + column : grid.size();
  }
  [[nodiscard]] Label label(std::size_t cell) const {
    return cell < labels.size() ? labels[cell] : kNoLabel;
  }
  // The cells to the left and right of the side that leaves a corner: 0 east, 1 north, 2 west,
  // 3 south.
  [[nodiscard]] std::pair<std::size_t, std::size_t> beside(std::size_t corner,
                                                           unsigned direction) const {
    const std::size_t c = corner % columns();
    const std::size_t r = corner / columns();
    const std::size_t ne = cell(c, r);
    const std::size_t nw = cell(c - 1, r);
    const std::size_t sw = cell(c - 1, r - 1);
    const std::size_t se = cell(c, r - 1);
    if (direction == 0) return {ne, se};
    if (direction == 1) return {nw, ne};
    if (direction == 2) return {sw, nw};
    return {se, sw};
  }
  [[nodiscard]] bool is_border(std::size_t corner, unsigned direction) const {
    const auto [left, right] = beside(corner, direction);
    return label(left) != label(right);
  }
  [[nodiscard]] std::size_t step(std::size_t corner, unsigned direction) const {
    if (direction == 0) return corner + 1;
    if (direction == 1) return corner + columns();
    if (direction == 2) return corner - 1;
    return corner - columns();
  }
  [[nodiscard]] unsigned degree(std::size_t corner) const {
    unsigned count = 0;
    for (unsigned direction = 0; direction < 4; ++direction)
      count += is_border(corner, direction) ? 1U : 0U;
    return count;
  }
};

// A border along cell sides, before smoothing.
struct Path {
  Label left = kNoLabel;
  Label right = kNoLabel;
  std::vector<std::size_t> corners = {};
};

class Walker {
 public:
  explicit Walker(const Corners& corners) : corners_(corners), walked_(corners.size(), 0) {}

  std::vector<Path> walk() {
    std::vector<unsigned char> degrees(corners_.size());
    for (std::size_t corner = 0; corner < corners_.size(); ++corner)
      degrees[corner] = static_cast<unsigned char>(corners_.degree(corner));
    degrees_ = std::move(degrees);
    for (const bool only_junctions : {true, false})
      for (std::size_t corner = 0; corner < corners_.size(); ++corner) {
        if (degrees_[corner] == 0 || (only_junctions && degrees_[corner] == 2)) continue;
        for (unsigned direction = 0; direction < 4; ++direction)
          if (corners_.is_border(corner, direction) && !is_walked(corner, direction))
            paths_.push_back(follow(corner, direction));
      }
    return std::move(paths_);
  }

 private:
  [[nodiscard]] bool is_walked(std::size_t corner, unsigned direction) const {
    return ((unsigned{walked_[corner]} >> direction) & 1U) != 0;
  }
  void mark(std::size_t corner, unsigned direction) {
    walked_[corner] = static_cast<unsigned char>(unsigned{walked_[corner]} | (1U << direction));
  }
  Path follow(std::size_t start, unsigned direction) {
    const auto [left, right] = corners_.beside(start, direction);
    Path path{corners_.label(left), corners_.label(right), {start}};
    std::size_t corner = start;
    for (;;) {
      mark(corner, direction);
      corner = corners_.step(corner, direction);
      mark(corner, (direction + 2) % 4);
      path.corners.push_back(corner);
      if (degrees_[corner] != 2 || corner == start) return path;
      unsigned next = 0;
      while (next == (direction + 2) % 4 || !corners_.is_border(corner, next))
        ++next;
      direction = next;
    }
  }

  const Corners& corners_;
  std::vector<unsigned char> walked_;
  std::vector<unsigned char> degrees_;
  std::vector<Path> paths_;
};

geo::Point between(geo::Point a, geo::Point b, double part) {
  return {a.x + part * (b.x - a.x), a.y + part * (b.y - a.y)};
}

geo::Point projected(geo::Point p, const geo::Line& line) {
  geo::Point best = p;
  double nearest = std::numeric_limits<double>::max();
  for (std::size_t i = 1; i < line.size(); ++i) {
    const double dx = line[i].x - line[i - 1].x;
    const double dy = line[i].y - line[i - 1].y;
    const double length = dx * dx + dy * dy;
    const double t =
        length > 0 ? ((p.x - line[i - 1].x) * dx + (p.y - line[i - 1].y) * dy) / length : 0;
    const geo::Point q = between(line[i - 1], line[i], std::clamp(t, 0.0, 1.0));
    if (distance(p, q) < nearest) {
      nearest = distance(p, q);
      best = q;
    }
  }
  return best;
}

// Where corners are drawn: on the guide where the border beside them runs along it.
std::vector<std::uint8_t> guided_corners(const Corners& corners, const std::vector<Path>& paths,
                                         const Guide& guide) {
  std::vector<std::uint8_t> guided(corners.size(), 0);
  const auto side = [&](std::size_t cell) {
    return cell < guide.sides.size() ? guide.sides[cell] : std::int8_t{0};
  };
  for (const Path& path : paths) {
    if (path.left == kNoLabel || path.right == kNoLabel) continue;
    for (std::size_t i = 1; i < path.corners.size(); ++i) {
      const std::size_t from = path.corners[i - 1];
      unsigned direction = 0;
      while (corners.step(from, direction) != path.corners[i])
        ++direction;
      const auto [left, right] = corners.beside(from, direction);
      if (side(left) * side(right) >= 0) continue;
      guided[from] = 1;
      guided[path.corners[i]] = 1;
    }
  }
  return guided;
}

// Ends stay; each round moves the others a quarter towards the middle of their neighbours.
void relax(geo::Line& line, int rounds) {
  for (int round = 0; round < rounds; ++round) {
    geo::Line out = line;
    for (std::size_t i = 1; i + 1 < line.size(); ++i)
      out[i] = between(line[i], between(line[i - 1], line[i + 1], 0.5), 0.5);
    line = std::move(out);
  }
}

geo::Line cut_corners(const geo::Line& line) {
  geo::Line out = {line.front()};
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (i > 1) out.push_back(between(line[i - 1], line[i], 0.25));
    if (i + 1 < line.size()) out.push_back(between(line[i - 1], line[i], 0.75));
  }
  out.push_back(line.back());
  return out;
}

double off_chord(geo::Point p, geo::Point a, geo::Point b) {
  return distance_to_line(p, {a, b});
}

// Points without which the line would move less than `tolerance` metres (Douglas and Peucker,
// 1973) are left out.
void keep_needed(const geo::Line& line, std::size_t from, std::size_t to, double tolerance,
                 geo::Line& out) {
  std::size_t farthest = from;
  double most = tolerance;
  for (std::size_t i = from + 1; i < to; ++i) {
    const double off = off_chord(line[i], line[from], line[to]);
    if (off > most) {
      most = off;
      farthest = i;
    }
  }
  if (farthest != from) {
    keep_needed(line, from, farthest, tolerance, out);
    keep_needed(line, farthest, to, tolerance, out);
  } else {
    out.push_back(line[to]);
  }
}

geo::Line simplified(const geo::Line& line, double tolerance) {
  geo::Line out = {line.front()};
  if (line.front() == line.back()) {  // a loop has no chord: cut it in two
    keep_needed(line, 0, line.size() / 2, tolerance, out);
    keep_needed(line, line.size() / 2, line.size() - 1, tolerance, out);
  } else {
    keep_needed(line, 0, line.size() - 1, tolerance, out);
  }
  return out;
}

// Plainness of drawing: 0 is the finest, kPlainest follows the cell sides with cut corners.
constexpr int kPlainest = 2;

geo::Line drawn(const Corners& corners, const Path& path, const std::vector<geo::Point>& positions,
                int plainness) {
  geo::Line line;
  for (const std::size_t corner : path.corners)
    line.push_back(plainness > kPlainest ? corners.at(corner) : positions[corner]);
  const bool is_coast = path.left == kNoLabel || path.right == kNoLabel;
  if (plainness >= kPlainest) {
    if (line.size() > 2) line = cut_corners(line);
  } else if (is_coast) {
    relax(line, 3);
    line = cut_corners(simplified(line, 12));
  } else {
    // Straight pieces with corners, as streets and ditches make them.
    relax(line, plainness == 0 ? 4 : 2);
    line = simplified(line, plainness == 0 ? 34 : 20);
  }
  for (geo::Point& p : line)
    p = {std::round(p.x * 100) / 100, std::round(p.y * 100) / 100};
  line.erase(std::unique(line.begin(), line.end()), line.end());
  return line;
}

}  // namespace

std::vector<Border> trace_borders(const ExampleGrid& grid, const std::vector<Label>& labels,
                                  const Guide& guide) {
  const Corners corners{grid, labels};
  const std::vector<Path> paths = Walker(corners).walk();
  std::vector<std::uint8_t> guided = guided_corners(corners, paths, guide);
  std::vector<geo::Point> positions(corners.size());
  for (std::size_t corner = 0; corner < corners.size(); ++corner)
    positions[corner] =
        guided[corner] != 0 ? projected(corners.at(corner), guide.line) : corners.at(corner);
  std::vector<int> plainness(paths.size(), 0);
  std::vector<Border> borders(paths.size());
  const auto draw = [&](std::size_t i) {
    borders[i] = {paths[i].left, paths[i].right, drawn(corners, paths[i], positions, plainness[i])};
  };
  for (std::size_t i = 0; i < paths.size(); ++i)
    draw(i);
  for (;;) {
    const auto clashes = crossings_of(borders);
    if (clashes.empty()) return borders;
    bool moved = false;
    for (const auto& [a, b] : clashes)
      for (const std::size_t i : {a, b}) {
        if (plainness[i] < kPlainest) {
          ++plainness[i];
          continue;
        }
        for (const std::size_t corner : paths[i].corners) {  // back to the grid
          moved = moved || !(positions[corner] == corners.at(corner));
          positions[corner] = corners.at(corner);
        }
      }
    if (moved)
      for (std::size_t i = 0; i < paths.size(); ++i)
        draw(i);
    else
      for (const auto& [a, b] : clashes)
        for (const std::size_t i : {a, b})
          draw(i);
  }
}

}  // namespace wijkbeeld::source
