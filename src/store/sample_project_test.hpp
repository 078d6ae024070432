// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "series/project.hpp"

namespace wijkbeeld::store {

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
  return project;
}

}  // namespace wijkbeeld::store
