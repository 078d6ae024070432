// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>

#include "base/ensure.hpp"
#include "chart/bars.hpp"
#include "chart/detail/canvas.hpp"
#include "chart/detail/scale.hpp"

namespace wijkbeeld::chart {
namespace {

using namespace detail;

constexpr double kPartBar = 14;
constexpr double kPartStep = 24;
constexpr double kPartGap = 24;
// Below this width a group cannot hold a bar and its number.
constexpr double kLeastWidth = 130;

struct Layout {
  double label = 0;
  double width = 0;
  std::size_t columns = 1;
};

Extent extent_of(const DecompositionChart& chart) {
  Extent extent;
  extent.add(0.0);
  for (const Contributions& group : chart.groups) {
    base::ensure(group.values.size() == chart.dimensions.size(),
                 "a group has one contribution per dimension");
    for (const auto& value : group.values)
      extent.add(value);
    extent.add(group.total);
  }
  return extent;
}

Layout layout_of(const DecompositionChart& chart) {
  double label = text_width(chart.total_label, kTextSize, Weight::semibold);
  for (const std::string& name : chart.dimensions)
    label = std::max(label, text_width(name, kTextSize));
  label = std::min(label, chart.frame.width * 0.4) + 12;
  const double inner = chart.frame.width - label;
  const auto fitting = static_cast<std::size_t>((inner + kPartGap) / (kLeastWidth + kPartGap));
  const std::size_t columns = std::clamp<std::size_t>(fitting, 1, chart.groups.size());
  return {label,
          (inner - kPartGap * static_cast<double>(columns - 1)) / static_cast<double>(columns),
          columns};
}

// Zero to value, leaving room at both ends for the numbers behind the bars.
Scale bar_scale(const DecompositionChart& chart, const Extent& extent, double left, double width) {
  double low_room = 0;
  double high_room = 0;
  const auto make_room = [&](const std::optional<double>& value) {
    if (!value) return;
    double& room = *value < 0 ? low_room : high_room;
    room =
        std::max(room, text_width(to_text(*value, chart.format), kTextSize, Weight::semibold) + 6);
  };
  for (const Contributions& group : chart.groups) {
    for (const auto& value : group.values)
      make_room(value);
    make_room(group.total);
  }
  const double high = extent.high() == extent.low() ? extent.low() + 1 : extent.high();
  return {extent.low(), high, left + low_room, left + width - high_room};
}

void draw_value(Canvas& canvas, const DecompositionChart& chart, const Scale& x,
                const std::optional<double>& value, double middle, bool is_total) {
  const double zero = x(0);
  if (!value) {
    canvas.body.leaf("circle", {{"class", "wb-absent"}, {"cx", zero}, {"cy", middle}, {"r", 4}});
    canvas.words(zero + 10, middle + kToBaseline, chart.absent_label, "wb-q wb-halo");
    return;
  }
  const bool is_lower = *value < 0;
  const double left = std::min(zero, x(*value));
  const double width = std::abs(x(*value) - zero);
  const std::size_t shade = is_lower ? (is_total ? 0 : 1) : (is_total ? 6 : 5);
  canvas.rect(left, middle - kPartBar / 2, width, kPartBar,
              "wb-bar " + fill_class(Palette::development, shade));
  if (is_lower)
    canvas.print_overlay(left, middle - kPartBar / 2, width, kPartBar, Pattern::decline_on_dark);
  canvas.words(is_lower ? left - 4 : left + width + 4, middle + kToBaseline,
               to_text(*value, chart.format), is_total ? "wb-b" : "", is_lower ? kEnd : kStart);
}

double draw_group(Canvas& canvas, const DecompositionChart& chart, const Contributions& group,
                  const Scale& x, double left, double width, double top) {
  canvas.words(left, top + 14, shortened(group.name, width, kTextSize, Weight::semibold), "wb-b");
  canvas.words(left, top + 30, shortened(group.note, width, kTextSize), "wb-q");
  double middle = top + 38 + kPartStep / 2;
  for (const auto& value : group.values) {
    draw_value(canvas, chart, x, value, middle, false);
    middle += kPartStep;
  }
  canvas.line(left, middle - kPartStep / 2 + 2, left + width, middle - kPartStep / 2 + 2,
              "wb-grid");
  middle += 5;
  draw_value(canvas, chart, x, group.total, middle, true);
  canvas.line(x(0), top + 40, x(0), middle + kPartStep / 2, "wb-zero");
  return middle + kPartStep / 2;
}

void draw_names(Canvas& canvas, const DecompositionChart& chart, double room, double top) {
  double middle = top + 38 + kPartStep / 2;
  for (const std::string& name : chart.dimensions) {
    canvas.words(room - 12, middle + kToBaseline, shortened(name, room - 12, kTextSize), "", kEnd);
    middle += kPartStep;
  }
  canvas.words(room - 12, middle + 5 + kToBaseline,
               shortened(chart.total_label, room - 12, kTextSize, Weight::semibold), "wb-b", kEnd);
}

}  // namespace

Drawing decomposition_chart(const DecompositionChart& chart) {
  base::ensure(!chart.groups.empty(), "a decomposition has at least one group");
  const Extent extent = extent_of(chart);
  const Layout layout = layout_of(chart);
  Canvas canvas(chart.frame);
  double top = 0;
  double bottom = 0;
  for (std::size_t i = 0; i < chart.groups.size(); ++i) {
    const std::size_t column = i % layout.columns;
    if (column == 0) {
      top = i == 0 ? 0 : bottom + 18;
      draw_names(canvas, chart, layout.label, top);
    }
    const double left = layout.label + static_cast<double>(column) * (layout.width + kPartGap);
    const Scale x = bar_scale(chart, extent, left, layout.width);
    bottom = draw_group(canvas, chart, chart.groups[i], x, left, layout.width, top);
  }
  return canvas.finish(bottom + 4);
}

}  // namespace wijkbeeld::chart
