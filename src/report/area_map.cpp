// SPDX-License-Identifier: EUPL-1.2
#include "report/area_map.hpp"

#include <algorithm>
#include <map>

#include "answer/names.hpp"
#include "chart/map.hpp"
#include "geo/measure.hpp"
#include "report/detail/map_places.hpp"

namespace wijkbeeld::report {

using answer::shown;
using base::say;
using detail::Desk;

namespace {

// The areas of an edition that have an outline, with their shapes side by side.
struct DrawnAreas {
  std::vector<const study::AreaFigure*> figures;
  std::vector<geo::MultiPolygon> shapes;
};

const geo::MultiPolygon* shape_of(const study::Findings& findings, const study::Drawn& drawn) {
  for (const area::Outlines& outlines : findings.outlines) {
    if (outlines.level != drawn.level || std::to_string(outlines.vintage.year) != drawn.outline)
      continue;
    if (const auto at = outlines.find({drawn.area_code})) return &outlines.shapes[*at];
  }
  return nullptr;
}

DrawnAreas drawn_areas(const study::Findings& findings, const std::string& edition) {
  std::map<std::string_view, const study::AreaFigure*> figures;
  for (const study::AreaFigure& one : findings.area_figures)
    if (one.edition == edition) figures[one.area_code] = &one;
  DrawnAreas out;
  for (const study::Drawn& one : findings.drawn) {
    if (one.edition != edition || one.outline.empty()) continue;
    const auto figure = figures.find(one.area_code);
    const geo::MultiPolygon* shape = shape_of(findings, one);
    if (figure == figures.end() || shape == nullptr) continue;
    out.figures.push_back(figure->second);
    out.shapes.push_back(*shape);
  }
  return out;
}

std::vector<detail::Town> towns(const DrawnAreas& areas) {
  detail::Towns all;
  for (std::size_t i = 0; i < areas.figures.size(); ++i)
    all.add(areas.figures[i]->gemeente, geo::bounds(areas.shapes[i]),
            areas.figures[i]->residents.value_or(0));
  return all.take();
}

chart::Map base_map(const Desk& desk, const DrawnAreas& areas,
                    const std::vector<geo::MultiPolygon>& borders) {
  chart::Map map;
  map.shapes = areas.shapes;
  map.outlines = borders;
  geo::Bounds all;
  for (const geo::MultiPolygon& shape : areas.shapes)
    all.add(geo::bounds(shape));
  map.extent = all;
  const std::vector<detail::Town> big = towns(areas);
  detail::add_places(big, map);
  map.withheld_label = desk.words(say("withheld"));
  map.not_measured_label = desk.words(say("not measured"));
  return map;
}

const std::vector<geo::MultiPolygon>& borders_of(const study::Findings& findings,
                                                 area::Level level) {
  static const std::vector<geo::MultiPolygon> none;
  for (const area::Outlines& one : findings.outlines)
    if (one.level == area::Level::gemeente && one.level != level) return one.shapes;
  return none;
}

void add_drawing_notes(const Desk& desk, const answer::DrawingAnswer& drawing,
                       const study::EditionUsed& used, ChartView& view) {
  for (const auto& one : drawing.outlines)
    if (one.outline != std::to_string(used.vintage.year))
      view.notes.push_back(
          say("{} {} are drawn with the boundaries of {}, where code and name agree with {}.",
              shown(one.areas), desk.areas(used), one.outline, used.vintage.year));
  if (*drawing.undrawn > 0)
    view.notes.push_back(
        say("{} of the {} {} could not be drawn; they are listed in the method "
            "chapter and do count in every figure.",
            shown(drawing.undrawn), shown(drawing.areas), desk.areas(used)));
}

base::Message map_source(const Desk& desk, const study::EditionUsed& used) {
  std::string credit;
  for (const area::Outlines& one : desk.findings.outlines)
    if (one.level == used.level && !one.source.empty() && credit.find(one.source) == credit.npos)
      credit += (credit.empty() ? "" : "; ") + one.source;
  if (credit.empty()) return desk.source(used);
  return say("{} Boundaries: {}.", desk.words(desk.source(used)), credit);
}

}  // namespace

std::optional<ChartView> situation_map(const Desk& desk, const answer::EditionAnswers& e) {
  const DrawnAreas areas = drawn_areas(desk.findings, e.id);
  if (areas.shapes.empty() || !e.used->edition.classes) return std::nullopt;
  const auto wave = std::find_if(e.national.waves.begin(), e.national.waves.end(),
                                 [&](const auto& w) { return w.wave == e.shown.wave; });
  if (wave == e.national.waves.end()) return std::nullopt;
  const instrument::Edition& edition = e.used->edition;
  ChartView view;
  view.id = "map-situation-" + detail::as_id(e.id);
  if (wave->share_residents_low.value)
    view.title = say("In {} {} of the residents lived in an area that was '{}'", wave->wave.year,
                     shown(wave->share_residents_low), desk.words(edition.low_name));
  else
    view.title = say("Situation class of each area in {}", wave->wave.year);
  view.subtitle = say("Situation class per area ({}), {}, {}", desk.areas(*e.used), wave->wave.year,
                      desk.words(edition.title));
  view.description =
      wave->residents.value
          ? say("A map of all areas by class. Large areas with few residents take most of "
                "the paper: the map speaks of {} residents, the bars above weigh them.",
                shown(wave->residents))
          : say("A map of all areas by class. Large areas take most of the paper.");
  add_drawing_notes(desk, e.drawing, *e.used, view);
  view.source = map_source(desk, *e.used);
  detail::draw(desk, view, [&](const chart::Frame& frame) {
    chart::Map map = base_map(desk, areas, borders_of(desk.findings, e.used->level));
    map.frame = frame;
    map.palette = chart::Palette::situation;
    for (int i = 1; i <= edition.classes->count(); ++i)
      map.classes.push_back({std::to_string(i), desk.class_name(edition, i)});
    for (const study::AreaFigure* one : areas.figures) {
      chart::MapArea area;
      if (one->class_last)
        area.class_index = static_cast<std::size_t>(*one->class_last - 1);
      else
        area.reason = detail::no_class_of(one->class_last.absence());
      map.areas.push_back(area);
    }
    if (wave->class_of_mean) {
      map.mean_class = static_cast<std::size_t>(*wave->class_of_mean - 1);
      map.mean_label = desk.words(say("class of the national mean"));
    }
    return chart::class_map(map);
  });
  return view;
}

namespace {

std::size_t cluster_index(const std::string& cluster) {
  const auto names = study::cluster_names();
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == cluster) return i;
  return names.size() - 1;
}

// The largest power of ten that some circle reaches.
double round_size(const std::vector<chart::MapSymbol>& symbols) {
  double most = 1;
  for (const chart::MapSymbol& one : symbols)
    most = std::max(most, one.size);
  double size = 1;
  while (size * 10 <= most)
    size *= 10;
  return size;
}

// The palette's order is S, G, T, V, none; so is cluster_names() by its contract.
void add_cluster_keys(const Desk& desk, chart::Map& map) {
  for (const std::string_view name : study::cluster_names()) {
    const std::string cluster(name);
    const std::string letter = answer::letter_of_cluster(cluster);
    map.classes.push_back({letter.empty() ? "–" : letter,
                           letter.empty() ? desk.words(say("not classified")) : cluster});
  }
}

void add_clusters(const Desk& desk, const answer::TypologyAnswer& t, const DrawnAreas& areas,
                  chart::Map& map) {
  std::map<std::string_view, const study::Typology*> types;
  for (const study::Typology* row : t.rows)
    types[row->area_code] = row;
  for (std::size_t i = 0; i < areas.figures.size(); ++i) {
    const auto found = types.find(areas.figures[i]->area_code);
    chart::MapArea area;
    if (found != types.end()) {
      const study::Typology& row = *found->second;
      area.class_index = cluster_index(row.cluster);
      const std::string letter = answer::letter_of_cluster(row.cluster);
      std::string title = fmt::format("{} ({}): {}", row.area_name, row.gemeente, row.cluster);
      if (row.residents) {  // the circle has the letter; twice would be a smudge
        map.symbols.push_back({detail::middle(geo::bounds(areas.shapes[i])), *row.residents,
                               *area.class_index, letter, std::move(title)});
      } else {
        area.letter = letter;
        area.title = std::move(title);
      }
    } else if (!areas.figures[i]->class_last) {
      area.reason = detail::no_class_of(areas.figures[i]->class_last.absence());
    }
    map.areas.push_back(std::move(area));
  }
  map.not_applicable_label = desk.words(say("not in this group"));
}

// The largest of the four by residents; nothing where residents are not on record.
const answer::ClusterCount* largest_cluster(const answer::ThresholdCounts& counts) {
  const answer::ClusterCount* best = nullptr;
  for (const answer::ClusterCount& one : counts.clusters) {
    if (answer::letter_of_cluster(one.cluster).empty() || !one.share_residents.value) continue;
    if (best == nullptr || *one.share_residents > *best->share_residents) best = &one;
  }
  return best;
}

const answer::EditionAnswers& edition_of(const Desk& desk, const std::string& id) {
  for (const answer::EditionAnswers& one : desk.answers.editions)
    if (one.id == id) return one;
  return desk.answers.editions.front();
}

}  // namespace

