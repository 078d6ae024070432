// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>

#include "base/ensure.hpp"
#include "chart/bars.hpp"
#include "chart/detail/canvas.hpp"

namespace wijkbeeld::chart {
namespace {

using namespace detail;

constexpr double kBar = 22;
constexpr double kStep = 32;

// Shares that make a whole up to rounding; anything else is a bug of the caller.
void check(const ClassBars& chart) {
  base::ensure(!chart.classes.empty() && chart.classes.size() <= colours(chart.palette).size(),
               "every class has a colour in the palette");
  for (const ClassBar& bar : chart.bars) {
    base::ensure(bar.shares.size() == chart.classes.size(), "a bar has one share per class");
    double sum = bar.withheld;
    for (const double share : bar.shares) {
      base::ensure(std::isfinite(share) && share >= 0, "a share is not negative");
      sum += share;
    }
    base::ensure(sum <= 1 + 1e-6, "shares add up to at most the whole");
  }
}

struct Columns {
  double left = 0;
  double width = 0;
};

Columns columns_of(const ClassBars& chart) {
  double label = 0;
  double note = 0;
  for (const ClassBar& bar : chart.bars) {
    label = std::max(label, text_width(bar.label, kTextSize));
    note = std::max(note, text_width(bar.note, kTextSize));
  }
  const double left = label == 0 ? 0 : std::min(label, chart.frame.width * 0.3) + 12;
  const double right = note == 0 ? 1 : std::min(note, chart.frame.width * 0.25) + 12;
  return {left, chart.frame.width - left - right};
}

void draw_segment(Canvas& canvas, const ClassBars& chart, std::size_t i, double share, double x,
                  double y, double width) {
  const std::string css = fill_class(chart.palette, i);
  canvas.rect(x, y, width, kBar, css);
  if (const auto pattern = print_pattern(chart.palette, i))
    canvas.print_overlay(x, y, width, kBar, *pattern);
  const std::string words = to_text(share, chart.format);
  if (text_width(words, kTextSize) + 6 > width) return;
  canvas.words(x + width / 2, y + kBar / 2 + kToBaseline, words, words_on(chart.palette, i),
               kMiddle);
}

void draw_bar(Canvas& canvas, const ClassBars& chart, const ClassBar& bar, const Columns& columns,
              double y) {
  double x = columns.left;
  canvas.words(columns.left - 12, y + kBar / 2 + kToBaseline,
               shortened(bar.label, columns.left - 12, kTextSize), "", kEnd);
  for (std::size_t i = 0; i < bar.shares.size(); ++i) {
    const double width = bar.shares[i] * columns.width;
    if (width <= 0) continue;
    draw_segment(canvas, chart, i, bar.shares[i], x, y, width);
    x += width;
    // A hairline of paper parts neighbours whose colours are near.
    if (x < columns.left + columns.width - 1) canvas.rect(x - 0.4, y, 0.8, kBar, "wb-paper");
  }
  if (bar.withheld > 0) {
    const double width = bar.withheld * columns.width;
    canvas.body.leaf("rect", {{"x", x},
                              {"y", y},
                              {"width", width},
                              {"height", kBar},
                              {"fill", canvas.paint(Pattern::hatch)}});
    x += width;
  }
  canvas.rect(columns.left, y, std::min(x - columns.left, columns.width), kBar, "wb-outline");
  canvas.words(columns.left + columns.width + 12, y + kBar / 2 + kToBaseline, bar.note, "wb-q");
}

std::vector<Key> keys_of(const ClassBars& chart) {
  std::vector<Key> keys;
  for (std::size_t i = 0; i < chart.classes.size(); ++i) {
    const ClassKey& c = chart.classes[i];
    Key key = class_key(chart.palette, i, c.number, c.name);
    key.marked = chart.mean_class == i;
    keys.push_back(key);
  }
  if (chart.mean_class && !chart.mean_label.empty())
    keys.push_back({Key::Swatch::mark, "", chart.mean_label});
  const bool any_withheld = std::any_of(chart.bars.begin(), chart.bars.end(),
                                        [](const ClassBar& bar) { return bar.withheld > 0; });
  if (any_withheld) keys.push_back({Key::Swatch::hatch, "", chart.withheld_label});
  return keys;
}

}  // namespace

Drawing class_bars(const ClassBars& chart) {
  check(chart);
  Canvas canvas(chart.frame);
  const Columns columns = columns_of(chart);
  double y = draw_keys(canvas, keys_of(chart), 0, 2, canvas.width()) + 12;
  for (const ClassBar& bar : chart.bars) {
    if (!bar.heading.empty()) {
      y += 18;
      canvas.words(0, y - 4, bar.heading, "wb-b");
      y += 6;
    }
    draw_bar(canvas, chart, bar, columns, y);
    y += kStep;
  }
  return canvas.finish(y - kStep + kBar + 4);
}

}  // namespace wijkbeeld::chart
