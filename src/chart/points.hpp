// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "chart/bars.hpp"
#include "chart/drawing.hpp"
#include "chart/lines.hpp"

namespace wijkbeeld::chart {

/// A value with a thin interval behind it; absent when there is no value.
struct DotValue {
  std::optional<double> value;
  std::optional<Interval> interval = {};
};

/// One line of a dot chart: a name and a value per series.
struct DotRow {
  std::string name;
  std::vector<DotValue> values;
  /// A heading above this row starts a group.
  std::string heading = {};
};

/// Points on one scale with their intervals, one row per thing compared.
struct DotInterval {
  Frame frame;
  /// One to three: a full circle, a hollow one, a square. Named above when there are several.
  std::vector<std::string> series;
  std::vector<DotRow> rows;
  ValueAxis axis;
  /// Adds the value of the first series at the right.
  bool shows_values = true;
  std::string absent_label = {};
};

Drawing dot_interval(const DotInterval& chart);

/// From one value to another. Both ends are needed for a line; a lone end is a point.
struct SlopeItem {
  std::string name;
  std::optional<double> from;
  std::optional<double> to;
  /// Context is drawn pale and without a name.
  LineStyle style = LineStyle::cohort;
};

/// Two moments side by side, names and values at both ends, moved apart where they would touch.
/// Context without limit; named lines as many as the height holds (a line of words each).
struct SlopeChart {
  Frame frame;
  std::string from_label;
  std::string to_label;
  std::vector<SlopeItem> items;
  NumberFormat format;
  std::vector<Reference> references = {};
  int plot_height = 300;
};

Drawing slope_chart(const SlopeChart& chart);

/// One mark in a quadrant chart, with the letter of its class in it.
struct QuadrantPoint {
  double x = 0;
  double y = 0;
  /// Index of its key among the classes (and of its colour).
  std::size_t class_index = 0;
  /// Stands beside the mark where it finds room; points given first have precedence.
  std::string name = {};
  /// Shown when a reader points at it.
  std::string title = {};
};

/// An axis with its meaning in words and the line that parts the field.
struct QuadrantAxis {
  std::string title;
  NumberFormat format;
  double divide = 0;
  std::string divide_label = {};
};

/// Level against change: two lines part the field in four, every mark carries its letter.
struct Quadrant {
  Frame frame;
  QuadrantAxis x;
  QuadrantAxis y;
  Palette palette = Palette::clusters;
  std::vector<ClassKey> classes;
  std::vector<QuadrantPoint> points;
  /// Points too many to tell apart, as x and y: small, pale and without a class.
  std::vector<std::pair<double, double>> cloud = {};
  /// Words in the corners: upper left, upper right, lower left, lower right.
  std::array<std::string, 4> corners = {};
  int plot_height = 420;
};

Drawing quadrant(const Quadrant& chart);

}  // namespace wijkbeeld::chart
