// SPDX-License-Identifier: EUPL-1.2
// Cells, doubt, and other weights, as the page asks for them.
#include <gmock/gmock.h>

#include <array>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "codec/cell_pack.hpp"
#include "serve/endpoints.hpp"
#include "serve/town_test.hpp"
#include "store/project_file.hpp"
#include "support/all_texts.hpp"
#include "support/scratch.hpp"

namespace wijkbeeld::serve {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

// Reads an atlas from a project file, as serve does.
class Served {
 public:
  explicit Served(const series::Project& project) {
    store::write_project(scratch_ / "p.gpkg", project, base::Language::nl, support::all_texts());
    atlas_ = std::make_unique<Atlas>(Archive(scratch_ / "p.gpkg"), "stadje", "1.2.3",
                                     support::all_texts(), base::Workers{1});
    router_ = std::make_unique<Router>(atlas_routes(*atlas_, assets_));
  }

  Response get(const std::string& address) {
    const auto target = std::get<Target>(parse_target(address));
    Request request;
    request.path = target.path;
    request.query = target.query;
    return (*router_)(request);
  }
  std::string bytes(const std::string& address) { return get(address).body->identity; }
  json get_json(const std::string& address) { return json::parse(bytes(address)); }
  std::string refusal(const std::string& address) {
    try {
      get(address);
    } catch (const Refusal& one) {
      return std::to_string(one.status()) + " " + one.what();
    }
    return "answered";
  }

