// SPDX-License-Identifier: EUPL-1.2
#include "report/theme_map.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "answer/atlas_typology.hpp"
#include "answer/typology.hpp"
#include "chart/map.hpp"
#include "geo/measure.hpp"
#include "geo/rd_grid.hpp"
#include "report/detail/desk.hpp"
#include "report/detail/map_places.hpp"
#include "study/draw.hpp"

namespace wijkbeeld::report {

using answer::AtlasAreas;
using answer::Figure;
using answer::shown;
using answer::ThemeClass;
using answer::ThemeKind;
using answer::ThemeView;
using base::Message;
using base::say;

namespace {

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

class Writer {
 public:
  Writer(const ThemeView& view, const AtlasAreas& areas, const series::Project& project,
         const base::Catalogue& catalogue, base::Language language)
      : view_(view), areas_(areas), project_(project), catalogue_(catalogue), language_(language) {}

  ThemeLegend legend() const {
    ThemeLegend out;
    out.title = capital(title());
    out.subtitle = subtitle();
    out.sentence = sentence();
    out.mean = words(say("class of the national mean"));
    out.notes = notes();
    out.source = source();
    if (view_.theme.kind == ThemeKind::indicator)
      out.unit = view_.theme.unit;
    else if (view_.theme.kind != ThemeKind::typology)
      out.unit = words(say("points"));
    out.digits = view_.digits;
    const auto colours = chart::colours(palette_of(view_.theme.kind));
    for (const ThemeClass& one : view_.classes) {
      const auto at = std::min(static_cast<std::size_t>(one.number - 1), colours.size() - 1);
      out.classes.push_back({one.number, one.name.in(language_), limits(one),
                             std::string(colours[at]), words(say("{}", shown(one.areas))),
                             words(say("{}", shown(one.residents))), one.holds_mean});
    }
    for (const answer::ThemeAbsence& one : view_.absences)
      out.absences.push_back({one.reason, reason(one.reason), words(say("{}", shown(one.areas)))});
    if (view_.theme.has_sure) out.sure = sure();
    return out;
  }

  chart::Drawing map(int width, const std::string& id, bool shows_sure) const {
    const ThemeLegend legend = this->legend();
    chart::Map out;
    out.frame = {id, legend.title, legend.sentence, width};
    out.palette = palette_of(view_.theme.kind);
    std::vector<geo::MultiPolygon> shapes;
    std::vector<chart::MapCell> cells;
    for (std::size_t i = 0; i < areas_.areas.size(); ++i) {
      if (const auto cell = cell_at(i)) {
        const chart::MapArea look = drawn(i, shows_sure);
        cells.push_back({*cell, look.class_index, look.reason, look.is_unsure});
        out.extent.add(geo::bounds(*cell));
      }
      if (areas_.areas[i].outline == nullptr) continue;
      shapes.push_back(*areas_.areas[i].outline);
      out.areas.push_back(drawn(i, shows_sure));
      out.extent.add(geo::bounds(shapes.back()));
    }
    out.shapes = shapes;
    out.cells = cells;
    if (shows_sure && legend.sure)
      out.unsure_label = words(say("{}: {}", legend.sure->unsure, legend.sure->areas));
    for (const LegendClass& one : legend.classes)
      out.classes.push_back(
          {view_.theme.kind == ThemeKind::typology
               ? answer::letter_of_cluster(
                     view_.classes.at(static_cast<std::size_t>(one.number - 1)).name.nl)
               : std::to_string(one.number),
           one.name, one.limits});
    for (std::size_t c = 0; c < legend.classes.size(); ++c)
      if (legend.classes[c].holds_mean) out.mean_class = c;
    out.mean_label = legend.mean;
    out.withheld_label = reason(table::Absence::withheld);
    out.not_measured_label = reason(table::Absence::not_collected);
    out.not_applicable_label = words(say("not in this edition"));
    if (areas_.level != area::Level::gemeente)
      if (const area::Outlines* borders = study::gemeente_borders(project_, areas_.vintage))
        out.outlines = borders->shapes;
    detail::add_places(towns(), out);
    out.notes = {legend.subtitle};
    out.notes.insert(out.notes.end(), legend.notes.begin(), legend.notes.end());
    if (shows_sure && legend.sure) out.notes.push_back(legend.sure->sentence);
    if (!cells.empty())
      out.notes.push_back(words(
          say("Where cells are smaller than a point of this drawing, a point has the class of "
              "most of its cells.")));
    out.notes.push_back(legend.source);
    return chart::class_map(out);
  }

 private:
  [[nodiscard]] std::string words(const Message& message) const {
    return base::render(message, catalogue_, language_);
  }

