// SPDX-License-Identifier: EUPL-1.2
#include "answer/own_areas.hpp"

#include <algorithm>

#include "answer/detail/row_figures.hpp"
#include "base/ensure.hpp"
#include "geo/measure.hpp"
#include "geo/overlay.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::answer {

using detail::RowFigures;
using table::Absence;
using table::Value;

namespace {

constexpr double kSquareMetresPerKm2 = 1e6;

// A piece of an area of the panel that lies in an own area.
struct Piece {
  std::size_t row = 0;   // in the panel
  double surface = 0;    // m2 that are shared
  double residents = 0;  // who live on it, estimated; 0 when none are on record
};

// Outlines of the panel's areas that can share surface with some own area, and their rows.
struct Near {
  std::vector<geo::MultiPolygon> outlines;
  std::vector<std::size_t> rows;
};

Near near(const study::Panel& panel, const AtlasAreas& areas,
          const std::vector<geo::MultiPolygon>& own, base::Workers workers) {
  std::vector<geo::Bounds> boxes;
  for (const geo::MultiPolygon& shape : own)
    boxes.push_back(geo::bounds(shape));
  Near out;
  for (const AtlasArea& one : areas.areas) {
    if (one.outline == nullptr) continue;
    const geo::Bounds box = geo::bounds(*one.outline);
    const bool is_near = std::any_of(boxes.begin(), boxes.end(),
                                     [&](const geo::Bounds& each) { return each.meets(box); });
    const auto row = panel.find(one.code);
    if (!is_near || !row) continue;
    out.outlines.push_back(*one.outline);
    out.rows.push_back(*row);
  }
  const auto mended = geo::mended(out.outlines, workers);
  for (std::size_t i = 0; i < mended.size(); ++i)
    out.outlines[i] = mended[i].shape;
  return out;
}

std::vector<std::vector<Piece>> pieces_of(const study::Panel& panel, const Near& near,
                                          const std::vector<geo::MultiPolygon>& own,
                                          base::Workers workers) {
  std::vector<std::vector<Piece>> out(own.size());
  for (const geo::Overlap& one : geo::overlaps(own, near.outlines, workers)) {
    const std::size_t row = near.rows[one.second];
    const double whole = geo::area(near.outlines[one.second]);
    const double part = whole > 0 ? std::min(1.0, one.area / whole) : 0;
    out[one.first].push_back({row, one.area, part * panel.area(row).residents.value_or(0)});
  }
  return out;
}

template <class Of>
double total(const std::vector<Piece>& pieces, Of of) {
  stats::Sum sum;
  for (const Piece& piece : pieces)
    sum.add(of(piece));
  return sum.value();
}

OwnAreaWave in_wave(const study::Panel& panel, const std::vector<Piece>& pieces, series::Wave wave,
                    const RowFigures& cell) {
  stats::Sum people;
  stats::Sum points;
  for (const Piece& piece : pieces) {
    const Value<double> score = panel.score(piece.row, wave);
    if (!score) continue;
    people.add(piece.residents);
    points.add(piece.residents * *score);
  }
  const double everybody = total(pieces, [](const Piece& piece) { return piece.residents; });
  Value<double> score = Absence::not_collected;
  if (people.value() > 0)
    score = people.value() < kFewestResidents ? Value<double>(Absence::withheld)
                                              : Value<double>(points.value() / people.value());
  OwnAreaWave out;
  out.wave = wave;
  out.score = cell("score", score, Unit::score);
  if (score && panel.edition().classes)
    out.situation = panel.edition().classes->class_of(*score);
  else if (!score)
    out.situation = score.absence();
  out.share_scored =
      cell("share_scored", everybody > 0 ? std::optional(people.value() / everybody) : std::nullopt,
           Unit::share);
  return out;
}

OwnAreaFigures figures_of(const study::Panel& panel, const OwnArea& own, std::size_t number,
                          const geo::Mended& mended, const std::vector<Piece>& pieces) {
  const std::string key = std::to_string(number + 1);
  const RowFigures cell("answers/own_areas", {key});
  OwnAreaFigures out;
  out.name = own.name;
  out.was_mended = mended.was_invalid;
  const double surface = geo::area(mended.shape);
  out.surface = cell("surface", surface / kSquareMetresPerKm2, Unit::amount);
  out.areas = cell.count("areas", pieces.size());
  out.residents =
      cell("residents", total(pieces, [](const Piece& piece) { return piece.residents; }),
           Unit::residents);
  out.share_covered = cell(
      "share_covered",
      surface > 0
          ? std::optional(std::min(
                1.0, total(pieces, [](const Piece& piece) { return piece.surface; }) / surface))
          : std::nullopt,
      Unit::share);
  for (const series::Wave wave : panel.waves())
    if (panel.has_scores(wave))
      out.waves.push_back(in_wave(
          panel, pieces, wave, RowFigures("answers/own_areas", {key, std::to_string(wave.year)})));
  return out;
}

}  // namespace

OwnAreasAnswer own_areas(const study::Panel& panel, const AtlasAreas& areas,
                         const std::vector<OwnArea>& own, base::Workers workers) {
  base::ensure(panel.level() == areas.level && panel.vintage() == areas.vintage,
               "own areas are laid over areas of the panel's level and vintage");
  std::vector<geo::MultiPolygon> shapes;
  for (const OwnArea& one : own)
    shapes.push_back(one.shape);
  const std::vector<geo::Mended> mended = geo::mended(shapes, workers);
  for (std::size_t i = 0; i < mended.size(); ++i)
    shapes[i] = mended[i].shape;
  const auto pieces = pieces_of(panel, near(panel, areas, shapes, workers), shapes, workers);
  OwnAreasAnswer out;
  out.edition = &panel.edition();
  out.level = panel.level();
  out.vintage = panel.vintage();
  out.residents_source = panel.residents_source();
  for (std::size_t i = 0; i < own.size(); ++i)
    out.areas.push_back(figures_of(panel, own[i], i, mended[i], pieces[i]));
  return out;
}

}  // namespace wijkbeeld::answer
