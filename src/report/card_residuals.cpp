// SPDX-License-Identifier: EUPL-1.2
// Where the fit is off: by density, by gemeente, on the map.
#include <algorithm>
#include <array>
#include <cmath>

#include "chart/map.hpp"
#include "geo/measure.hpp"
#include "report/detail/card_desk.hpp"
#include "report/detail/map_places.hpp"

namespace wijkbeeld::report::detail {

using answer::AreaResidual;
using answer::CardGroup;
using answer::CardOutcome;
using answer::ResidualMap;
using answer::shown;
using base::Message;
using base::say;

namespace {

// Limits of the classes of a map, in standard deviations of the mean residuals.
constexpr std::array<double, 3> kSteps = {0.5, 1.0, 1.5};

Message density_words(const CardGroup& group) {
  if (!group.from.has_value()) return say("up to {}", shown(group.to));
  if (!group.to.has_value()) return say("more than {}", shown(group.from));
  return say("{} to {}", shown(group.from), shown(group.to));
}

TableView group_table(const CardDesk& desk, CardGroup::Kind kind) {
  const bool is_density = kind == CardGroup::Kind::density;
  TableView t{is_density ? "t-density" : "t-gemeenten",
              is_density ? say("Residuals by density of the place") : say("Residuals by gemeente"),
              {is_density ? say("residents per km2") : say("gemeente"), say("rows"),
               say("mean residual"), say("RMS error"), say("R2 within")},
              {}};
  for (const CardOutcome& one : desk.card.outcomes) {
    t.rows.push_back({cell(desk.words(one.outcome->name))});
    for (const CardGroup& group : one.groups)
      if (group.kind == kind)
        t.rows.push_back({is_density ? density_words(group) : cell(group.name), cell(group.rows),
                          cell(group.mean_residual), cell(group.root_mean_square),
                          cell(group.r_squared)});
  }
  t.notes.push_back(say("Table groups in card.json."));
  return t;
}

const area::Area* find_area(const area::AreaSet* areas, const area::AreaCode& code) {
  if (areas == nullptr) return nullptr;
  const auto at = areas->find(code);
  return at ? &areas->areas()[*at] : nullptr;
}

std::vector<Town> towns(const CardDesk& desk, area::Vintage vintage) {
  const area::Outlines* outlines = desk.project.find_outlines(area::Level::gemeente, vintage);
  const area::AreaSet* areas = desk.project.find_areas(area::Level::gemeente, vintage);
  std::vector<Town> out;
  if (outlines == nullptr) return out;
  for (std::size_t i = 0; i < outlines->codes.size(); ++i) {
    const area::Area* known = find_area(areas, outlines->codes[i]);
    Town town{outlines->codes[i].text, 0, middle(geo::bounds(outlines->shapes[i]))};
    if (known != nullptr && !known->name.empty()) town.name = known->name;
    if (known != nullptr) town.residents = known->residents.value_or(0);
    out.push_back(std::move(town));
  }
  return out;
}

// 0 to 6: far below what was predicted to far above.
std::size_t class_of(double residual, double spread) {
  std::size_t steps = 0;
  for (const double step : kSteps)
    if (std::abs(residual) > step * spread) ++steps;
  return residual < 0 ? 3 - steps : 3 + steps;
}

std::string number_words(const CardDesk& desk, double value) {
  return desk.words(say("{}", shown(answer::Figure{"", value, answer::Unit::amount, {}})));
}

void add_keys(const CardDesk& desk, double spread, chart::Map& map) {
  const std::array<Message, 7> names = {
      say("far below"),      say("below"), say("a little below"), say("as predicted"),
      say("a little above"), say("above"), say("far above")};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const int number = static_cast<int>(i) - 3;
    const std::string sign = number < 0 ? "−" : number > 0 ? "+" : "";
    const std::size_t steps = static_cast<std::size_t>(std::abs(number));
    const std::string limit =
        steps == 0
            ? desk.words(say("within {}", number_words(desk, kSteps[0] * spread)))
            : desk.words(say("beyond {}", sign + number_words(desk, kSteps[steps - 1] * spread)));
    map.classes.push_back({sign + std::to_string(steps), desk.words(names[i]), limit});
  }
}

// Shapes of the areas that have residuals, and of those that have none.
struct Drawn {
  std::vector<geo::MultiPolygon> shapes;
  std::vector<chart::MapArea> areas;
  std::size_t undrawn = 0;
};

Drawn drawn(const CardDesk& desk, const ResidualMap& map) {
  const area::Outlines& outlines = *desk.project.find_outlines(map.level, map.vintage);
  Drawn out;
  out.shapes = outlines.shapes;
  out.areas.resize(out.shapes.size());
  for (chart::MapArea& one : out.areas)
    one.reason = chart::NoClass::not_measured;
  for (const AreaResidual& one : map.areas) {
    const auto at = outlines.find(one.code);
    if (at)
      out.areas[*at].class_index = class_of(*one.mean_residual, *map.spread);
    else
      ++out.undrawn;
  }
  return out;
}

std::string areas_of(const CardDesk& desk, const ResidualMap& map) {
  return desk.words(area::name_of(map.level, true));
}

ChartView map_view(const CardDesk& desk, const ResidualMap& map) {
  const Drawn shapes = drawn(desk, map);
  ChartView view;
  view.id = "map-residuals-" + as_id(map.outcome->id);
  view.title = say("Where '{}' lies above or below its prediction", desk.words(map.outcome->name));
  view.subtitle = say("Mean residual per area ({}, boundaries of {}), in units of the outcome",
                      areas_of(desk, map), map.vintage.year);
  view.description =
      say("A map of mean residuals of predictions for blocks that had not been seen. Blue areas "
          "turned out better than predicted, brown ones worse. Their standard deviation over "
          "areas is {}.",
          shown(map.spread));
  view.notes.push_back(
      say("Areas with few rows stand out more easily than areas with many; card.json has the "
          "number of rows of each (table residual_areas)."));
  view.source = desk.source();
  const std::vector<Town> names = towns(desk, map.vintage);
  const area::Outlines* borders =
      map.level == area::Level::gemeente
          ? nullptr
          : desk.project.find_outlines(area::Level::gemeente, map.vintage);
  draw(desk, view, [&](const chart::Frame& frame) {
    chart::Map out;
    out.frame = frame;
    out.shapes = shapes.shapes;
    out.areas = shapes.areas;
    if (borders != nullptr) out.outlines = borders->shapes;
    for (const geo::MultiPolygon& shape : shapes.shapes)
      out.extent.add(geo::bounds(shape));
    out.palette = chart::Palette::development;
    out.not_measured_label = desk.words(say("no rows"));
    add_keys(desk, *map.spread, out);
    add_places(names, out);
    return chart::class_map(out);
  });
  return view;
}

}  // namespace

Chapter card_residuals_chapter(const CardDesk& desk) {
  Chapter out{"afwijkingen", say("Where the fit is off"), {}};
  out.blocks.emplace_back(Paragraph{
      {say("A residual is what was found minus what was predicted. Where a whole part of the "
           "country lies above or below, something counts there that is not among the "
           "indicators.")}});
  const bool has_density =
      std::any_of(desk.card.outcomes.begin(), desk.card.outcomes.end(), [](const auto& one) {
        return std::any_of(one.groups.begin(), one.groups.end(), [](const CardGroup& group) {
          return group.kind == CardGroup::Kind::density;
        });
      });
  if (has_density) out.blocks.emplace_back(group_table(desk, CardGroup::Kind::density));
  for (const ResidualMap& map : desk.card.maps)
    out.blocks.emplace_back(map_view(desk, map));
  TableView gemeenten = group_table(desk, CardGroup::Kind::gemeente);
  gemeenten.folded_as = say("Residuals of every gemeente");
  gemeenten.notes.clear();  // they would stand outside the fold
  gemeenten.is_printed = false;
  out.blocks.emplace_back(std::move(gemeenten));
  return out;
}

}  // namespace wijkbeeld::report::detail