  [[nodiscard]] std::string title() const {
    const std::string name = name_of(view_.theme, catalogue_, language_);
    if (view_.period.is_wave()) return words(say("{} in {}", name, view_.period.to.year));
    return words(say("{}, {} to {}", name, view_.period.from.year, view_.period.to.year));
  }

  [[nodiscard]] std::string quantity() const {
    switch (view_.theme.kind) {
      case ThemeKind::situation:
        return words(say("Class of the estimated score"));
      case ThemeKind::development:
        return words(say("Class of the change of the estimated score"));
      case ThemeKind::score:
        return words(say("Estimated score, in steps around the national mean"));
      case ThemeKind::change:
        return words(say("Change of the estimated score, in points"));
      case ThemeKind::contribution:
        return words(say("Contribution to the score, in points above or below the national mean"));
      case ThemeKind::typology:
        return words(say("Type by class and by change since {} and {}", answer::kTypesSince.year,
                         answer::kTypesStall.year));
      case ThemeKind::interval:
        return words(say("Width of the 90% interval of the estimated score, in points"));
      case ThemeKind::indicator:
        return view_.theme.unit.empty()
                   ? words(say("As measured, mean over residents"))
                   : words(say("As measured, mean over residents, in {}", view_.theme.unit));
    }
    return {};
  }

  [[nodiscard]] std::string subtitle() const {
    return words(say("{}; per {}, boundaries of {}", quantity(),
                     words(area::name_of(areas_.level, false)), areas_.vintage.year));
  }

  [[nodiscard]] std::string sentence() const {
    if (!view_.low_areas.has_value() || !view_.share_low_areas.has_value()) return {};
    const std::string low = view_.edition->low_name.in(language_);
    if (*view_.low_areas == 0)
      return words(say("None of the {} has a class that counts as low ({}).",
                       words(area::name_of(areas_.level, true)), low));
    return words(
        say("{} of the {} have a class that counts as low ({}); {} of the residents live "
            "there.",
            shown(view_.share_low_areas), words(area::name_of(areas_.level, true)), low,
            shown(view_.share_low_residents)));
  }

  [[nodiscard]] LegendSure sure() const {
    const std::string rule = words(
        say("A class is unsure when the chance that the true value lies in it is smaller than "
            "{}, by the standard error of the estimate.",
            base::Percent{answer::kSureClass, 0}));
    LegendSure out{rule, words(say("class unsure")), words(say("{}", shown(view_.unsure_areas)))};
    if (view_.share_unsure_areas.has_value() && view_.share_unsure_residents.has_value())
      out.sentence =
          words(say("Of {} of the {} the class is unsure; {} of the residents live there. {}",
                    shown(view_.share_unsure_areas), words(area::name_of(areas_.level, true)),
                    shown(view_.share_unsure_residents), rule));
    return out;
  }

  [[nodiscard]] std::string limits(const ThemeClass& one) const {
    if (one.from.has_value() && one.to.has_value())
      return words(say("{} to {}", shown(one.from), shown(one.to)));
    if (one.to.has_value()) return words(say("below {}", shown(one.to)));
    if (one.from.has_value()) return words(say("{} and up", shown(one.from)));
    return {};
  }

  [[nodiscard]] std::string reason(table::Absence why) const {
    switch (why) {
      case table::Absence::withheld:
        return words(say("withheld"));
      case table::Absence::not_applicable:
        return words(say("does not apply"));
      case table::Absence::no_such_area:
        return words(say("not in this edition"));
      default:
        return words(say("not measured"));
    }
  }

  // How many areas cannot be drawn, and whose outlines are of another year.
  [[nodiscard]] std::vector<std::string> notes() const {
    std::int64_t missing = 0;
    std::map<int, std::int64_t> stand_ins;
    for (std::size_t i = 0; i < areas_.areas.size(); ++i) {
      if (!view_.class_of[i]) continue;
      const answer::AtlasArea& one = areas_.areas[i];
      if (one.outline == nullptr && !cell_at(i)) ++missing;
      if (one.outline_vintage && *one.outline_vintage != areas_.vintage)
        ++stand_ins[one.outline_vintage->year];
    }
    std::vector<std::string> out;
    if (!view_.rules.empty()) {
      out.push_back(words(say("The first rule that holds decides:")));
      for (const base::Message& one : view_.rules)
        out.push_back(words(one));
    }
    const std::string all = words(area::name_of(areas_.level, true));
    for (const auto& [year, count] : stand_ins)
      out.push_back(
          words(say("With the boundaries of {}, where code and name are the same: {} of "
                    "the {}.",
                    year, base::Count{count}, all)));
    if (missing > 0)
      out.push_back(
          words(say("With a value but without a known boundary: {} of the {}; the table "
                    "has them.",
                    base::Count{missing}, all)));
    return out;
  }

