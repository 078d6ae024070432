// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "chart/palette.hpp"
#include "chart/svg.hpp"

namespace wijkbeeld::chart::detail {

/// Stripes: the diagonal hatch of withheld areas, and those that tell decline from improvement on
/// a grey printer, for pale and for dark fills.
enum class Pattern : std::uint8_t { hatch, decline_on_pale, decline_on_dark };

/// The stripes of a declining class in print; nothing for other classes.
std::optional<Pattern> print_pattern(Palette palette, std::size_t index);

/// The patterns a drawing uses, each defined once.
class Patterns {
 public:
  explicit Patterns(std::string prefix) : prefix_(std::move(prefix)) {}
  /// What goes into `fill`; `scale` is the number of units per pixel where it is used.
  std::string paint(Pattern pattern, double scale);
  /// <defs> with all that were asked for; nothing when none were.
  void define(Svg& svg) const;

 private:
  struct Use {
    Pattern pattern;
    double scale;
  };
  std::string prefix_;
  std::map<std::string, Use> used_;
};

}  // namespace wijkbeeld::chart::detail
