// SPDX-License-Identifier: EUPL-1.2
#include "serve/uploaded_areas.hpp"

#include <gmock/gmock.h>

#include <bit>

#include "base/file.hpp"
#include "codec/layer.hpp"
#include "codec/zip.hpp"
#include "geo/measure.hpp"
#include "support/scratch.hpp"

namespace wijkbeeld::serve {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string feature(const std::string& properties, const std::string& geometry) {
  return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":)" + geometry + "}";
}

std::string collection(const std::string& features, const std::string& crs = {}) {
  return R"({"type":"FeatureCollection",)" + crs + R"("features":[)" + features + "]}";
}

const char* const kRd = R"("crs":{"type":"name","properties":{"name":"EPSG:28992"}},)";
const char* const kSquare =
    R"({"type":"Polygon","coordinates":[[[100000,400000],[101000,400000],[101000,401000],[100000,401000],[100000,400000]]]})";

std::string complaint(const std::string& bytes, const std::string& layer = {},
                      const UploadLimits& limits = {}) {
  try {
    read_uploaded_areas(bytes, "mijn.bestand", layer, {}, limits);
  } catch (const base::Failure& failure) {
    EXPECT_EQ(failure.kind(), base::Failure::Kind::usage);
    return failure.what();
  }
  return "read";
}

TEST(UploadedAreas, ReadGeoJsonInRdNewWithItsNames) {
  const std::string bytes = collection(feature(R"({"id":7,"Naam":"Kade"})", kSquare), kRd);
  const UploadedAreas read = read_uploaded_areas(bytes, "kade.geojson");
  ASSERT_EQ(read.areas.size(), 1U);
  EXPECT_EQ(read.areas[0].name, "Kade");
  EXPECT_NEAR(geo::area(read.areas[0].shape), 1e6, 1e-3);
}

TEST(UploadedAreas, ReadDegrees) {
  // A square of some 1.1 by 0.7 km in Amersfoort, where RD New begins.
  const std::string bytes = collection(feature(
      "{}",
      R"({"type":"Polygon","coordinates":[[[5.38,52.15],[5.39,52.15],[5.39,52.16],[5.38,52.16],[5.38,52.15]]]})"));
  const UploadedAreas read = read_uploaded_areas(bytes, "x");
  ASSERT_EQ(read.areas.size(), 1U);
  EXPECT_EQ(read.areas[0].name, "gebied 1");
  const geo::Bounds box = geo::bounds(read.areas[0].shape);
  EXPECT_NEAR(box.x_min, 154500, 500);
  EXPECT_NEAR(box.y_min, 462300, 500);
  EXPECT_NEAR(geo::area(read.areas[0].shape), 685 * 1113, 10000);
}

codec::LayerOut named_squares(const std::string& name) {
  table::Table table{name, base::say("areas"), {{{"naam", base::say("name")}, table::Texts{}}}, {}};
  table.columns[0].add(table::Value<std::string>(std::string("Kade")));
  table.columns[0].add(table::Value<std::string>(table::Absence::not_collected));
  const geo::MultiPolygon square{
      {{{{100000, 400000}, {101000, 400000}, {101000, 401000}, {100000, 401000}, {100000, 400000}},
        {}}}};
  return {table, {square, square}, name, ""};
}

TEST(UploadedAreas, ReadTheLayerOfAGeoPackageThatIsAskedFor) {
  const support::Scratch scratch;
  codec::write_geopackage(scratch / "a.gpkg", {named_squares("een"), named_squares("twee")},
                          base::Language::nl, {});
  const std::string bytes = base::read_file(scratch / "a.gpkg");
  const UploadedAreas read = read_uploaded_areas(bytes, "a.gpkg", "twee");
  ASSERT_EQ(read.areas.size(), 2U);
  EXPECT_EQ(read.areas[0].name, "Kade");
  EXPECT_EQ(read.areas[1].name, "gebied 2");
  EXPECT_THAT(complaint(bytes), HasSubstr("several layers: een, twee"));
  EXPECT_THAT(complaint(bytes, "drie"), HasSubstr("no layer 'drie'; there are: een, twee"));
}

// A shapefile of one square and its index, as ESRI's "Shapefile Technical Description" (1998) has
// them: the heads differ in the length of the file only, and lengths are in words of two bytes.
class SquareFile {
 public:
  std::string shapes() {
    head((100 + 8 + kRecord) / 2);
    big(1);
    big(kRecord / 2);
    small(5);
    box();
    small(1);
    small(5);
    small(0);
    for (const auto& [x, y] : std::vector<std::pair<double, double>>{{100000, 400000},
                                                                     {100000, 401000},
                                                                     {101000, 401000},
                                                                     {101000, 400000},
                                                                     {100000, 400000}}) {
      real(x);
      real(y);
    }
    return std::move(out_);
  }
  std::string index() {
    head((100 + 8) / 2);
    big(50);
    big(kRecord / 2);
    return std::move(out_);
  }

