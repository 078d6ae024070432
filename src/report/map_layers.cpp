// SPDX-License-Identifier: EUPL-1.2
#include "report/map_layers.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"

namespace wijkbeeld::report {

using base::say;
using study::AreaFigure;
using study::Findings;

namespace {

// A name that QGIS and SQL take without quotes.
std::string plain_name(std::string_view text) {
  std::string out;
  for (const char c : base::lower(text))
    out.push_back((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '_');
  return out;
}

// Everything a layer needs about the areas of one edition.
class LayerMaker {
 public:
  LayerMaker(const Findings& findings, const study::EditionUsed& used) : findings_(findings) {
    for (const AreaFigure& figure : findings.area_figures)
      if (figure.edition == used.edition.id.text) figures_.push_back(&figure);
    for (const study::Drawn& drawn : findings.drawn)
      if (drawn.edition == used.edition.id.text) drawn_[drawn.area_code] = &drawn;
  }

  codec::LayerOut make(const std::string& name, base::Language language,
                       const base::Catalogue& catalogue, const study::EditionUsed& used) {
    codec::LayerOut layer;
    layer.table = {name, say("Latest figures of every area"), {}, {"area_code"}};
    add_figures(layer.table);
    add_cohorts(layer.table);
    for (const AreaFigure* figure : figures_)
      layer.shapes.push_back(shape(*figure));
    layer.title = used.edition.title.in(language);
    layer.description = base::render(
        say("{}. Boundaries of another year stand in where code and name agree; column 'outline' "
            "tells of which year. Estimated scores, not measurements on the spot.",
            findings_.plan.title.in(language)),
        catalogue, language);
    return layer;
  }

 private:
  template <class Values, class Get>
  void add(table::Table& table, const char* name, base::Message title, Get get) const {
    table::Column column{{name, std::move(title)}, Values{}};
    for (const AreaFigure* figure : figures_)
      column.add(get(*figure));
    table.columns.push_back(std::move(column));
  }

  void add_figures(table::Table& table) const {
    using Text = table::Value<std::string>;
    const auto text = [](const std::string& value) -> Text { return value; };
    add<table::Texts>(table, "area_code", say("code of the area"),
                      [&](const AreaFigure& f) { return text(f.area_code); });
    add<table::Texts>(table, "area_name", say("name of the area"),
                      [&](const AreaFigure& f) { return text(f.area_name); });
    add<table::Texts>(table, "gemeente", say("gemeente"),
                      [&](const AreaFigure& f) { return text(f.gemeente); });
    add<table::Reals>(table, "residents", say("residents"),
                      [](const AreaFigure& f) { return f.residents; });
    add<table::Integers>(table, "class_last", say("situation class in the wave shown"),
                         [](const AreaFigure& f) { return f.class_last; });
    add<table::Reals>(table, "score_last", say("score in the wave shown"),
                      [](const AreaFigure& f) { return f.score_last; });
    add<table::Integers>(table, "development", say("development class of the recent stretch"),
                         [](const AreaFigure& f) { return f.development; });
    add<table::Reals>(table, "change", say("change of the score over the recent stretch"),
                      [](const AreaFigure& f) { return f.change; });
    add<table::Texts>(table, "cluster", say("cluster, where the area belongs to a typed cohort"),
                      [](const AreaFigure& f) -> Text {
                        if (f.cluster.empty()) return table::Absence::not_applicable;
                        return f.cluster;
                      });
    add<table::Texts>(table, "outline", say("year of the boundaries drawn; empty where not drawn"),
                      [&](const AreaFigure& f) -> Text {
                        const auto found = drawn_.find(f.area_code);
                        if (found == drawn_.end() || found->second->outline.empty())
                          return table::Absence::no_such_area;
                        return found->second->outline;
                      });
  }

  void add_cohorts(table::Table& table) const {
    for (const study::CohortPlan& cohort : findings_.plan.cohorts) {
      std::set<std::string> members;
      for (const study::CohortMember& member : findings_.cohort_members)
        if (member.cohort == cohort.id) members.insert(member.area_code);
      const std::string name = "cohort_" + plain_name(cohort.id);
      add<table::Integers>(table, name.c_str(), say("1 for members of cohort {}", cohort.id),
                           [&](const AreaFigure& f) -> table::Value<std::int64_t> {
                             return members.count(f.area_code) > 0 ? 1 : 0;
                           });
    }
  }

  [[nodiscard]] codec::Shape shape(const AreaFigure& figure) const {
    const auto found = drawn_.find(figure.area_code);
    if (found == drawn_.end() || found->second->outline.empty()) return {};
    for (const area::Outlines& outlines : findings_.outlines) {
      if (outlines.level != found->second->level ||
          std::to_string(outlines.vintage.year) != found->second->outline)
        continue;
      if (const auto at = outlines.find({figure.area_code})) return outlines.shapes[*at];
    }
    return {};
  }

  const Findings& findings_;
  std::vector<const AreaFigure*> figures_;
  std::map<std::string, const study::Drawn*> drawn_;
};

}  // namespace

std::vector<codec::LayerOut> map_layers(const Findings& findings, base::Language language,
                                        const base::Catalogue& catalogue) {
  std::vector<codec::LayerOut> layers;
  for (const study::EditionUsed& used : findings.editions) {
    const std::string name =
        plain_name(fmt::format("{}_{}", to_text(used.level), used.edition.id.text));
    layers.push_back(LayerMaker(findings, used).make(name, language, catalogue, used));
  }
  return layers;
}

void write_map_layers(const std::filesystem::path& path, const Findings& findings,
                      base::Language language, const base::Catalogue& catalogue) {
  codec::write_geopackage(path, map_layers(findings, language, catalogue), language, catalogue);
}

}  // namespace wijkbeeld::report
