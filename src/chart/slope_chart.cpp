// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>

#include "chart/detail/canvas.hpp"
#include "chart/detail/scale.hpp"
#include "chart/detail/spread.hpp"
#include "chart/detail/time_plot.hpp"
#include "chart/points.hpp"

namespace wijkbeeld::chart {
namespace {

using namespace detail;

struct SlopeField {
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
  Scale y;
};

bool is_named(const SlopeItem& item) {
  return item.style != LineStyle::context;
}

std::string end_text(const SlopeChart& chart, const SlopeItem& item, bool is_left) {
  const auto& value = is_left ? item.from : item.to;
  if (!value) return {};
  const std::string words = to_text(*value, chart.format);
  return is_left ? item.name + " " + words : words + " " + item.name;
}

double room(const SlopeChart& chart, bool is_left) {
  double widest = text_width(is_left ? chart.from_label : chart.to_label, kTextSize) / 2;
  for (const SlopeItem& item : chart.items)
    if (is_named(item))
      widest = std::max(
          widest, text_width(end_text(chart, item, is_left), kTextSize, Weight::semibold) + 18);
  return std::min(widest, chart.frame.width * 0.36);
}

SlopeField field_of(const SlopeChart& chart) {
  Extent extent;
  for (const SlopeItem& item : chart.items) {
    extent.add(item.from);
    extent.add(item.to);
  }
  for (const Reference& r : chart.references)
    extent.add(r.value);
  if (extent.empty()) extent.add(0.0);
  SlopeField field;
  field.left = room(chart, true);
  field.right = chart.frame.width - room(chart, false);
  field.top = 34;
  field.bottom = field.top + chart.plot_height;
  const double spare = extent.high() > extent.low() ? 0 : 1;
  field.y = {extent.low() - spare, extent.high() + spare, field.bottom - 8, field.top + 8};
  return field;
}

void draw_item(Canvas& canvas, const SlopeField& field, const SlopeItem& item) {
  canvas.body.open("g", {{"class", group_css(item.style)}});
  if (item.from && item.to)
    canvas.line(field.left, field.y(*item.from), field.right, field.y(*item.to), "wb-line");
  const double radius = is_named(item) ? 3 : 0;
  for (const bool is_left : {true, false}) {
    const auto& value = is_left ? item.from : item.to;
    if (value && radius > 0)
      canvas.body.leaf("circle", {{"class", "wb-dot"},
                                  {"cx", is_left ? field.left : field.right},
                                  {"cy", field.y(*value)},
                                  {"r", radius}});
  }
  canvas.body.close();
}

void draw_names(Canvas& canvas, const SlopeChart& chart, const SlopeField& field, bool is_left) {
  std::vector<const SlopeItem*> items;
  std::vector<Place1d> places;
  for (const SlopeItem& item : chart.items) {
    const auto& value = is_left ? item.from : item.to;
    if (!is_named(item) || !value) continue;
    items.push_back(&item);
    places.push_back({field.y(*value), kLineStep});
  }
  const std::vector<double> middles = spread(places, field.top - 6, field.bottom + 6);
  const double x = is_left ? field.left : field.right;
  const double away = is_left ? -1 : 1;
  const double most = (is_left ? field.left : canvas.width() - field.right) - 16;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (std::abs(middles[i] - places[i].wanted) > 4)
      canvas.line(x + away * 4, places[i].wanted, x + away * 13, middles[i], "wb-leader");
    const bool is_strong = items[i]->style == LineStyle::cohort;
    canvas.body.open("g", {{"class", group_css(items[i]->style)}});
    canvas.words(x + away * 15, middles[i] + kToBaseline,
                 shortened(end_text(chart, *items[i], is_left), most, kTextSize,
                           is_strong ? Weight::semibold : Weight::regular),
                 is_strong ? "wb-b" : "", is_left ? kEnd : kStart);
    canvas.body.close();
  }
}

}  // namespace

Drawing slope_chart(const SlopeChart& chart) {
  SlopeChart tall = chart;
  const auto named = std::count_if(chart.items.begin(), chart.items.end(), is_named);
  tall.plot_height =
      std::max(chart.plot_height, static_cast<int>(static_cast<double>(named) * kLineStep));
  Canvas canvas(tall.frame);
  const SlopeField field = field_of(tall);
  canvas.words(field.left, 14, tall.from_label, "wb-b", kMiddle);
  canvas.words(field.right, 14, tall.to_label, "wb-b", kMiddle);
  canvas.line(field.left, field.top - 8, field.left, field.bottom + 8, "wb-grid");
  canvas.line(field.right, field.top - 8, field.right, field.bottom + 8, "wb-grid");
  for (const bool named_pass : {false, true})
    for (const SlopeItem& item : tall.items)
      if (is_named(item) == named_pass) draw_item(canvas, field, item);
  for (const Reference& r : tall.references) {
    canvas.line(field.left, field.y(r.value), field.right, field.y(r.value), "wb-reference");
    canvas.words((field.left + field.right) / 2, field.y(r.value) - 4, r.label, "wb-q wb-halo",
                 kMiddle);
  }
  draw_names(canvas, tall, field, true);
  draw_names(canvas, tall, field, false);
  return canvas.finish(field.bottom + 14);
}

}  // namespace wijkbeeld::chart
