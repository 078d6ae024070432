// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace wijkbeeld::chart {

/// A colour as "#rrggbb".
using Colour = std::string_view;

/// The page around the data. Only data are colourful.
inline constexpr Colour kInk = "#1d2327";
inline constexpr Colour kQuiet = "#59626a";
inline constexpr Colour kRule = "#d5dade";
/// Lines of context: as pale as a mark with meaning may be (contrast 3).
inline constexpr Colour kContext = "#8b9399";
inline constexpr Colour kPaper = "#ffffff";
inline constexpr Colour kPanel = "#f6f7f8";
inline constexpr Colour kWater = "#e4eaee";
inline constexpr Colour kLand = "#eceeef";

inline constexpr Colour kDarkInk = "#e8ebed";
inline constexpr Colour kDarkQuiet = "#a3adb4";
inline constexpr Colour kDarkContext = "#667078";
inline constexpr Colour kDarkRule = "#343b41";
inline constexpr Colour kDarkPaper = "#14181b";
inline constexpr Colour kDarkPanel = "#1c2125";
inline constexpr Colour kDarkWater = "#1b2329";
inline constexpr Colour kDarkLand = "#262c31";

/// Situation, nine classes, low to high: even steps of lightness, so it survives a grey printer.
inline constexpr std::array<Colour, 9> kSituation = {"#441352", "#6f1f5f", "#973060",
                                                     "#b74b5b", "#cf6c57", "#de905f",
                                                     "#eab371", "#eed697", "#f5f5cb"};

/// Development, seven classes, decline to improvement; also for differences.
inline constexpr std::array<Colour, 7> kDevelopment = {"#792c00", "#b3621e", "#e1ac6e", "#ededea",
                                                       "#8ec2e1", "#4183b7", "#164781"};

/// Amounts without good or bad, seven classes, little to much.
inline constexpr std::array<Colour, 7> kSequence = {"#eef3ee", "#cfe0d9", "#a9cbc5", "#82b3b1",
                                                    "#5c999c", "#3a7d85", "#1d5f6b"};

/// The four clusters in the order S, G, T, V, and what is in none of them.
inline constexpr std::array<Colour, 5> kClusters = {"#0e7397", "#50bfbe", "#b74b21", "#ebbd57",
                                                    "#ffffff"};

/// Lines and the words beside them: every one at least 4.5 on the paper of its mode.
inline constexpr std::array<Colour, 3> kComparison = {"#1f6f9f", "#9c3d63", "#8a6410"};
inline constexpr std::array<Colour, 3> kDarkComparison = {"#7cc0ea", "#e39ab8", "#ebbd57"};
inline constexpr std::array<Colour, 4> kClusterLines = {"#0e7397", "#15807f", "#b74b21", "#8a6410"};
inline constexpr std::array<Colour, 4> kDarkClusterLines = {"#6cb9d6", "#50bfbe", "#e8875f",
                                                            "#ebbd57"};

/// Tints of matrix cells, pale to strong; ink on the strongest keeps a contrast above 4.5.
inline constexpr std::array<Colour, 4> kNeutralTints = {"#eef0f1", "#dde1e4", "#c8ced3", "#afb8bf"};
inline constexpr std::array<Colour, 4> kLowerTints = {"#f9efe4", "#f2dcc4", "#e9c59d", "#e1ac6e"};
inline constexpr std::array<Colour, 4> kHigherTints = {"#eaf3f9", "#d3e7f3", "#b3d6eb", "#8ec2e1"};

enum class Palette : std::uint8_t { situation, development, clusters, sequence };

/// The colours of a palette, low to high.
std::span<const Colour> colours(Palette palette);

/// Contrast of two colours, 1 to 21 (WCAG 2.1, relative luminance of sRGB).
double contrast(Colour a, Colour b);

/// The colour for words on this fill: ink, white or black, in that order, the first with a
/// contrast of at least 4.5. One of them always has it.
Colour text_on(Colour fill);

/// The class that fills a mark with colour `index` (from 0) of a palette: "wb-s1" ... "wb-k5".
std::string fill_class(Palette palette, std::size_t index);

/// The style sheet every chart needs, once per page. All selectors start with ".wb-". Colours
/// of the page are custom properties with the light value behind them, so that a page without
/// them looks right and a page with them (see chart_colours_css) can be dark.
std::string chart_css();

/// The same with the light colours written out: for a saved SVG, which must look right in
/// programs that know no custom properties.
std::string chart_css_plain();

/// Custom properties --ink --quiet --context --rule --paper --panel --water --land --line-1..3 and
/// --cluster-1..4 on :root, light, and dark where the reader prefers it. A page that sets its own
/// leaves this out. Print is always light.
std::string chart_colours_css();

}  // namespace wijkbeeld::chart
