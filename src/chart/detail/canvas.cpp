// SPDX-License-Identifier: EUPL-1.2
#include "chart/detail/canvas.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/ensure.hpp"
#include "chart/palette.hpp"

namespace wijkbeeld::chart::detail {
namespace {

bool is_id(std::string_view id) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  };
  return !id.empty() && std::all_of(id.begin(), id.end(), allowed);
}

void draw_swatch(Canvas& canvas, const Key& key, double x, double middle) {
  Svg& svg = canvas.body;
  switch (key.swatch) {
    case Key::Swatch::fill:
      canvas.rect(x, middle - 6, 18, 12, key.css);
      if (key.pattern) canvas.print_overlay(x, middle - 6, 18, 12, *key.pattern);
      canvas.rect(x, middle - 6, 18, 12, "wb-outline");
      break;
    case Key::Swatch::hatch:
      svg.leaf("rect", {{"x", x},
                        {"y", middle - 6},
                        {"width", 18},
                        {"height", 12},
                        {"fill", canvas.paint(Pattern::hatch)}});
      canvas.rect(x, middle - 6, 18, 12, "wb-outline");
      break;
    case Key::Swatch::dotted:
      svg.leaf("circle", {{"cx", x + 9}, {"cy", middle}, {"r", 4}, {"class", "wb-absent"}});
      break;
    case Key::Swatch::dotted_area:
      canvas.rect(x, middle - 6, 18, 12, "wb-absent");
      break;
    case Key::Swatch::unsure:
      canvas.rect(x, middle - 6, 18, 12, "wb-uncertain");
      break;
    case Key::Swatch::mark:
      canvas.rect(x, middle - 6.5, 18, 13, "wb-mark");
      break;
    case Key::Swatch::line:
    case Key::Swatch::dot:
      svg.open("g", {{"class", key.css}});
      if (key.swatch == Key::Swatch::line) canvas.line(x - 4, middle, x + 18, middle, "wb-line");
      if (key.swatch == Key::Swatch::dot)
        svg.leaf("circle", {{"cx", x + 10}, {"cy", middle}, {"r", 4.5}, {"class", "wb-dot"}});
      svg.close();
      break;
  }
  if (!key.letter.empty())
    canvas.words(x + 9, middle + 3.6, key.letter, "wb-letter " + key.letter_css, kMiddle);
  if (key.marked) canvas.rect(x - 2, middle - 8, 22, 16, "wb-mark");
}

constexpr double kSwatch = 24;

// The widths of as many columns as fit, like words set in a table without lines.
std::vector<double> key_columns(const std::vector<Key>& keys, double width) {
  constexpr double kGap = 18;
  for (std::size_t count = keys.size(); count > 1; --count) {
    std::vector<double> columns(count, 0);
    for (std::size_t i = 0; i < keys.size(); ++i)
      columns[i % count] =
          std::max(columns[i % count], kSwatch + text_width(keys[i].text, kTextSize) + kGap);
    if (std::accumulate(columns.begin(), columns.end(), -kGap) <= width) return columns;
  }
  return {width};
}

}  // namespace

Canvas::Canvas(const Frame& frame) : frame_(frame), patterns_(frame.id) {
  base::ensure(is_id(frame.id), "the id of a drawing is letters, digits and hyphens");
  base::ensure(frame.width >= 200 && frame.width <= 2000, "a drawing is 200 to 2000 px wide");
}

std::string Canvas::id(std::string_view name) const {
  return frame_.id + "-" + std::string(name);
}

void Canvas::words(double x, double y, std::string_view text, std::string_view css,
                   std::string_view anchor) {
  if (text.empty()) return;
  body.text("text", {{"x", x}, {"y", y}, {"class", css}, {"text-anchor", anchor}}, text);
}

void Canvas::line(double x1, double y1, double x2, double y2, std::string_view css) {
  body.leaf("line", {{"x1", x1}, {"y1", y1}, {"x2", x2}, {"y2", y2}, {"class", css}});
}

void Canvas::rect(double x, double y, double width, double height, std::string_view css) {
  base::ensure(width >= 0 && height >= 0, "a rectangle has no negative side");
  body.leaf("rect", {{"x", x}, {"y", y}, {"width", width}, {"height", height}, {"class", css}});
}

std::string Canvas::paint(Pattern pattern, double scale) {
  return patterns_.paint(pattern, scale);
}

void Canvas::print_overlay(double x, double y, double width, double height, Pattern pattern) {
  body.leaf("rect", {{"x", x},
                     {"y", y},
                     {"width", width},
                     {"height", height},
                     {"class", "wb-print"},
                     {"fill", paint(pattern)}});
}

Drawing Canvas::finish(double height) {
  const int whole = static_cast<int>(std::ceil(height));
  Svg svg;
  svg.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                   {"class", "wb-chart"},
                   {"id", frame_.id},
                   {"width", frame_.width},
                   {"height", whole},
                   {"viewBox", "0 0 " + to_svg(frame_.width) + " " + to_svg(whole)},
                   {"role", "img"},
                   {"aria-labelledby", id("title") + " " + id("desc")}});
  svg.text("title", {{"id", id("title")}}, frame_.title);
  svg.text("desc", {{"id", id("desc")}}, frame_.description);
  patterns_.define(svg);
  svg.raw(body.str());
  return {svg.str(), frame_.width, whole};
}

double draw_keys(Canvas& canvas, const std::vector<Key>& keys, double left, double top,
                 double width) {
  constexpr double kRowStep = 20;
  if (keys.empty()) return top;
  const std::vector<double> columns = key_columns(keys, width);
  double x = left;
  double middle = top + kRowStep / 2;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::size_t column = i % columns.size();
    if (column == 0 && i > 0) {
      x = left;
      middle += kRowStep;
    }
    draw_swatch(canvas, keys[i], x + 2, middle);
    canvas.words(x + kSwatch + 2, middle + kToBaseline,
                 shortened(keys[i].text, width - kSwatch, kTextSize));
    x += columns[column];
  }
  return middle + kRowStep / 2;
}

double draw_key_wrapped(Canvas& canvas, const Key& key, double left, double top, double width) {
  constexpr double kWords = 30;
  double middle = top + 10;
  draw_swatch(canvas, key, left + 2, middle);
  for (const std::string& line : wrapped(key.text, width - kWords, kTextSize)) {
    canvas.words(left + kWords, middle + kToBaseline, line);
    middle += kLineStep;
  }
  return middle - kLineStep + 12;
}

std::string words_on(Palette palette, std::size_t index) {
  const Colour colour = text_on(colours(palette)[index]);
  std::string css = colour == kInk        ? "wb-on-ink"
                    : colour == "#000000" ? "wb-on-black"
                                          : "wb-on-white";
  if (print_pattern(palette, index)) css += " wb-over-" + fill_class(palette, index).substr(3);
  return css;
}

Key class_key(Palette palette, std::size_t index, std::string_view number, std::string text) {
  Key key{Key::Swatch::fill, fill_class(palette, index), std::move(text)};
  key.letter = number;
  key.letter_css = words_on(palette, index);
  key.pattern = print_pattern(palette, index);
  return key;
}

}  // namespace wijkbeeld::chart::detail
