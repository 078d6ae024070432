// SPDX-License-Identifier: EUPL-1.2
#include "chart/detail/time_plot.hpp"

#include <algorithm>

#include "base/ensure.hpp"

namespace wijkbeeld::chart::detail {
namespace {

// Which waves show their label: the first, the last, and from the right every one that stays
// clear of its neighbour and of the first.
std::vector<bool> shown_labels(const TimePlot& plot, const std::vector<Wave>& waves) {
  constexpr double kGap = 7;
  std::vector<bool> shown(waves.size(), false);
  if (waves.empty()) return shown;
  const auto half = [&](std::size_t i) { return text_width(waves[i].label, kTextSize) / 2; };
  shown.front() = shown.back() = true;
  const double first_end = plot.x(waves.front().time) + half(0) + kGap;
  double free_until = plot.x(waves.back().time) - half(waves.size() - 1) - kGap;
  for (std::size_t i = waves.size(); i-- > 0;) {
    const double at = plot.x(waves[i].time);
    if (at + half(i) > free_until || at - half(i) < first_end) continue;
    shown[i] = true;
    free_until = at - half(i) - kGap;
  }
  return shown;
}

void draw_interval(Canvas& canvas, const TimePlot& plot, double x, const Interval& interval) {
  canvas.line(x, plot.y(interval.low), x, plot.y(interval.high), "wb-range");
}

}  // namespace

std::string_view group_css(LineStyle style) {
  switch (style) {
    case LineStyle::cohort:
      return "wb-cohort";
    case LineStyle::nation:
      return "wb-nation";
    case LineStyle::comparison_1:
      return "wb-line-1";
    case LineStyle::comparison_2:
      return "wb-line-2";
    case LineStyle::comparison_3:
      return "wb-line-3";
    case LineStyle::cluster_s:
      return "wb-cluster-1";
    case LineStyle::cluster_g:
      return "wb-cluster-2";
    case LineStyle::cluster_t:
      return "wb-cluster-3";
    case LineStyle::cluster_v:
      return "wb-cluster-4";
    case LineStyle::context:
      return "wb-context";
  }
  return "wb-context";
}

Ticks value_ticks(const std::vector<const Line*>& lines, const ValueAxis& axis, int about) {
  Extent extent;
  for (const Line* line : lines) {
    for (const auto& value : line->values)
      extent.add(value);
    for (const auto& interval : line->intervals)
      extent.add(interval);
  }
  for (const Reference& reference : axis.references)
    extent.add(reference.value);
  extent.add(axis.low);
  extent.add(axis.high);
  if (axis.has_zero_line || extent.empty()) extent.add(0.0);
  return round_ticks(extent.low(), extent.high(), about);
}

TimePlot time_plot(const std::vector<Wave>& waves, const Ticks& ticks, double left, double top,
                   double width, double height) {
  TimePlot plot{left, top, width, height, {}, {}, ticks};
  constexpr double kInset = 10;
  plot.x = {waves.front().time, waves.back().time, left + kInset, left + width - kInset};
  plot.y = {ticks.values.front(), ticks.values.back(), top + height, top};
  return plot;
}

double tick_room(const Ticks& ticks, const NumberFormat& format) {
  double room = 0;
  for (const double value : ticks.values)
    room = std::max(room, text_width(tick_text(value, ticks, format), kTextSize));
  return room + 8;
}

void draw_values(Canvas& canvas, const TimePlot& plot, const ValueAxis& axis, bool with_words) {
  for (const double value : plot.ticks.values) {
    const double y = plot.y(value);
    const bool is_zero = axis.has_zero_line && value == 0;
    canvas.line(plot.left, y, plot.right(), y, is_zero ? "wb-zero" : "wb-grid");
    if (with_words)
      canvas.words(plot.left - 8, y + kToBaseline, tick_text(value, plot.ticks, axis.format),
                   "wb-q", kEnd);
  }
  for (const Reference& reference : axis.references) {
    const double y = plot.y(reference.value);
    canvas.line(plot.left, y, plot.right(), y, "wb-reference");
  }
}

void draw_reference_words(Canvas& canvas, const TimePlot& plot, const ValueAxis& axis) {
  for (const Reference& reference : axis.references)
    canvas.words(plot.left + 2, plot.y(reference.value) - 4, reference.label, "wb-q wb-halo");
}

void draw_waves(Canvas& canvas, const TimePlot& plot, const std::vector<Wave>& waves) {
  const std::vector<bool> shown = shown_labels(plot, waves);
  for (std::size_t i = 0; i < waves.size(); ++i) {
    const double x = plot.x(waves[i].time);
    canvas.line(x, plot.bottom() + 3, x, plot.bottom() + 8, "wb-axis");
    if (shown[i]) canvas.words(x, plot.bottom() + 22, waves[i].label, "wb-q", kMiddle);
  }
}

void draw_line(Canvas& canvas, const TimePlot& plot, const std::vector<Wave>& waves,
               const Line& line, double dot) {
  Path path;
  bool is_open = false;
  canvas.body.open("g", {{"class", group_css(line.style)}});
  for (std::size_t i = 0; i < waves.size(); ++i) {
    if (i < line.intervals.size() && line.intervals[i])
      draw_interval(canvas, plot, plot.x(waves[i].time), *line.intervals[i]);
    if (!line.values[i]) {
      is_open = false;
      continue;
    }
    const double x = plot.x(waves[i].time);
    const double y = plot.y(*line.values[i]);
    is_open ? path.line(x, y) : path.move(x, y);
    is_open = true;
  }
  canvas.body.leaf("path", {{"class", "wb-line"}, {"d", path.str()}});
  for (std::size_t i = 0; i < waves.size() && dot > 0; ++i) {
    if (!line.values[i] || line.style == LineStyle::context) continue;
    canvas.body.leaf("circle", {{"class", "wb-dot"},
                                {"cx", plot.x(waves[i].time)},
                                {"cy", plot.y(*line.values[i])},
                                {"r", dot}});
  }
  canvas.body.close();
}

bool draw_gaps(Canvas& canvas, const TimePlot& plot, const std::vector<Wave>& waves,
               const std::vector<Line>& lines) {
  bool any = false;
  for (std::size_t i = 0; i < waves.size(); ++i) {
    const bool is_absent = std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
      return line.style != LineStyle::context && !line.values[i];
    });
    if (!is_absent) continue;
    any = true;
    canvas.body.leaf("circle", {{"class", "wb-absent"},
                                {"cx", plot.x(waves[i].time)},
                                {"cy", plot.bottom() - 6},
                                {"r", 4}});
  }
  return any;
}

void check_lines(const std::vector<Wave>& waves, const std::vector<Line>& lines) {
  base::ensure(!waves.empty(), "a chart over time has at least one wave");
  for (std::size_t i = 1; i < waves.size(); ++i)
    base::ensure(waves[i - 1].time < waves[i].time, "waves are in order of time");
  for (const Line& line : lines) {
    base::ensure(line.values.size() == waves.size(), "a line has one value or absence per wave");
    base::ensure(line.intervals.empty() || line.intervals.size() == waves.size(),
                 "intervals are absent or parallel to the values");
  }
}

}  // namespace wijkbeeld::chart::detail