  [[nodiscard]] std::string source() const {
    std::set<std::string> credits;
    for (const area::Outlines& one : project_.outlines)
      if (one.level == areas_.level && !one.source.empty()) credits.insert(one.source);
    const std::string edition = words(say("Source: {}, {}.", view_.edition->publisher.in(language_),
                                          view_.edition->title.in(language_)));
    if (credits.empty()) return edition;
    std::string all;
    for (const std::string& one : credits)
      all += (all.empty() ? "" : "; ") + one;
    return words(say("{} Boundaries: {}.", edition, all));
  }

  [[nodiscard]] std::optional<geo::Cell> cell_at(std::size_t ordinal) const {
    if (areas_.level != area::Level::cell) return std::nullopt;
    return geo::parse_cell(areas_.areas[ordinal].code.text);
  }

  [[nodiscard]] chart::MapArea drawn(std::size_t ordinal, bool shows_sure) const {
    const table::Value<int>& number = view_.class_of[ordinal];
    chart::MapArea out;
    if (number) {
      out.class_index = static_cast<std::size_t>(*number - 1);
      if (view_.theme.kind == ThemeKind::typology)
        out.letter = answer::letter_of_cluster(view_.classes[*out.class_index].name.nl);
      out.is_unsure = shows_sure && ordinal < view_.sure_of.size() &&
                      view_.sure_of[ordinal] == answer::Surety::unsure;
      return out;
    }
    out.reason = detail::no_class_of(number.absence());
    return out;
  }

  [[nodiscard]] std::vector<detail::Town> towns() const {
    const bool is_gemeente = areas_.level == area::Level::gemeente;
    detail::Towns all;
    if (areas_.level == area::Level::cell) return towns_of_wijken();
    for (const answer::AtlasArea& one : areas_.areas)
      if (one.outline != nullptr)
        all.add(is_gemeente ? one.name : one.gemeente, geo::bounds(*one.outline),
                one.residents.value.value_or(0));
    return all.take();
  }

  // A cell does not tell in which gemeente it lies: the wijken say where its people live.
  [[nodiscard]] std::vector<detail::Town> towns_of_wijken() const {
    detail::Towns all;
    const area::AreaSet* gemeenten = project_.find_areas(area::Level::gemeente, areas_.vintage);
    const area::AreaSet* wijken = project_.find_areas(area::Level::wijk, areas_.vintage);
    const area::Outlines* drawn = project_.find_outlines(area::Level::wijk, areas_.vintage);
    if (gemeenten == nullptr || wijken == nullptr || drawn == nullptr) return {};
    for (std::size_t i = 0; i < drawn->codes.size(); ++i) {
      const auto wijk = wijken->find(drawn->codes[i]);
      const auto code = area::gemeente_of(drawn->codes[i]);
      const auto in = code ? gemeenten->find(*code) : std::nullopt;
      if (wijk && in)
        all.add(gemeenten->areas()[*in].name, geo::bounds(drawn->shapes[i]),
                wijken->areas()[*wijk].residents.value_or(0));
    }
    return all.take();
  }

  const ThemeView& view_;
  const AtlasAreas& areas_;
  const series::Project& project_;
  const base::Catalogue& catalogue_;
  base::Language language_;
};

}  // namespace

chart::Palette palette_of(ThemeKind kind) {
  switch (kind) {
    case ThemeKind::situation:
      return chart::Palette::situation;
    case ThemeKind::typology:
      return chart::Palette::clusters;
    case ThemeKind::interval:
    case ThemeKind::indicator:
      return chart::Palette::sequence;
    default:
      return chart::Palette::development;
  }
}

std::string name_of(const answer::Theme& theme, const base::Catalogue& catalogue,
                    base::Language language) {
  if (!theme.words.nl.empty()) return theme.words.in(language);
  if (theme.dimension != nullptr) return theme.dimension->name.in(language);
  return base::render(theme.name, catalogue, language);
}

ThemeLegend theme_legend(const ThemeView& view, const AtlasAreas& areas,
                         const series::Project& project, const base::Catalogue& catalogue,
                         base::Language language) {
  return Writer(view, areas, project, catalogue, language).legend();
}

chart::Drawing theme_map(const ThemeView& view, const AtlasAreas& areas,
                         const series::Project& project, const base::Catalogue& catalogue,
                         base::Language language, int width, const std::string& id,
                         bool shows_sure) {
  return Writer(view, areas, project, catalogue, language).map(width, id, shows_sure);
}

std::string theme_map_file(const ThemeView& view, const AtlasAreas& areas,
                           const series::Project& project, const base::Catalogue& catalogue,
                           base::Language language, int width, bool shows_sure) {
  const Writer writer(view, areas, project, catalogue, language);
  const ThemeLegend legend = writer.legend();
  return chart::standalone(writer.map(width, "map", shows_sure),
                           {legend.title, legend.sentence, ""})
      .svg;
}

}  // namespace wijkbeeld::report
