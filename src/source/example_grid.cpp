// SPDX-License-Identifier: EUPL-1.2
#include "source/example_grid.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/rd_grid.hpp"

namespace wijkbeeld::source {
namespace {

double smooth(double t) {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

std::size_t clamped(double at, std::size_t count) {
  if (at < 0) return 0;
  return std::min(static_cast<std::size_t>(at), count - 1);
}

double distance_to_segment(geo::Point p, geo::Point a, geo::Point b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double length = dx * dx + dy * dy;
  const double t = length > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length : 0;
  const double part = std::clamp(t, 0.0, 1.0);
  return distance(p, {a.x + part * dx, a.y + part * dy});
}

}  // namespace

std::size_t ExampleGrid::cell_at(geo::Point p) const {
  return clamped((p.y - y0) / kSize, rows) * columns + clamped((p.x - x0) / kSize, columns);
}

std::string ExampleGrid::code(std::size_t cell) const {
  return geo::to_text(geo::cell_of(centre(cell)));
}

Neighbours neighbours_of(const ExampleGrid& grid, std::size_t cell) {
  Neighbours out;
  const std::size_t column = grid.column(cell);
  const std::size_t row = grid.row(cell);
  const bool west = column > 0;
  const bool east = column + 1 < grid.columns;
  const bool south = row > 0;
  const bool north = row + 1 < grid.rows;
  const auto add = [&](bool exists, std::size_t neighbour) {
    if (exists) out.cells[out.count++] = neighbour;
  };
  add(east, cell + 1);
  add(north, cell + grid.columns);
  add(west, cell - 1);
  add(south, cell - grid.columns);
  out.sides = out.count;
  add(east && north, cell + 1 + grid.columns);
  add(west && north, cell - 1 + grid.columns);
  add(west && south, cell - 1 - grid.columns);
  add(east && south, cell + 1 - grid.columns);
  return out;
}

Field::Field(base::Seed seed, std::uint64_t purpose, const ExampleGrid& grid, double wavelength,
             int octaves)
    : x0_(grid.x0 - ExampleGrid::kSize), y0_(grid.y0 - ExampleGrid::kSize) {
  const auto cells = [](std::size_t count, double step) {
    return static_cast<std::size_t>(ExampleGrid::kSize * static_cast<double>(count + 2) / step) + 3;
  };
  double strength = 1;
  double total = 0;
  for (int i = 0; i < octaves; ++i, wavelength /= 2, strength /= 2) {
    base::Stream stream(seed, purpose, static_cast<std::uint64_t>(i));
    Octave octave{wavelength, strength, cells(grid.columns, wavelength), {}};
    octave.values.resize(octave.columns * cells(grid.rows, wavelength));
    for (double& value : octave.values)
      value = stream.uniform(-1, 1);
    octaves_.push_back(std::move(octave));
    total += strength * strength;
  }
  // Interpolated uniform values have a variance of 0.18 on average over the plane.
  for (Octave& octave : octaves_)
    octave.strength /= std::sqrt(0.18 * total);
}

double Field::at(geo::Point p) const {
  double sum = 0;
  for (const Octave& octave : octaves_) {
    const double x = (p.x - x0_) / octave.step;
    const double y = (p.y - y0_) / octave.step;
    const double left = std::floor(std::max(x, 0.0));
    const double low = std::floor(std::max(y, 0.0));
    const double tx = smooth(std::clamp(x - left, 0.0, 1.0));
    const double ty = smooth(std::clamp(y - low, 0.0, 1.0));
    const std::size_t rows = octave.values.size() / octave.columns;
    const std::size_t column = std::min(static_cast<std::size_t>(left), octave.columns - 2);
    const std::size_t row = std::min(static_cast<std::size_t>(low), rows - 2);
    const double* v = octave.values.data() + row * octave.columns + column;
    const double south = v[0] + tx * (v[1] - v[0]);
    const double north = v[octave.columns] + tx * (v[octave.columns + 1] - v[octave.columns]);
    sum += octave.strength * (south + ty * (north - south));
  }
  return sum;
}

void standardise(std::vector<double>& values) {
  if (values.empty()) return;
  double mean = 0;
  for (const double value : values)
    mean += value;
  mean /= static_cast<double>(values.size());
  double variance = 0;
  for (const double value : values)
    variance += (value - mean) * (value - mean);
  const double sd = std::sqrt(variance / static_cast<double>(values.size()));
  for (double& value : values)
    value = sd > 0 ? (value - mean) / sd : 0;
}

double distance(geo::Point a, geo::Point b) {
  const double dx = a.x - b.x;
  const double dy = a.y - b.y;
  return std::sqrt(dx * dx + dy * dy);
}

double distance_to_line(geo::Point p, const geo::Line& line) {
  double nearest = std::numeric_limits<double>::max();
  for (std::size_t i = 1; i < line.size(); ++i)
    nearest = std::min(nearest, distance_to_segment(p, line[i - 1], line[i]));
  return nearest;
}

double distance_to_surface(geo::Point p, const geo::Ring& ring) {
  return is_inside(p, ring) ? 0 : distance_to_line(p, ring);
}

bool is_inside(geo::Point p, const geo::Ring& ring) {
  bool inside = false;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const geo::Point& a = ring[i - 1];
    const geo::Point& b = ring[i];
    if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
      inside = !inside;
  }
  return inside;
}

}  // namespace wijkbeeld::source
