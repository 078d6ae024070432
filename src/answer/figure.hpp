// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.hpp"
#include "table/value.hpp"

namespace wijkbeeld::answer {

/// What kind of quantity a figure is; it decides how a person sees it, everywhere the same.
enum class Unit : std::uint8_t {
  count,              ///< areas, files, rows
  residents,          ///< people
  share,              ///< fraction 0 to 1, shown as a percentage
  percentage_points,  ///< a difference of two shares times 100
  score,              ///< a level on the scale of an edition, score points
  change,             ///< a difference of two scores, score points, shown with its sign
  class_number,       ///< a situation or development class
  error,              ///< a standard error, score points: never with a sign
  ratio,              ///< a bare number: R2, Moran's I, a variance inflation, a p value
  coefficient,        ///< a difference in units of an outcome, shown with its sign
  amount,             ///< in the unit of an indicator or outcome: three digits that count
};

/// A short stable name, as machines read it: "count", "share", "score_points", ...
std::string_view to_text(Unit unit);

/// One figure a person may see. `id` leads to it in findings.json: a row of a table and its column
/// ("cohort_change/lbm2-2016/weak-2002/2012/2014#areas"), or, where it is worked out from others, a
/// row of the answers ("answers/headline/...") with the ids of its inputs.
struct Figure {
  std::string id = {};
  table::Value<double> value = table::Absence::not_collected;
  Unit unit = Unit::count;
  std::vector<std::string> inputs = {};

  [[nodiscard]] bool has_value() const { return value.has_value(); }
  /// Worked out here, and not a cell of a table.
  [[nodiscard]] bool is_derived() const { return id.starts_with("answers/"); }
  [[nodiscard]] double operator*() const { return value.value(); }
};

/// Sentences round to what a reader can use, tables keep one digit more.
enum class Precision : std::uint8_t { sentence, table };

/// The figure as it stands in a sentence or table: a dash when it is absent. Carries the id.
base::Argument shown(const Figure& figure, Precision precision = Precision::sentence);
/// The same without a sign: for "fell by 0.016".
base::Argument shown_size(const Figure& figure);

/// A figure worked out from others, under an id that starts with "answers/".
Figure derived(std::string_view id, table::Value<double> value, Unit unit,
               std::initializer_list<const Figure*> inputs);
/// a - b; absent when one of them is. In percentage points when both are shares.
Figure difference(std::string_view id, const Figure& a, const Figure& b);
/// part / whole as a share; absent when one is, or the whole is zero.
Figure share_of(std::string_view id, const Figure& part, const Figure& whole);
/// Sum of figures of one unit; absent ones count nothing, absent when all are.
Figure sum(std::string_view id, const std::vector<Figure>& parts);

/// A whole number or real from a finding, present or not.
template <class T>
table::Value<double> real(const table::Value<T>& value) {
  if (!value) return value.absence();
  return static_cast<double>(*value);
}

}  // namespace wijkbeeld::answer
