// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/progress.hpp"
#include "study/plan.hpp"
#include "study/run.hpp"
#include "support/tiny_project.hpp"

namespace wijkbeeld::support {

/// What a made-up study has.
struct TinyStudy {
  bool with_headline = true;
  bool with_typology = true;
  bool with_classes = true;
  bool with_second_edition = false;
  bool with_outlines = false;
  bool with_residents = true;
  /// Two of the three weak areas follow the others after 2012 instead of falling.
  bool keeps_pace = false;
};

inline std::vector<TinyArea> tiny_areas(bool keeps_pace) {
  const double fall = keeps_pace ? 0.2 : -0.2;
  return {
      {"WK990100", "Aa", 1000, {1, 1, 1}, {2.8, 2.8 + fall}, {-0.4, -0.4}, {-0.3, -0.3 + fall}},
      {"WK990101", "Bee", 500, {1, 2, 2}, {3.1, 3.1 + fall}, {-0.2, -0.2}, {-0.2, -0.2 + fall}},
      {"WK990102", "Cee", 250, {2, 2, 2}, {3.5, 3.7}, {0.0, 0.1}, {0.0, 0.1}},
      {"WK990200", "Dee", 2000, {3, 3, 3}, {4.2, 4.4}, {0.4, 0.5}, {0.3, 0.4}},
      {"WK990201", "Eee & <Ef>", 800, {2, 2, 2}, {3.6, 3.5}, {0.1, 0.0}, {0.0, 0.0}},
      {"WK990202",
       "Gee",
       90,
       {std::nullopt, std::nullopt, std::nullopt},
       {std::nullopt, std::nullopt}},
  };
}

inline std::string tiny_plan(const TinyStudy& what) {
  const auto edition = [](const std::string& id) {
    return "[[edition]]\nid = \"" + id + "\"\nlevel = \"wijk\"\nvintage = 2016\n";
  };
  std::string plan =
      "id = \"proef\"\ntitle = { nl = \"Proef & <plan>\", en = \"Trial\" }\n"
      "summary = { nl = \"Vraag\", en = \"Question\" }\nlanguage = \"nl\"\n"
      "compare_with = [\"nation\", \"rest\"]\n" +
      edition("tiny");
  if (what.with_second_edition) plan += edition("other");
  plan +=
      "[[cohort]]\nid = \"weak\"\ntitle = { nl = \"zwakke wijken\", en = \"weak areas\" }\n"
      "edition = \"tiny\"\nrule = \"score in 2012 <= 3.5\"\n"
      "[[cohort]]\nid = \"everything\"\ntitle = { nl = \"alles\", en = \"everything\" }\n"
      "edition = \"tiny\"\nrule = \"all\"\n";
  if (what.with_headline)
    plan +=
        "[headline]\ncohort = \"weak\"\ncomparison = \"everything\"\nstart = 2002\nturn = 2012\n"
        "end = 2014\n";
  if (what.with_typology)
    plan +=
        "[typology]\ncohorts = [\"weak\"]\nsince = 2002\nstall = 2012\nlast = 2014\n"
        "threshold = 0.01\nthresholds = [0.0, 0.01, 0.5]\n"
        "[[typology.line]]\ncluster = \"Terugval\"\nwhen = \"change from 2012 to 2014 < -t\"\n"
        "[[typology.line]]\ncluster = \"Succes!\"\nwhen = \"change from 2012 to 2014 > t\"\n";
  return plan;
}

/// Runs a study of six made-up areas. Every name and number is invented.
inline study::Findings tiny_findings(const TinyStudy& what = {}) {
  std::vector<instrument::Edition> editions{tiny_edition()};
  if (!what.with_classes) {
    editions[0].classes.reset();
    editions[0].development.reset();
    editions[0].low_class.reset();
    editions[0].low_score = 3.0;
  }
  editions.push_back(tiny_edition());
  editions.back().id = {"other"};
  editions.back().title = {"Ander", "Other"};
  std::vector<TinyArea> areas = tiny_areas(what.keeps_pace);
  if (!what.with_classes)
    for (TinyArea& one : areas)
      one.classes.clear();
  if (!what.with_residents)
    for (TinyArea& one : areas)
      one.residents.reset();
  series::Project project = tiny_project(areas);
  for (series::Series& one : tiny_project(areas, "other").series)
    project.series.push_back(std::move(one));
  std::stable_sort(project.series.begin(), project.series.end(),
                   [](const auto& a, const auto& b) { return a.key() < b.key(); });
  project.files = {
      {"klein.csv", std::string(64, 'a'), "tiny", "Klein", "CC0-1.0", "verzonnen", 6, 1},
      {"vreemd.txt", std::string(64, 'b'), ""}};
  project.ledger.add({"value-refused",
                      base::Severity::refused,
                      {"klein.csv", "", 3, 2},
                      base::say("class {} is outside 1 to {}", 12, 3)});
  if (what.with_outlines) {
    area::Outlines outlines{area::Level::wijk, {2016}};
    for (std::size_t i = 0; i + 1 < areas.size(); ++i) {
      const double x = 100000 + 1000 * static_cast<double>(i);
      outlines.codes.push_back({areas[i].code});
      outlines.names.push_back(areas[i].name);
      outlines.shapes.push_back(
          {{{{{x, 400000}, {x + 1000, 400000}, {x + 1000, 401000}, {x, 401000}, {x, 400000}}}}});
    }
    outlines.source = "verzonnen kaart";
    project.outlines.push_back(outlines);
  }
  base::Progress progress;
  return study::run_study(study::parse_plan(tiny_plan(what), "proef.toml", editions), project,
                          editions, {1}, progress);
}

}  // namespace wijkbeeld::support
