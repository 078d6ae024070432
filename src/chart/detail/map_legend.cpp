// SPDX-License-Identifier: EUPL-1.2
#include "chart/detail/map_legend.hpp"

#include <algorithm>

#include "chart/detail/map_view.hpp"
#include "chart/palette.hpp"

namespace wijkbeeld::chart::detail {
namespace {

constexpr double kLegendSwatch = 22;
constexpr double kRow = 18;
constexpr double kWords = 30;

// The order on the page: high on top, except for clusters, which have no high.
std::vector<std::size_t> order_of(const Map& map) {
  std::vector<std::size_t> order(map.classes.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = map.palette == Palette::clusters ? i : order.size() - 1 - i;
  return order;
}

template <class Holds>
bool has_any(const Map& map, Holds holds) {
  return std::any_of(map.areas.begin(), map.areas.end(), holds) ||
         std::any_of(map.cells.begin(), map.cells.end(), holds);
}

bool has_absent(const Map& map, NoClass reason) {
  return has_any(map, [&](const auto& one) { return !one.class_index && one.reason == reason; });
}

// Keys for what is not a class, each only when it occurs.
std::vector<Key> other_keys(const Map& map) {
  std::vector<Key> keys;
  if (map.mean_class && !map.mean_label.empty())
    keys.push_back({Key::Swatch::mark, "", map.mean_label});
  if (!map.unsure_label.empty() && has_any(map, [](const auto& one) { return one.is_unsure; }))
    keys.push_back({Key::Swatch::unsure, "", map.unsure_label});
  if (has_absent(map, NoClass::withheld) && !map.withheld_label.empty())
    keys.push_back({Key::Swatch::hatch, "", map.withheld_label});
  if (has_absent(map, NoClass::not_measured) && !map.not_measured_label.empty())
    keys.push_back({Key::Swatch::dotted_area, "", map.not_measured_label});
  if (has_absent(map, NoClass::not_applicable) && !map.not_applicable_label.empty())
    keys.push_back({Key::Swatch::fill, "wb-land", map.not_applicable_label});
  return keys;
}

Key key_of(const Map& map, std::size_t i) {
  const ClassKey& c = map.classes[i];
  Key key =
      class_key(map.palette, i, c.number, c.limits.empty() ? c.name : c.name + ", " + c.limits);
  key.marked = map.mean_class == i;
  return key;
}

double draw_class(Canvas& canvas, const Map& map, std::size_t i, double left, double y,
                  double width) {
  const ClassKey& c = map.classes[i];
  canvas.rect(left, y, kLegendSwatch, kRow, fill_class(map.palette, i));
  if (const auto pattern = print_pattern(map.palette, i))
    canvas.print_overlay(left, y, kLegendSwatch, kRow, *pattern);
  canvas.rect(left, y, kLegendSwatch, kRow, "wb-outline");
  canvas.words(left + kLegendSwatch / 2, y + kRow / 2 + kToBaseline, c.number,
               words_on(map.palette, i), kMiddle);
  const double baseline = y + kRow / 2 + kToBaseline;
  const double limits = c.limits.empty() ? 0 : text_width(c.limits, kTextSize) + 8;
  canvas.words(left + kWords, baseline, shortened(c.name, width - kWords - limits, kTextSize));
  canvas.words(left + width, baseline, c.limits, "wb-q", kEnd);
  return y + kRow;
}

// Circles of the given sizes, side by side on one line, each with its words below.
double draw_symbol_keys(Canvas& canvas, const Map& map, double left, double top) {
  if (map.symbol_keys.empty() || map.symbols.empty()) return top;
  double tallest = 0;
  for (const SymbolKey& key : map.symbol_keys)
    tallest = std::max(tallest, symbol_radius(map, key.size));
  double y = top + 6;
  for (const SymbolKey& key : map.symbol_keys) {
    const double r = symbol_radius(map, key.size);
    const double step = std::max(kRow, 2 * r + 4);
    canvas.body.leaf(
        "circle",
        {{"class", "wb-outline"}, {"cx", left + tallest}, {"cy", y + step / 2}, {"r", r}});
    canvas.words(left + 2 * tallest + 8, y + step / 2 + kToBaseline, key.text);
    y += step;
  }
  return y;
}

double draw_notes(Canvas& canvas, const Map& map, double left, double top, double width) {
  double y = top;
  for (const std::string& note : map.notes) {
    y += 6;
    for (const std::string& line : wrapped(note, width, kTextSize)) {
      y += kLineStep;
      canvas.words(left, y, line, "wb-q");
    }
  }
  return y + 4;
}

}  // namespace

double legend_width(const Map& map, double total) {
  double widest = 150;
  for (const ClassKey& c : map.classes) {
    const double limits = c.limits.empty() ? 0 : text_width(c.limits, kTextSize) + 12;
    widest = std::max(widest, kWords + text_width(c.name, kTextSize) + limits);
  }
  return std::min(widest, total * 0.38);
}

double draw_legend_beside(Canvas& canvas, const Map& map, double left, double top, double width) {
  double y = top;
  const double start = y;
  double marked = -1;
  for (const std::size_t i : order_of(map)) {
    if (map.mean_class == i) marked = y;
    // Clusters are kinds, not steps: they stand apart.
    if (map.palette == Palette::clusters && y > start) y += 4;
    y = draw_class(canvas, map, i, left, y, width);
  }
  if (marked >= 0) canvas.rect(left - 2, marked - 2, kLegendSwatch + 4, kRow + 4, "wb-mark");
  y += 6;
  for (const Key& key : other_keys(map))
    y = draw_key_wrapped(canvas, key, left, y, width);
  y = draw_symbol_keys(canvas, map, left, y);
  return draw_notes(canvas, map, left, y, width);
}

double draw_legend_below(Canvas& canvas, const Map& map, double top) {
  std::vector<Key> keys;
  for (const std::size_t i : order_of(map))
    keys.push_back(key_of(map, i));
  for (Key& key : other_keys(map))
    keys.push_back(std::move(key));
  double y = draw_keys(canvas, keys, 0, top, canvas.width());
  y = draw_symbol_keys(canvas, map, 2, y);
  return draw_notes(canvas, map, 0, y, canvas.width());
}

}  // namespace wijkbeeld::chart::detail
