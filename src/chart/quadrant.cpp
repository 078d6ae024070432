// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>
#include <set>

#include "base/ensure.hpp"
#include "chart/detail/canvas.hpp"
#include "chart/detail/names.hpp"
#include "chart/detail/scale.hpp"
#include "chart/points.hpp"

namespace wijkbeeld::chart {
namespace {

using namespace detail;

constexpr double kRadius = 7;

struct QuadrantField {
  Box box;
  Scale x;
  Scale y;
  Ticks x_ticks;
  Ticks y_ticks;
};

Ticks ticks_of(const Quadrant& chart, double QuadrantPoint::*value, double divide, int about) {
  Extent extent;
  extent.add(divide);
  for (const QuadrantPoint& p : chart.points)
    extent.add(p.*value);
  for (const auto& [x, y] : chart.cloud)
    extent.add(value == &QuadrantPoint::x ? x : y);
  return round_ticks(extent.low(), extent.high(), about);
}

QuadrantField field_of(const Quadrant& chart, double top) {
  QuadrantField field;
  field.y_ticks = ticks_of(chart, &QuadrantPoint::y, chart.y.divide, chart.plot_height / 60);
  field.x_ticks = ticks_of(chart, &QuadrantPoint::x, chart.x.divide, chart.frame.width / 90);
  double room = 0;
  for (const double v : field.y_ticks.values)
    room = std::max(room, text_width(tick_text(v, field.y_ticks, chart.y.format), kTextSize));
  field.box = {room + 10, top, chart.frame.width - 4.0, top + chart.plot_height};
  field.x = {field.x_ticks.values.front(), field.x_ticks.values.back(),
             field.box.left + kRadius + 2, field.box.right - kRadius - 2};
  field.y = {field.y_ticks.values.front(), field.y_ticks.values.back(),
             field.box.bottom - kRadius - 2, field.box.top + kRadius + 2};
  return field;
}

void draw_axes(Canvas& canvas, const Quadrant& chart, const QuadrantField& field) {
  const Box& b = field.box;
  for (const double v : field.y_ticks.values) {
    canvas.line(b.left, field.y(v), b.right, field.y(v), "wb-grid");
    canvas.words(b.left - 8, field.y(v) + kToBaseline, tick_text(v, field.y_ticks, chart.y.format),
                 "wb-q", kEnd);
  }
  for (const double v : field.x_ticks.values) {
    canvas.line(field.x(v), b.bottom, field.x(v), b.bottom + 5, "wb-axis");
    canvas.words(field.x(v), b.bottom + 19, tick_text(v, field.x_ticks, chart.x.format), "wb-q",
                 kMiddle);
  }
  canvas.line(b.left, field.y(chart.y.divide), b.right, field.y(chart.y.divide), "wb-zero");
  canvas.line(field.x(chart.x.divide), b.top, field.x(chart.x.divide), b.bottom, "wb-zero");
  canvas.words(0, b.top - 22, chart.y.title, "wb-q");
  const double half = text_width(chart.x.divide_label, kTextSize) / 2;
  canvas.words(
      std::clamp(field.x(chart.x.divide), b.left + half, std::max(b.left + half, b.right - half)),
      b.top - 5, chart.x.divide_label, "wb-q", kMiddle);
  canvas.words(b.right, b.bottom + 37, chart.x.title, "wb-q", kEnd);
}

void draw_divide_words(Canvas& canvas, const Quadrant& chart, const QuadrantField& field,
                       NamePlacer& placer) {
  const Box& b = field.box;
  const auto reserve = [&](double x, double y, const std::string& words, std::string_view anchor) {
    if (words.empty()) return;
    const double width = text_width(words, kTextSize);
    const double left = anchor == kEnd ? x - width : x;
    placer.keep_free({left, y - 11, left + width, y + 4});
    canvas.words(x, y, words, "wb-q wb-halo", anchor);
  };
  reserve(b.right - 2, field.y(chart.y.divide) - 5, chart.y.divide_label, kEnd);
  reserve(b.left + 4, b.top + 13, chart.corners[0], kStart);
  reserve(b.right - 2, b.top + 13, chart.corners[1], kEnd);
  reserve(b.left + 4, b.bottom - 5, chart.corners[2], kStart);
  reserve(b.right - 2, b.bottom - 5, chart.corners[3], kEnd);
}

void draw_point(Canvas& canvas, const Quadrant& chart, const QuadrantPoint& p, double x, double y) {
  canvas.body.open("circle", {{"class", "wb-symbol " + fill_class(chart.palette, p.class_index)},
                              {"cx", x},
                              {"cy", y},
                              {"r", kRadius}});
  if (!p.title.empty()) canvas.body.text("title", {}, p.title);
  canvas.body.close();
  canvas.words(x, y + 3.6, chart.classes[p.class_index].number,
               "wb-letter " + words_on(chart.palette, p.class_index), kMiddle);
}

// One path for all: a dot is a line without length with round ends. Dots that fall on one place are
// one dot.
void draw_cloud(Canvas& canvas, const Quadrant& chart, const QuadrantField& field) {
  std::set<std::pair<long, long>> dots;
  constexpr double kSteps = 2;  // half pixels
  for (const auto& [x, y] : chart.cloud)
    dots.emplace(std::lround(field.x(x) * kSteps), std::lround(field.y(y) * kSteps));
  std::string path;
  for (const auto& [x, y] : dots)
    path += "M" + to_svg(static_cast<double>(x) / kSteps) + " " +
            to_svg(static_cast<double>(y) / kSteps) + "h0";
  if (!path.empty()) canvas.body.leaf("path", {{"class", "wb-cloud"}, {"d", path}});
}

double draw_class_keys(Canvas& canvas, const Quadrant& chart) {
  std::vector<Key> keys;
  for (std::size_t i = 0; i < chart.classes.size(); ++i) {
    const bool occurs = std::any_of(chart.points.begin(), chart.points.end(),
                                    [&](const QuadrantPoint& p) { return p.class_index == i; });
    if (!occurs) continue;
    const ClassKey& c = chart.classes[i];
    keys.push_back(class_key(chart.palette, i, c.number,
                             c.limits.empty() ? c.name : c.name + ", " + c.limits));
  }
  return draw_keys(canvas, keys, 0, 0, canvas.width());
}

}  // namespace

Drawing quadrant(const Quadrant& chart) {
  for (const QuadrantPoint& p : chart.points)
    base::ensure(p.class_index < chart.classes.size(),
                 "the class of a point is one of the classes of its chart");
  Canvas canvas(chart.frame);
  const QuadrantField field = field_of(chart, draw_class_keys(canvas, chart) + 42);
  draw_axes(canvas, chart, field);
  draw_cloud(canvas, chart, field);
  NamePlacer placer(field.box);
  for (const QuadrantPoint& p : chart.points) {
    const double x = field.x(p.x);
    const double y = field.y(p.y);
    placer.keep_free({x - kRadius, y - kRadius, x + kRadius, y + kRadius});
    draw_point(canvas, chart, p, x, y);
  }
  draw_divide_words(canvas, chart, field, placer);
  for (const QuadrantPoint& p : chart.points) {
    if (p.name.empty()) continue;
    const auto spot = placer.place(field.x(p.x), field.y(p.y), kRadius, p.name, true);
    if (!spot) continue;
    if (spot->has_leader)
      canvas.line(field.x(p.x), field.y(p.y), spot->lead_x, spot->lead_y, "wb-leader");
    canvas.words(spot->x, spot->y, p.name, "wb-halo", spot->anchor);
  }
  return canvas.finish(field.box.bottom + 42);
}

}  // namespace wijkbeeld::chart
