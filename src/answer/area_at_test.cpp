// SPDX-License-Identifier: EUPL-1.2
#include "answer/area_at.hpp"

#include <gmock/gmock.h>

#include "support/tiny_project.hpp"

namespace wijkbeeld::answer {
namespace {

using area::Level;
using table::Absence;

series::Project land() {
  series::Project project;
  project.areas.emplace_back(
      Level::cell, area::Vintage{2016},
      std::vector<area::Area>{{{"E1213N4879"}, "", "", 40.0}, {{"E1300N4879"}, "", "", 20.0}}, "");
  project.areas.emplace_back(Level::buurt, area::Vintage{2016},
                             std::vector<area::Area>{{{"BU00010203"}, "Dorp", "", 900.0}}, "");
  project.areas.emplace_back(Level::wijk, area::Vintage{2016},
                             std::vector<area::Area>{{{"WK000102"}, "Noord", "", 2000.0}}, "");
  project.areas.emplace_back(Level::gemeente, area::Vintage{2016},
                             std::vector<area::Area>{{{"GM0001"}, "Stad", "", 9000.0}}, "");
  project.nestings.push_back(
      {Level::cell, Level::buurt, {2016}, {{"E1213N4879"}}, {{"BU00010203"}}});
  return project;
}

TEST(AreaAt, TellsWhereACellLies) {
  const series::Project project = land();
  const AtlasAreas cells = atlas_areas(project, Level::cell, {2016});
  const CellHomes homes(cells, project);
  const AreaAt one = area_at(cells, 0, &homes, project);
  EXPECT_EQ(one.code.text, "E1213N4879");
  EXPECT_EQ(one.gemeente, "Stad");
  EXPECT_EQ(*one.residents, 40);
  ASSERT_TRUE(one.buurt && one.wijk && one.centre);
  EXPECT_EQ(one.buurt->code.text, "BU00010203");
  EXPECT_EQ(one.buurt->name, "Dorp");
  EXPECT_EQ(one.wijk->name, "Noord");
  EXPECT_EQ(one.centre->x, 121350);
  EXPECT_EQ(one.centre->y, 487950);
}

TEST(AreaAt, SaysNothingOfACellThatLiesNowhere) {
  const series::Project project = land();
  const AtlasAreas cells = atlas_areas(project, Level::cell, {2016});
  const CellHomes homes(cells, project);
  const AreaAt one = area_at(cells, 1, &homes, project);
  EXPECT_FALSE(one.buurt || one.wijk);
  EXPECT_EQ(one.gemeente, "");
  EXPECT_FALSE(area_at(cells, 0, nullptr, project).buurt);
}

TEST(AreaAt, FindsTheWijkOfABuurtByItsCode) {
  const series::Project project = land();
  const AtlasAreas buurten = atlas_areas(project, Level::buurt, {2016});
  const AreaAt one = area_at(buurten, 0, nullptr, project);
  EXPECT_FALSE(one.buurt);
  EXPECT_FALSE(one.centre);  // no outline is known
  ASSERT_TRUE(one.wijk);
  EXPECT_EQ(one.wijk->code.text, "WK000102");
  EXPECT_EQ(one.gemeente, "Stad");
}

}  // namespace
}  // namespace wijkbeeld::answer
