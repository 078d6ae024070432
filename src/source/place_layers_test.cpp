// SPDX-License-Identifier: EUPL-1.2
#include "source/place_layers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "source/made_files_test.hpp"

namespace wijkbeeld::source {
namespace {

using series::PlaceShape;
using series::Presence;
using support::Scratch;
using testing::ElementsAre;

const std::string kPoint = R"({"type":"Point","coordinates":[150000,450000]})";
const std::string kLine =
    R"({"type":"LineString","coordinates":[[150000,450000],[150100,450000]]})";
const std::string kSquare =
    R"({"type":"Polygon","coordinates":[[[150000,450000],[150100,450000],[150100,450100],[150000,450000]]]})";

std::string feature(const std::string& properties, const std::string& shape) {
  return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":)" + shape + "}";
}

std::string features(const std::vector<std::string>& all) {
  return R"({"type":"FeatureCollection","crs":{"type":"name","properties":)"
         R"({"name":"urn:ogc:def:crs:EPSG::28992"}},"features":[)" +
         base::join(all, ",") + "]}";
}

TEST(Places, AreKeptPerKindWithTheirYears) {
  const Scratch scratch;
  const Probe probe = probe_of(
      scratch, "plaatsen.geojson",
      features({feature(R"("soort":"Winkel","van":2004,"tot":2012)", kPoint),
                feature(R"("soort":"winkel","van":null,"tot":null)", kPoint),
                feature(R"("soort":"spoor")", kLine), feature(R"("soort":"park")", kSquare)}));
  EXPECT_EQ(taken_by(probe), "places");
  const Reading reading = read_places(probe);
  EXPECT_EQ(reading.rows_read, 4);
  EXPECT_EQ(reading.rows_refused, 0);
  ASSERT_EQ(reading.places.size(), 3U);
  EXPECT_EQ(reading.places[0].id, "park");
  EXPECT_EQ(reading.places[0].shape, PlaceShape::surface);
  EXPECT_EQ(reading.places[0].surfaces.size(), 1U);
  EXPECT_EQ(reading.places[1].shape, PlaceShape::line);
  EXPECT_EQ(reading.places[1].lines.at(0).size(), 2U);
  const series::Places& shops = reading.places[2];
  EXPECT_EQ(shops.id, "winkel");
  EXPECT_EQ(shops.title, "Winkel");
  EXPECT_THAT(shops.points, ElementsAre(geo::Point{150000, 450000}, geo::Point{150000, 450000}));
  EXPECT_THAT(shops.presence, ElementsAre(Presence{2004, 2012}, Presence{}));
}

TEST(Places, AreRefusedWithWhatIsWrong) {
  const Scratch scratch;
  const Reading reading = read_places(
      probe_of(scratch, "p.geojson",
               features({feature(R"("soort":"winkel","van":"","tot":"")", kPoint),
                         feature(R"("soort":"","van":"","tot":"")", kPoint),
                         feature(R"("soort":"winkel","van":"","tot":"")", "null"),
                         feature(R"("soort":"winkel","van":"2012","tot":"2012")", kPoint),
                         feature(R"("soort":"winkel","van":"ooit","tot":"")", kPoint),
                         feature(R"("soort":"winkel","van":"","tot":"2012.5")", kPoint),
                         feature(R"("soort":"winkel","van":"","tot":"")", kSquare),
                         feature(R"("soort":"winkel","van":"","tot":"")", kPoint)})));
  EXPECT_EQ(reading.places.at(0).size(), 2U);
  EXPECT_EQ(reading.rows_read, 8);
  EXPECT_EQ(reading.rows_refused, 6);
  EXPECT_THAT(issues_of(reading.ledger, "place-without-kind"),
              ElementsAre("2:1 the column 'soort' is empty: it is not clear what is here"));
  EXPECT_THAT(issues_of(reading.ledger, "place-without-shape"),
              ElementsAre("3:1 a place of kind 'winkel' has no shape that can be used"));
  EXPECT_THAT(issues_of(reading.ledger, "years-not-plausible"),
              ElementsAre("4:3 the place is gone from 2012, but comes in 2012",
                          "5:2 'ooit' in column 'van' is not a year between 1000 and 2200",
                          "6:3 '2012.5' in column 'tot' is not a year between 1000 and 2200"));
  EXPECT_THAT(issues_of(reading.ledger, "shape-of-other-kind"),
              ElementsAre("7:1 places of kind 'winkel' are points, and this one is not"));
}

TEST(Places, AreNotSeenInAreasOrInLayersWithoutKind) {
  const Scratch scratch;
  const Probe areas = probe_of(scratch, "wijk_2016.geojson",
                               features({feature(R"("wk_code":"WK990100","soort":"a")", kSquare)}));
  EXPECT_EQ(taken_by(areas), "outlines");
  const Probe other = probe_of(scratch, "o.geojson", features({feature(R"("a":"b")", kPoint)}));
  EXPECT_EQ(taken_by(other), "");
}

}  // namespace
}  // namespace wijkbeeld::source
