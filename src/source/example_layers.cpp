// SPDX-License-Identifier: EUPL-1.2
#include "source/example_layers.hpp"

#include <fmt/format.h>

#include <map>

#include "source/example_outlines.hpp"

namespace wijkbeeld::source {
namespace {

using table::Absence;
using table::Column;
using table::Integers;
using table::Texts;

constexpr std::string_view kMadeUp = "Voorbeeldland bestaat niet: alles is verzonnen.";

Column texts(std::string name, std::string title) {
  return {{std::move(name), {std::move(title), {}}}, Texts{}};
}

Column years(std::string name, std::string title) {
  return {{std::move(name), {std::move(title), {}}}, Integers{}};
}

void add(Column& column, std::string_view value) {
  column.add(table::Value<std::string>(std::string(value)));
}

void add_year(Column& column, int year) {
  column.add(year == 0 ? table::Value<std::int64_t>(Absence::not_applicable)
                       : table::Value<std::int64_t>(year));
}

codec::LayerOut layer(std::string name, std::string title, std::vector<Column> columns,
                      std::vector<codec::Shape> shapes) {
  table::Table table{std::move(name), {title, {}}, std::move(columns)};
  return {std::move(table), std::move(shapes), std::move(title), std::string(kMadeUp)};
}

std::vector<codec::Shape> shapes_of(std::vector<geo::MultiPolygon> outlines) {
  std::vector<codec::Shape> shapes;
  for (geo::MultiPolygon& outline : outlines)
    shapes.emplace_back(std::move(outline));
  return shapes;
}

codec::LayerOut buurt_layer(const ExampleCountry& c, const Classification& areas) {
  std::vector<Column> columns = {texts("bu_code", "Buurtcode"), texts("bu_naam", "Buurt"),
                                 texts("wk_code", "Wijkcode"), texts("gm_code", "Gemeentecode"),
                                 texts("gm_naam", "Gemeente")};
  for (const ExampleArea& buurt : areas.buurten) {
    const ExampleArea& wijk = areas.wijken[buurt.parent];
    const ExampleArea& gemeente = areas.gemeenten[wijk.parent];
    add(columns[0], buurt.code);
    add(columns[1], buurt.name);
    add(columns[2], wijk.code);
    add(columns[3], gemeente.code);
    add(columns[4], gemeente.name);
  }
  return layer(fmt::format("buurt_{}", areas.year), fmt::format("Buurten {}", areas.year),
               std::move(columns),
               shapes_of(outlines_of(c.areas.borders, areas.buurt_of_unit, areas.buurten.size())));
}

codec::LayerOut wijk_layer(const ExampleCountry& c, const Classification& areas) {
  std::vector<Column> columns = {texts("wk_code", "Wijkcode"), texts("wk_naam", "Wijk"),
                                 texts("gm_code", "Gemeentecode"), texts("gm_naam", "Gemeente")};
  for (const ExampleArea& wijk : areas.wijken) {
    add(columns[0], wijk.code);
    add(columns[1], wijk.name);
    add(columns[2], areas.gemeenten[wijk.parent].code);
    add(columns[3], areas.gemeenten[wijk.parent].name);
  }
  return layer(fmt::format("wijk_{}", areas.year), fmt::format("Wijken {}", areas.year),
               std::move(columns),
               shapes_of(outlines_of(c.areas.borders, areas.wijk_of_unit(), areas.wijken.size())));
}

codec::LayerOut gemeente_layer(const ExampleCountry& c, const Classification& areas) {
  std::vector<Column> columns = {texts("gm_code", "Gemeentecode"), texts("gm_naam", "Gemeente")};
  for (const ExampleArea& gemeente : areas.gemeenten) {
    add(columns[0], gemeente.code);
    add(columns[1], gemeente.name);
  }
  return layer(
      fmt::format("gemeente_{}", areas.year), fmt::format("Gemeenten {}", areas.year),
      std::move(columns),
      shapes_of(outlines_of(c.areas.borders, areas.gemeente_of_unit(), areas.gemeenten.size())));
}

codec::LayerOut point_layer(const ExampleCountry& c) {
  std::vector<Column> columns = {texts("soort", "Soort"), texts("naam", "Naam"),
                                 years("van", "Vanaf jaar"), years("tot", "Tot jaar")};
  std::vector<codec::Shape> shapes;
  std::map<std::size_t, int> numbers;
  for (const ExamplePoint& point : c.points) {
    const PointKind& kind = kPointKinds[point.kind];
    add(columns[0], kind.id);
    add(columns[1], fmt::format("{} {}", kind.title, ++numbers[point.kind]));
    add_year(columns[2], point.from);
    add_year(columns[3], point.until);
    shapes.emplace_back(point.at);
  }
  return layer("punten", "Voorzieningen en monumenten", std::move(columns), std::move(shapes));
}

codec::LayerOut line_layer(const ExampleCountry& c) {
  std::vector<Column> columns = {texts("soort", "Soort")};
  std::vector<codec::Shape> shapes;
  const auto add_lines = [&](std::string_view kind, const std::vector<geo::Line>& lines) {
    for (const geo::Line& line : lines) {
      add(columns[0], kind);
      shapes.emplace_back(line);
    }
  };
  add_lines("spoor", c.land.railways);
  add_lines("snelweg", c.land.motorways);
  add_lines("hoogspanning", c.land.power_lines);
  add_lines("rivier", {c.land.river});
  return layer("lijnen", "Spoor, snelweg, hoogspanning en rivier", std::move(columns),
               std::move(shapes));
}

codec::LayerOut surface_layer(const ExampleCountry& c) {
  std::vector<Column> columns = {texts("soort", "Soort")};
  std::vector<codec::Shape> shapes;
  const auto add_rings = [&](std::string_view kind, const std::vector<geo::Ring>& rings) {
    for (const geo::Ring& ring : rings) {
      add(columns[0], kind);
      shapes.emplace_back(geo::MultiPolygon{{{ring}}});
    }
  };
  std::vector<geo::Ring> water = c.land.lakes;
  water.push_back(river_surface(c.land));
  add_rings("water", water);
  add_rings("park", c.land.parks);
  add_rings("industrie", c.land.industries);
  return layer("vlakken", "Water, parken en bedrijventerreinen", std::move(columns),
               std::move(shapes));
}

}  // namespace

std::vector<codec::LayerOut> area_layers(const ExampleCountry& country) {
  std::vector<codec::LayerOut> layers;
  for (const Classification& areas : country.areas.vintages) {
    layers.push_back(buurt_layer(country, areas));
    layers.push_back(wijk_layer(country, areas));
    layers.push_back(gemeente_layer(country, areas));
  }
  return layers;
}

std::vector<codec::LayerOut> feature_layers(const ExampleCountry& country) {
  return {point_layer(country), line_layer(country), surface_layer(country)};
}

}  // namespace wijkbeeld::source
