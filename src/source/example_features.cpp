// SPDX-License-Identifier: EUPL-1.2
#include "source/example_features.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "source/example_purpose.hpp"

namespace wijkbeeld::source {
namespace {

constexpr double kSquare = 1000;
constexpr std::size_t kStation = 3;
constexpr std::size_t kMonument = 6;

long square_of(double v, double origin) {
  return static_cast<long>(std::floor((v - origin) / kSquare));
}

// Draws cells in proportion to a weight.
class CellDraw {
 public:
  explicit CellDraw(const std::vector<double>& weights) {
    double sum = 0;
    for (const double weight : weights)
      sums_.push_back(sum += weight);
  }
  [[nodiscard]] std::size_t draw(base::Stream& stream) const {
    const double at = stream.uniform() * sums_.back();
    const auto found = std::upper_bound(sums_.begin(), sums_.end(), at);
    return std::min(static_cast<std::size_t>(found - sums_.begin()), sums_.size() - 1);
  }

 private:
  std::vector<double> sums_;
};

geo::Point rounded(geo::Point p) {
  return {std::round(p.x), std::round(p.y)};
}

bool is_apart(geo::Point p, const std::vector<ExamplePoint>& points, std::size_t kind,
              double apart) {
  return std::none_of(points.rbegin(), points.rend(), [&](const ExamplePoint& other) {
    return other.kind == kind && distance(p, other.at) < apart;
  });
}

void set_years(ExamplePoint& point, double yearly_change, base::Stream& stream) {
  const int first = kExampleWaves.front();
  const int years = kExampleWaves.back() - first;
  if (!stream.chance(std::abs(yearly_change) * years)) return;
  const int year = first + 1 + static_cast<int>(stream.below(static_cast<std::uint64_t>(years)));
  (yearly_change > 0 ? point.from : point.until) = year;
}

void draw_kind(const ExampleLand& land, const ExampleCells& cells, std::size_t kind,
               base::Seed seed, std::vector<ExamplePoint>& points) {
  const PointKind& about = kPointKinds[kind];
  base::Stream stream(seed, purpose::kPoints, kind);
  std::vector<double> weights(cells.size());
  double residents = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const double old = std::exp(-6 * land.age_ring[cells.at[i]]);
    residents += cells.residents.back()[i];
    weights[i] = kind == kMonument ? 0.01 + 12 * old : cells.residents.back()[i];
  }
  const CellDraw draw(weights);
  const auto wanted = static_cast<std::size_t>(std::max(2.0, residents / about.residents_each));
  std::vector<ExamplePoint> drawn;
  for (std::size_t attempt = 0; attempt < 40 * wanted && drawn.size() < wanted; ++attempt) {
    geo::Point p = land.grid.centre(cells.at[draw.draw(stream)]);
    p = rounded({p.x + stream.uniform(-50, 50), p.y + stream.uniform(-50, 50)});
    if (!is_apart(p, drawn, kind, about.apart)) continue;
    drawn.push_back({kind, p, 0, 0});
    set_years(drawn.back(), about.yearly_change, stream);
  }
  points.insert(points.end(), drawn.begin(), drawn.end());
}

// Where a railway passes a town: one station, in large towns two.
void draw_stations(const ExampleLand& land, base::Seed seed, std::vector<ExamplePoint>& points) {
  base::Stream stream(seed, purpose::kPoints, kStation);
  for (const geo::Line& line : land.railways)
    for (const geo::Point& p : {line.front(), line[line.size() / 7], line.back()}) {
      if (land.urban[land.grid.cell_at(p)] < 0.05 ||
          !is_apart(p, points, kStation, kPointKinds[kStation].apart))
        continue;
      points.push_back({kStation, rounded(p), 0, 0});
      set_years(points.back(), kPointKinds[kStation].yearly_change, stream);
    }
}

// Calls `visit(cell, distance)` for each cell whose middle is nearer than `limit` to a segment.
template <class Visit>
void near_segments(const ExampleGrid& grid, const geo::Line& line, double limit, Visit visit) {
  for (std::size_t i = 1; i < line.size(); ++i) {
    const geo::Point a = line[i - 1];
    const geo::Point b = line[i];
    const std::size_t low = grid.cell_at({std::min(a.x, b.x) - limit, std::min(a.y, b.y) - limit});
    const std::size_t high = grid.cell_at({std::max(a.x, b.x) + limit, std::max(a.y, b.y) + limit});
    const geo::Line segment = {a, b};
    for (std::size_t row = grid.row(low); row <= grid.row(high); ++row)
      for (std::size_t column = grid.column(low); column <= grid.column(high); ++column) {
        const std::size_t cell = row * grid.columns + column;
        visit(cell, distance_to_line(grid.centre(cell), segment));
      }
  }
}

}  // namespace

std::vector<ExamplePoint> make_points(const ExampleLand& land, const ExampleCells& cells,
                                      base::Seed seed) {
  std::vector<ExamplePoint> points;
  for (std::size_t kind = 0; kind < kPointKinds.size(); ++kind)
    if (kind == kStation)
      draw_stations(land, seed, points);
    else
      draw_kind(land, cells, kind, seed, points);
  return points;
}

PointGrid::PointGrid(std::vector<geo::Point> points) {
  if (points.empty()) return;
  geo::Bounds box{points[0].x, points[0].y, points[0].x, points[0].y};
  for (const geo::Point& p : points)
    box = {std::min(box.x_min, p.x), std::min(box.y_min, p.y), std::max(box.x_max, p.x),
           std::max(box.y_max, p.y)};
  x0_ = box.x_min;
  y0_ = box.y_min;
  columns_ = square_of(box.x_max, x0_) + 1;
  rows_ = square_of(box.y_max, y0_) + 1;
  const auto number = [&](geo::Point p) {
    return static_cast<std::size_t>(square_of(p.y, y0_) * columns_ + square_of(p.x, x0_));
  };
  starts_.assign(static_cast<std::size_t>(columns_ * rows_) + 1, 0);
  for (const geo::Point& p : points)
    ++starts_[number(p) + 1];
  std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
  std::vector<std::size_t> next(starts_.begin(), starts_.end() - 1);
  points_.resize(points.size());
  for (const geo::Point& p : points)
    points_[next[number(p)]++] = p;
}

