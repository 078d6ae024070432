// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "chart/drawing.hpp"

namespace wijkbeeld::chart {

/// A moment with values. Time axes are to scale: 2002 to 2008 is three times 2012 to 2014.
struct Wave {
  double time = 0;
  std::string label;
};

/// What a line is about decides how it looks: the cohort in ink, the nation grey and dashed,
/// comparisons and clusters in colour, context pale and unnamed.
enum class LineStyle : std::uint8_t {
  cohort,
  nation,
  comparison_1,
  comparison_2,
  comparison_3,
  cluster_s,
  cluster_g,
  cluster_t,
  cluster_v,
  context,
};

/// Values per wave, parallel to the waves of the chart. A line stops at an absent value and goes
/// on behind it: it never bridges a gap.
struct Line {
  std::string name;
  LineStyle style = LineStyle::cohort;
  std::vector<std::optional<double>> values;
  /// Empty, or parallel to the values: thin bars behind the points.
  std::vector<std::optional<Interval>> intervals = {};
};

/// A value drawn as a thin dotted line with a word, such as a class limit.
struct Reference {
  double value = 0;
  std::string label;
};

struct ValueAxis {
  NumberFormat format;
  /// The axis starts at or below `low` and ends at or above `high` where given.
  std::optional<double> low = {};
  std::optional<double> high = {};
  /// Zero means something here: it is on the axis, with a line in ink.
  bool has_zero_line = false;
  std::vector<Reference> references = {};
};

/// Paths over waves, each line named at its end.
struct LineChart {
  Frame frame;
  std::vector<Wave> waves;
  /// One to five, contexts not counted; more belongs in small multiples.
  std::vector<Line> lines;
  ValueAxis axis;
  /// Adds the last value to the name at the end of a line.
  bool shows_last_value = true;
  /// Explains the dotted circle on the axis where a line has no value; used only when it occurs.
  std::string absent_label = {};
  /// Height of the plot itself.
  int plot_height = 260;
};

Drawing line_chart(const LineChart& chart);

/// One panel of small multiples.
struct Panel {
  std::string title;
  std::vector<Line> lines;
};

/// Many panels on one scale, read row by row. Line styles are explained once, above.
struct SmallMultiples {
  Frame frame;
  std::vector<Wave> waves;
  std::vector<Panel> panels;
  ValueAxis axis;
  std::string absent_label = {};
  /// A panel is at least this wide; as many fit in a row as the frame allows.
  int panel_width = 150;
  int panel_height = 96;
};

Drawing small_multiples(const SmallMultiples& chart);

}  // namespace wijkbeeld::chart
