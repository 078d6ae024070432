// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "geo/shape.hpp"

namespace wijkbeeld::source {

/// Which of something a cell belongs to; kNoLabel is none (the sea).
using Label = std::uint32_t;
inline constexpr Label kNoLabel = 0xFFFFFFFF;

/// A rectangle of 100 m squares, numbered row by row from the south-west.
struct ExampleGrid {
  static constexpr double kSize = 100;
  std::size_t columns = 0;
  std::size_t rows = 0;
  double x0 = 0;
  double y0 = 0;

  [[nodiscard]] std::size_t size() const { return columns * rows; }
  [[nodiscard]] std::size_t column(std::size_t cell) const { return cell % columns; }
  [[nodiscard]] std::size_t row(std::size_t cell) const { return cell / columns; }
  [[nodiscard]] geo::Point centre(std::size_t cell) const {
    return {x0 + kSize * (static_cast<double>(column(cell)) + 0.5),
            y0 + kSize * (static_cast<double>(row(cell)) + 0.5)};
  }
  /// The cell a point lies in; the nearest one for a point outside.
  [[nodiscard]] std::size_t cell_at(geo::Point p) const;
  /// E0234N5671: hundreds of metres east and north of the south-west corner.
  [[nodiscard]] std::string code(std::size_t cell) const;
};

/// The cells around a cell: first those that share a side, then those that share a corner.
struct Neighbours {
  std::array<std::size_t, 8> cells{};
  std::size_t sides = 0;
  std::size_t count = 0;
};
Neighbours neighbours_of(const ExampleGrid& grid, std::size_t cell);

/// A smooth random surface: value noise in octaves, each half as long and half as strong as the
/// one before; mean 0, variance about 1. Depends on seed and purpose only.
class Field {
 public:
  Field(base::Seed seed, std::uint64_t purpose, const ExampleGrid& grid, double wavelength,
        int octaves);
  [[nodiscard]] double at(geo::Point p) const;

 private:
  struct Octave {
    double step;
    double strength;
    std::size_t columns;
    std::vector<double> values;
  };
  double x0_;
  double y0_;
  std::vector<Octave> octaves_;
};

/// Shifts and scales so that the mean is 0 and the standard deviation 1 (all weights equal).
void standardise(std::vector<double>& values);

double distance(geo::Point a, geo::Point b);
double distance_to_line(geo::Point p, const geo::Line& line);
/// To the nearest edge; 0 inside.
double distance_to_surface(geo::Point p, const geo::Ring& ring);
bool is_inside(geo::Point p, const geo::Ring& ring);

}  // namespace wijkbeeld::source
