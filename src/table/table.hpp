// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/message.hpp"
#include "table/value.hpp"

namespace wijkbeeld::table {

/// What a column is called and means. `name` is the stable machine name ("share_areas"); `title`
/// is what a person reads; `unit` is a UCUM-like unit or empty for none.
struct Heading {
  std::string name;
  base::Message title;
  std::string unit = {};
};

using Texts = std::vector<std::string>;
using Integers = std::vector<std::int64_t>;
using Reals = std::vector<double>;

/// One typed column. `absences` has an entry per row; where it is not `none` the stored value is
/// an empty text or zero and means nothing.
struct Column {
  Heading heading;
  std::variant<Texts, Integers, Reals> values;
  std::vector<Absence> absences = {};

  [[nodiscard]] std::size_t size() const { return absences.size(); }
  void add(const Value<std::string>& value);
  void add(Value<std::int64_t> value);
  void add(Value<double> value);
};

/// Named typed columns of equal length: what we publish as CSV, XLSX, JSON or a layer.
/// `keys` are the columns that together identify a row.
struct Table {
  std::string name;
  base::Message title;
  std::vector<Column> columns = {};
  std::vector<std::string> keys = {};

  [[nodiscard]] std::size_t rows() const { return columns.empty() ? 0 : columns.front().size(); }
  /// The column with this name; a bug when there is none.
  [[nodiscard]] const Column& column(std::string_view column_name) const;
  /// Exact text of a cell as in the CSV: shortest round-trip numbers, point; empty when absent.
  [[nodiscard]] std::string text(std::size_t row, std::size_t column_index) const;
};

}  // namespace wijkbeeld::table
