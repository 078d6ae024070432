// SPDX-License-Identifier: EUPL-1.2
#include "study/tables.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "base/file.hpp"
#include "study/tables_page.hpp"

namespace wijkbeeld::study {
namespace {

// The contract with whoever reads the tables: these columns come first, in this order.
const std::map<std::string, std::string> kContract = {
    {"national_classes", "edition,level,wave,class,areas,residents,share_areas,share_residents"},
    {"class_check", "edition,level,kind,from,to,areas,mismatches"},
    {"aggregation_check",
     "edition,level_from,level_to,wave,areas,median_abs_error,p95_abs_error,max_abs_error"},
    {"cohort_members", "cohort,area_code,area_name,residents,source,certainty"},
    {"cohort_path", "edition,cohort,wave,areas,mean,weighted_mean,sd,share_low"},
    {"cohort_change",
     "edition,cohort,from,to,areas,residents,areas_lower,share_areas_lower,residents_lower,"
     "share_residents_lower,areas_improved_class,share_areas_improved_class,areas_declined_class,"
     "share_areas_declined_class,mean_change,weighted_mean_change"},
    {"cohort_decomposition",
     "edition,cohort,group,from,to,dimension,areas,mean_change,weighted_mean_change"},
    {"typology",
     "cohort,area_code,area_name,gemeente,residents,cluster,class_last,change_since_2008,"
     "change_since_2012,rule_line"},
    {"transitions", "edition,level,from,to,class_from,class_to,areas,residents"}};

std::string header(const table::Table& table) {
  std::string out;
  for (const table::Column& column : table.columns)
    out += (out.empty() ? "" : ",") + column.heading.name;
  return out;
}

TEST(Tables, KeepTheirNamesAndFirstColumns) {
  std::map<std::string, std::string> headers;
  for (const table::Table& table : tables(Findings{}))
    headers[table.name] = header(table);
  for (const auto& [name, columns] : kContract)
    EXPECT_EQ(headers[name].substr(0, columns.size()), columns) << name;
}

TEST(Tables, HaveKeysThatAreColumns) {
  for (const table::Table& table : tables(Findings{})) {
    EXPECT_FALSE(table.keys.empty()) << table.name;
    std::set<std::string> names;
    for (const table::Column& column : table.columns)
      EXPECT_TRUE(names.insert(column.heading.name).second) << table.name;
    for (const std::string& key : table.keys)
      EXPECT_EQ(names.count(key), 1U) << table.name;
  }
}

TEST(RowId, IsTheTableAndItsKeys) {
  Findings findings;
  findings.class_check.push_back(
      {"lbm2-2016", area::Level::wijk, "development", {{2012}, {2014}}, 10, 0});
  const auto all = tables(findings);
  const auto check = std::find_if(all.begin(), all.end(), [](const table::Table& table) {
    return table.name == "class_check";
  });
  ASSERT_NE(check, all.end());
  EXPECT_EQ(row_id(*check, 0), "class_check/lbm2-2016/wijk/development/2012/2014");
  EXPECT_EQ(row_id("cohort_path", {"e", "c", "2014"}), "cohort_path/e/c/2014");
}

TEST(TablesPage, IsTheOneInTheDocumentation) {
  const std::string path = WIJKBEELD_ROOT "/docs/reference/tables.md";
  if (std::getenv("WIJKBEELD_APPROVE") != nullptr) base::write_whole(path, tables_page());
  EXPECT_EQ(base::read_file(path), tables_page())
      << "to write it again: WIJKBEELD_APPROVE=1 build/dev/src/test_study; look at the difference";
}

}  // namespace
}  // namespace wijkbeeld::study
