// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "answer/atlas_areas.hpp"
#include "instrument/area_means.hpp"
#include "series/project.hpp"
#include "study/panel.hpp"

namespace wijkbeeld::answer {

/// What a map can show of an edition.
enum class ThemeKind : std::uint8_t {
  situation,     ///< class of the score
  development,   ///< class of the change between two waves
  score,         ///< score against the mean of the wave, weighted by residents
  change,        ///< change of the score between two waves
  contribution,  ///< of a dimension, against its mean of the wave
  typology,      ///< the clusters of the study of 2017, by level and change
  interval,      ///< width of the 90% interval of the score
  indicator,     ///< what an instrument measures, as measured
};
std::string_view to_text(ThemeKind kind);

/// What stands before the id of an indicator in that of its theme.
inline constexpr std::string_view kIndicatorTheme = "indicator.";

/// One quantity of an edition, and when it has values.
struct Theme {
  std::string id;  ///< "class", "development", "score", "change", "contribution.won"
  ThemeKind kind = ThemeKind::situation;
  base::Message name = {};  ///< empty for a contribution
  /// Of a contribution, whose name is that of the theme, or of an indicator.
  const instrument::Dimension* dimension = nullptr;
  std::vector<series::Period> periods = {};
  base::Words words = {};  ///< name of an indicator
  std::string unit = {};   ///< of an indicator
  bool has_sure = false;   ///< errors are known, so that a class can be sure or not
};

/// The themes of an edition at a level and vintage for which some area has a value, in the order in
/// which they are offered. `listed` are the series of the project; those of others are passed over.
std::vector<Theme> themes_of(const instrument::Edition& edition, area::Level level,
                             area::Vintage vintage, std::span<const series::Listed> listed);

/// The indicators of an instrument that were measured, at a level that it scores; for a map of
/// them see indicator_view.
std::vector<Theme> indicator_themes(const instrument::Edition& edition,
                                    const instrument::Instrument& instrument,
                                    const instrument::Model& model, area::Level level);

/// True when a view of the theme in this period needs these values: so that no more of a project
/// need be read than a map asks for.
bool needs(const Theme& theme, series::Period period, std::string_view quantity,
           series::Period values);

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

/// Whether an area is surely in its class.
enum class Surety : std::uint8_t { unknown, sure, unsure };

/// A class is sure when the true value lies in it with at least this probability, by the normal
/// distribution with the error of the estimate.
inline constexpr double kSureClass = 0.9;

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
  /// Per ordinal; empty when the edition tells no errors.
  std::vector<Surety> sure_of = {};
  Figure unsure_areas = {};
  Figure share_unsure_areas = {};      ///< of the areas of which it is known
  Figure share_unsure_residents = {};  ///< of their residents
  int digits = 3;                      ///< decimals that the numbers are worth
  Figure national_mean = {};           ///< of the score, in a wave with scores
  /// Of a typology: "cluster: rule", of which the first that holds decides.
  std::vector<base::Message> rules = {};
  Figure low_areas = {};  ///< in low classes, when the edition says which are low
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

/// The map of an indicator: seven steps as of a score, of round numbers around the mean over
/// residents, or from zero up where that would begin below zero and no value does.
ThemeView indicator_view(const instrument::Edition& edition, const AtlasAreas& areas,
                         const Theme& theme, series::Period period,
                         const instrument::Instrument& instrument,
                         const instrument::IndicatorMeans& means);

/// The unit of the numbers of a theme.
Unit unit_of(ThemeKind kind);

/// The same map with other areas in its classes: counts are made anew, and nothing is known of how
/// sure they are.
ThemeView reclassed(ThemeView view, const AtlasAreas& areas,
                    std::vector<table::Value<int>> class_of,
                    std::vector<table::Value<double>> number_of);

}  // namespace wijkbeeld::answer
