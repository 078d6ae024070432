// SPDX-License-Identifier: EUPL-1.2
#include "codec/cell_pack.hpp"

#include <gmock/gmock.h>

#include <cstdint>

#include "base/failure.hpp"

namespace wijkbeeld::codec {
namespace {

using Cells = std::vector<std::optional<geo::Cell>>;
using testing::ElementsAre;

std::vector<int> bytes_of(std::string_view text) {
  std::vector<int> out;
  for (const char c : text)
    out.push_back(static_cast<unsigned char>(c));
  return out;
}

TEST(CellPack, IsPlanarAndCountsFromTheLowerLeftCorner) {
  const Cells cells{geo::Cell{1213, 4879}, std::nullopt, geo::Cell{1200, 5135}};
  const std::string bytes = to_cell_pack(cells);
  EXPECT_EQ(bytes.substr(0, 4), "WBC1");
  EXPECT_THAT(bytes_of(bytes.substr(4, 8)), ElementsAre(3, 0, 0, 0, 100, 0, 0, 0));
  // 120,000 m and 487,900 m as IEEE 754 doubles, low byte first: 40FD4C0000000000, 411DC77000000000
  EXPECT_THAT(bytes_of(bytes.substr(12, 8)), ElementsAre(0, 0, 0, 0, 0, 0x4c, 0xfd, 0x40));
  EXPECT_THAT(bytes_of(bytes.substr(20, 8)), ElementsAre(0, 0, 0, 0, 0x70, 0xc7, 0x1d, 0x41));
  EXPECT_THAT(bytes_of(bytes.substr(28)), ElementsAre(13, 0, 255, 255, 0, 0, 0, 0, 255, 255, 0, 1));
}

TEST(CellPack, ReadsBackAsTheSameCells) {
  const Cells cells{geo::Cell{1213, 4879}, std::nullopt, geo::Cell{1200, 5135}};
  EXPECT_EQ(cells_from_pack(to_cell_pack(cells)), cells);
  EXPECT_TRUE(cells_from_pack(to_cell_pack({})).empty());
  const Cells nowhere{std::nullopt};
  EXPECT_EQ(cells_from_pack(to_cell_pack(nowhere)), nowhere);
}

TEST(CellPack, RefusesWhatIsNoPack) {
  const std::string good = to_cell_pack(Cells{geo::Cell{1, 2}, geo::Cell{3, 4}});
  EXPECT_THROW(cells_from_pack(""), base::Failure);
  EXPECT_THROW(cells_from_pack(good.substr(0, good.size() - 1)), base::Failure);
  EXPECT_THROW(cells_from_pack(good + '\0'), base::Failure);
  std::string bad = good;
  bad[8] = 99;  // another side
  EXPECT_THROW(cells_from_pack(bad), base::Failure);
  bad = good;
  bad[12] = 1;  // an origin between two cells
  EXPECT_THROW(cells_from_pack(bad), base::Failure);
  bad = good;
  bad[28] = bad[29] = '\xff';  // a column without a place, a row with one
  EXPECT_THROW(cells_from_pack(bad), base::Failure);
}

}  // namespace
}  // namespace wijkbeeld::codec
