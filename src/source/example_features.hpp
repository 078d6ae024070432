// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "source/example_settle.hpp"

namespace wijkbeeld::source {

/// A kind of place people go to or look at.
struct PointKind {
  std::string_view id;
  std::string_view title;
  double residents_each;  ///< one per so many residents (monuments: see make_points)
  double apart;           ///< metres between two of a kind, at least
  double yearly_change;   ///< share that opens (above 0) or closes (below 0) a year
};
inline constexpr std::array<PointKind, 7> kPointKinds = {
    {{"basisschool", "Basisschool", 2600, 350, -0.004},
     {"supermarkt", "Supermarkt", 4200, 450, 0.006},
     {"huisarts", "Huisartsenpraktijk", 3000, 250, -0.012},
     {"station", "Station", 0, 1500, 0.01},
     {"bibliotheek", "Bibliotheek", 26000, 1500, -0.02},
     {"sport", "Sporthal of zwembad", 9000, 900, 0.004},
     {"monument", "Monument", 700, 30, 0}}};

struct ExamplePoint {
  std::size_t kind = 0;
  geo::Point at;
  int from = 0;   ///< first year; 0 is before all waves
  int until = 0;  ///< first year in which it is gone; 0 is never
  [[nodiscard]] bool is_open(int year) const {
    return from <= year && (until == 0 || year < until);
  }
};

/// Places, by kind and then as they were drawn.
std::vector<ExamplePoint> make_points(const ExampleLand& land, const ExampleCells& cells,
                                      base::Seed seed);

/// Points in squares of 1 km, for asking what is near.
class PointGrid {
 public:
  explicit PointGrid(std::vector<geo::Point> points);
  /// Metres to the nearest point, at most `limit`.
  [[nodiscard]] double nearest(geo::Point p, double limit) const;
  [[nodiscard]] std::size_t count(geo::Point p, double radius) const;

 private:
  [[nodiscard]] std::span<const geo::Point> square(long column, long row) const;
  long columns_ = 0;
  long rows_ = 0;
  double x0_ = 0;
  double y0_ = 0;
  std::vector<geo::Point> points_;   // by square
  std::vector<std::size_t> starts_;  // per square, and one more
};

/// Per grid cell the metres from its middle to the nearest line, at most `limit`.
std::vector<double> distances_to_lines(const ExampleGrid& grid, std::span<const geo::Line> lines,
                                       double limit);
/// The same to surfaces; 0 inside one.
std::vector<double> distances_to_surfaces(const ExampleGrid& grid,
                                          std::span<const geo::Ring> surfaces, double limit);

/// Per inhabited cell the share of the circle of `radius` metres round its middle that is covered,
/// measured on points 50 m apart.
std::vector<double> covered_shares(const ExampleGrid& grid, const ExampleCells& cells,
                                   std::span<const geo::Ring> surfaces, double radius);

}  // namespace wijkbeeld::source
