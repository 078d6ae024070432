// SPDX-License-Identifier: EUPL-1.2
#include "instrument/detail/place_measures.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "geo/grid_kernel.hpp"
#include "geo/line_field.hpp"
#include "geo/point_field.hpp"
#include "geo/rd_grid.hpp"
#include "geo/surface_field.hpp"

namespace wijkbeeld::instrument::detail {
namespace {

using base::say;
using series::Places;
using series::PlaceShape;
using table::Absence;

const Places& places_named(const series::Project& project, const std::string& id,
                           const base::Place& place) {
  if (const Places* found = project.find_places(id)) return *found;
  std::vector<std::string> names;
  for (const Places& one : project.places)
    names.push_back(one.id);
  base::Failure failure(say("the project has no places '{}'", id));
  failure.at(place);
  if (const auto near = base::did_you_mean(id, names))
    failure.help(say("did you mean '{}'?", *near));
  else
    failure.because(say("its places are: {}", base::join(names, ", ")));
  throw failure;
}

// The shapes that are there in a year.
template <class Shape>
std::vector<Shape> there(const Places& places, const std::vector<Shape>& shapes, int year) {
  std::vector<Shape> out;
  for (std::size_t i = 0; i < shapes.size(); ++i)
    if (places.presence[i].is_there(year)) out.push_back(shapes[i]);
  return out;
}

std::string_view word(PlaceShape shape) {
  return shape == PlaceShape::point ? "points" : shape == PlaceShape::line ? "lines" : "surfaces";
}

[[noreturn]] void refuse_shape(const Places& places, std::string_view wanted,
                               const base::Place& place) {
  throw base::Failure(say("the places '{}' are {}", places.id, word(places.shape)))
      .at(place)
      .because(say("this measure takes {}", wanted));
}

std::vector<double> measured(const Places& places, const FromPlaces& measure, int year,
                             std::span<const geo::Point> at, base::Workers workers,
                             const base::Place& place) {
  using Kind = FromPlaces::Kind;
  switch (measure.kind) {
    case Kind::count: {
      if (places.shape != PlaceShape::point) refuse_shape(places, "points", place);
      const geo::PointField field(there(places, places.points, year));
      const auto counts = geo::counts_within(at, field, measure.reach, workers);
      return {counts.begin(), counts.end()};
    }
    case Kind::length:
      if (places.shape != PlaceShape::line) refuse_shape(places, "lines", place);
      return geo::lengths_within(at, geo::LineField(there(places, places.lines, year)),
                                 measure.reach, workers);
    case Kind::share:
      if (places.shape != PlaceShape::surface) refuse_shape(places, "surfaces", place);
      return geo::covered_shares(at, geo::SurfaceField(there(places, places.surfaces, year)),
                                 measure.reach, workers);
    case Kind::distance:
      break;
  }
  if (places.shape == PlaceShape::point)
    return geo::nearest_distances(at, geo::PointField(there(places, places.points, year)),
                                  measure.reach, workers);
  if (places.shape == PlaceShape::line)
    return geo::nearest_distances(at, geo::LineField(there(places, places.lines, year)),
                                  measure.reach, workers);
  return geo::nearest_distances(at, geo::SurfaceField(there(places, places.surfaces, year)),
                                measure.reach, workers);
}

std::vector<geo::Cell> cells_of(const Units& units, const base::Place& place) {
  std::vector<geo::Cell> cells;
  for (const area::AreaCode& code : units.codes) {
    const auto cell = geo::parse_cell(code.text);
    if (!cell)
      throw base::Failure(say("what lies around is measured on cells of 100 m only"))
          .at(place)
          .because(say("this instrument scores per {}", std::string(area::to_text(units.level))));
    cells.push_back(*cell);
  }
  return cells;
}

RawColumn column_of(const std::vector<std::optional<double>>& values) {
  RawColumn out;
  for (const auto& one : values) {
    out.values.push_back(one.value_or(0));
    out.absences.push_back(
        static_cast<std::uint8_t>(one ? Absence::none : Absence::not_applicable));
  }
  return out;
}

std::vector<std::optional<double>> optionals(const RawColumn& column) {
  std::vector<std::optional<double>> out;
  for (std::size_t i = 0; i < column.values.size(); ++i)
    out.push_back(column.has(i) ? std::optional(column.values[i]) : std::nullopt);
  return out;
}

geo::Kernel kernel_of(const FromSurroundings& measure) {
  using Own = FromSurroundings::Kernel;
  const auto form = measure.kernel == Own::gauss          ? geo::KernelForm::gaussian
                    : measure.kernel == Own::epanechnikov ? geo::KernelForm::epanechnikov
                                                          : geo::KernelForm::disc;
  return {form, measure.reach};
}

}  // namespace

RawColumn from_places(const series::Project& project, const Units& units, const FromPlaces& measure,
                      series::Wave wave, base::Workers workers, const base::Place& place) {
  const Places& places = places_named(project, measure.places, place);
  std::vector<geo::Point> at;
  std::vector<std::size_t> units_with_centre;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!units.centres[i]) continue;
    at.push_back(*units.centres[i]);
    units_with_centre.push_back(i);
  }
  const std::vector<double> values = measured(places, measure, wave.year, at, workers, place);
  RawColumn out{
      std::vector<double>(units.size(), 0),
      std::vector<std::uint8_t>(units.size(), static_cast<std::uint8_t>(Absence::not_applicable))};
  for (std::size_t k = 0; k < values.size(); ++k) {
    out.values[units_with_centre[k]] = values[k];
    out.absences[units_with_centre[k]] = 0;
  }
  return out;
}

RawColumn mean_around(const Units& units, const RawColumn& of, const FromSurroundings& measure,
                      series::Wave wave, base::Workers workers, const base::Place& place) {
  const auto cells = cells_of(units, place);
  const geo::CellField field(cells);
  return column_of(field.means(optionals(of), units.residents[units.wave_index(wave)],
                               kernel_of(measure), cells, workers));
}

RawColumn dominance(const Units& units, const RawColumn& share, const RawColumn& dwellings,
                    double reach, base::Workers workers, const base::Place& place) {
  const auto cells = cells_of(units, place);
  const geo::CellField field(cells);
  const auto around = field.means(optionals(share), dwellings.values,
                                  {geo::KernelForm::disc, reach}, cells, workers);
  std::vector<std::optional<double>> both;
  for (std::size_t i = 0; i < cells.size(); ++i)
    both.push_back(share.has(i) && around[i] ? std::optional((share.values[i] + *around[i]) / 2)
                                             : std::nullopt);
  return column_of(both);
}

}  // namespace wijkbeeld::instrument::detail
