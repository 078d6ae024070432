// SPDX-License-Identifier: EUPL-1.2
#include "codec/qgis_styles.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "codec/layer.hpp"
#include "codec/sqlite.hpp"
#include "support/scratch.hpp"
#include "table/table_builder.hpp"

namespace wijkbeeld::codec {
namespace {

using base::say;
using support::Scratch;
using testing::ElementsAre;
using testing::HasSubstr;

struct Row {
  std::string code;
  std::int64_t people;
};

LayerOut layer_of(const std::string& name, std::vector<Shape> shapes) {
  const std::vector<Row> rows{{"WK000001", 12}};
  table::TableBuilder<Row> t(name, say("areas"), rows, {"code"});
  t.column("code", say("code of the area"), [](const Row& r) { return r.code; });
  t.column("people", say("people \"in\" <it> & near"), [](const Row& r) { return r.people; });
  return {t.build(), std::move(shapes), "", ""};
}

std::filesystem::path styled(const Scratch& scratch) {
  const std::filesystem::path path = scratch / "s.gpkg";
  write_geopackage_into(path,
                        {layer_of("wijk", {geo::Point{155000, 463000}}), layer_of("bronnen", {})},
                        base::Language::en, {});
  add_qgis_styles(path);
  return path;
}

TEST(QgisStyles, GiveEachLayerItsTitlesAsAliases) {
  const Scratch scratch;
  Database database(styled(scratch), Database::Mode::read);
  Statement row = database.prepare(
      "SELECT f_table_name, f_geometry_column, useAsDefault, styleQML FROM layer_styles "
      "ORDER BY f_table_name");
  ASSERT_TRUE(row.step());
  EXPECT_EQ(row.text(0), "bronnen");
  EXPECT_EQ(row.text(1), "") << "a table has no shapes";
  ASSERT_TRUE(row.step());
  EXPECT_EQ(row.text(0), "wijk");
  EXPECT_EQ(row.text(1), "geom");
  EXPECT_EQ(row.integer(2), 1);
  EXPECT_THAT(row.text(3), HasSubstr(R"(<alias field="code" name="code of the area"/>)"));
  EXPECT_THAT(
      row.text(3),
      HasSubstr(R"(<alias field="people" name="people &quot;in&quot; &lt;it> &amp; near"/>)"));
  EXPECT_FALSE(row.step());
}

TEST(QgisStyles, AreNoLayer) {
  const Scratch scratch;
  EXPECT_THAT(layer_names(styled(scratch)), ElementsAre("wijk", "bronnen"));
}

}  // namespace
}  // namespace wijkbeeld::codec
