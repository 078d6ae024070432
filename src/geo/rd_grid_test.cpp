// SPDX-License-Identifier: EUPL-1.2
#include "geo/rd_grid.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "geo/measure.hpp"

namespace wijkbeeld::geo {
namespace {

TEST(RdGrid, HasTheTowerOfAmersfoortInTheCellThatNamesIt) {
  EXPECT_EQ(to_text(cell_of({155'000, 463'000})), "E1550N4630");
  EXPECT_EQ(to_text(cell_of({154'999.999, 462'999.999})), "E1549N4629");
}

TEST(RdGrid, GivesCodesAndCellsBackAndForth) {
  EXPECT_EQ(parse_cell("E1213N4879"), (Cell{1213, 4879}));
  EXPECT_EQ(to_text(Cell{7, 3068}), "E0007N3068");
  for (const Cell cell : {Cell{0, 3000}, Cell{1213, 4879}, Cell{2999, 6299}})
    EXPECT_EQ(parse_cell(to_text(cell)), cell);
}

TEST(RdGrid, ReadsNoOtherForm) {
  for (const char* text : {"", "E1213N487", "E1213N48790", "e1213n4879", "N4879E1213", "E12 3N4879",
                           "E-213N4879", "BU03630000", "E1213M4879"})
    EXPECT_FALSE(parse_cell(text)) << text;
}

TEST(RdGrid, PutsTheCentreOfACellInThatCell) {
  for (const Cell cell : {Cell{0, 3000}, Cell{1213, 4879}, Cell{2999, 6299}}) {
    EXPECT_EQ(cell_of(centre(cell)), cell);
    EXPECT_EQ(bounds(shape_of(cell)), bounds(cell));
    EXPECT_EQ(signed_area(shape_of(cell).parts[0].outer), 10'000);
  }
  EXPECT_EQ(bounds(Cell{1213, 4879}), (Bounds{121'300, 487'900, 121'400, 488'000}));
}

TEST(RdRange, HoldsTheNetherlandsAndRefusesDegreesAndSwappedAxes) {
  EXPECT_TRUE(is_in_rd({13'565, 306'846}));
  EXPECT_TRUE(is_in_rd({278'026, 619'292}));
  EXPECT_FALSE(is_in_rd({5.38, 52.15}));
  EXPECT_FALSE(is_in_rd({463'000, 155'000}));
  EXPECT_FALSE(is_in_rd({600'000, 5'800'000}));
  EXPECT_FALSE(is_in_rd({std::numeric_limits<double>::quiet_NaN(), 463'000}));
}

}  // namespace
}  // namespace wijkbeeld::geo
