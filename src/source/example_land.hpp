// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "source/example_grid.hpp"
#include "source/example_plan.hpp"

namespace wijkbeeld::source {

/// A built-up place: the main town of a gemeente, or a village.
struct Town {
  geo::Point centre;
  double radius = 0;  ///< metres to the edge of the built-up area, about
  std::size_t cells = 0;
  bool is_village = false;
};

/// The ground before people: an island with a river, lakes, towns, lines, parks and industry.
struct ExampleLand {
  ExampleGrid grid;
  std::vector<std::uint8_t> is_land;    ///< per grid cell
  std::vector<std::uint8_t> is_closed;  ///< water, park or industry: nobody lives there
  std::vector<double> from_coast;       ///< cells to the sea; 0 in the sea
  std::vector<double> urban;            ///< 0 (open country) to 1 (middle of a town)
  std::vector<double> age_ring;         ///< 0 in an old centre, 1 at the youngest edge
  std::vector<Town> towns;              ///< main towns first, largest first, then villages
  geo::Line river;                      ///< middle of the river, from source to sea
  std::vector<double> river_width;      ///< metres, per point of `river`
  std::vector<geo::Ring> lakes = {};
  std::vector<geo::Ring> parks = {};
  std::vector<geo::Ring> industries = {};
  std::vector<geo::Line> railways = {};
  std::vector<geo::Line> motorways = {};
  std::vector<geo::Line> power_lines = {};
};

ExampleLand make_land(const ExamplePlan& plan, base::Seed seed);

/// The river as a surface.
geo::Ring river_surface(const ExampleLand& land);

/// A cell near a line and the side of it (-1 or 1) the cell lies on.
struct Beside {
  std::size_t cell = 0;
  std::int8_t side = 0;
};

/// The cells nearer to a line than `reach` metres, in order of cell.
std::vector<Beside> cells_beside(const ExampleGrid& grid, const geo::Line& line, double reach);

}  // namespace wijkbeeld::source