 private:
  support::Scratch scratch_;
  Assets assets_ = {};
  std::unique_ptr<Atlas> atlas_;
  std::unique_ptr<Router> router_;
};

TEST(Cells, AreToldByPlaceAndOneByOne) {
  Served atlas(land_of_cells());
  const json view = atlas.get_json("/api/v1/project")["views"][0];
  ASSERT_EQ(view["level"], "cell");
  EXPECT_EQ(view["cells"], "cell/2016");
  EXPECT_TRUE(view["shapes"].is_null());
  EXPECT_EQ(view["areas"], 4);
  const auto cells = codec::cells_from_pack(atlas.bytes("/api/v1/cells/2016"));
  ASSERT_EQ(cells.size(), 4u);
  EXPECT_EQ(*cells[2], (geo::Cell{1214, 4880}));
  const json one = atlas.get_json("/api/v1/at/cell/2016/2");
  EXPECT_EQ(one["code"], "E1214N4880");
  EXPECT_EQ(one["name"], "vierkant E1214N4880");
  EXPECT_EQ(one["residents"], 22);
  EXPECT_EQ(one["centre"], json({121450, 488050}));
  EXPECT_EQ(one["buurt"]["name"], "Dorp");
  EXPECT_TRUE(atlas.get_json("/api/v1/at/cell/2016/0")["buurt"].is_null());
  EXPECT_THAT(atlas.refusal("/api/v1/at/cell/2016/4"), HasSubstr("from 0 to 3"));
  EXPECT_THAT(atlas.refusal("/api/v1/at/cell/2016/x"), HasSubstr("404"));
  EXPECT_THAT(atlas.refusal("/api/v1/cells/2010"), HasSubstr("404"));
}

TEST(Cells, HaveAProfileBesideWhatTheyLieIn) {
  Served atlas(land_of_cells());
  const json one = atlas.get_json("/api/v1/profile/E1214N4880");
  EXPECT_EQ(one["name"], "vierkant E1214N4880 in Dorp");
  EXPECT_EQ(one["level"], "cell");
  std::string all = one.dump();
  EXPECT_THAT(all, HasSubstr("Vierkant E1214N4880 van 100 bij 100 meter ligt in Dorp"));
  EXPECT_THAT(all, HasSubstr("De score van de buurt waarin het ligt, Dorp, was"));
  EXPECT_THAT(all, HasSubstr("buurt Dorp"));  // a line of the chart
  EXPECT_THAT(all, HasSubstr("De vierkanten eromheen"));
  EXPECT_THAT(all, HasSubstr("E1214N4879"));  // one of them
  EXPECT_THAT(all, HasSubstr("Bijdrage van elke dimensie"));
  EXPECT_THAT(all, HasSubstr("\"+0,0400\""));  // its own, of the last wave
  EXPECT_THAT(all, HasSubstr("wonen weinig mensen"));
  EXPECT_THAT(all, Not(HasSubstr("tegen gemeente")));
  EXPECT_THAT(atlas.bytes("/gebied/E1214N4880"), HasSubstr("vierkant E1214N4880 in Dorp"));
}

TEST(Cells, HaveAProfileWithoutAPlaceToo) {
  Served atlas(land_of_cells());
  const json one = atlas.get_json("/api/v1/profile/E1213N4879");
  EXPECT_EQ(one["name"], "vierkant E1213N4879");
  EXPECT_THAT(one.dump(), HasSubstr("90%"));
  // Withheld stays withheld.
  const std::string none = atlas.get_json("/api/v1/profile/E1300N4900").dump();
  EXPECT_THAT(none, Not(HasSubstr("geschat als")));
  EXPECT_THAT(none, HasSubstr("[\"2012\",\"–\",\"–\",\"–\"]"));
  EXPECT_THAT(atlas.refusal("/api/v1/profile/E1300N4901"), HasSubstr("404"));
}

TEST(Cells, MakeNoGroupsAndAreToldWhy) {
  Served atlas(land_of_cells());
  const std::string refused = atlas.refusal("/api/v1/cohorts/voorbeeld/cell/2016");
  EXPECT_THAT(refused, HasSubstr("404"));
  EXPECT_THAT(refused, HasSubstr("mostly chance"));
}

TEST(Cells, HaveClassesInTheirOrder) {
  Served atlas(land_of_cells());
  // Limits 3.460, 3.557, 3.6957, 3.89703, 3.99718, 4.19239, ...
  EXPECT_EQ(atlas.bytes("/api/v1/classes/voorbeeld/cell/2016/class/2012"),
            std::string("\x02\x04\x06\xf0", 4));
  EXPECT_EQ(atlas.bytes("/api/v1/classes/voorbeeld/cell/2016/class/2014"),
            std::string("\x03\x05\x07\xf1", 4));
  // From the values that are kept of cells, not read for this map.
  EXPECT_EQ(atlas.bytes("/api/v1/classes/voorbeeld/cell/2016/change/2012-2014"),
            std::string("\x04\x04\x04\xf0", 4));
  EXPECT_EQ(atlas.get_json("/api/v1/legend/voorbeeld/cell/2016/class/2012")["classes"][1]["areas"],
            "1");
  EXPECT_THAT(atlas.bytes("/api/v1/table/voorbeeld/cell/2016/class/2012.csv"),
              HasSubstr("E1213N4879,"));
}

TEST(Cells, AreSquaresOnADrawnMap) {
  Served atlas(land_of_cells());
  const std::string map = atlas.bytes("/api/v1/map/voorbeeld/cell/2016/class/2012.svg");
  EXPECT_THAT(map, HasSubstr("crispEdges"));
  const std::string page = atlas.bytes("/kaart/voorbeeld/cell/2016/class/2012");
  EXPECT_THAT(page, HasSubstr("crispEdges"));
  EXPECT_THAT(page, Not(HasSubstr("E1213N4879")));  // too many for a table
}

TEST(Sure, IsAByteAPartOfTheLegendAndASightOnTheMap) {
  Served atlas(land_of_cells());
  const std::string theme = "voorbeeld/cell/2016/class/2012";
  EXPECT_EQ(atlas.bytes("/api/v1/sure/" + theme), std::string("\x02\x01\x01\x00", 4));
  const json legend = atlas.get_json("/api/v1/legend/" + theme);
  EXPECT_EQ(legend["sure"]["unsure"]["areas"], "1");
  EXPECT_THAT(std::string(legend["sure"]["sentence"]), HasSubstr("90%"));
  EXPECT_TRUE(atlas.get_json("/api/v1/project")["views"][0]["quantities"][0]["sure"]);
  EXPECT_THAT(atlas.bytes("/api/v1/map/" + theme + ".svg"), Not(HasSubstr("stroke-opacity")));
  const std::string map = atlas.bytes("/api/v1/map/" + theme + ".svg?sure=1");
  EXPECT_THAT(map, HasSubstr("stroke-opacity"));
  EXPECT_THAT(map, HasSubstr("klasse onzeker: 1"));
  EXPECT_THAT(atlas.bytes("/kaart/" + theme + "?sure=1"), HasSubstr("stroke-opacity"));
  EXPECT_THAT(atlas.refusal("/api/v1/map/" + theme + ".svg?sure=maybe"), HasSubstr("400"));
  EXPECT_THAT(atlas.refusal("/api/v1/sure/voorbeeld/cell/2016/change/2012-2014"),
              HasSubstr("without the errors"));
}

class Instrument : public ::testing::Test {
 protected:
  static const series::Project& kept() {
    static const series::Project project = fitted_town();
    return project;
  }
  Served atlas{kept()};
  const std::string base = "/api/v1/what-if/tiny-eigen";
  const std::string level = base + "/wijk/2016/2012";
};

TEST_F(Instrument, OffersItsWeights) {
  const json knobs = atlas.get_json(base);
  EXPECT_EQ(knobs["instrument"]["title"], "Klein & <eigen>");
  EXPECT_EQ(knobs["indicators"][0]["id"], "groen");
  EXPECT_EQ(knobs["indicators"][0]["dimension"], "omgeving");
  EXPECT_FALSE(knobs["indicators"][0]["contested"]);
  EXPECT_TRUE(knobs["indicators"].back()["contested"]);
  EXPECT_EQ(knobs["levels"], json({"wijk", "gemeente"}));
  EXPECT_EQ(knobs["waves"], json({2012, 2016}));
  EXPECT_THAT(atlas.refusal("/api/v1/what-if/voorbeeld"), HasSubstr("404"));
}

TEST_F(Instrument, ChangesNothingWhenNothingIsAsked) {
  EXPECT_EQ(atlas.bytes(level + "/classes"),
            atlas.bytes("/api/v1/classes/tiny-eigen/wijk/2016/class/2012"));
  const json answer = atlas.get_json(level);
  EXPECT_EQ(answer["legend"]["classes"][0]["areas"],
            answer["legend"]["classes"][0]["areas_before"]);
  EXPECT_EQ(atlas.bytes(level + "/moved").find_first_of("\x01\x03"), std::string::npos);
}

TEST_F(Instrument, TellsWhoMoves) {
  const std::string asked = "?factor=verhuizers:3&without=groen&contested=off";
  const json answer = atlas.get_json(level + asked);
  EXPECT_THAT(std::string(answer["title"]), HasSubstr("Wat als"));
  EXPECT_FALSE(answer["lede"].empty());
  EXPECT_EQ(answer["chapters"][0]["blocks"][0]["texts"].size(), 3u);
  const std::string before = atlas.bytes(level + "/classes");
  const std::string after = atlas.bytes(level + "/classes" + asked);
  const std::string moved = atlas.bytes(level + "/moved" + asked);
  ASSERT_EQ(moved.size(), 64u);
  EXPECT_NE(moved.find_first_of("\x01\x03"), std::string::npos);
  for (std::size_t i = 0; i < moved.size(); ++i) {
    if (static_cast<unsigned char>(before[i]) >= 240) continue;
    EXPECT_EQ(moved[i], after[i] < before[i] ? 1 : after[i] > before[i] ? 3 : 2) << i;
  }
}

TEST_F(Instrument, GivesTheFiguresBeforeAndAfterAsATable) {
  const std::string table = atlas.bytes(level + "/table.csv?factor=verhuizers:3&without=groen");
  const auto lines = base::split(table, '\n');
  EXPECT_THAT(std::string(lines[0]),
              HasSubstr("class_before,class_after,score_before,score_after,moved,absent_because,"
                        "what_if"));
  EXPECT_THAT(table, HasSubstr("\nWK990107,Wijk 7,Stad 1,60,,,,,,withheld,"));
  const std::string moved = atlas.bytes(level + "/moved?factor=verhuizers:3&without=groen");
  const std::array<std::string, 4> words = {"", ",down,", ",same,", ",up,"};
  for (std::size_t i = 0; i < moved.size(); ++i) {
    const std::string line(lines[i + 1]);
    EXPECT_THAT(line, HasSubstr("groen=x0; verhuizers=x3"));
    const auto byte = static_cast<unsigned char>(moved[i]);
    if (byte < 4) {
      EXPECT_THAT(line, HasSubstr(words.at(byte)));
    }
  }
  EXPECT_THAT(atlas.bytes(level + "/table.csv"), Not(HasSubstr("=x")));
  EXPECT_THAT(atlas.refusal(level + "/table.csv?without=groene"), HasSubstr("400"));
}

TEST_F(Instrument, SaysWhatCannotBeAsked) {
  EXPECT_THAT(atlas.refusal(level + "?without=groene"), HasSubstr("400"));
  EXPECT_THAT(atlas.refusal(level + "?without=groene"), HasSubstr("did you mean 'groen'"));
  EXPECT_THAT(atlas.refusal(level + "?factor=groen"), HasSubstr("is not a factor"));
  EXPECT_THAT(atlas.refusal(level + "?factor=groen:-1"), HasSubstr("400"));
  EXPECT_THAT(atlas.refusal(level + "?contested=nee"), HasSubstr("400"));
  EXPECT_THAT(atlas.refusal(base + "/wijk/2016/1999"), HasSubstr("404"));
  EXPECT_THAT(atlas.refusal(base + "/buurt/2016/2012"), HasSubstr("404"));
}

TEST_F(Instrument, ShowsItsIndicatorsUnderTheirDimensions) {
  const json project = atlas.get_json("/api/v1/project");
  const json& view = project["views"][0];
  ASSERT_EQ(view["id"], "tiny-eigen/wijk/2016");
  bool is_there = false;
  for (const json& one : view["quantities"])
    if (one["id"] == "indicator.groen") {
      is_there = true;
      EXPECT_EQ(one["kind"], "indicator");
      EXPECT_EQ(one["group"]["nl"], "omgeving");
    }
  EXPECT_TRUE(is_there);
  const json legend = atlas.get_json("/api/v1/legend/tiny-eigen/wijk/2016/indicator.groen/2012");
  EXPECT_EQ(legend["palette"], "sequence");
  EXPECT_THAT(std::string(legend["subtitle"]), HasSubstr("%"));
  EXPECT_EQ(atlas.bytes("/api/v1/classes/tiny-eigen/gemeente/2016/indicator.groen/2012").size(),
            4u);
}

}  // namespace
}  // namespace wijkbeeld::serve
