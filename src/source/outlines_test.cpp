// SPDX-License-Identifier: EUPL-1.2
#include "source/outlines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "source/made_files_test.hpp"

namespace wijkbeeld::source {
namespace {

using area::Level;
using support::Scratch;
using table::Value;
using testing::ElementsAre;
using testing::HasSubstr;

geo::MultiPolygon square(double x) {
  const double y = 450000;
  return {{{{{x, y}, {x + 100, y}, {x + 100, y + 100}, {x, y + 100}, {x, y}}}}};
}

codec::LayerOut layer_of(const std::string& name, const Cells& rows,
                         const std::vector<codec::Shape>& shapes) {
  codec::LayerOut layer;
  layer.table.name = name;
  for (std::size_t c = 0; c < rows[0].size(); ++c) {
    table::Column column{{rows[0][c], {}}, table::Texts{}};
    for (std::size_t r = 1; r < rows.size(); ++r)
      column.add(Value<std::string>(rows[r][c]));
    layer.table.columns.push_back(std::move(column));
  }
  layer.shapes = shapes;
  return layer;
}

Probe probe_of_layers(const Scratch& scratch, const std::string& name,
                      const std::vector<codec::LayerOut>& layers) {
  codec::write_geopackage(scratch / name, layers, base::Language::nl, {});
  return probe_file(scratch / name, name);
}

TEST(Outlines, HaveCodesNamesAndShapesInOrder) {
  const Scratch scratch;
  const Probe probe =
      probe_of_layers(scratch, "grenzen.gpkg",
                      {layer_of("wijk_2022",
                                {{"WK_CODE", "WK_NAAM", "gm_code"},
                                 {"WK900002", "Zand", "GM9000"},
                                 {"WK900001", "Dorp", "GM9000"}},
                                {square(150000), square(151000)}),
                       layer_of("gemeente_2022", {{"gm_code", "gm_naam"}, {"GM9000", "Voorbeeld"}},
                                {square(150000)})});
  EXPECT_EQ(taken_by(probe), "outlines");
  const Reading reading = read_outlines(probe);
  ASSERT_EQ(reading.outlines.size(), 2U);
  const area::Outlines& wijken = reading.outlines[1];
  EXPECT_EQ(wijken.level, Level::wijk);
  EXPECT_EQ(wijken.vintage.year, 2022);
  EXPECT_EQ(wijken.codes[0].text, "WK900001");
  EXPECT_EQ(wijken.names[0], "Dorp");
  EXPECT_EQ(wijken.shapes[0], square(151000));
  EXPECT_EQ(wijken.source, "CBS, Kadaster (2022)");
  EXPECT_EQ(reading.areas.size(), 2U);
  EXPECT_EQ(reading.areas[0].areas()[0].name, "Voorbeeld");
  EXPECT_EQ(reading.rows_read, 3);
}

TEST(Outlines, KeepAnAreaWithoutShapeByNameOnly) {
  const Scratch scratch;
  const Reading reading = read_outlines(probe_of_layers(
      scratch, "pc4_2020.gpkg",
      {layer_of("pc4", {{"pc4"}, {"9001"}, {"9002"}}, {square(150000), codec::Shape()})}));
  EXPECT_EQ(reading.outlines.at(0).codes.size(), 1U);
  EXPECT_EQ(reading.areas.at(0).size(), 2U);
  EXPECT_EQ(reading.areas.at(0).vintage().year, 2020) << "the year in the file name";
}

TEST(Outlines, CountADoubleAreaOnce) {
  const Scratch scratch;
  const Reading reading = read_outlines(probe_of_layers(
      scratch, "w.gpkg",
      {layer_of("wijk_2022", {{"wk_code", "wk_naam"}, {"WK900001", "a"}, {"WK900001", "b"}},
                {square(150000), square(151000)})}));
  EXPECT_EQ(reading.outlines.at(0).codes.size(), 1U);
  EXPECT_EQ(reading.ledger.count("duplicate-row"), 1U);
  EXPECT_EQ(reading.rows_refused, 1);
}

TEST(Outlines, WithoutAYearAreRefused) {
  const Scratch scratch;
  const Reading reading = read_outlines(probe_of_layers(
      scratch, "w.gpkg", {layer_of("wijken", {{"wk_code"}, {"WK900001"}}, {square(150000)})}));
  EXPECT_TRUE(reading.outlines.empty());
  EXPECT_THAT(issues_of(reading.ledger, "vintage-unknown"),
              ElementsAre(HasSubstr("neither the layer nor the file has a year in its name")));
  EXPECT_EQ(reading.rows_refused, 1);
}

TEST(Outlines, AreReadFromGeoJsonWhateverItsEnding) {
  const Scratch scratch;
  const std::string json =
      R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"features":[{"type":"Feature","properties":{"wijkcode":"WK900001","wijknaam":"Dorp"},"geometry":{"type":"Polygon","coordinates":[[[150000,450000],[150100,450000],[150100,450100],[150000,450000]]]}}]})";
  for (const char* name : {"wijken_2024.json", "wijken_2024.geojson"}) {
    const Reading reading = read_outlines(probe_of(scratch, name, json));
    ASSERT_EQ(reading.outlines.size(), 1U) << name;
    EXPECT_EQ(reading.outlines[0].names[0], "Dorp");
    EXPECT_EQ(reading.outlines[0].vintage.year, 2024);
  }
  EXPECT_TRUE(probe_of(scratch, "truth.json", R"({"a": 1})").tables.empty());
}

TEST(Outlines, AreNotSeenInALayerWithoutCodes) {
  const Scratch scratch;
  EXPECT_EQ(
      taken_by(probe_of_layers(scratch, "w.gpkg",
                               {layer_of("wijk_2022", {{"naam"}, {"Dorp"}}, {square(150000)})})),
      "");
}

}  // namespace
}  // namespace wijkbeeld::source
