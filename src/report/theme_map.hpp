// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answer/theme.hpp"
#include "base/catalogue.hpp"
#include "chart/palette.hpp"
#include "report/document.hpp"
#include "series/project.hpp"

namespace wijkbeeld::report {

/// One line of the legend of a map, in the language of the reader.
struct LegendClass {
  int number = 1;
  std::string name = {};    ///< empty when the limits say all
  std::string limits = {};  ///< "3,460 tot 3,557"; empty when no limits are published
  std::string colour = {};  ///< "#441352"
  std::string areas = {};
  std::string residents = {};
  bool holds_mean = false;
};

struct LegendAbsence {
  table::Absence reason = table::Absence::not_collected;
  std::string name = {};
  std::string areas = {};
};

/// How many areas may belong to another class.
struct LegendSure {
  std::string sentence = {};
  std::string unsure = {};  ///< "klasse onzeker"
  std::string areas = {};
};

/// What stands beside a map: everything a reader must know to read it.
struct ThemeLegend {
  std::string title = {};     ///< "Leefbaarheid in 2016"
  std::string subtitle = {};  ///< quantity, level, edition, boundaries
  std::string sentence = {};  ///< what is to be seen, with its figures; empty when nothing is
  std::string mean = {};      ///< "klasse van het landelijk gemiddelde", where one has it
  std::vector<std::string> notes = {};
  std::string source = {};
  std::string unit = {};  ///< of the numbers of single areas
  int digits = 3;         ///< decimals they are worth
  std::vector<LegendClass> classes = {};
  std::vector<LegendAbsence> absences = {};
  std::optional<LegendSure> sure = {};  ///< when the edition tells errors
};

/// The colours of a map of this kind.
chart::Palette palette_of(answer::ThemeKind kind);

/// Name of a theme: "leefbaarheid", or that of its dimension.
std::string name_of(const answer::Theme& theme, const base::Catalogue& catalogue,
                    base::Language language);

ThemeLegend theme_legend(const answer::ThemeView& view, const answer::AtlasAreas& areas,
                         const series::Project& project, const base::Catalogue& catalogue,
                         base::Language language);

/// The map itself with its legend, for a page with the style of charts. Areas without outline are
/// counted in the notes; cells are squares. 280 to 1200 pixels wide; `id` begins every id in it.
/// With `shows_sure` areas whose class is unsure are paler, with a dashed outline.
chart::Drawing theme_map(const answer::ThemeView& view, const answer::AtlasAreas& areas,
                         const series::Project& project, const base::Catalogue& catalogue,
                         base::Language language, int width, const std::string& id = "map",
                         bool shows_sure = false);

/// The same as an SVG file that stands alone: with its style, and its title and finding above.
std::string theme_map_file(const answer::ThemeView& view, const answer::AtlasAreas& areas,
                           const series::Project& project, const base::Catalogue& catalogue,
                           base::Language language, int width, bool shows_sure);

/// The same as a page that needs no script: map, legend and a row for every area, but for cells, of
/// which there are too many. `more` are ways to other pages, put in front.
Document theme_document(const answer::ThemeView& view, const answer::AtlasAreas& areas,
                        const series::Project& project, const base::Catalogue& catalogue,
                        base::Language language, Links more, bool shows_sure = false);

}  // namespace wijkbeeld::report