 private:
  static constexpr std::uint32_t kRecord = 4 + 32 + 4 + 4 + 4 + 5 * 16;  // bytes

  void head(std::uint32_t words) {
    out_.clear();
    big(9994);
    for (int i = 0; i < 5; ++i)
      big(0);
    big(words);
    small(1000);
    small(5);
    box();
    for (int i = 0; i < 4; ++i)
      real(0);
  }
  void box() {
    for (const double value : {100000.0, 400000.0, 101000.0, 401000.0})
      real(value);
  }
  void byte(std::uint32_t value) {
    out_ += static_cast<char>(static_cast<unsigned char>(value & 0xFFU));
  }
  void big(std::uint32_t n) {
    for (unsigned shift = 32; shift > 0; shift -= 8)
      byte(n >> (shift - 8));
  }
  void small(std::uint32_t n) {
    for (unsigned shift = 0; shift < 32; shift += 8)
      byte(n >> shift);
  }
  void real(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    small(static_cast<std::uint32_t>(bits));
    small(static_cast<std::uint32_t>(bits >> 32U));
  }

  std::string out_;
};

TEST(UploadedAreas, ReadAZippedShapefileWhateverItsFolders) {
  const std::string shapes = SquareFile().shapes();
  const UploadedAreas read =
      read_uploaded_areas(codec::to_zip({{"map/plan.shp", shapes},
                                         {"map/plan.shx", SquareFile().index()},
                                         {"map/leesmij.txt", "hallo"}}),
                          "plan.zip");
  ASSERT_EQ(read.areas.size(), 1U);
  EXPECT_NEAR(geo::area(read.areas[0].shape), 1e6, 1e-3);
  EXPECT_THAT(complaint(codec::to_zip({{"plan.shp", shapes}})), HasSubstr("no index (.shx)"));
}

TEST(UploadedAreas, RefuseWhatTheyCannotRead) {
  EXPECT_THAT(complaint(""), HasSubstr("it is empty"));
  EXPECT_THAT(complaint("code;naam\nWK01;Oost\n"),
              HasSubstr("no GeoPackage, GeoJSON or zipped shapefile"));
  EXPECT_THAT(complaint(codec::to_zip({{"a.txt", "x"}})), HasSubstr("without a shapefile"));
  EXPECT_THAT(complaint(codec::to_zip({{"a.shp", "x"}, {"b.shp", "x"}})),
              HasSubstr("more than one shapefile"));
  EXPECT_THAT(complaint(collection("")), HasSubstr("mijn.bestand"));
  EXPECT_THAT(complaint(collection(feature("{}", R"({"type":"Point","coordinates":[5,52]})"))),
              HasSubstr("none of its 1 features is a surface"));
}

TEST(UploadedAreas, SayNothingOfTheServersFolders) {
  for (const std::string& bytes :
       {std::string("{\"type\":"), std::string("{}"),
        codec::to_zip({{"a.shp", "no shapefile"}, {"a.shx", "nor index"}}),
        std::string("SQLite format 3\0and no more", 28)}) {
    EXPECT_THAT(complaint(bytes), AllOf(HasSubstr("mijn.bestand"), Not(HasSubstr("/tmp"))));
    EXPECT_THAT(complaint(bytes), Not(HasSubstr("wijkbeeld-")));
  }
}

TEST(UploadedAreas, TakeNoMoreThanTheirLimits) {
  const std::string two = collection(feature("{}", kSquare) + "," + feature("{}", kSquare), kRd);
  UploadLimits limits;
  limits.areas = 1;
  EXPECT_THAT(complaint(two, {}, limits), HasSubstr("holds 2 areas, and at most 1"));
  limits = {};
  limits.points = 9;
  EXPECT_THAT(complaint(two, {}, limits), HasSubstr("have 10 points, and at most 9"));
  limits = {};
  limits.unpacked_bytes = 1000;
  EXPECT_THAT(complaint(codec::to_zip({{"a.shp", std::string(100'000, 'x')}}), {}, limits),
              HasSubstr("mijn.bestand"));
}

}  // namespace
}  // namespace wijkbeeld::serve
