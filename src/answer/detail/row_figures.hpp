// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "answer/figure.hpp"
#include "study/tables.hpp"

namespace wijkbeeld::answer::detail {

/// Makes the figures of one row of a table, so that each has the id of its cell.
class RowFigures {
 public:
  RowFigures(std::string_view table, std::initializer_list<std::string> keys)
      : row_(study::row_id(table, keys)) {}

  [[nodiscard]] Figure operator()(std::string_view column, table::Value<double> value,
                                  Unit unit) const {
    return {row_ + "#" + std::string(column), value, unit, {}};
  }
  [[nodiscard]] Figure operator()(std::string_view column, const std::optional<double>& value,
                                  Unit unit) const {
    return value ? (*this)(column, *value, unit) : (*this)(column, std::nullopt, unit);
  }
  [[nodiscard]] Figure operator()(std::string_view column, std::nullopt_t /*none*/,
                                  Unit unit) const {
    return (*this)(column, table::Value<double>(table::Absence::not_applicable), unit);
  }
  [[nodiscard]] Figure operator()(std::string_view column, double value, Unit unit) const {
    return (*this)(column, table::Value<double>(value), unit);
  }
  [[nodiscard]] Figure count(std::string_view column, std::size_t value) const {
    return (*this)(column, static_cast<double>(value), Unit::count);
  }

 private:
  std::string row_;
};

}  // namespace wijkbeeld::answer::detail