std::optional<ChartView> typology_map(const Desk& desk, const answer::TypologyAnswer& t) {
  const answer::EditionAnswers& e = edition_of(desk, t.edition);
  const DrawnAreas areas = drawn_areas(desk.findings, t.edition);
  if (areas.shapes.empty() || t.chosen == nullptr) return std::nullopt;
  const answer::ClusterCount* largest = largest_cluster(*t.chosen);
  const answer::ClusterCount* none = t.chosen->find(std::string(study::cluster_names().back()));
  ChartView view;
  view.id = "map-types-" + detail::as_id(t.cohort);
  view.title =
      largest == nullptr || none == nullptr || !none->share_residents.value
          ? say("Cluster of each area of the group")
          : say("Of the four clusters '{}' is the largest: {} of the residents; {} live in an "
                "area that is not classified",
                largest->cluster, shown(largest->share_residents), shown(none->share_residents));
  view.subtitle =
      say("Cluster per area ({}) in {}, circles by residents, {}: {}", desk.areas(*e.used),
          e.shown.wave.year, desk.words(e.used->edition.title), desk.group(t.cohort));
  view.description =
      t.residents.value
          ? say("A map of the {} areas of the group, {} residents together. Every area has "
                "the letter of its cluster: S, G, T or V.",
                shown(t.areas), shown(t.residents))
          : say("A map of the {} areas of the group. Every area has the letter of its cluster: S, "
                "G, T or V.",
                shown(t.areas));
  if (t.undrawn.value && *t.undrawn > 0)
    view.notes.push_back(
        say("{} of the {} areas of the group could not be drawn: boundaries of their "
            "year are not at hand. They do count in every figure.",
            shown(t.undrawn), shown(t.areas)));
  view.source = map_source(desk, *e.used);
  detail::draw(desk, view, [&](const chart::Frame& frame) {
    chart::Map map = base_map(desk, areas, borders_of(desk.findings, e.used->level));
    map.frame = frame;
    map.palette = chart::Palette::clusters;
    add_cluster_keys(desk, map);
    add_clusters(desk, t, areas, map);
    if (!map.symbols.empty()) {
      const double size = round_size(map.symbols);
      map.symbol_keys = {
          {size, desk.words(say("{} residents", base::Count{static_cast<std::int64_t>(size)}))}};
    }
    return chart::class_map(map);
  });
  return view;
}

}  // namespace wijkbeeld::report
