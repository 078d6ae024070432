// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "table/table.hpp"

namespace wijkbeeld::table {

/// Makes a Table from rows of a struct, one line per column.
template <class Row>
class TableBuilder {
 public:
  TableBuilder(std::string name, base::Message title, const std::vector<Row>& rows,
               std::vector<std::string> keys)
      : rows_(rows), table_{std::move(name), std::move(title), {}, std::move(keys)} {}

  /// `get` gives a text, a whole number, a real or a Value of those; the column has its type.
  template <class Get>
  TableBuilder& column(std::string name, base::Message title, Get get, std::string unit = {}) {
    using Result = std::decay_t<decltype(get(rows_.front()))>;
    table::Column made{{std::move(name), std::move(title), std::move(unit)},
                       empty(static_cast<Result*>(nullptr))};
    for (const Row& row : rows_)
      made.add(cell(get(row)));
    table_.columns.push_back(std::move(made));
    return *this;
  }

  [[nodiscard]] table::Table build() { return std::move(table_); }

 private:
  using Values = decltype(table::Column::values);
  static Values empty(const std::string*) { return table::Texts{}; }
  static Values empty(const std::int64_t*) { return table::Integers{}; }
  static Values empty(const double*) { return table::Reals{}; }
  template <class T>
  static Values empty(const table::Value<T>*) {
    return empty(static_cast<T*>(nullptr));
  }

  static table::Value<std::string> cell(std::string text) { return text; }
  static table::Value<std::int64_t> cell(std::int64_t number) { return number; }
  static table::Value<double> cell(double number) { return number; }
  template <class T>
  static table::Value<T> cell(const table::Value<T>& value) {
    return value;
  }

  const std::vector<Row>& rows_;
  table::Table table_;
};

}  // namespace wijkbeeld::table
