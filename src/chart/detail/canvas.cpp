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

struct Stripes {
  double step;
  std::string_view turn;
  std::string_view css;
  bool has_base;
};
constexpr Stripes kHatch = {4.5, "rotate(45)", "wb-hatch-line", true};
constexpr Stripes kDecline = {5, "rotate(-45)", "wb-decline-line", false};

void define_stripes(Svg& svg, const std::string& id, const Stripes& stripes, double scale) {
  std::string transform(stripes.turn);
  if (scale != 1) transform += " scale(" + to_svg(scale) + ")";
  svg.open("pattern", {{"id", id},
                       {"width", stripes.step},
                       {"height", stripes.step},
                       {"patternUnits", "userSpaceOnUse"},
                       {"patternTransform", transform}});
  if (stripes.has_base)
    svg.leaf("rect",
             {{"class", "wb-hatch-base"}, {"width", stripes.step}, {"height", stripes.step}});
  const double x = stripes.step / 2;
  svg.leaf("line", {{"class", stripes.css}, {"x1", x}, {"x2", x}, {"y2", stripes.step}});
  svg.close();
}

void draw_swatch(Canvas& canvas, const Key& key, double x, double middle) {
  Svg& svg = canvas.body;
  switch (key.swatch) {
    case Key::Swatch::fill:
      canvas.rect(x, middle - 6, 18, 12, key.css);
      canvas.rect(x, middle - 6, 18, 12, "wb-outline");
      break;
    case Key::Swatch::hatch:
      svg.leaf(
          "rect",
          {{"x", x}, {"y", middle - 6}, {"width", 18}, {"height", 12}, {"fill", canvas.hatch()}});
      canvas.rect(x, middle - 6, 18, 12, "wb-outline");
      break;
    case Key::Swatch::dotted:
      svg.leaf("circle", {{"cx", x + 9}, {"cy", middle}, {"r", 4}, {"class", "wb-absent"}});
      break;
    case Key::Swatch::dotted_area:
      canvas.rect(x, middle - 6, 18, 12, "wb-absent");
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

Canvas::Canvas(const Frame& frame) : frame_(frame) {
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

std::string Canvas::hatch() {
  hatch_ = true;
  return "url(#" + id("hatch") + ")";
}

std::string Canvas::decline() {
  decline_ = true;
  return "url(#" + id("decline") + ")";
}

std::string Canvas::hatch_at(double scale) {
  hatch_scale_ = scale;
  return "url(#" + id("hatch-map") + ")";
}

std::string Canvas::decline_at(double scale) {
  decline_scale_ = scale;
  return "url(#" + id("decline-map") + ")";
}

void Canvas::decline_overlay(double x, double y, double width, double height) {
  body.leaf("rect", {{"x", x},
                     {"y", y},
                     {"width", width},
                     {"height", height},
                     {"class", "wb-print"},
                     {"fill", decline()}});
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
  if (hatch_ || decline_ || hatch_scale_ > 0 || decline_scale_ > 0) {
    svg.open("defs");
    if (hatch_) define_stripes(svg, id("hatch"), kHatch, 1);
    if (decline_) define_stripes(svg, id("decline"), kDecline, 1);
    if (hatch_scale_ > 0) define_stripes(svg, id("hatch-map"), kHatch, hatch_scale_);
    if (decline_scale_ > 0) define_stripes(svg, id("decline-map"), kDecline, decline_scale_);
    svg.close();
  }
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

std::string_view on_fill(std::string_view fill_colour) {
  const Colour colour = text_on(fill_colour);
  if (colour == kInk) return "wb-on-ink";
  return colour == "#000000" ? "wb-on-black" : "wb-on-white";
}

}  // namespace wijkbeeld::chart::detail
