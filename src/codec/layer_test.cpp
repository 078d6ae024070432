// SPDX-License-Identifier: EUPL-1.2
#include "codec/layer.hpp"

#include <gmock/gmock.h>
#include <sys/resource.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <map>

#include "base/failure.hpp"
#include "codec/sqlite.hpp"
#include "geo/measure.hpp"
#include "support/scratch.hpp"

namespace wijkbeeld::codec {
namespace {

namespace fs = std::filesystem;
using base::Ledger;
using base::say;
using support::Scratch;
using support::text_of;
using table::Absence;
using testing::ElementsAre;
using testing::HasSubstr;

geo::MultiPolygon square(double x, double y, double side) {
  return {{{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}}}};
}

void add_row(table::Table& table, const std::string& code, table::Value<double> score,
             table::Value<std::int64_t> residents) {
  table.columns[0].add(table::Value<std::string>(code));
  table.columns[1].add(score);
  table.columns[2].add(residents);
}

// Three wijken: one whole, one without figures, one without an outline.
LayerOut wijken() {
  table::Table table{"wijk",
                     say("wijken"),
                     {{{"wk_code", say("code")}, table::Texts{}},
                      {{"score", say("score"), "1"}, table::Reals{}},
                      {{"residents", say("residents")}, table::Integers{}}},
                     {"wk_code"}};
  add_row(table, "WK000100", -0.1, 1234);
  add_row(table, "WK000200", Absence::withheld, Absence::not_collected);
  add_row(table, "WK000300", 1.0 / 3, 0);
  geo::MultiPolygon with_hole = square(155000, 463000, 900);
  with_hole.parts[0].holes.push_back(square(155300, 463300, 300).parts[0].outer);
  return {table, {square(154000, 463000, 1000), with_hole, Shape{}}, "Wijken", "made by hand"};
}

base::Catalogue dutch() {
  base::Catalogue catalogue;
  catalogue.add("msgid \"residents\"\nmsgstr \"inwoners\"\n", "nl.po");
  return catalogue;
}

fs::path geopackage(const Scratch& scratch, std::vector<LayerOut> layers = {wijken()}) {
  write_geopackage(scratch / "a.gpkg", layers, base::Language::nl, dutch());
  return scratch / "a.gpkg";
}

// What a command prints; the tests that need one are skipped where it is not installed.
std::string printed(const std::string& command) {
  std::string out;
  FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
  for (int c = 0; (c = std::fgetc(pipe)) != EOF;)
    out.push_back(static_cast<char>(c));
  ::pclose(pipe);
  return out;
}

template <class Work>
std::string failure_of(const Work& work) {
  try {
    work();
  } catch (const base::Failure& failure) {
    return failure.what();
  }
  return "no failure";
}

std::string failure_to_read(const fs::path& path, const std::string& layer) {
  return failure_of([&] {
    Ledger ledger;
    read_layer(path, layer, ledger);
  });
}

std::string feature(const std::string& properties, const std::string& geometry) {
  return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":)" + geometry + "}";
}

fs::path geojson(const Scratch& scratch, const std::string& features, const std::string& crs = "") {
  return scratch.file("a.geojson", R"({"type":"FeatureCollection","name":"a",)" + crs +
                                       R"("features":[)" + features + "]}");
}

TEST(GeoPackage, GivesBackRowsAndShapes) {
  const Scratch scratch;
  Ledger ledger;
  const Layer layer = read_layer(geopackage(scratch), "wijk", ledger);
  EXPECT_THAT(layer.rows.header(), ElementsAre("wk_code", "score", "residents"));
  ASSERT_EQ(layer.rows.size(), 3U);
  EXPECT_EQ(layer.rows.cell(0, 0), "WK000100");
  EXPECT_EQ(layer.rows.cell(0, 1), "-0.1");
  EXPECT_EQ(layer.rows.cell(1, 1), "") << "absent is empty, not zero";
  EXPECT_EQ(layer.rows.cell(2, 1), "0.3333333333333333") << "no digit is lost";
  EXPECT_EQ(layer.rows.cell(2, 2), "0");
  EXPECT_EQ(layer.rows.line(2), 3);
  EXPECT_EQ(layer.shapes, wijken().shapes);
  EXPECT_EQ(ledger.count("empty-shape"), 1U);
  EXPECT_EQ(ledger.issues().size(), 1U);
  EXPECT_EQ(ledger.issues()[0].place, (base::Place{(scratch / "a.gpkg").string(), "wijk", 3}));
}

TEST(GeoPackage, HoldsPointsLinesAndPlainTables) {
  const Scratch scratch;
  LayerOut points{{"trees", say("trees"), {}}, {geo::Point{155000, 463000}}, "", ""};
  LayerOut lines{
      {"roads", say("roads"), {}}, {geo::Line{{155000, 463000}, {155100, 463000}}}, "", ""};
  LayerOut plain = wijken();
  plain.table.name = "figures";
  plain.shapes.clear();
  const fs::path path = geopackage(scratch, {points, lines, plain});
  EXPECT_THAT(layer_names(path), ElementsAre("trees", "roads", "figures"));
  Ledger ledger;
  EXPECT_EQ(read_layer(path, "trees", ledger).shapes, points.shapes);
  EXPECT_EQ(read_layer(path, "roads", ledger).shapes, lines.shapes);
  const Layer figures = read_layer(path, "figures", ledger);
  EXPECT_EQ(figures.rows.size(), 3U);
  EXPECT_EQ(figures.shapes, std::vector<Shape>(3));
  EXPECT_TRUE(ledger.empty()) << "a table without shapes misses none";
}

TEST(GeoPackage, IsTheSameBytesOnASecondRun) {
  const Scratch one;
  const Scratch two;
  EXPECT_EQ(text_of(geopackage(one)), text_of(geopackage(two)));
}

TEST(GeoPackage, ListsOnlyTheLayersGiven) {
  const Scratch scratch;
  EXPECT_THAT(layer_names(geopackage(scratch)), ElementsAre("wijk"));
}

TEST(GeoPackage, HidesFurtherTablesOnceOneOfItsLayersIsAPlainTable) {
  const Scratch scratch;
  LayerOut plain = wijken();
  plain.table.name = "figures";
  plain.shapes.clear();
  const fs::path path = geopackage(scratch, {wijken(), plain});
  Database(path, Database::Mode::write).run("CREATE TABLE series (key TEXT, values_ BLOB)");
  EXPECT_THAT(layer_names(path), ElementsAre("wijk", "figures"));
}

TEST(GeoPackage, NamesItsColumnsInTheLanguage) {
  const Scratch scratch;
  Database database(geopackage(scratch), Database::Mode::read);
  Statement names = database.prepare(
      "SELECT column_name, name, title, description FROM gpkg_data_columns ORDER BY rowid");
  ASSERT_TRUE(names.step());
  ASSERT_TRUE(names.step());
  EXPECT_EQ(names.text(3), "1");
  ASSERT_TRUE(names.step());
  EXPECT_EQ(names.text(0), "residents");
  EXPECT_EQ(names.text(1), "inwoners");
  EXPECT_EQ(names.text(2), "inwoners");
}

TEST(GeoPackage, TellsTwoColumnsOfOneTitleApart) {
  const Scratch scratch;
  LayerOut layer = wijken();
  layer.table.columns[1].heading.title = say("residents");
  layer.table.columns[0].heading.name = "FID";
  Database database(geopackage(scratch, {layer}), Database::Mode::read);
  Statement names = database.prepare("SELECT name FROM gpkg_data_columns ORDER BY rowid");
  names.step(), names.step();
  EXPECT_EQ(names.text(0), "inwoners");
  names.step();
  EXPECT_EQ(names.text(0), "inwoners (residents)");
  EXPECT_TRUE(database.prepare("SELECT fid_, FID, geom FROM wijk").step());
}

TEST(GeoPackage, FindsShapesThroughItsIndex) {
  const Scratch scratch;
  Database database(geopackage(scratch), Database::Mode::read);
  Statement found = database.prepare(
      "SELECT id FROM rtree_wijk_geom WHERE maxx >= 155500 AND minx <= 155500 ORDER BY id");
  ASSERT_TRUE(found.step());
  EXPECT_EQ(found.integer(0), 2);
  EXPECT_FALSE(found.step());
  Statement all = database.prepare("SELECT count(*) FROM rtree_wijk_geom");
  all.step();
  EXPECT_EQ(all.integer(0), 2) << "an area without an outline is not in the index";
}

TEST(GeoPackage, IsSoundInTheEyesOfSqliteAndGdal) {
  const Scratch scratch;
  const fs::path path = geopackage(scratch);
  Database database(path, Database::Mode::read);
  for (const char* sql : {"PRAGMA integrity_check", "SELECT rtreecheck('rtree_wijk_geom')"}) {
    Statement check = database.prepare(sql);
    ASSERT_TRUE(check.step());
    EXPECT_EQ(check.text(0), "ok") << sql;
  }
  EXPECT_FALSE(database.prepare("PRAGMA foreign_key_check").step());
  if (std::system("command -v ogrinfo >/dev/null") != 0) GTEST_SKIP() << "ogrinfo is not installed";
  const std::string summary = printed("ogrinfo -ro -al -so " + path.string());
  EXPECT_THAT(summary, HasSubstr("Layer name: wijk"));
  EXPECT_THAT(summary, HasSubstr("Feature Count: 3"));
  EXPECT_THAT(summary,
              HasSubstr("Extent: (154000.000000, 463000.000000) - (155900.000000, 464000"));
  EXPECT_THAT(summary, HasSubstr("ID[\"EPSG\",28992]"));
  EXPECT_THAT(summary, testing::Not(HasSubstr("Warning")));
  EXPECT_THAT(summary, testing::Not(HasSubstr("ERROR")));
}

TEST(GeoPackage, CanBeEditedByGdalAfterwards) {
  if (std::system("command -v ogrinfo >/dev/null") != 0) GTEST_SKIP() << "ogrinfo is not installed";
  const Scratch scratch;
  const fs::path path = geopackage(scratch);
  const std::string said = printed("ogrinfo -q " + path.string() +
                                   " -sql \"UPDATE wijk SET geom = NULL WHERE fid = 1\"");
  EXPECT_EQ(said, "");
  Database database(path, Database::Mode::read);
  Statement all = database.prepare("SELECT count(*) FROM rtree_wijk_geom");
  all.step();
  EXPECT_EQ(all.integer(0), 1);
}

TEST(GeoPackage, ThatDoesNotFitOnTheDiskLeavesTheOldOneAndNothingElse) {
  const Scratch scratch;
  const fs::path path = scratch.file("a.gpkg", "the old one");
  const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit old_limit{};
  ::getrlimit(RLIMIT_FSIZE, &old_limit);
  const rlimit small{50'000, old_limit.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &small);
  const std::string told = failure_of([&] { geopackage(scratch); });
  ::setrlimit(RLIMIT_FSIZE, &old_limit);
  std::signal(SIGXFSZ, old_handler);
  EXPECT_THAT(told, HasSubstr("cannot write '" + path.string() + "'"));
  EXPECT_THAT(told, HasSubstr("what to do: check the disk, its free space"));
  EXPECT_EQ(text_of(path), "the old one");
  EXPECT_EQ(std::distance(fs::directory_iterator(scratch.path()), fs::directory_iterator()), 1);
}

TEST(Layer, LeavesNothingBesideAGeoPackageItReads) {
  const Scratch scratch;
  const fs::path path = geopackage(scratch);
  const std::string before = text_of(path);
  Ledger ledger;
  read_layer(path, "wijk", ledger);
  EXPECT_EQ(std::distance(fs::directory_iterator(scratch.path()), fs::directory_iterator()), 1);
  EXPECT_EQ(text_of(path), before);
}

TEST(Layer, HandsOnEveryWarningOfGdal) {
  const Scratch scratch;
  const fs::path path = geopackage(scratch);
  Database(path, Database::Mode::write).run("PRAGMA user_version = 99900");
  Ledger ledger;
  testing::internal::CaptureStderr();
  EXPECT_EQ(read_layer(path, "wijk", ledger).rows.size(), 3U);
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "") << "GDAL itself prints nothing";
  ASSERT_EQ(ledger.count("gdal-warning"), 1U);
  EXPECT_THAT(to_text(ledger.issues()[1].message), HasSubstr("GDAL says, in English: "));
  EXPECT_THAT(to_text(ledger.issues()[1].message), HasSubstr("user_version"));
}

TEST(Layer, WithFewerFeaturesThanPromisedIsAFailure) {
  const Scratch scratch;
  const fs::path path = geopackage(scratch);
  Database(path, Database::Mode::write)
      .run(
          "CREATE TABLE gpkg_ogr_contents (table_name TEXT NOT NULL PRIMARY KEY, "
          "feature_count INTEGER DEFAULT NULL); "
          "INSERT INTO gpkg_ogr_contents VALUES ('wijk', 5)");
  EXPECT_THAT(failure_to_read(path, "wijk"),
              HasSubstr("layer 'wijk' should have 5 features, but 3 were read"));
}

TEST(Layer, OfAnotherNameIsMissedWithTheNamesThereAre) {
  const Scratch scratch;
  const std::string told = failure_to_read(geopackage(scratch), "wijkk");
  EXPECT_THAT(told, HasSubstr("there is no layer 'wijkk'"));
  EXPECT_THAT(told, HasSubstr("the layers are: wijk"));
  EXPECT_THAT(told, HasSubstr("did you mean 'wijk'?"));
}

TEST(Layer, CannotBeReadFromWhatIsNoMap) {
  const Scratch scratch;
  EXPECT_THAT(failure_to_read(scratch / "nothing.geojson", "a"), HasSubstr("cannot read"));
  EXPECT_THAT(failure_to_read(scratch / "nothing.gpkg", "a"), HasSubstr("cannot read"));
  const std::string told = failure_to_read(scratch.file("a.txt", "hello"), "a");
  EXPECT_THAT(told, HasSubstr("as a map layer"));
  EXPECT_THAT(told, HasSubstr("GeoPackage, GeoJSON, shapefile"));
  EXPECT_THAT(failure_to_read(scratch.file("b.gpkg", "hello"), "a"),
              HasSubstr("it is not an SQLite file"));
}

TEST(Layer, CutShortIsAFailureAndNotFewerFeatures) {
  const Scratch scratch;
  const std::string whole =
      text_of(geojson(scratch, feature("{}", R"({"type":"Point","coordinates":[5,52]})")));
  const fs::path path = scratch.file("b.geojson", whole.substr(0, whole.size() - 3));
  EXPECT_THAT(failure_to_read(path, "a"), HasSubstr("cannot read"));
}

TEST(Layer, DamagedHalfwayIsAFailure) {
  const Scratch scratch;
  LayerOut big = wijken();
  for (int i = 0; i < 2000; ++i) {
    add_row(big.table, std::string(100, 'x'), 0.5, i);
    big.shapes.emplace_back(square(100000 + i, 400000, 10));
  }
  const fs::path path = geopackage(scratch, {big});
  std::string bytes = text_of(path);
  for (std::size_t i = bytes.size() / 4; i < bytes.size() / 2; ++i)
    bytes[i] = 'z';
  scratch.file("a.gpkg", bytes);
  EXPECT_THAT(failure_to_read(path, "wijk"), HasSubstr("malformed"));
}

TEST(Layer, InDegreesIsBroughtToRd) {
  const Scratch scratch;
  const fs::path path = geojson(
      scratch,
      feature(
          R"({"name":"Amersfoort"})",
          R"({"type":"Polygon","coordinates":[[[5.38,52.15],[5.39,52.15],[5.39,52.16],[5.38,52.15]]]})") +
          "," +
          feature(R"({"name":"tower"})", R"({"type":"Point","coordinates":[5.387206,52.155172]})"),
      R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4326"}},)");
  Ledger ledger;
  const Layer layer = read_layer(path, "a", ledger);
  const auto tower = std::get<geo::Point>(layer.shapes[1]);
  EXPECT_NEAR(tower.x, 155000, 5) << "the tower of Amersfoort is the origin of RD";
  EXPECT_NEAR(tower.y, 463000, 5);
  EXPECT_NEAR(geo::area(std::get<geo::MultiPolygon>(layer.shapes[0])), 684 * 1112 / 2.0, 2000);
  EXPECT_EQ(ledger.count("reprojected"), 1U);
}

TEST(Layer, InRdThatSaysNothingIsTakenAtItsCoordinates) {
  const Scratch scratch;
  const fs::path path =
      geojson(scratch, feature("{}", R"({"type":"Point","coordinates":[155000,463000]})"));
  Ledger ledger;
  EXPECT_EQ(std::get<geo::Point>(read_layer(path, "a", ledger).shapes[0]),
            (geo::Point{155000, 463000}));
  EXPECT_EQ(ledger.count("assumed-rd"), 1U);
  const fs::path package = geopackage(scratch);
  Database(package, Database::Mode::write)
      .run("UPDATE gpkg_geometry_columns SET srs_id = -1; UPDATE gpkg_contents SET srs_id = -1");
  EXPECT_EQ(read_layer(package, "wijk", ledger).shapes, wijken().shapes);
  EXPECT_EQ(ledger.count("assumed-rd"), 2U);
}

TEST(Layer, InNoKnownSystemIsRefused) {
  const Scratch scratch;
  LayerOut nonsense = wijken();
  nonsense.shapes[0] = square(1234567, 12, 1000);
  const fs::path path = geopackage(scratch, {nonsense});
  Database(path, Database::Mode::write)
      .run("UPDATE gpkg_geometry_columns SET srs_id = 0; UPDATE gpkg_contents SET srs_id = 0");
  const std::string told = failure_to_read(path, "wijk");
  EXPECT_THAT(told, HasSubstr("does not say in which coordinate system it is"));
  EXPECT_THAT(told, HasSubstr("a coordinate is x 1,234,567.0, y 12.0"));
  EXPECT_THAT(told, HasSubstr("save the layer in RD New"));
  const std::string degrees = failure_to_read(
      geojson(scratch, feature("{}", R"({"type":"Point","coordinates":[600000,5800000]})")), "a");
  EXPECT_THAT(degrees, HasSubstr("should be in degrees, but is not"));
}

TEST(Layer, FarFromTheNetherlandsIsRefusedAndPartlyOutsideIsNoted) {
  const Scratch scratch;
  EXPECT_THAT(
      failure_to_read(
          geojson(scratch, feature("{}", R"({"type":"Point","coordinates":[-74,40.7]})")), "a"),
      HasSubstr("lies nowhere near the Netherlands"));
  LayerOut partly = wijken();
  partly.shapes[0] = square(500000, 463000, 10);
  Ledger ledger;
  read_layer(geopackage(scratch, {partly}), "wijk", ledger);
  ASSERT_EQ(ledger.count("outside-rd"), 1U);
  EXPECT_EQ(to_text(ledger.issues()[1].message), "5 of 15 points lie outside the range of RD New");
}

TEST(Layer, KeepsAnInvalidShapeAndSaysWhatIsWrongWithIt) {
  const Scratch scratch;
  LayerOut layer = wijken();
  layer.shapes[1] = geo::MultiPolygon{{{{{155000, 463000},
                                         {155010, 463010},
                                         {155010, 463000},
                                         {155000, 463010},
                                         {155000, 463000}}}}};
  Ledger ledger;
  EXPECT_EQ(read_layer(geopackage(scratch, {layer}), "wijk", ledger).shapes, layer.shapes);
  ASSERT_EQ(ledger.count("invalid-shape"), 1U);
  const base::Issue& issue = ledger.issues().back();
  EXPECT_EQ(to_text(issue.message), "the outline crosses itself at x 155,005.0, y 463,005.0");
  EXPECT_EQ(issue.place.line, 2);
}

TEST(Layer, ClosesARingAndRefusesWhatAShapeCannotHold) {
  const Scratch scratch;
  const fs::path path = geojson(
      scratch,
      feature(
          "{}",
          R"({"type":"Polygon","coordinates":[[[155000,463000],[155010,463000],[155010,463010]]]})") +
          "," +
          feature("{}",
                  R"({"type":"MultiPoint","coordinates":[[155000,463000],[155010,463000]]})") +
          "," + feature("{}", R"({"type":"MultiPoint","coordinates":[[155000,463000]]})") + "," +
          feature("{}", "null") + "," +
          feature("{}", R"({"type":"MultiPolygon","coordinates":[]})"));
  Ledger ledger;
  const Layer layer = read_layer(path, "a", ledger);
  EXPECT_EQ(geo::area(std::get<geo::MultiPolygon>(layer.shapes[0])), 50);
  EXPECT_EQ(ledger.count("open-ring"), 1U);
  EXPECT_EQ(layer.shapes[1], Shape{});
  EXPECT_EQ(ledger.count("unsupported-shape"), 1U);
  EXPECT_EQ(layer.shapes[2], (Shape{geo::Point{155000, 463000}}));
  EXPECT_EQ(ledger.count("empty-shape"), 2U);
}

TEST(Layer, RefusesACoordinateThatIsNoNumber) {
  for (const double none :
       {std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()}) {
    const Scratch scratch;
    LayerOut layer = wijken();
    auto& outer = std::get<geo::MultiPolygon>(layer.shapes[0]).parts[0].outer;
    outer[2].x = none;
    Ledger ledger;
    const Layer read = read_layer(geopackage(scratch, {layer}), "wijk", ledger);
    EXPECT_EQ(read.shapes[0], Shape{});
    EXPECT_EQ(read.shapes[1], layer.shapes[1]);
    ASSERT_EQ(ledger.count("unsupported-shape"), 1U);
    EXPECT_EQ(to_text(ledger.issues()[0].message), "a coordinate is not a finite number");
  }
}

TEST(Layer, WithALetterThatIsNotUtf8IsReadAsLatin1) {
  const Scratch scratch;
  Ledger ledger;
  LayerOut layer = wijken();
  layer.table.columns[0].values = table::Texts{
      "S\xfa"
      "dwest",
      "Frysl\xc3\xa2n", "x"};
  const Layer read = read_layer(geopackage(scratch, {layer}), "wijk", ledger);
  EXPECT_EQ(read.rows.cell(0, 0),
            "S\xc3\xba"
            "dwest");
  EXPECT_EQ(read.rows.cell(1, 0), "Frysl\xc3\xa2n");
}

TEST(Layer, OfEveryPublishedMapIsReadWhole) {
  const char* named = std::getenv("WIJKBEELD_DATA");
  const fs::path data =
      fs::path(named != nullptr ? named : WIJKBEELD_ROOT "/../shared/data") / "geo";
  if (!fs::exists(data)) GTEST_SKIP() << "the published maps are not here: " << data;
  const std::map<std::string, std::size_t> features{
      {"buurt_2024", 14566},  {"wijk_2022", 3340}, {"gemeente_2022", 345}, {"gemeente_2016", 390},
      {"gemeente_2014", 403}, {"wijk_2014", 2717}, {"pc4_2020", 4068}};
  Ledger ledger;
  for (const char* file : {"buurt_2024", "wijk_gemeente_2022", "gemeente_2016", "gemeente_2014",
                           "wijk_2014", "pc4_2020"}) {
    const fs::path path = data / (std::string(file) + ".gpkg");
    for (const std::string& name : layer_names(path))
      EXPECT_EQ(read_layer(path, name, ledger).shapes.size(), features.at(name)) << name;
  }
  EXPECT_EQ(ledger.count("empty-shape"), 1U) << "postcode 5028 has no outline";
  EXPECT_EQ(ledger.issues().size(), 1U);
}

}  // namespace
}  // namespace wijkbeeld::codec
