// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>

#include "base/ensure.hpp"
#include "chart/detail/canvas.hpp"
#include "chart/detail/scale.hpp"
#include "chart/points.hpp"

namespace wijkbeeld::chart {
namespace {

using namespace detail;

constexpr double kSeriesStep = 11;

struct DotField {
  double left = 0;
  double right = 0;
  Scale x;
  Ticks ticks;
};

constexpr double kNameGap = 12;
constexpr std::size_t kNameLines = 2;

// The name in as many lines as it needs, two at most.
std::vector<std::string> name_lines(const DotRow& row, const DotField& field) {
  const double width = field.left - kNameGap;
  if (text_width(row.name, kTextSize) <= width) return {row.name};
  std::vector<std::string> lines = wrapped(row.name, width, kTextSize);
  for (std::size_t i = kNameLines; i < lines.size(); ++i)
    lines[kNameLines - 1] += " " + lines[i];
  lines.resize(std::min(lines.size(), kNameLines));
  for (std::string& one : lines)
    one = shortened(one, width, kTextSize);
  return lines;
}

double row_height(const DotInterval& chart, const DotField& field, const DotRow& row) {
  const auto lines = static_cast<double>(name_lines(row, field).size());
  return std::max(
      {24.0, 13 + kSeriesStep * static_cast<double>(chart.series.size()), kLineStep * lines + 4});
}

void check(const DotInterval& chart) {
  base::ensure(!chart.series.empty() && chart.series.size() <= 3,
               "a dot chart has one to three series");
  for (const DotRow& row : chart.rows)
    base::ensure(row.values.size() == chart.series.size(), "a row has one value per series");
}

DotField field_of(const DotInterval& chart) {
  Extent extent;
  double name = 0;
  double value = 0;
  for (const DotRow& row : chart.rows) {
    name = std::max(name, text_width(row.name, kTextSize));
    for (const DotValue& v : row.values) {
      extent.add(v.value);
      extent.add(v.interval);
    }
    if (chart.shows_values && row.values[0].value)
      value =
          std::max(value, text_width(to_text(*row.values[0].value, chart.axis.format), kTextSize));
  }
  for (const Reference& r : chart.axis.references)
    extent.add(r.value);
  extent.add(chart.axis.low);
  extent.add(chart.axis.high);
  if (chart.axis.has_zero_line || extent.empty()) extent.add(0.0);
  DotField field;
  field.left = std::min(name, chart.frame.width * 0.4) + kNameGap + 4;
  field.right = chart.frame.width - (value > 0 ? value + 16 : 8);
  field.ticks = round_ticks(extent.low(), extent.high(),
                            std::max(4, static_cast<int>((field.right - field.left) / 75)));
  field.x = {field.ticks.values.front(), field.ticks.values.back(), field.left + 8,
             field.right - 8};
  return field;
}

void draw_mark(Svg& svg, std::size_t series, double x, double y) {
  if (series == 0) svg.leaf("circle", {{"class", "wb-ink"}, {"cx", x}, {"cy", y}, {"r", 4}});
  if (series == 1) svg.leaf("circle", {{"class", "wb-hollow"}, {"cx", x}, {"cy", y}, {"r", 3.75}});
  if (series == 2)
    svg.leaf("rect",
             {{"class", "wb-square"}, {"x", x - 3.5}, {"y", y - 3.5}, {"width", 7}, {"height", 7}});
}

// The series named in a row above the field.
double draw_series(Canvas& canvas, const DotInterval& chart) {
  if (chart.series.size() < 2) return 0;
  double x = 6;
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    draw_mark(canvas.body, s, x, 10);
    canvas.words(x + 10, 10 + kToBaseline, chart.series[s]);
    x += 10 + text_width(chart.series[s], kTextSize) + 26;
  }
  return 24;
}

double height_of(const DotInterval& chart, const DotField& field) {
  double height = 0;
  for (const DotRow& row : chart.rows)
    height += row_height(chart, field, row) + (row.heading.empty() ? 0 : 26);
  return height;
}

void draw_ticks(Canvas& canvas, const DotInterval& chart, const DotField& field, double top,
                double bottom) {
  for (const double value : field.ticks.values) {
    const double x = field.x(value);
    const bool is_zero = chart.axis.has_zero_line && value == 0;
    canvas.line(x, top, x, bottom, is_zero ? "wb-zero" : "wb-grid");
    canvas.words(x, bottom + 16, tick_text(value, field.ticks, chart.axis.format), "wb-q", kMiddle);
  }
  for (const Reference& r : chart.axis.references) {
    canvas.line(field.x(r.value), top, field.x(r.value), bottom, "wb-reference");
    canvas.words(field.x(r.value), top - 5, r.label, "wb-q wb-halo", kMiddle);
  }
}

void draw_row(Canvas& canvas, const DotInterval& chart, const DotField& field, const DotRow& row,
              double middle) {
  const std::vector<std::string> lines = name_lines(row, field);
  double baseline = middle + kToBaseline - kLineStep / 2 * (static_cast<double>(lines.size()) - 1);
  for (const std::string& line : lines) {
    canvas.words(field.left - kNameGap, baseline, line, "", kEnd);
    baseline += kLineStep;
  }
  const auto count = static_cast<double>(row.values.size());
  for (std::size_t s = 0; s < row.values.size(); ++s) {
    const double y = middle + (static_cast<double>(s) - (count - 1) / 2) * kSeriesStep;
    const DotValue& v = row.values[s];
    if (v.interval)
      canvas.line(field.x(v.interval->low), y, field.x(v.interval->high), y, "wb-range");
    if (v.value) {
      draw_mark(canvas.body, s, field.x(*v.value), y);
    } else {
      canvas.body.leaf("circle",
                       {{"class", "wb-absent"}, {"cx", field.left + 18}, {"cy", y}, {"r", 4}});
    }
  }
  if (chart.shows_values && row.values[0].value)
    canvas.words(canvas.width(), middle + kToBaseline,
                 to_text(*row.values[0].value, chart.axis.format), "", kEnd);
}

bool has_absent(const DotInterval& chart) {
  return std::any_of(chart.rows.begin(), chart.rows.end(), [](const DotRow& row) {
    return std::any_of(row.values.begin(), row.values.end(),
                       [](const DotValue& v) { return !v.value; });
  });
}

}  // namespace

Drawing dot_interval(const DotInterval& chart) {
  check(chart);
  Canvas canvas(chart.frame);
  const DotField field = field_of(chart);
  const double top = draw_series(canvas, chart) + (chart.axis.references.empty() ? 6 : 20);
  const double bottom = top + height_of(chart, field);
  draw_ticks(canvas, chart, field, top, bottom);
  double y = top;
  for (const DotRow& row : chart.rows) {
    if (!row.heading.empty()) {
      canvas.words(0, y + 19, row.heading, "wb-b wb-halo");
      y += 26;
    }
    const double height = row_height(chart, field, row);
    draw_row(canvas, chart, field, row, y + height / 2);
    y += height;
  }
  double end = bottom + 22;
  if (!chart.absent_label.empty() && has_absent(chart))
    end =
        draw_keys(canvas, {{Key::Swatch::dotted, "", chart.absent_label}}, 0, end, canvas.width());
  return canvas.finish(end + 2);
}

}  // namespace wijkbeeld::chart
