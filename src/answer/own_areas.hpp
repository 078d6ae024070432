// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "answer/atlas_areas.hpp"
#include "base/parallel.hpp"
#include "study/panel.hpp"

namespace wijkbeeld::answer {

/// An area of the reader's own: drawn on the map, or read from a file. In RD New.
struct OwnArea {
  std::string name;
  geo::MultiPolygon shape;
};

/// An own area in one wave.
struct OwnAreaWave {
  series::Wave wave = {};
  Figure score = {};
  table::Value<int> situation = table::Absence::not_applicable;  ///< class of that score
  /// Part of the estimated residents who live where there is a score.
  Figure share_scored = {};
};

/// What areas of a panel tell about one own area.
struct OwnAreaFigures {
  std::string name;
  bool was_mended = false;    ///< the shape crossed itself, and was read by the even-odd rule
  Figure surface = {};        ///< km2
  Figure areas = {};          ///< areas of the panel that share surface with it
  Figure residents = {};      ///< estimated
  Figure share_covered = {};  ///< part of the surface that lies in areas of the panel
  std::vector<OwnAreaWave> waves = {};
};

struct OwnAreasAnswer {
  const instrument::Edition* edition = nullptr;
  area::Level level = area::Level::own;
  area::Vintage vintage = {};
  std::string residents_source = {};
  std::vector<OwnAreaFigures> areas = {};
};

/// Below so many residents an own area gets no score, as in the Leefbaarometer.
inline constexpr double kFewestResidents = 100;

/// Scores of own areas from those of the panel's areas: the mean weighted by residents, where an
/// area of the panel that lies partly inside counts for the part of its surface that does (areal
/// weighting, Goodchild and Lam 1980, "Areal interpolation: a variant of the traditional spatial
/// problem", Geo-Processing 1, p. 297-312). So residents are taken to live evenly over an area,
/// and all of them to live with its score: an own area smaller than the panel's gets the score of
/// its surroundings, not its own.
///
/// A score is withheld for fewer than kFewestResidents estimated residents, and not collected where
/// no area with a score and residents shares surface. Areas without residents on record count for
/// nothing. Shapes that cross themselves are mended first and say so. Not for shapes without
/// surface: they have no figures (not applicable).
OwnAreasAnswer own_areas(const study::Panel& panel, const AtlasAreas& areas,
                         const std::vector<OwnArea>& own, base::Workers workers);

}  // namespace wijkbeeld::answer
