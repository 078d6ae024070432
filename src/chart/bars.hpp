// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chart/drawing.hpp"
#include "chart/palette.hpp"

namespace wijkbeeld::chart {

/// A class as legends name it.
struct ClassKey {
  /// Short: "6" or "S". Stands in bars and swatches.
  std::string number;
  std::string name;
  /// Its limits in words, such as "3,997 tot 4,192"; may be empty.
  std::string limits = {};
};

/// One stacked bar: shares (0 to 1) per class, parallel to the classes, low to high.
struct ClassBar {
  std::string label;
  std::vector<double> shares;
  /// What is withheld, as a share of the same whole; hatched, at the end.
  double withheld = 0;
  /// At the right of the bar, such as the number of areas.
  std::string note = {};
  /// A heading above this bar starts a group.
  std::string heading = {};
};

/// Stacked horizontal bars of classes. All bars have the same length: the whole.
struct ClassBars {
  Frame frame;
  Palette palette = Palette::situation;
  /// As many as the palette has colours at most, low to high.
  std::vector<ClassKey> classes;
  std::vector<ClassBar> bars;
  NumberFormat format = {base::Language::nl, 0, true, false};
  /// The class of the national mean, from 0: framed in the legend; the frame is explained by the
  /// label.
  std::optional<std::size_t> mean_class = {};
  std::string mean_label = {};
  /// Legend entry for the hatch; used only when something is withheld.
  std::string withheld_label = {};
};

Drawing class_bars(const ClassBars& chart);

/// Contributions to a change in one group of areas, parallel to the rows of the chart.
struct Contributions {
  std::string name;
  /// Below the name, such as "47 wijken, 312.000 inwoners".
  std::string note = {};
  std::vector<std::optional<double>> values;
  std::optional<double> total;
};

/// A change taken apart: diverging bars per dimension and their total, groups side by side on
/// one scale, zero in the middle of each.
struct DecompositionChart {
  Frame frame;
  std::vector<std::string> dimensions;
  std::string total_label;
  std::vector<Contributions> groups;
  NumberFormat format = {base::Language::nl, 3, false, true};
  /// Stands where a value is absent, such as "niet gemeten".
  std::string absent_label = {};
};

Drawing decomposition_chart(const DecompositionChart& chart);

}  // namespace wijkbeeld::chart
