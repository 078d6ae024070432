// SPDX-License-Identifier: EUPL-1.2
#include "codec/geojson.hpp"

#include <gmock/gmock.h>

#include <limits>

#include "base/failure.hpp"
#include "support/scratch.hpp"

namespace wijkbeeld::codec {
namespace {

using base::say;
using table::Absence;
using table::Value;
using testing::HasSubstr;

LayerOut one_row(const Shape& shape) {
  LayerOut layer{{"wijken", say("{}", "wijken")}, {shape}, "", ""};
  table::Column code{{"code", say("{}", "code")}, table::Texts{}};
  table::Column residents{{"residents", say("{}", "residents")}, table::Integers{}};
  code.add(Value<std::string>("WK\"1"));
  residents.add(Value<std::int64_t>(Absence::withheld));
  layer.table.columns = {code, residents};
  return layer;
}

TEST(ToGeojson, PutsTheTowerOfAmersfoortWhereItStands) {
  // RDNAPTRANS 2018 gives 52.155172897 N, 5.387203657 E for the origin of RD: 0.1 m away.
  EXPECT_EQ(to_geojson(one_row(geo::Point{155000, 463000})),
            "{\"type\":\"FeatureCollection\",\"name\":\"wijken\",\"features\":[\n"
            "{\"type\":\"Feature\",\"properties\":{\"code\":\"WK\\\"1\",\"residents\":null},"
            "\"geometry\":{\"type\":\"Point\",\"coordinates\":[5.387204,52.155172]}}\n"
            "]}\n");
}

TEST(ToGeojson, TurnsOuterRingsAgainstTheClockAndHolesWithIt) {
  const geo::Ring with_clock = {
      {155000, 463000}, {155000, 464000}, {156000, 464000}, {155000, 463000}};
  const geo::Ring against = {
      {155100, 463500}, {155300, 463700}, {155100, 463700}, {155100, 463500}};
  const std::string text = to_geojson(one_row(geo::MultiPolygon{{{with_clock, {against}}}}));
  EXPECT_THAT(text, HasSubstr("\"MultiPolygon\",\"coordinates\":[[[[5.387204,52.155172],[5.40181"));
  EXPECT_THAT(text, HasSubstr("]],[[5.388"));
}

TEST(ToGeojson, HasNullForAnAreaWithoutShape) {
  EXPECT_THAT(to_geojson(one_row({})), HasSubstr("\"geometry\":null"));
  LayerOut plain = one_row({});
  plain.shapes.clear();
  EXPECT_THAT(to_geojson(plain), HasSubstr("\"geometry\":null"));
}

TEST(ToGeojson, RefusesAPointThatIsNowhere) {
  try {
    to_geojson(one_row(geo::Point{std::numeric_limits<double>::infinity(), 463000}));
    FAIL();
  } catch (const base::Failure& failure) {
    EXPECT_STREQ(failure.what(),
                 "a point has no longitude and latitude\n"
                 "  why: its coordinates are x inf, y 463000\n"
                 "  what to do: choose a format that keeps RD New, such as GeoPackage");
  }
}

TEST(ToGeojson, IsReadBackByOurOwnReader) {
  const support::Scratch scratch;
  const auto path = scratch.file("wijken.geojson", to_geojson(one_row(geo::Point{155000, 463000})));
  base::Ledger ledger;
  const Layer layer = read_layer(path, layer_names(path).front(), ledger);
  ASSERT_EQ(layer.rows.size(), 1U);
  const auto* point = std::get_if<geo::Point>(&layer.shapes.front());
  ASSERT_NE(point, nullptr);
  EXPECT_NEAR(point->x, 155000, 1);
  EXPECT_NEAR(point->y, 463000, 1);
}

}  // namespace
}  // namespace wijkbeeld::codec
