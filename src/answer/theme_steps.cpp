// SPDX-License-Identifier: EUPL-1.2
#include "answer/detail/theme_steps.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/ensure.hpp"

namespace wijkbeeld::answer::detail {

using table::Absence;
using table::Value;

double round_below(double width) {
  if (!(width > 0)) return 1;
  const double power = std::pow(10.0, std::floor(std::log10(width)));
  const double head = width / power;
  return (head >= 5 ? 5 : head >= 2 ? 2 : 1) * power;
}

std::vector<double> limits_around(double middle, double width) {
  std::vector<double> out;
  for (int step = 1; step < kSteps; ++step)
    out.push_back(middle + (step - kMiddleStep + 0.5) * width);
  return out;
}

std::vector<double> limits_of_amounts(const Spread& spread) {
  const double width = round_below(0.8 * spread.deviation());
  const double middle = std::round(spread.mean() / width) * width;
  const double first = middle - (kMiddleStep - 1) * width;
  std::vector<double> out;
  for (int step = 1; step < kSteps; ++step)
    out.push_back(first <= 0 && spread.lowest() >= 0 ? step * width : first + (step - 1) * width);
  return out;
}

int class_by(const std::vector<double>& limits, double value) {
  return 1 +
         static_cast<int>(std::upper_bound(limits.begin(), limits.end(), value) - limits.begin());
}

Value<double> part_of(double part, double whole) {
  if (whole > 0) return part / whole;
  return Absence::not_applicable;
}

RowFigures map_row(const ThemeView& view, const AtlasAreas& areas, const std::string& key) {
  return RowFigures("map",
                    {view.edition->id.text, std::string(to_text(areas.level)),
                     std::to_string(areas.vintage.year), view.theme.id, to_text(view.period), key});
}

void add_steps(ThemeView& view, const AtlasAreas& areas, const std::vector<double>& limits) {
  for (std::size_t i = 0; i <= limits.size(); ++i) {
    const int number = static_cast<int>(i) + 1;
    const RowFigures cell = map_row(view, areas, std::to_string(number));
    const Unit unit = unit_of(view.theme.kind);
    ThemeClass one;
    one.number = number;
    one.from = cell("from", i > 0 ? std::optional(limits[i - 1]) : std::nullopt, unit);
    one.to = cell("to", i < limits.size() ? std::optional(limits[i]) : std::nullopt, unit);
    view.classes.push_back(std::move(one));
  }
}

void count_classes(ThemeView& view, const AtlasAreas& all) {
  std::vector<std::size_t> areas(view.classes.size() + 1, 0);
  std::vector<stats::Sum> people(view.classes.size() + 1);
  std::map<Absence, std::size_t> absent;
  for (std::size_t i = 0; i < view.class_of.size(); ++i) {
    const Value<int>& one = view.class_of[i];
    if (!one) {
      ++absent[one.absence()];
      continue;
    }
    const auto at = static_cast<std::size_t>(*one);
    base::ensure(at >= 1 && at < areas.size(), "a class of the map is one of its legend");
    ++areas[at];
    if (all.areas[i].residents.has_value()) people[at].add(*all.areas[i].residents);
  }
  for (ThemeClass& one : view.classes) {
    const RowFigures cell = map_row(view, all, std::to_string(one.number));
    const auto at = static_cast<std::size_t>(one.number);
    one.areas = cell.count("areas", areas[at]);
    one.residents = cell("residents", people[at].value(), Unit::residents);
  }
  view.absences.clear();
  for (const auto& [reason, number] : absent)
    view.absences.push_back(
        {reason, map_row(view, all, std::string(table::to_text(reason))).count("areas", number)});
}

void count_low(ThemeView& view, const AtlasAreas& all) {
  const std::optional<int> limit = view.edition->low_class;
  if (!limit || view.theme.kind != ThemeKind::situation) return;
  stats::Sum areas, people, low_areas, low_people;
  for (const ThemeClass& one : view.classes) {
    areas.add(*one.areas);
    people.add(*one.residents);
    if (one.number > *limit) continue;
    low_areas.add(*one.areas);
    low_people.add(*one.residents);
  }
  const RowFigures cell = map_row(view, all, "low");
  view.low_areas = cell.count("areas", static_cast<std::size_t>(low_areas.value()));
  view.share_low_areas =
      cell("share_areas", part_of(low_areas.value(), areas.value()), Unit::share);
  view.share_low_residents =
      cell("share_residents", part_of(low_people.value(), people.value()), Unit::share);
}

}  // namespace wijkbeeld::answer::detail
