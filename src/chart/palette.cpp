// SPDX-License-Identifier: EUPL-1.2
#include "chart/palette.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>
#include <vector>

#include "base/ensure.hpp"

namespace wijkbeeld::chart {
namespace {

double channel(std::string_view two_digits) {
  int value = 0;
  std::from_chars(two_digits.data(), two_digits.data() + 2, value, 16);
  const double c = value / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) {
  base::ensure(c.size() == 7 && c[0] == '#', "a colour is written as #rrggbb");
  return 0.2126 * channel(c.substr(1, 2)) + 0.7152 * channel(c.substr(3, 2)) +
         0.0722 * channel(c.substr(5, 2));
}

struct Property {
  std::string_view name;
  Colour light;
  Colour dark;
};

const std::vector<Property>& properties() {
  static const std::vector<Property> all = {
      {"ink", kInk, kDarkInk},
      {"quiet", kQuiet, kDarkQuiet},
      {"context", kContext, kDarkContext},
      {"rule", kRule, kDarkRule},
      {"paper", kPaper, kDarkPaper},
      {"panel", kPanel, kDarkPanel},
      {"water", kWater, kDarkWater},
      {"land", kLand, kDarkLand},
      {"line-1", kComparison[0], kDarkComparison[0]},
      {"line-2", kComparison[1], kDarkComparison[1]},
      {"line-3", kComparison[2], kDarkComparison[2]},
      {"cluster-1", kClusterLines[0], kDarkClusterLines[0]},
      {"cluster-2", kClusterLines[1], kDarkClusterLines[1]},
      {"cluster-3", kClusterLines[2], kDarkClusterLines[2]},
      {"cluster-4", kClusterLines[3], kDarkClusterLines[3]},
  };
  return all;
}

// $name stands for a property. Rules that only print uses are also switched on by .wb-grey on
// any element around the drawing.
constexpr std::string_view kRules =
    R"(.wb-chart{display:block;max-width:100%;height:auto;overflow:visible}
.wb-chart text{font-size:12.5px;font-variant-numeric:tabular-nums lining-nums;fill:$ink;stroke:none}
.wb-chart .wb-q{fill:$quiet}
.wb-chart .wb-b{font-weight:600}
.wb-chart .wb-h{font-size:14px;font-weight:600}
.wb-chart .wb-letter{font-size:10px;font-weight:600}
.wb-chart .wb-small{font-size:10.5px}
.wb-chart .wb-halo{paint-order:stroke;stroke:$paper;stroke-width:3px;stroke-linejoin:round}
.wb-chart .wb-caption-title{font-size:20px;font-weight:600}
.wb-chart .wb-caption{font-size:14px}
.wb-chart .wb-on-ink{fill:#1d2327}
.wb-chart .wb-on-white{fill:#ffffff}
.wb-chart .wb-on-black{fill:#000000}
.wb-paper{fill:$paper}
.wb-ink{fill:$ink}
.wb-grid{stroke:$rule;stroke-width:1;fill:none}
.wb-axis{stroke:$quiet;stroke-width:1;fill:none}
.wb-zero{stroke:$ink;stroke-width:1;fill:none}
.wb-frame{stroke:$quiet;stroke-width:.75;fill:none}
.wb-leader{stroke:$quiet;stroke-width:.75;fill:none}
.wb-reference{stroke:$quiet;stroke-width:1;stroke-dasharray:1 3;stroke-linecap:round;fill:none}
.wb-line{fill:none;stroke-width:1.5;stroke-linejoin:round;stroke-linecap:round}
.wb-cohort .wb-line{stroke:$ink;stroke-width:2}
.wb-nation .wb-line{stroke:$quiet;stroke-dasharray:5 4}
.wb-line-1 .wb-line{stroke:$line-1}
.wb-line-2 .wb-line{stroke:$line-2}
.wb-line-3 .wb-line{stroke:$line-3}
.wb-cluster-1 .wb-line{stroke:$cluster-1}
.wb-cluster-2 .wb-line{stroke:$cluster-2}
.wb-cluster-3 .wb-line{stroke:$cluster-3}
.wb-cluster-4 .wb-line{stroke:$cluster-4}
.wb-context .wb-line{stroke:$context;stroke-width:.75}
.wb-cohort .wb-dot{fill:$ink}
.wb-nation .wb-dot{fill:$quiet}
.wb-line-1 .wb-dot{fill:$line-1}
.wb-line-2 .wb-dot{fill:$line-2}
.wb-line-3 .wb-dot{fill:$line-3}
.wb-cluster-1 .wb-dot{fill:$cluster-1}
.wb-cluster-2 .wb-dot{fill:$cluster-2}
.wb-cluster-3 .wb-dot{fill:$cluster-3}
.wb-cluster-4 .wb-dot{fill:$cluster-4}
.wb-chart .wb-nation text{fill:$quiet}
.wb-chart .wb-line-1 text{fill:$line-1}
.wb-chart .wb-line-2 text{fill:$line-2}
.wb-chart .wb-line-3 text{fill:$line-3}
.wb-chart .wb-cluster-1 text{fill:$cluster-1}
.wb-chart .wb-cluster-2 text{fill:$cluster-2}
.wb-chart .wb-cluster-3 text{fill:$cluster-3}
.wb-chart .wb-cluster-4 text{fill:$cluster-4}
.wb-range{stroke:$quiet;stroke-width:1;fill:none}
.wb-hollow{fill:$paper;stroke:$ink;stroke-width:1.5}
.wb-square{fill:$quiet}
.wb-uncertain{fill:$paper;stroke:$quiet;stroke-dasharray:2 2}
.wb-outline{fill:none;stroke:$quiet;stroke-width:.75}
.wb-mark{fill:none;stroke:$ink;stroke-width:1.5}
.wb-absent{fill:none;stroke:$quiet;stroke-width:1;stroke-dasharray:1.5 2}
.wb-hatch-line{stroke:$quiet;stroke-width:.8}
.wb-hatch-base{fill:$paper}
.wb-decline-pale{stroke:#1d2327;stroke-width:.6}
.wb-decline-dark{stroke:#ffffff;stroke-width:.8}
.wb-bar{stroke:$quiet;stroke-width:.75}
.wb-land{fill:$land}
.wb-water{fill:$water}
.wb-areas{stroke:#ffffff;stroke-linejoin:round}
.wb-not-measured{fill:$paper;stroke:$quiet}
.wb-symbol{stroke:$quiet;stroke-width:.75}
.wb-cloud{fill:none;stroke:$line-1;stroke-width:4;stroke-linecap:round;opacity:.45}
.wb-place{fill:$ink;stroke:$paper;stroke-width:.75}
.wb-inset{fill:none;stroke:$ink;stroke-width:.75}
.wb-areas .wb-k5{stroke:#59626a;stroke-width:1.5}
.wb-areas .wb-unsure{fill-opacity:.4;stroke:$quiet}
.wb-higher{fill:none;stroke:$quiet;stroke-linejoin:round}
.wb-print{display:none}
.wb-grey .wb-print{display:inline}
@media print{.wb-print{display:inline}}
)";

std::string fills() {
  std::string out;
  for (const Palette p :
       {Palette::situation, Palette::development, Palette::clusters, Palette::sequence}) {
    for (std::size_t i = 0; i < colours(p).size(); ++i)
      out += fmt::format(".{}{{fill:{}}}\n", fill_class(p, i), colours(p)[i]);
  }
  const std::array<std::pair<char, std::span<const Colour>>, 3> tints = {
      {{'n', kNeutralTints}, {'l', kLowerTints}, {'h', kHigherTints}}};
  for (const auto& [letter, shades] : tints) {
    for (std::size_t i = 0; i < shades.size(); ++i)
      out += fmt::format(".wb-{}{}{{fill:{}}}\n", letter, i + 1, shades[i]);
  }
  // Words where print has stripes get a rim of their fill.
  const auto rim = [&](char letter, std::size_t i, Colour fill) {
    out += fmt::format(
        ".wb-chart .wb-over-{}{}{{paint-order:stroke;stroke:{};stroke-width:3px;"
        "stroke-linejoin:round}}\n",
        letter, i + 1, fill);
  };
  for (std::size_t i = 0; i < 3; ++i)
    rim('d', i, kDevelopment[i]);
  for (std::size_t i = 0; i < kLowerTints.size(); ++i)
    rim('l', i, kLowerTints[i]);
  return out;
}

template <class Show>
std::string filled_in(std::string_view rules, Show show) {
  std::string out;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (rules[i] != '$') {
      out.push_back(rules[i]);
      continue;
    }
    const std::size_t end = rules.find_first_not_of("abcdefghijklmnopqrstuvwxyz-123456789", i + 1);
    const std::string_view name = rules.substr(i + 1, end - i - 1);
    const auto found = std::find_if(properties().begin(), properties().end(),
                                    [&](const Property& p) { return p.name == name; });
    base::ensure(found != properties().end(), "a style rule names a known property");
    out += show(*found);
    i = end - 1;
  }
  return out;
}

std::string declarations(Colour Property::*mode) {
  std::string out;
  for (const Property& p : properties())
    out += fmt::format("--{}:{};", p.name, p.*mode);
  return out;
}

}  // namespace

std::span<const Colour> colours(Palette palette) {
  if (palette == Palette::situation) return kSituation;
  if (palette == Palette::development) return kDevelopment;
  if (palette == Palette::sequence) return kSequence;
  return kClusters;
}

double contrast(Colour a, Colour b) {
  const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
  return (light + 0.05) / (dark + 0.05);
}

Colour text_on(Colour fill) {
  if (contrast(kInk, fill) >= 4.5) return kInk;
  if (contrast("#ffffff", fill) >= 4.5) return "#ffffff";
  return "#000000";
}

std::string fill_class(Palette palette, std::size_t index) {
  base::ensure(index < colours(palette).size(), "a colour index lies in its palette");
  const std::string_view letter = palette == Palette::situation     ? "s"
                                  : palette == Palette::development ? "d"
                                  : palette == Palette::sequence    ? "q"
                                                                    : "k";
  return fmt::format("wb-{}{}", letter, index + 1);
}

std::string chart_css() {
  return filled_in(kRules,
                   [](const Property& p) { return fmt::format("var(--{},{})", p.name, p.light); }) +
         fills();
}

std::string chart_css_plain() {
  return filled_in(kRules, [](const Property& p) { return std::string(p.light); }) + fills();
}

std::string chart_colours_css() {
  return fmt::format(":root{{{}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{}}}}}\n",
                     declarations(&Property::light), declarations(&Property::dark));
}

}  // namespace wijkbeeld::chart
