// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

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
  /// A paint for `fill`: diagonal hatch for withheld; the stroke pattern of the declining arm.
  std::string hatch();
  std::string decline();
  /// The same where one unit is 1/scale pixel, as in a map.
  std::string hatch_at(double scale);
  std::string decline_at(double scale);
  /// A rectangle whose class marks decline also gets the pattern that only print shows.
  void decline_overlay(double x, double y, double width, double height);
  [[nodiscard]] Drawing finish(double height);

 private:
  Frame frame_;
  bool hatch_ = false;
  bool decline_ = false;
  double hatch_scale_ = 0;
  double decline_scale_ = 0;
};

/// One entry of a legend that stands in a row of words.
struct Key {
  enum class Swatch { fill, hatch, dotted, dotted_area, line, dot, mark };
  Swatch swatch = Swatch::fill;
  /// Of the swatch (fill) or of the group around it (line, dot).
  std::string css;
  std::string text;
  /// A letter in the swatch, with the class of its colour.
  std::string letter = {};
  std::string letter_css = {};
  bool marked = false;
};

/// Keys in as many columns as fit, read row by row, from `top` down. Gives the y below them.
double draw_keys(Canvas& canvas, const std::vector<Key>& keys, double left, double top,
                 double width);

/// One key whose words may take several lines.
double draw_key_wrapped(Canvas& canvas, const Key& key, double left, double top, double width);

/// The class that colours words on a fill: ink, white or black.
std::string_view on_fill(std::string_view fill_colour);

}  // namespace wijkbeeld::chart::detail
