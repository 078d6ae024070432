// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "base/message.hpp"

namespace wijkbeeld::chart {

/// An SVG element, ready to stand in a page that has chart_css() once. Sizes are CSS pixels.
struct Drawing {
  std::string svg;
  int width = 0;
  int height = 0;
};

/// What every drawing has. The visible title, subtitle and source are the page's; `title` and
/// `description` are for who cannot see the drawing: the finding in a sentence, and what a reader
/// should see.
struct Frame {
  /// Start of every id in the drawing; letters, digits and hyphens, unique in the page.
  std::string id;
  std::string title;
  std::string description;
  /// 280 to 1200.
  int width = 680;
};

/// How a number stands in a drawing. A share 0.471 as percent with 1 digit is "47,1%" in Dutch.
struct NumberFormat {
  base::Language language = base::Language::nl;
  int digits = 2;
  bool percent = false;
  bool with_sign = false;
};

std::string to_text(double value, const NumberFormat& format);

/// Between two values, in the unit of the chart.
struct Interval {
  double low = 0;
  double high = 0;
};

/// Words around a drawing that is saved on its own.
struct Caption {
  std::string title;
  std::string subtitle;
  std::string source;
};

/// A complete SVG file: XML declaration, style sheet, white paper, title, subtitle and source
/// around the drawing. Colours are written out, so it looks right in any program.
Drawing standalone(const Drawing& drawing, const Caption& caption);

}  // namespace wijkbeeld::chart
