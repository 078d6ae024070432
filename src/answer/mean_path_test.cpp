// SPDX-License-Identifier: EUPL-1.2
#include "answer/mean_path.hpp"

#include <gtest/gtest.h>

#include "support/tiny_project.hpp"

namespace wijkbeeld::answer {
namespace {

using support::TinyArea;

class MeanPath : public ::testing::Test {
 protected:
  const instrument::Edition edition = support::tiny_edition();
  const series::Project project = support::tiny_project(
      {TinyArea{"WK000101", "Oost", 1000, {1.0, 2.0, 2.0}, {2.0, 3.0}},
       TinyArea{"WK000102", "West", 3000, {2.0, 3.0, 3.0}, {4.0, std::nullopt}},
       TinyArea{"WK000103", "Haven", std::nullopt, {2.0, 2.0, 2.0}, {9.0, 9.0}}});
  const study::Panel panel{edition, area::Level::wijk, {2016}, project};

  [[nodiscard]] const Figure& in(const std::vector<Figure>& path, int year) const {
    for (std::size_t w = 0; w < panel.waves().size(); ++w)
      if (panel.waves()[w].year == year) return path[w];
    throw std::out_of_range("no such wave");
  }
};

TEST_F(MeanPath, IsWeightedByResidentsAndLeavesOutWhoseAreNotKnown) {
  const std::vector<Figure> path = mean_path(panel, std::vector<std::size_t>{0, 1, 2}, "group/x");
  ASSERT_EQ(path.size(), panel.waves().size());
  EXPECT_NEAR(*in(path, 2012), (2.0 * 1000 + 4.0 * 3000) / 4000, 1e-12);
  EXPECT_EQ(in(path, 2012).id, "group/x/2012#mean");
  EXPECT_NEAR(*in(path, 2014), 3.0, 1e-12) << "only Oost has both then";
}

TEST_F(MeanPath, OfNobodyHasNoValue) {
  for (const Figure& one : mean_path(panel, std::vector<std::size_t>{2}, "group/y"))
    EXPECT_EQ(one.value.absence(), table::Absence::not_collected);
}

}  // namespace
}  // namespace wijkbeeld::answer
