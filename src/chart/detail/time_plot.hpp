// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

#include "chart/detail/canvas.hpp"
#include "chart/detail/scale.hpp"
#include "chart/lines.hpp"

namespace wijkbeeld::chart::detail {

/// The rectangle that holds lines, and its two scales.
struct TimePlot {
  double left = 0;
  double top = 0;
  double width = 0;
  double height = 0;
  Scale x;
  Scale y;
  Ticks ticks;
  [[nodiscard]] double right() const { return left + width; }
  [[nodiscard]] double bottom() const { return top + height; }
};

/// The class of the group around a line, its points and its name.
std::string_view group_css(LineStyle style);

/// Ticks that hold all values, intervals and references of the axis and these lines.
Ticks value_ticks(const std::vector<const Line*>& lines, const ValueAxis& axis, int about);

/// Sets the scales for a place on the canvas.
TimePlot time_plot(const std::vector<Wave>& waves, const Ticks& ticks, double left, double top,
                   double width, double height);

/// Room that the words of the ticks need on the left.
double tick_room(const Ticks& ticks, const NumberFormat& format);

/// Rules at the ticks, zero line, lines of references; words of the ticks on the left when asked.
void draw_values(Canvas& canvas, const TimePlot& plot, const ValueAxis& axis, bool with_words);

/// The words of the references, over the lines.
void draw_reference_words(Canvas& canvas, const TimePlot& plot, const ValueAxis& axis);

/// Ticks at the waves only, at their distance in time; first and last label always, others where
/// they fit.
void draw_waves(Canvas& canvas, const TimePlot& plot, const std::vector<Wave>& waves);

/// Runs of present values as lines, single ones as points, intervals behind.
void draw_line(Canvas& canvas, const TimePlot& plot, const std::vector<Wave>& waves,
               const Line& line, double dot);

/// Dotted circles on the axis at waves where a line lacks a value. True when there were any.
bool draw_gaps(Canvas& canvas, const TimePlot& plot, const std::vector<Wave>& waves,
               const std::vector<Line>& lines);

/// Stops when waves do not rise or values are not parallel to them.
void check_lines(const std::vector<Wave>& waves, const std::vector<Line>& lines);

}  // namespace wijkbeeld::chart::detail
