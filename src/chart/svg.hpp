// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace wijkbeeld::chart {

/// A number as it stands in an SVG file: at most two decimals, no exponent, no trailing zeros,
/// never "-0". The number must be finite and below 1e15.
std::string to_svg(double value);

/// Text made safe between tags and inside double quotes. Control characters that XML forbids are
/// dropped; bytes that are not UTF-8 are read as Windows-1252, so that a hostile or damaged name
/// can never break the file.
std::string escaped(std::string_view text);

/// One attribute; a number is written with to_svg, a text escaped.
struct Attribute {
  std::string_view name;
  std::string value;
  template <class T>
  requires std::convertible_to<T, std::string_view> Attribute(std::string_view n, const T& v)
      : name(n), value(escaped(v)) {}
  template <class T>
  requires std::integral<T> || std::floating_point<T> Attribute(std::string_view n, T v)
      : name(n), value(to_svg(static_cast<double>(v))) {}
};

using Attributes = std::initializer_list<Attribute>;

/// Writes SVG (or any XML) in order. Every text goes through `escaped`; elements close in the
/// reverse order of opening; str() closes what is still open. An attribute with an empty text is
/// left out.
class Svg {
 public:
  Svg& open(std::string_view element, Attributes attributes = {});
  Svg& close();
  /// An element without content.
  Svg& leaf(std::string_view element, Attributes attributes);
  /// An element with text only.
  Svg& text(std::string_view element, Attributes attributes, std::string_view content);
  /// Bytes that are SVG already, such as path data or another drawing. Never for names or labels.
  Svg& raw(std::string_view svg);
  /// Everything written so far, whole. The writer is empty afterwards.
  [[nodiscard]] std::string str();

 private:
  void start(std::string_view element, Attributes attributes);
  std::string out_;
  std::vector<std::string> open_;
};

/// Path data built point by point, absolute, with to_svg numbers.
class Path {
 public:
  Path& move(double x, double y);
  Path& line(double x, double y);
  Path& close();
  [[nodiscard]] const std::string& str() const { return out_; }
  [[nodiscard]] bool empty() const { return out_.empty(); }

 private:
  std::string out_;
};

}  // namespace wijkbeeld::chart
