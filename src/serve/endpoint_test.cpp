// SPDX-License-Identifier: EUPL-1.2
#include "serve/endpoints.hpp"

#include <gmock/gmock.h>

#include <bit>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "codec/shape_pack.hpp"
#include "serve/town_test.hpp"
#include "support/all_texts.hpp"
#include "support/scratch.hpp"

namespace wijkbeeld::serve {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Endpoints : public ::testing::Test {
 protected:
  Atlas atlas{town(), "stadje", "1.2.3", support::all_texts(), {1}};
  Assets assets = {};
  Router router{atlas_routes(atlas, assets)};

  Response get(const std::string& path, base::Language language = base::Language::nl,
               const std::vector<Query::Pair>& query = {}) {
    Request request;
    request.path = path;
    request.query = Query(query);
    request.reader_language = language;
    return router(request);
  }
  json get_json(const std::string& path, base::Language language = base::Language::nl,
                const std::vector<Query::Pair>& query = {}) {
    return json::parse(get(path, language, query).body->identity);
  }
  std::string refusal(const std::string& path, const std::vector<Query::Pair>& query = {}) {
    try {
      get(path, base::Language::nl, query);
    } catch (const Refusal& one) {
      return std::to_string(one.status()) + " " + one.what();
    }
    return "answered";
  }
};

TEST_F(Endpoints, AreHealthy) {
  EXPECT_EQ(get_json("/healthz")["status"], "ok");
}

TEST_F(Endpoints, TellWhatTheProjectHolds) {
  const json project = get_json("/api/v1/project");
  EXPECT_EQ(project["title"], "stadje");
  ASSERT_EQ(project["views"].size(), 1u);
  const json& view = project["views"][0];
  EXPECT_EQ(view["id"], "voorbeeld/wijk/2016");
  EXPECT_EQ(view["areas"], 3);
  EXPECT_EQ(view["shapes"], "wijk/2016");
  EXPECT_EQ(view["quantities"][0]["id"], "class");
  EXPECT_EQ(view["quantities"][0]["name"]["nl"], "leefbaarheid");
  EXPECT_EQ(view["quantities"][0]["name"]["en"], "liveability");
  EXPECT_EQ(project["levels"][0]["plural"]["nl"], "wijken");
}

TEST_F(Endpoints, ListAreasInOrderOfCode) {
  const json areas = get_json("/api/v1/areas/wijk/2016");
  EXPECT_EQ(areas["codes"], json({"WK000101", "WK000102", "WK000103"}));
  EXPECT_EQ(areas["residents"], json({1000, 3000, nullptr}));
  EXPECT_EQ(areas["centres"][0], json({100500, 400500}));
  EXPECT_TRUE(areas["centres"][2].is_null());
}

TEST_F(Endpoints, GiveOutlinesWithSharedBordersInThreeScales) {
  for (const char* scale : {"low", "mid", "full"}) {
    const std::string bytes = get(std::string("/api/v1/shapes/wijk/2016/") + scale).body->identity;
    const geo::Topology shapes = codec::topology_from_pack(bytes);
    ASSERT_EQ(shapes.areas.size(), 3u) << scale;
    EXPECT_EQ(shapes.areas[0].size(), 1u);
    EXPECT_TRUE(shapes.areas[2].empty());
    EXPECT_EQ(geo::neighbours_of(shapes).size(), 1u);
  }
  EXPECT_THAT(refusal("/api/v1/shapes/wijk/2016/huge"), HasSubstr("there are: low, mid, full"));
}

TEST_F(Endpoints, GiveAByteAndAFloatPerArea) {
  const std::string theme = "voorbeeld/wijk/2016/class/2002";
  EXPECT_EQ(get("/api/v1/classes/" + theme).body->identity, std::string("\x01\x04\xf0", 3));
  const std::string floats = get("/api/v1/numbers/voorbeeld/wijk/2016/score/2012").body->identity;
  ASSERT_EQ(floats.size(), 12u);
  const auto number = [&](std::size_t i) {
    std::uint32_t bits = 0;
    for (std::size_t b = 0; b < 4; ++b)
      bits |= static_cast<std::uint32_t>(static_cast<unsigned char>(floats[4 * i + b])) << (8 * b);
    return std::bit_cast<float>(bits);
  };
  EXPECT_FLOAT_EQ(number(0), 3.5f);
  EXPECT_FLOAT_EQ(number(1), 4.0f);
  EXPECT_TRUE(std::isnan(number(2)));
}

TEST_F(Endpoints, WordTheLegendInTheLanguageAsked) {
  const std::string path = "/api/v1/legend/voorbeeld/wijk/2016/class/2002";
  const json dutch = get_json(path);
  EXPECT_EQ(dutch["title"], "Leefbaarheid in 2002");
  EXPECT_EQ(get_json(path, base::Language::en)["title"], "Liveability in 2002");
  EXPECT_EQ(dutch["classes"].size(), 9u);
  EXPECT_EQ(dutch["classes"][0]["colour"], "#441352");
  EXPECT_EQ(dutch["classes"][0]["areas"], "1");
  EXPECT_EQ(dutch["classes"][3]["residents"], "3.000");
  EXPECT_EQ(dutch["absent"][0]["byte"], 240);
  EXPECT_EQ(dutch["absent"][0]["pattern"], "hatch");
  EXPECT_THAT(std::string(dutch["source"]), HasSubstr("made up"));
}

TEST_F(Endpoints, FindAreas) {
  const json found = get_json("/api/v1/find", base::Language::nl, {{"q", "west"}});
  ASSERT_EQ(found["found"].size(), 1u);
  EXPECT_EQ(found["found"][0]["code"], "WK000102");
  EXPECT_EQ(get_json("/api/v1/find", base::Language::nl, {{"q", "oots"}})["perhaps"][0]["code"],
            "WK000101");
  EXPECT_THAT(refusal("/api/v1/find", {{"q", "x"}, {"level", "straat"}}), HasSubstr("400"));
  EXPECT_THAT(refusal("/api/v1/find", {{"q", std::string(101, 'x')}}), HasSubstr("400"));
}

TEST_F(Endpoints, TellAnAreaInJsonAndAsAPage) {
  const json profile = get_json("/api/v1/profile/WK000101");
  EXPECT_EQ(profile["name"], "Oost");
  EXPECT_THAT(std::string(profile["lede"][0]), HasSubstr("1.000 inwoners"));
  EXPECT_FALSE(profile["chapters"].empty());
  const Response page = get("/gebied/WK000102");
  EXPECT_EQ(page.content_type, "text/html; charset=utf-8");
  EXPECT_THAT(page.body->identity, HasSubstr("West &amp; Co"));
  EXPECT_TRUE(page.has_inline_styles);
}

// The kinds of blocks in all chapters of a document.
std::set<std::string> kinds_in(const json& document) {
  std::set<std::string> out;
  for (const json& chapter : document["chapters"])
    for (const json& block : chapter["blocks"])
      out.insert(std::string(block["kind"]));
  return out;
}

TEST_F(Endpoints, LeadFromAProfileToItsNeighboursLookalikesAndGroups) {
  const json profile = get_json("/api/v1/profile/WK000101");
  EXPECT_TRUE(kinds_in(profile).contains("heading"));
  EXPECT_TRUE(kinds_in(profile).contains("links"));
  const std::string page = get("/gebied/WK000101").body->identity;
  EXPECT_THAT(page, HasSubstr("href=\"/gebied/WK000102\""));
  EXPECT_THAT(page, HasSubstr("Gebieden ernaast"));
  EXPECT_THAT(page, HasSubstr("Gebieden die lijken op Oost"));
  EXPECT_THAT(page, HasSubstr("href=\"/groep/voorbeeld/wijk/2016?rule="));
  EXPECT_THAT(get("/gebied/WK000101", base::Language::en).body->identity,
              HasSubstr("href=\"/gebied/WK000102?lang=en\""));
}

TEST_F(Endpoints, SetAreasSideBySide) {
  const json compared =
      get_json("/api/v1/compare", base::Language::nl, {{"areas", "WK000101, WK000102"}});
  ASSERT_EQ(compared["areas"].size(), 2u);
  EXPECT_EQ(compared["areas"][1]["name"], "Wijk 02 West & Co");
  EXPECT_THAT(std::string(compared["title"]), HasSubstr("Naast elkaar: Oost"));
  EXPECT_TRUE(kinds_in(compared).contains("chart"));
  EXPECT_THAT(
      get("/vergelijk", base::Language::nl, {{"areas", "WK000101,WK000102"}}).body->identity,
      HasSubstr("href=\"/gebied/WK000101\""));
}

TEST_F(Endpoints, RefuseToCompareTooFewTooManyOrUnknownAreas) {
  EXPECT_THAT(refusal("/api/v1/compare"), HasSubstr("400 a comparison has 2 to 8 areas, not 0"));
  EXPECT_THAT(refusal("/api/v1/compare", {{"areas", "WK000101,WK000101,"}}),
              HasSubstr("2 to 8 areas, not 1"));
  EXPECT_THAT(refusal("/api/v1/compare", {{"areas", "1,2,3,4,5,6,7,8,9"}}), HasSubstr("not 9"));
  EXPECT_THAT(refusal("/vergelijk", {{"areas", "WK000101,WK000109"}}), HasSubstr("404"));
}

TEST_F(Endpoints, OfferListsAndRulesForAGroup) {
  const json choices = get_json("/api/v1/cohorts/voorbeeld/wijk/2016");
  ASSERT_FALSE(choices["rules"].empty());
  EXPECT_FALSE(choices["help"].empty());
  // Every rule that is offered is answered.
  for (const json& rule : choices["rules"])
    EXPECT_FALSE(get_json("/api/v1/cohort/voorbeeld/wijk/2016", base::Language::nl,
                          {{"rule", std::string(rule["text"])}})["members"]
                     .empty())
        << rule["text"];
  EXPECT_THAT(get("/groep/voorbeeld/wijk/2016").body->identity,
              HasSubstr("href=\"/groep/voorbeeld/wijk/2016?rule="));
}

TEST_F(Endpoints, StudyAGroupByARule) {
  const std::string path = "/api/v1/cohort/voorbeeld/wijk/2016";
  const json group = get_json(path, base::Language::nl,
                              {{"rule", "residents >= 2000"}, {"other", "residents >= 1000"}});
  EXPECT_EQ(group["rule"], "residents >= 2000");
  EXPECT_EQ(group["members"], json({1}));
  EXPECT_EQ(group["joined"], json({0}));
  EXPECT_EQ(group["left"], json::array());
  EXPECT_EQ(group["chapters"][0]["id"], "verschuiving");
  EXPECT_THAT(std::string(group["lede"][0]), HasSubstr("De groep heeft 1 van de 3 wijken"));
  EXPECT_THAT(get("/groep/voorbeeld/wijk/2016", base::Language::en,
                  {{"rule", "residents >= 2000"}, {"against", "rest"}})
                  .body->identity,
              HasSubstr("The group has"));
}

TEST_F(Endpoints, SayWhereARuleIsWrong) {
  const std::string path = "/api/v1/cohort/voorbeeld/wijk/2016";
  EXPECT_THAT(refusal(path), HasSubstr("400 a group is chosen by a list or by a rule"));
  EXPECT_THAT(refusal(path, {{"rule", "all"}, {"list", "x"}}), HasSubstr("400"));
  EXPECT_THAT(refusal(path, {{"rule", "clas <= 4 in 2002"}}), HasSubstr("did you mean 'class'?"));
  EXPECT_THAT(refusal(path, {{"rule", "class <= x in 2002"}}),
              HasSubstr("at character 10 of the rule"));
  EXPECT_THAT(refusal(path, {{"list", "weg"}}), HasSubstr("400 the data hold no list 'weg'"));
  EXPECT_THAT(refusal(path, {{"rule", "all"}, {"against", "buren"}}), HasSubstr("nation, rest"));
  EXPECT_THAT(refusal(path, {{"rule", std::string(1001, 'x')}}), HasSubstr("1000 letters"));
  EXPECT_THAT(refusal(path, {{"rule", "residents > 100000"}}), HasSubstr("no area meets its rule"));
  EXPECT_THAT(refusal("/groep/voorbeeld/buurt/2016"), HasSubstr("404"));
}

TEST_F(Endpoints, TellWhetherTwoQuantitiesWentTogether) {
  const std::string path = "/api/v1/relation/voorbeeld/wijk/2016";
  const json both = get_json(path, base::Language::nl, {{"x", "score/2012"}, {"y", "score/2014"}});
  EXPECT_EQ(both["title"], "score (2012) en score (2014)");
  EXPECT_EQ(both["quadrants"].size(), 4u);
  EXPECT_NEAR(double(both["x"]["mean"]), 3.875, 1e-12);  // 3.5 and 4.0 by 1,000 and 3,000
  EXPECT_THAT(refusal(path), HasSubstr("400"));
  EXPECT_THAT(refusal(path, {{"x", "scor/2012"}, {"y", "score/2014"}}),
              HasSubstr("did you mean 'score'?"));
  EXPECT_THAT(refusal(path, {{"x", "score/1999"}, {"y", "score/2014"}}), HasSubstr("400"));
}

TEST_F(Endpoints, DrawAMapAndGiveItsFigures) {
  const Response map = get("/api/v1/map/voorbeeld/wijk/2016/class/2002.svg");
  EXPECT_EQ(map.content_type, "image/svg+xml");
  EXPECT_THAT(map.body->identity, HasSubstr("<svg"));
  const Response table = get("/api/v1/table/voorbeeld/wijk/2016/class/2002.csv");
  EXPECT_THAT(table.body->identity, HasSubstr("WK000101,Oost,"));
  EXPECT_THAT(table.body->identity, HasSubstr("withheld"));
  EXPECT_THAT(table.headers, ElementsAre(std::pair<std::string, std::string>(
                                 "Content-Disposition",
                                 "attachment; filename=\"wijkbeeld-voorbeeld-wijk-2016-class-2002."
                                 "csv\"")));
}

TEST_F(Endpoints, AnswerTheSameWhenWhatTheyNeedWasPrepared) {
  const std::string profile = get("/api/v1/profile/WK000101").body->identity;
  Atlas ready{town(), "stadje", "1.2.3", support::all_texts(), {1}};
  ready.prepare([] { return true; });
  const Router same{atlas_routes(ready, assets)};
  Request request;
  request.path = "/api/v1/profile/WK000101";
  EXPECT_EQ(same(request).body->identity, profile);
}

TEST_F(Endpoints, StopPreparingWhenToldSo) {
  int asked = 0;
  atlas.prepare([&] { return ++asked < 2; });
  EXPECT_EQ(asked, 2);
}

TEST_F(Endpoints, HoldTwoQuantitiesTogetherWithoutAScript) {
  const std::string usual = get("/verband/voorbeeld/wijk/2016").body->identity;
  EXPECT_THAT(usual, HasSubstr("wb-cloud"));
  EXPECT_THAT(usual, HasSubstr("WK000101"));
  EXPECT_THAT(usual, Not(HasSubstr("WK000103")));  // it has neither
  EXPECT_THAT(usual, HasSubstr("De vier delen van het veld"));
  const std::string asked = get("/verband/voorbeeld/wijk/2016", base::Language::nl,
                                {{"x", "score/2012"}, {"y", "score/2014"}})
                                .body->identity;
  EXPECT_THAT(asked, HasSubstr("<td class=\"n\">3,500</td>"));
  // Another quantity to the right, with the same upwards.
  EXPECT_THAT(asked, HasSubstr("y=score%2F2014"));
}

TEST_F(Endpoints, LeadToEveryMapWithoutAScript) {
  const std::string all = get("/overzicht").body->identity;
  EXPECT_THAT(all, HasSubstr("href=\"/groep/voorbeeld/wijk/2016\""));
  EXPECT_THAT(all, HasSubstr("href=\"/verband/voorbeeld/wijk/2016\""));
  EXPECT_THAT(all, HasSubstr("href=\"/kaart/voorbeeld/wijk/2016/class/2014\""));
  const std::string map = get("/kaart/voorbeeld/wijk/2016/class/2002").body->identity;
  EXPECT_THAT(map, HasSubstr("<svg"));
  EXPECT_THAT(map, HasSubstr("WK000103"));
  EXPECT_THAT(map, HasSubstr("href=\"/kaart/voorbeeld/wijk/2016/class/2012\""));
  EXPECT_THAT(map, HasSubstr("href=\"/api/v1/table/voorbeeld/wijk/2016/class/2002.csv\""));
  EXPECT_THAT(get("/overzicht", base::Language::en).body->identity,
              HasSubstr("/kaart/voorbeeld/wijk/2016/class/2014?lang=en"));
}

TEST_F(Endpoints, LetTheMapAloneStandInThePageOfAnother) {
  const support::Scratch scratch;
  scratch.file("index.html", "<!doctype html>");
  assets = Assets::of_folder(scratch.path());
  EXPECT_FALSE(get("/").may_be_framed);
  EXPECT_FALSE(get("/", base::Language::nl, {{"embed", "0"}}).may_be_framed);
  EXPECT_TRUE(get("/", base::Language::nl, {{"embed", "1"}}).may_be_framed);
}

TEST_F(Endpoints, SayWhatThereIsWhenAskedForWhatIsNot) {
  EXPECT_THAT(refusal("/api/v1/areas/buurt/2016"), HasSubstr("there are: wijk/2016"));
  EXPECT_THAT(refusal("/api/v1/classes/lbm2-2016/wijk/2016/class/2002"),
              HasSubstr("there are: voorbeeld/wijk/2016"));
  EXPECT_THAT(refusal("/api/v1/classes/voorbeeld/wijk/2016/clas/2002"),
              HasSubstr("did you mean 'class'?"));
  EXPECT_THAT(refusal("/api/v1/classes/voorbeeld/wijk/2016/class/1999"),
              HasSubstr("choose one of: 2002"));
  EXPECT_THAT(refusal("/api/v1/profile/WK000109"), HasSubstr("404"));
  EXPECT_THAT(refusal("/"), HasSubstr("built without its page"));
  EXPECT_THAT(refusal("/nothing.js"), HasSubstr("404"));
}

TEST_F(Endpoints, KeepNothingOfWhatIsTyped) {
  EXPECT_THAT(refusal("/api/v1/areas/wijk/02016"), HasSubstr("404"));
}

}  // namespace
}  // namespace wijkbeeld::serve
