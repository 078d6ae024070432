// SPDX-License-Identifier: EUPL-1.2
#include "codec/shape_pack.hpp"

#include <gmock/gmock.h>

#include <bit>
#include <cmath>
#include <utility>
#include <variant>

#include "base/failure.hpp"
#include "base/issue.hpp"
#include "codec/layer.hpp"
#include "geo/measure.hpp"
#include "geo/validity.hpp"
#include "support/real_data.hpp"

namespace wijkbeeld::codec {
namespace {

using testing::HasSubstr;

constexpr base::Workers kOne{1};

geo::MultiPolygon box(double x, double y, double width, double height) {
  return {{{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}}}}};
}

// A frame, what fills it, a neighbour of the frame, an area without outline, and two islands.
geo::Topology sample() {
  geo::MultiPolygon frame = box(100'000, 400'000, 300, 300);
  frame.parts[0].holes.push_back(box(100'100, 400'100, 100, 100).parts[0].outer);
  geo::MultiPolygon islands = box(101'000, 400'000, 50, 50);
  islands.parts.push_back(box(102'000, 399'000, 60, 50).parts[0]);
  const std::vector<geo::MultiPolygon> areas{
      frame, box(100'100, 400'100, 100, 100), box(100'300, 400'000, 200, 300), {}, islands};
  return geo::topology_of(areas, 0.5, kOne);
}

std::string failure_of(const std::string& bytes) {
  try {
    topology_from_pack(bytes);
  } catch (const base::Failure& failure) {
    return failure.what();
  }
  return "no failure";
}

std::string fixed(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i)
    out += static_cast<char>(value >> (8 * i) & 0xff);
  return out;
}

// A pack around what is said of arcs and areas.
std::string pack(unsigned areas, unsigned arcs, const std::string& rest, double step = 1) {
  return "WBS1" + fixed(areas, 4) + fixed(arcs, 4) + fixed(std::bit_cast<std::uint64_t>(5.0), 8) +
         fixed(std::bit_cast<std::uint64_t>(7.0), 8) +
         fixed(std::bit_cast<std::uint64_t>(step), 8) + rest;
}

// The triangle (0, 0), (2, 0), (0, 1) in steps as one arc.
const std::string kTriangle{4, 0, 0, 4, 0, 3, 2, 0, 1};
const std::string kOneRing{1, 2, 0};

TEST(ShapePack, IsTheBytesThatAreWrittenDown) {
  const geo::Topology t = topology_from_pack(pack(1, 1, kTriangle + kOneRing, 10));
  ASSERT_EQ(t.arcs.size(), 1U);
  EXPECT_EQ(t.arcs[0], (geo::Line{{5, 7}, {25, 7}, {5, 17}, {5, 7}}));
  ASSERT_EQ(t.areas.size(), 1U);
  EXPECT_EQ(t.areas[0], (std::vector<geo::ArcPolygon>{{{{0, false}}, {}}}));
  // Written, the origin lies in the middle: (1, 0) steps of 10 m from (5, 7), rounded down to a
  // step.
  const std::string bytes = to_shape_pack(t, 10);
  EXPECT_EQ(bytes.size(), pack(1, 1, kTriangle + kOneRing).size());
  EXPECT_EQ(bytes.substr(0, 12), "WBS1" + fixed(1, 4) + fixed(1, 4));
  EXPECT_EQ(bytes.substr(bytes.size() - 3), kOneRing);
}

TEST(ShapePack, GivesBackATopologyOnItsGridExactly) {
  const geo::Topology t = sample();
  EXPECT_EQ(topology_from_pack(to_shape_pack(t, 0.5)), t);
  EXPECT_EQ(topology_from_pack(to_shape_pack(t, 10)), t);
  EXPECT_EQ(topology_from_pack(to_shape_pack({}, 10)), geo::Topology{});
}

TEST(ShapePack, MovesNoPointMoreThanHalfAStep) {
  const geo::Topology t = sample();
  const geo::Topology back = topology_from_pack(to_shape_pack(t, 7));
  ASSERT_EQ(back.arcs.size(), t.arcs.size());
  for (std::size_t arc = 0; arc < t.arcs.size(); ++arc)
    for (std::size_t i = 0; i < t.arcs[arc].size(); ++i) {
      EXPECT_LE(std::abs(t.arcs[arc][i].x - back.arcs[arc][i].x), 3.5);
      EXPECT_LE(std::abs(t.arcs[arc][i].y - back.arcs[arc][i].y), 3.5);
    }
}

TEST(ShapePack, LeavesOutWhatIsSmallerThanAStep) {
  const std::vector<geo::MultiPolygon> areas{box(0, 0, 3000, 3000), box(4001, 4001, 10, 10)};
  const geo::Topology back =
      topology_from_pack(to_shape_pack(geo::topology_of(areas, 1, kOne), 100));
  EXPECT_EQ(back.arcs.size(), 1U);
  EXPECT_EQ(back.areas[0].size(), 1U);
  EXPECT_TRUE(back.areas[1].empty());
}

TEST(ShapePack, CutShortIsRefusedAtEveryLength) {
  const std::string bytes = to_shape_pack(sample(), 5);
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_THROW(topology_from_pack(std::string_view(bytes).substr(0, size)), base::Failure)
        << size;
  EXPECT_THAT(failure_of(bytes + "x"), HasSubstr("1 bytes are left over"));
}

