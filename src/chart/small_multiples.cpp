// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "base/ensure.hpp"
#include "chart/detail/time_plot.hpp"
#include "chart/lines.hpp"

namespace wijkbeeld::chart {
namespace {

using namespace detail;

// Every named line once, in the order of first appearance.
std::vector<Key> line_keys(const SmallMultiples& chart) {
  std::vector<Key> keys;
  for (const Panel& panel : chart.panels) {
    for (const Line& line : panel.lines) {
      const auto is_same = [&](const Key& key) {
        return key.text == line.name && key.css == group_css(line.style);
      };
      if (line.name.empty() || std::any_of(keys.begin(), keys.end(), is_same)) continue;
      keys.push_back({Key::Swatch::line, std::string(group_css(line.style)), line.name});
    }
  }
  return keys;
}

bool has_gap(const Panel& panel) {
  return std::any_of(panel.lines.begin(), panel.lines.end(), [](const Line& line) {
    return line.style != LineStyle::context &&
           std::any_of(line.values.begin(), line.values.end(), [](const auto& v) { return !v; });
  });
}

Ticks common_ticks(const SmallMultiples& chart) {
  std::vector<const Line*> all;
  for (const Panel& panel : chart.panels)
    for (const Line& line : panel.lines)
      all.push_back(&line);
  return value_ticks(all, chart.axis, 4);
}

void draw_panel(Canvas& canvas, const SmallMultiples& chart, const Panel& panel,
                const TimePlot& plot, bool is_first_in_row) {
  canvas.words(plot.left, plot.top - 10,
               shortened(panel.title, plot.width, kTextSize, Weight::semibold), "wb-b");
  draw_values(canvas, plot, chart.axis, is_first_in_row);
  draw_waves(canvas, plot, chart.waves);
  for (int pass = 0; pass < 2; ++pass)
    for (const Line& line : panel.lines)
      if ((line.style == LineStyle::cohort) == (pass == 1))
        draw_line(canvas, plot, chart.waves, line, line.style == LineStyle::cohort ? 2.25 : 0);
  if (is_first_in_row) draw_reference_words(canvas, plot, chart.axis);
  draw_gaps(canvas, plot, chart.waves, panel.lines);
}

}  // namespace

Drawing small_multiples(const SmallMultiples& chart) {
  base::ensure(!chart.panels.empty(), "small multiples have at least one panel");
  for (const Panel& panel : chart.panels)
    check_lines(chart.waves, panel.lines);
  Canvas canvas(chart.frame);
  const Ticks ticks = common_ticks(chart);
  const double left = tick_room(ticks, chart.axis.format);
  constexpr double kGap = 18;
  const double inner = canvas.width() - left;
  const auto fitting = static_cast<std::size_t>((inner + kGap) / (chart.panel_width + kGap));
  const std::size_t columns = std::clamp<std::size_t>(fitting, 1, chart.panels.size());
  const double width =
      (inner - kGap * static_cast<double>(columns - 1)) / static_cast<double>(columns);

  std::vector<Key> keys = line_keys(chart);
  if (!chart.absent_label.empty() && std::any_of(chart.panels.begin(), chart.panels.end(), has_gap))
    keys.push_back({Key::Swatch::dotted, "", chart.absent_label});
  const double top = draw_keys(canvas, keys, 4, 0, canvas.width() - 4) + 30;
  const double row_step = chart.panel_height + 62;
  double bottom = top;
  for (std::size_t i = 0; i < chart.panels.size(); ++i) {
    const auto column = static_cast<double>(i % columns);
    const auto row = static_cast<double>(i / columns);
    const TimePlot plot = time_plot(chart.waves, ticks, left + column * (width + kGap),
                                    top + row * row_step, width, chart.panel_height);
    draw_panel(canvas, chart, chart.panels[i], plot, i % columns == 0);
    bottom = plot.bottom() + 28;
  }
  return canvas.finish(bottom);
}

}  // namespace wijkbeeld::chart
