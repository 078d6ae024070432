// SPDX-License-Identifier: EUPL-1.2
#include "chart/svg.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace wijkbeeld::chart {
namespace {

TEST(ToSvg, RoundsToTwoDecimalsWithoutTrailingZeros) {
  EXPECT_EQ(to_svg(0), "0");
  EXPECT_EQ(to_svg(12), "12");
  EXPECT_EQ(to_svg(12.5), "12.5");
  EXPECT_EQ(to_svg(12.345), "12.35");
  EXPECT_EQ(to_svg(0.05), "0.05");
  EXPECT_EQ(to_svg(-3.999), "-4");
  EXPECT_EQ(to_svg(-0.25), "-0.25");
}

TEST(ToSvg, NeverWritesMinusZeroOrAnExponent) {
  EXPECT_EQ(to_svg(-0.0), "0");
  EXPECT_EQ(to_svg(-0.004), "0");
  EXPECT_EQ(to_svg(1e9), "1000000000");
  EXPECT_EQ(to_svg(1e-9), "0");
}

TEST(ToSvgDeathTest, RefusesWhatIsNoNumber) {
  EXPECT_DEATH(to_svg(std::numeric_limits<double>::quiet_NaN()), "finite");
  EXPECT_DEATH(to_svg(std::numeric_limits<double>::infinity()), "finite");
}

TEST(Escaped, MakesHostileNamesHarmless) {
  EXPECT_EQ(escaped("<script>alert(\"1\")</script>"),
            "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;");
  EXPECT_EQ(escaped("'s-Gravenhage & co"), "&#39;s-Gravenhage &amp; co");
}

TEST(Escaped, DropsWhatXmlForbidsAndReadsStrayBytesAsWindows1252) {
  EXPECT_EQ(escaped(std::string("a\0b\x01\x1f", 5)), "ab");
  EXPECT_EQ(escaped("a\tb\nc"), "a\tb\nc");
  EXPECT_EQ(escaped("Caf\xE9"), "Café");
  EXPECT_EQ(escaped("x\xEF\xBF\xBFy"), "xy");
}

TEST(Svg, NestsClosesAndLeavesOutEmptyAttributes) {
  Svg svg;
  svg.open("g", {{"class", ""}, {"x", 1.5}});
  svg.leaf("rect", {{"width", 3}, {"title", "a\"b"}});
  svg.text("text", {}, "<b>");
  EXPECT_EQ(svg.str(),
            "<g x=\"1.5\"><rect width=\"3\" title=\"a&quot;b\"/><text>&lt;b&gt;</text></g>\n");
}

TEST(Svg, ClosesEverythingStillOpen) {
  Svg svg;
  svg.open("a").open("b").open("c");
  EXPECT_EQ(svg.str(), "<a><b><c></c></b>\n</a>\n");
}

TEST(SvgDeathTest, CannotCloseWhatIsNotOpen) {
  Svg svg;
  EXPECT_DEATH(svg.close(), "open before");
}

TEST(Path, IsAbsoluteCommands) {
  EXPECT_EQ(Path().move(1, 2).line(3.25, -4).close().str(), "M1 2L3.25 -4Z");
}

}  // namespace
}  // namespace wijkbeeld::chart
