// SPDX-License-Identifier: EUPL-1.2
#include "table/table.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "base/number.hpp"

namespace wijkbeeld::table {
namespace {

template <class Values, class T>
void append(Column& column, const Value<T>& value) {
  auto* values = std::get_if<Values>(&column.values);
  base::ensure(values != nullptr, "a value of another type than its column");
  values->push_back(value.value_or(T{}));
  column.absences.push_back(value.absence());
}

}  // namespace

void Column::add(const Value<std::string>& value) {
  append<Texts>(*this, value);
}
void Column::add(Value<std::int64_t> value) {
  append<Integers>(*this, value);
}
void Column::add(Value<double> value) {
  append<Reals>(*this, value);
}

const Column& Table::column(std::string_view column_name) const {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const Column& c) { return c.heading.name == column_name; });
  base::ensure(found != columns.end(), "asked for a column the table does not have");
  return *found;
}

std::string Table::text(std::size_t row, std::size_t column_index) const {
  const Column& column = columns.at(column_index);
  if (column.absences.at(row) != Absence::none) return "";
  if (const auto* texts = std::get_if<Texts>(&column.values)) return texts->at(row);
  if (const auto* integers = std::get_if<Integers>(&column.values))
    return fmt::format("{}", integers->at(row));
  return base::to_text(std::get<Reals>(column.values).at(row));
}

}  // namespace wijkbeeld::table
