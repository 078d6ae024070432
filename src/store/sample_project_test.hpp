// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "series/project.hpp"

namespace wijkbeeld::store {

/// A survey, places of every kind of shape, a nesting and two documents.
inline void add_ingredients(series::Project& project) {
  project.nestings.push_back({area::Level::cell,
                              area::Level::wijk,
                              {2016},
                              {{"E1500N4500"}, {"E1501N4500"}, {"E1502N4500"}},
                              {{"WK900002"}, {"WK900001"}, {"WK900002"}}});
  series::Sample survey{"enquete", "Verzonnen enqu\xC3\xAAte"};
  survey.vintage = {2016};
  survey.areas = {{"E1502N4500"}, {"E1500N4500"}, {"E1502N4500"}};
  survey.columns = {{"oordeel", false, {4, 0, -0.5}, {0, 2, 0}, {}},
                    {"stratum", true, {}, {0, 2, 0}, {"noord", "", "'t Zand"}}};
  series::Sample none{"leeg"};
  project.samples = {survey, none};
  series::Places parks{"park", "Parken", series::PlaceShape::surface};
  parks.surfaces = {project.outlines.at(0).shapes.at(0)};
  parks.presence = {{2004, {}}};
  series::Places rails{"spoor", "", series::PlaceShape::line};
  rails.lines = {{{150000, 450000}, {150100.5, 450000}}, {{1, 2}, {3, 4}, {5, 6}}};
  rails.presence = {{{}, 2012}, {}};
  series::Places shops{"winkel", "", series::PlaceShape::point};
  shops.points = {{150000, 450000.25}};
  shops.presence = {{1999, 2013}};
  project.places = {parks, rails, shops};
  project.keep({"model", "mijn", std::string("{\"a\": 1}\n\0", 11)});
  project.keep({"definition", "mijn", ""});
}

/// A small made-up project with something of everything: every reason for absence, an area without
/// outline, a hole in a shape, lists, files and issues with all kinds of arguments.
inline series::Project sample_project() {
  using table::Absence;
  const area::Vintage vintage{2016};
  series::Project project;
  project.areas.push_back(
      {area::Level::wijk,
       vintage,
       {{{"WK900001"}, "Dorp", "Voorbeeld", 1250.0},
        {{"WK900002"}, "'t Zand & Zee \xC3\xAB", "Voorbeeld", Absence::withheld},
        {{"WK900003"}, "Plas", "Voorbeeld", 0.0, true}},
       "verzonnen, 2016"});
  area::Outlines outlines{area::Level::wijk, vintage};
  outlines.codes = {{"WK900001"}, {"WK900002"}};
  outlines.names = {"Dorp", ""};
  const auto ring = [](std::vector<geo::Point> points) {
    for (geo::Point& point : points)
      point = {point.x + 150000, point.y + 450000};
    return points;
  };
  const geo::Ring outer = ring({{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}, {0, 0}});
  const geo::Ring hole = ring({{100, 100}, {100, 200.25}, {200, 200}, {100, 100}});
  const geo::Ring island = ring({{2000, 0}, {2100, 0}, {2100, 100}, {2000, 0}});
  outlines.shapes = {{{{outer, {hole}}}}, {{{island}}}};
  outlines.source = "verzonnen";
  project.outlines.push_back(outlines);

  const std::vector<area::AreaCode> codes = {{"WK900001"}, {"WK900002"}, {"WK900003"},
                                             {"WK900004"}, {"WK900005"}, {"WK900006"}};
  series::Series classes({{"lbm2-2016"}, area::Level::wijk, vintage, "class"}, codes,
                         {series::at({2014}), series::at({2016})});
  classes.set(0, 1, 6.0);
  classes.set(1, 1, Absence::withheld);
  classes.set(2, 1, Absence::not_applicable);
  classes.set(3, 1, Absence::no_such_area);
  classes.set(4, 1, Absence::refused);
  classes.set(5, 0, 4.0);
  series::Series change({{"lbm2-2016"}, area::Level::wijk, vintage, "development"}, codes,
                        {{{2012}, {2016}}, {{2014}, {2016}}});
  change.set(0, 0, 5.0);
  change.set(0, 1, 4.0);
  series::Series score({{"lbm3-2022"}, area::Level::pc4, {2020}, "score"}, {{"1011"}, {"1012"}},
                       {series::at({2020})});
  score.set(0, 0, 4.1234567890123456);
  score.set(1, 0, -0.0);
  project.series = {classes, change, score};

  series::AreaList list;
  list.id = "verzonnen-2";
  list.title = "Twee verzonnen gebieden";
  list.vintage = vintage;
  list.since = "2007-07";
  list.members = {{{"WK900001"}, "Dorp", "Het dorp", "Voorbeeld", "hoog"},
                  {{"WK900002"}, "Zand", "Het dorp", "Voorbeeld", "laag"}};
  list.unmatched = {"Nergens (Voorbeeld)"};
  project.lists.push_back(list);
  project.files = {{"a.csv", "00ff", "lbm2-table", "Titel", "CC0-1.0", "Iemand", 12, 1},
                   {"README.md", "11ee", ""}};
  project.ledger.add({"class-out-of-range",
                      base::Severity::refused,
                      {"a.csv", "blad", 3, 2},
                      {"class '{}' of {}, {}, {}",
                       {{std::string("12")},
                        {base::Count{1234}, "f1"},
                        {base::Decimal{0.1 + 0.2, 3, true}},
                        {base::Percent{0.471, 1}}}}});
  project.ledger.add({"file-not-recognised", base::Severity::note, {"README.md"}, {"left", {}}});
  add_ingredients(project);
  return project;
}

}  // namespace wijkbeeld::store
