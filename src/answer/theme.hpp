// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "answer/atlas_areas.hpp"
#include "study/panel.hpp"

namespace wijkbeeld::answer {

/// What a map can show of an edition.
enum class ThemeKind : std::uint8_t {
  situation,     ///< class of the score
  development,   ///< class of the change between two waves
  score,         ///< score against the mean of the wave, weighted by residents
  change,        ///< change of the score between two waves
  contribution,  ///< of a dimension, against its mean of the wave
};
std::string_view to_text(ThemeKind kind);

/// One quantity of an edition, and when it has values.
struct Theme {
  std::string id;  ///< "class", "development", "score", "change", "contribution.won"
  ThemeKind kind = ThemeKind::situation;
  base::Message name = {};                           ///< empty for a contribution
  const instrument::Dimension* dimension = nullptr;  ///< of a contribution; its name is the theme's
  std::vector<series::Period> periods = {};
};

/// The themes of a panel for which some area has a value, in the order in which they are offered.
std::vector<Theme> themes_of(const study::Panel& panel);

/// The theme with this id. Throws Failure naming the known ones and the one perhaps meant.
const Theme& theme_named(const std::vector<Theme>& themes, const std::string& id);

/// "2012", or "2012-2014".
std::string to_text(series::Period period);
/// Reads back what to_text gives. Throws Failure naming the periods of the theme.
series::Period period_named(const Theme& theme, const std::string& text);

/// One class of a map.
struct ThemeClass {
  int number = 1;
  base::Words name = {};  ///< empty for a class that is only a range
  Figure from = {};       ///< absent below the lowest limit
  Figure to = {};         ///< absent above the highest
  Figure areas = {};
  Figure residents = {};
  bool holds_mean = false;  ///< the national mean of the wave falls in this class
};

/// How many areas have no class, and why.
struct ThemeAbsence {
  table::Absence reason = table::Absence::not_collected;
  Figure areas = {};
};

/// Everything a map of one theme in one period shows, area by area and in sum.
struct ThemeView {
  const instrument::Edition* edition = nullptr;
  Theme theme = {};
  series::Period period = {};
  std::vector<ThemeClass> classes = {};
  std::vector<ThemeAbsence> absences = {};
  /// Per ordinal of the atlas areas: the number of the class, or why there is none.
  std::vector<table::Value<int>> class_of = {};
  /// Per ordinal: score, change or contribution; the class itself where only classes exist.
  std::vector<table::Value<double>> number_of = {};
  Figure national_mean = {};  ///< of the score, in a wave with scores
  Figure low_areas = {};      ///< in low classes, when the edition says which are low
  Figure share_low_areas = {};
  Figure share_low_residents = {};
};

/// The theme on a map of `areas`, which must be of the panel's level and vintage.
///
/// Classes of the situation and the development are those of the edition. Of a score, change or
/// contribution, for which nobody published limits, they are seven steps around the mean of the
/// wave (around no change), each as wide as the round number (1, 2 or 5 times a power of ten)
/// nearest below eight tenths of the standard deviation over residents in the theme's last period,
/// so that all periods of a theme have the same limits.
ThemeView theme_view(const study::Panel& panel, const AtlasAreas& areas, const Theme& theme,
                     series::Period period);

}  // namespace wijkbeeld::answer
