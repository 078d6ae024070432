// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "table/value.hpp"

namespace wijkbeeld::codec {

/// Writes JSON (RFC 8259) from front to back, two spaces of indentation, keys in the order given,
/// numbers as the shortest text that reads back the same. Nesting is checked: leaving an object or
/// list that was not entered is a bug.
class JsonWriter {
 public:
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_list();
  JsonWriter& end_list();
  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view value);
  JsonWriter& integer(std::int64_t value);
  JsonWriter& real(double value);  ///< must be finite
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  /// A value or null.
  JsonWriter& value(const table::Value<double>& value);

  /// The whole document, with a final line end.
  [[nodiscard]] std::string take();

 private:
  void before_value();
  void open(char bracket);
  void close(char bracket);
  std::string out_;
  struct Level {
    char bracket;
    bool has_content;
  };
  std::vector<Level> levels_;
  bool after_key_ = false;
};

}  // namespace wijkbeeld::codec
