// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chart/detail/patterns.hpp"
#include "chart/drawing.hpp"
#include "chart/svg.hpp"
#include "chart/text_width.hpp"

namespace wijkbeeld::chart::detail {

inline constexpr double kTextSize = 12.5;
inline constexpr double kHeadSize = 14;
/// From one line of words to the next.
inline constexpr double kLineStep = 16;
/// From the middle of a line of words down to its baseline.
inline constexpr double kToBaseline = 4.5;

inline constexpr std::string_view kStart = "";
inline constexpr std::string_view kMiddle = "middle";
inline constexpr std::string_view kEnd = "end";

/// A drawing in the making: the content, and what it turns out to need in <defs>.
class Canvas {
 public:
  explicit Canvas(const Frame& frame);

  Svg body;

  [[nodiscard]] double width() const { return frame_.width; }
  [[nodiscard]] std::string id(std::string_view name) const;
  void words(double x, double y, std::string_view text, std::string_view css = "",
             std::string_view anchor = kStart);
  void line(double x1, double y1, double x2, double y2, std::string_view css);
  void rect(double x, double y, double width, double height, std::string_view css);
  /// What goes into `fill` for stripes; `scale` is the number of units per pixel there.
  std::string paint(Pattern pattern, double scale = 1);
  /// Stripes over a rectangle that only print shows.
  void print_overlay(double x, double y, double width, double height, Pattern pattern);
  [[nodiscard]] Drawing finish(double height);

 private:
  Frame frame_;
  Patterns patterns_;
};

/// One entry of a legend that stands in a row of words.
struct Key {
  enum class Swatch { fill, hatch, dotted, dotted_area, unsure, line, dot, mark };
  Swatch swatch = Swatch::fill;
  /// Of the swatch (fill) or of the group around it (line, dot).
  std::string css;
  std::string text;
  /// A letter in the swatch, with the class of its colour.
  std::string letter = {};
  std::string letter_css = {};
  bool marked = false;
  /// Stripes over the swatch in print.
  std::optional<Pattern> pattern = {};
};

/// Keys in as many columns as fit, read row by row, from `top` down. Gives the y below them.
double draw_keys(Canvas& canvas, const std::vector<Key>& keys, double left, double top,
                 double width);

/// One key whose words may take several lines.
double draw_key_wrapped(Canvas& canvas, const Key& key, double left, double top, double width);

/// The class of words on a colour of a palette: ink, white or black, with a rim of the fill where
/// print puts stripes behind them.
std::string words_on(Palette palette, std::size_t index);

/// The key of a class of a palette.
Key class_key(Palette palette, std::size_t index, std::string_view number, std::string text);

}  // namespace wijkbeeld::chart::detail