TEST(ShapePack, WithFlippedBitsIsATopologyOrAFailure) {
  const std::string bytes = to_shape_pack(sample(), 5);
  std::size_t refused = 0;
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    std::string changed = bytes;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
    try {
      const geo::Topology t = topology_from_pack(changed);
      EXPECT_LE(t.areas.size() + t.arcs.size(), bytes.size());
    } catch (const base::Failure&) {
      ++refused;
    }
  }
  EXPECT_GT(refused, bytes.size());
}

TEST(ShapePack, TellsWhatIsWrongWithIt) {
  const auto rest = [](std::initializer_list<int> bytes) {
    std::string out;
    for (const int byte : bytes)
      out += static_cast<char>(byte);
    return out;
  };
  EXPECT_THAT(failure_of("WBS2"), HasSubstr("they do not begin with 'WBS1'"));
  EXPECT_THAT(failure_of("WBS1"), HasSubstr("they stop after 4 bytes"));
  EXPECT_THAT(failure_of(pack(0, 0, "", 0)), HasSubstr("a step is not above zero"));
  EXPECT_THAT(failure_of(pack(0, 0, "", std::nan(""))), HasSubstr("too large or not finite"));
  EXPECT_THAT(failure_of(pack(0xffffffff, 0xffffffff, "")), HasSubstr("they stop after"));
  EXPECT_THAT(failure_of(pack(0, 1, rest({1, 0, 0, 0, 0, 0}))), HasSubstr("fewer than two points"));
  EXPECT_THAT(failure_of(pack(0, 1, rest({2, 2, 2, 0, 0}))), HasSubstr("points are equal"));
  EXPECT_THAT(failure_of(pack(0, 1, rest({0xff, 0xff, 0xff, 0xff, 0x0f}))),
              HasSubstr("they stop after"));
  EXPECT_THAT(failure_of(pack(0, 1, std::string(12, '\xff'))), HasSubstr("too large"));
  EXPECT_THAT(failure_of(pack(1, 1, kTriangle + rest({1, 3, 0}))),
              HasSubstr("a hole comes before its surface"));
  EXPECT_THAT(failure_of(pack(1, 1, kTriangle + rest({1, 2, 2}))),
              HasSubstr("arc 1 is asked for, of 1"));
  EXPECT_THAT(failure_of(pack(1, 1, rest({2, 0, 0, 2, 2, 1, 2, 0}))),
              HasSubstr("a ring is not closed"));
  EXPECT_THAT(failure_of(pack(1, 1, kTriangle + rest({1, 0, 0}))), HasSubstr("is not closed"));
  EXPECT_THAT(failure_of(pack(1, 1, kTriangle + rest({2, 2, 0, 2, 0}))),
              HasSubstr("arc 0 is used twice in one direction"));
}

std::vector<geo::MultiPolygon> published(const char* file, const char* layer) {
  base::Ledger ledger;
  std::vector<geo::MultiPolygon> out;
  for (Shape& shape : read_layer(support::real_data() / "geo" / file, layer, ledger).shapes)
    out.push_back(std::move(std::get<geo::MultiPolygon>(shape)));
  return out;
}

void expect_valid(const geo::Topology& t, double scale) {
  const auto shapes = geo::shapes_of(t);
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    EXPECT_FALSE(shapes[i].parts.empty()) << "area " << i << " at " << scale;
    const auto problem = geo::validity(shapes[i]);
    EXPECT_FALSE(problem) << "area " << i << " at " << scale << ": " << to_text(problem->sentence);
  }
}

TEST(ShapePack, KeepsEveryWijkOf2022ValidAtEachScale) {
  WIJKBEELD_NEEDS_REAL_DATA();
  const auto wijken = published("wijk_gemeente_2022.gpkg", "wijk_2022");
  const geo::Topology whole = geo::topology_of(wijken, 0.5, {2});
  EXPECT_EQ(whole.areas.size(), 3340U);
  const std::size_t pairs = geo::neighbours_of(whole).size();
  for (const auto& [tolerance, step] : {std::pair(250.0, 20.0), {50.0, 5.0}, {5.0, 1.0}}) {
    const geo::Topology plain = geo::simplified(whole, tolerance);
    expect_valid(plain, tolerance);
    EXPECT_EQ(geo::neighbours_of(plain).size(), pairs);
    const geo::Topology round = geo::rounded(plain, step, {2});
    expect_valid(round, tolerance);
    EXPECT_EQ(topology_from_pack(to_shape_pack(round, step)), round);
  }
}

// Each outline was simplified on its own (see docs/method/shapes.md).
TEST(ShapePack, MakesATilingOfTheBuurtenOf2024) {
  WIJKBEELD_NEEDS_REAL_DATA();
  const auto buurten = published("buurt_2024.gpkg", "buurt_2024");
  const geo::Topology whole = geo::topology_of(buurten, 0.5, {2});
  expect_valid(whole, 0);
  expect_valid(geo::simplified(whole, 250), 250);
  double sum = 0;
  for (const geo::MultiPolygon& shape : geo::shapes_of(whole))
    sum += geo::area(shape);
  EXPECT_NEAR(sum / 1e6, 35'088.3, 0.5) << "km2 of the wijken of 2022";
}

}  // namespace
}  // namespace wijkbeeld::codec
