// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "chart/bars.hpp"
#include "chart/drawing.hpp"
#include "chart/palette.hpp"
#include "geo/rd_grid.hpp"
#include "geo/shape.hpp"

namespace wijkbeeld::chart {

/// Why an area has no class. Withheld areas are hatched, not measured ones have a dotted outline,
/// others (what the map is not about) are pale land.
enum class NoClass : std::uint8_t { withheld, not_measured, not_applicable };

/// How one area looks.
struct MapArea {
  /// From 0; the index of its colour in the palette and of its key among the classes.
  std::optional<std::size_t> class_index = {};
  /// Used when there is no class.
  NoClass reason = NoClass::not_applicable;
  /// Stands in the area where it fits, such as the letter of a cluster.
  std::string letter = {};
  /// Shown when a reader points at the area; costs bytes in every area.
  std::string title = {};
  /// It may well belong to another class: paler, with a dashed outline.
  bool is_unsure = false;
};

/// A cell of the grid, on maps of cells: they need no shapes.
struct MapCell {
  geo::Cell at = {};
  std::optional<std::size_t> class_index = {};
  NoClass reason = NoClass::not_applicable;
  bool is_unsure = false;
};

/// A circle with a surface in proportion to `size` (such as residents), for areas too small to see.
struct MapSymbol {
  geo::Point at;
  double size = 0;
  std::size_t class_index = 0;
  std::string letter = {};
  std::string title = {};
};

/// A size of circle explained in words, such as 10.000 and "10.000 inwoners".
struct SymbolKey {
  double size = 0;
  std::string text;
};

/// A name with a dot. Names find a free spot beside their dot, in the order given; one that finds
/// none is left out.
struct PlaceName {
  geo::Point at;
  std::string name;
};

/// A part drawn larger beside the map. All insets have one scale: that of the widest.
struct Inset {
  geo::Bounds bounds;
  std::string name;
};

/// Areas filled by class, RD New with north up. Shapes are cut and rounded to what can be seen at
/// the drawn scale; neighbours that share points keep sharing them.
struct Map {
  Frame frame;
  /// Not owned: must live until class_map returns.
  std::span<const geo::MultiPolygon> shapes;
  /// Parallel to the shapes.
  std::vector<MapArea> areas;
  /// Drawn below the areas. On a map so small that cells are smaller than a pixel, a pixel has the
  /// class of most of its cells.
  std::span<const MapCell> cells = {};
  /// Borders of a higher level, drawn over the areas. Without them the palest classes have no edge
  /// against the paper.
  std::span<const geo::MultiPolygon> outlines = {};
  std::span<const geo::MultiPolygon> water = {};
  /// What to show; empty is all shapes.
  geo::Bounds extent = {};

  Palette palette = Palette::situation;
  std::vector<ClassKey> classes;
  std::optional<std::size_t> mean_class = {};
  std::string mean_label = {};
  /// Legend entries; each is used only when such an area is drawn.
  std::string withheld_label = {};
  std::string not_measured_label = {};
  std::string not_applicable_label = {};
  std::string unsure_label = {};

  std::vector<MapSymbol> symbols = {};
  /// Radius in pixels of a symbol of size 1 is this; 0 lets the largest have a radius of 14.
  double symbol_radius = 0;
  std::vector<SymbolKey> symbol_keys = {};

  std::vector<PlaceName> places = {};
  std::vector<Inset> insets = {};
  /// Sentences under the legend: level, wave, edition, residents, what is not drawn.
  std::vector<std::string> notes = {};
  /// The letter at the north arrow.
  std::string north = "N";
};

Drawing class_map(const Map& map);

}  // namespace wijkbeeld::chart
