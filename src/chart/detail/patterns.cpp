// SPDX-License-Identifier: EUPL-1.2
#include "chart/detail/patterns.hpp"

#include <string_view>

namespace wijkbeeld::chart::detail {
namespace {

struct Stripes {
  std::string_view name;
  double step;
  std::string_view turn;
  std::string_view css;
  bool has_base;
};

const Stripes& stripes(Pattern pattern) {
  static constexpr Stripes kHatch = {"hatch", 4.5, "rotate(45)", "wb-hatch-line", true};
  static constexpr Stripes kPale = {"pale", 5, "rotate(-45)", "wb-decline-pale", false};
  static constexpr Stripes kDark = {"dark", 5, "rotate(-45)", "wb-decline-dark", false};
  return pattern == Pattern::hatch ? kHatch : pattern == Pattern::decline_on_pale ? kPale : kDark;
}

}  // namespace

std::optional<Pattern> print_pattern(Palette palette, std::size_t index) {
  if (palette != Palette::development || index > 2) return std::nullopt;
  return index == 2 ? Pattern::decline_on_pale : Pattern::decline_on_dark;
}

std::string Patterns::paint(Pattern pattern, double scale) {
  std::string id = prefix_ + "-" + std::string(stripes(pattern).name);
  if (scale != 1) id += "-map";
  used_.insert({id, {pattern, scale}});
  return "url(#" + id + ")";
}

void Patterns::define(Svg& svg) const {
  if (used_.empty()) return;
  svg.open("defs");
  for (const auto& [id, use] : used_) {
    const Stripes& s = stripes(use.pattern);
    std::string transform(s.turn);
    if (use.scale != 1) transform += " scale(" + to_svg(use.scale) + ")";
    svg.open("pattern", {{"id", id},
                         {"width", s.step},
                         {"height", s.step},
                         {"patternUnits", "userSpaceOnUse"},
                         {"patternTransform", transform}});
    if (s.has_base)
      svg.leaf("rect", {{"class", "wb-hatch-base"}, {"width", s.step}, {"height", s.step}});
    svg.leaf("line", {{"class", s.css}, {"x1", s.step / 2}, {"x2", s.step / 2}, {"y2", s.step}});
    svg.close();
  }
  svg.close();
}

}  // namespace wijkbeeld::chart::detail