std::span<const geo::Point> PointGrid::square(long column, long row) const {
  if (column < 0 || row < 0 || column >= columns_ || row >= rows_) return {};
  const auto at = static_cast<std::size_t>(row * columns_ + column);
  return std::span(points_).subspan(starts_[at], starts_[at + 1] - starts_[at]);
}

double PointGrid::nearest(geo::Point p, double limit) const {
  const long column = square_of(p.x, x0_);
  const long row = square_of(p.y, y0_);
  double best = limit;
  // Squares in growing rings; what lies beyond ring n is at least n squares away.
  for (long ring = 0; static_cast<double>(ring - 1) * kSquare < best; ++ring)
    for (long r = row - ring; r <= row + ring; ++r) {
      const bool is_edge = r == row - ring || r == row + ring;
      for (long c = column - ring; c <= column + ring; c += is_edge || ring == 0 ? 1 : 2 * ring)
        for (const geo::Point& q : square(c, r))
          best = std::min(best, distance(p, q));
    }
  return best;
}

std::size_t PointGrid::count(geo::Point p, double radius) const {
  std::size_t count = 0;
  for (long r = square_of(p.y - radius, y0_); r <= square_of(p.y + radius, y0_); ++r)
    for (long c = square_of(p.x - radius, x0_); c <= square_of(p.x + radius, x0_); ++c)
      for (const geo::Point& q : square(c, r))
        count += distance(p, q) <= radius ? 1U : 0U;
  return count;
}

std::vector<double> distances_to_lines(const ExampleGrid& grid, std::span<const geo::Line> lines,
                                       double limit) {
  std::vector<double> distances(grid.size(), limit);
  for (const geo::Line& line : lines)
    near_segments(grid, line, limit, [&](std::size_t cell, double far) {
      distances[cell] = std::min(distances[cell], far);
    });
  return distances;
}

std::vector<double> distances_to_surfaces(const ExampleGrid& grid,
                                          std::span<const geo::Ring> surfaces, double limit) {
  std::vector<double> distances = distances_to_lines(grid, surfaces, limit);
  for (const geo::Ring& ring : surfaces) {
    geo::Point low = ring.front();
    geo::Point high = ring.front();
    for (const geo::Point& p : ring) {
      low = {std::min(low.x, p.x), std::min(low.y, p.y)};
      high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    const std::size_t from = grid.cell_at(low);
    const std::size_t to = grid.cell_at(high);
    for (std::size_t row = grid.row(from); row <= grid.row(to); ++row)
      for (std::size_t column = grid.column(from); column <= grid.column(to); ++column) {
        const std::size_t cell = row * grid.columns + column;
        if (is_inside(grid.centre(cell), ring)) distances[cell] = 0;
      }
  }
  return distances;
}

std::vector<double> covered_shares(const ExampleGrid& grid, const ExampleCells& cells,
                                   std::span<const geo::Ring> surfaces, double radius) {
  // Four points in each cell, 25 m from its sides.
  ExampleGrid fine{grid.columns * 2, grid.rows * 2, grid.x0, grid.y0};
  std::vector<std::uint8_t> covered(fine.size(), 0);
  const auto point = [&](std::size_t column, std::size_t row) {
    return geo::Point{grid.x0 + 50 * static_cast<double>(column) + 25,
                      grid.y0 + 50 * static_cast<double>(row) + 25};
  };
  for (const geo::Ring& ring : surfaces) {
    geo::Point low = ring.front();
    geo::Point high = ring.front();
    for (const geo::Point& p : ring) {
      low = {std::min(low.x, p.x), std::min(low.y, p.y)};
      high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    const std::size_t from = grid.cell_at(low);
    const std::size_t to = grid.cell_at(high);
    for (std::size_t row = 2 * grid.row(from); row < 2 * grid.row(to) + 2; ++row)
      for (std::size_t column = 2 * grid.column(from); column < 2 * grid.column(to) + 2; ++column)
        if (is_inside(point(column, row), ring)) covered[row * fine.columns + column] = 1;
  }
  const auto reach = static_cast<std::ptrdiff_t>(radius / 50) + 1;
  std::vector<std::ptrdiff_t> offsets;  // of the points in the circle round a cell's middle
  const auto width = static_cast<std::ptrdiff_t>(fine.columns);
  for (std::ptrdiff_t row = -reach; row < reach; ++row)
    for (std::ptrdiff_t column = -reach; column < reach; ++column)
      if (std::hypot(50 * static_cast<double>(column) + 25, 50 * static_cast<double>(row) + 25) <=
          radius)
        offsets.push_back(row * width + column);
  std::vector<double> shares;
  for (const std::size_t cell : cells.at) {
    const auto middle = static_cast<std::ptrdiff_t>((2 * grid.row(cell) + 1) * fine.columns +
                                                    2 * grid.column(cell) + 1);
    double count = 0;
    for (const std::ptrdiff_t offset : offsets) {
      const std::ptrdiff_t at = middle + offset;
      if (at >= 0 && at < static_cast<std::ptrdiff_t>(covered.size()))
        count += covered[static_cast<std::size_t>(at)];
    }
    shares.push_back(count / static_cast<double>(offsets.size()));
  }
  return shares;
}

}  // namespace wijkbeeld::source
