// SPDX-License-Identifier: EUPL-1.2
#include "answer/figure.hpp"

#include <algorithm>
#include <cmath>

#include "stats/sum.hpp"

namespace wijkbeeld::answer {

using table::Absence;
using table::Value;

namespace {

// Decimals that leave three digits: 1234, 56.7, 0.0123.
int digits_that_count(double value) {
  constexpr double kMost = 4;
  if (value == 0) return 0;
  return static_cast<int>(std::clamp(2 - std::floor(std::log10(std::abs(value))), 0.0, kMost));
}

base::Argument shown_as(const Figure& figure, Precision precision, bool with_sign) {
  if (!figure.value) return {std::string("–"), figure.id};
  const double value = *figure;
  const bool is_table = precision == Precision::table;
  switch (figure.unit) {
    case Unit::count:
    case Unit::residents:
    case Unit::class_number:
      return {base::Count{std::llround(value)}, figure.id};
    case Unit::share:
      return {base::Percent{value, is_table ? 1 : 0}, figure.id};
    case Unit::percentage_points:
      return {base::Decimal{value, 1, with_sign && is_table}, figure.id};
    case Unit::score:
      return {base::Decimal{value, 3}, figure.id};
    case Unit::change:
      return {base::Decimal{value, is_table ? 4 : 3, with_sign}, figure.id};
    case Unit::error:
      return {base::Decimal{value, is_table ? 4 : 3}, figure.id};
    case Unit::ratio:
      return {base::Decimal{value, is_table ? 3 : 2}, figure.id};
    case Unit::coefficient:
      return {base::Decimal{value, is_table ? 4 : 3, with_sign}, figure.id};
    case Unit::amount:
      return {base::Decimal{value, digits_that_count(value)}, figure.id};
  }
  return {};
}

}  // namespace

std::string_view to_text(Unit unit) {
  switch (unit) {
    case Unit::count:
      return "count";
    case Unit::residents:
      return "residents";
    case Unit::share:
      return "share";
    case Unit::percentage_points:
      return "percentage_points";
    case Unit::score:
    case Unit::error:
      return "score_points";
    case Unit::change:
      return "score_points_change";
    case Unit::class_number:
      return "class";
    case Unit::ratio:
      return "ratio";
    case Unit::coefficient:
      return "outcome_units";
    case Unit::amount:
      return "own_units";
  }
  return "";
}

base::Argument shown(const Figure& figure, Precision precision) {
  return shown_as(figure, precision, true);
}

base::Argument shown_size(const Figure& figure) {
  Figure size = figure;
  if (size.value) size.value = std::abs(*size.value);
  return shown_as(size, Precision::sentence, false);
}

Figure derived(std::string_view id, Value<double> value, Unit unit,
               std::initializer_list<const Figure*> inputs) {
  Figure out{std::string(id), value, unit, {}};
  for (const Figure* input : inputs)
    out.inputs.push_back(input->id);
  return out;
}

Figure difference(std::string_view id, const Figure& a, const Figure& b) {
  const bool is_share = a.unit == Unit::share;
  const Unit unit = is_share                ? Unit::percentage_points
                    : a.unit == Unit::score ? Unit::change
                                            : a.unit;
  if (!a.value) return derived(id, a.value.absence(), unit, {&a, &b});
  if (!b.value) return derived(id, b.value.absence(), unit, {&a, &b});
  return derived(id, (*a - *b) * (is_share ? 100 : 1), unit, {&a, &b});
}

Figure share_of(std::string_view id, const Figure& part, const Figure& whole) {
  if (!part.value) return derived(id, part.value.absence(), Unit::share, {&part, &whole});
  if (!whole.value || *whole <= 0)
    return derived(id, Absence::not_applicable, Unit::share, {&part, &whole});
  return derived(id, *part / *whole, Unit::share, {&part, &whole});
}

Figure sum(std::string_view id, const std::vector<Figure>& parts) {
  stats::Sum total;
  Figure out{std::string(id), Absence::not_applicable, Unit::count, {}};
  bool is_any = false;
  for (const Figure& part : parts) {
    out.inputs.push_back(part.id);
    out.unit = part.unit;
    if (!part.value) continue;
    total.add(*part);
    is_any = true;
  }
  if (is_any) out.value = total.value();
  return out;
}

}  // namespace wijkbeeld::answer
