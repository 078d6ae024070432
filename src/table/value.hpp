// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "base/ensure.hpp"

namespace wijkbeeld::table {

/// Why there is no value. Missing is not zero, and one kind of missing is not another.
enum class Absence : std::uint8_t {
  none,            ///< there is a value
  withheld,        ///< exists, but the publisher keeps it back (too few residents)
  not_collected,   ///< nobody measured or published it for this area and wave
  not_applicable,  ///< cannot exist here (no dwellings, so no share of dwellings)
  no_such_area,    ///< the area does not exist in this vintage
  refused,         ///< the file holds something, but it failed a check; see the ledger
};

/// A short stable name: "withheld", "not-collected", ... ("" for none).
std::string_view to_text(Absence absence);
std::optional<Absence> parse_absence(std::string_view text);

/// A value, or the reason why there is none.
template <class T>
class Value {
 public:
  Value(T value) : value_(std::move(value)) {}  // NOLINT: a plain value is a Value
  Value(Absence why) : absence_(why) {          // NOLINT: so is a reason
    base::ensure(why != Absence::none, "an absent value has a reason");
  }

  [[nodiscard]] bool has_value() const { return absence_ == Absence::none; }
  explicit operator bool() const { return has_value(); }
  [[nodiscard]] Absence absence() const { return absence_; }

  /// Only when has_value().
  [[nodiscard]] const T& value() const {
    base::ensure(has_value(), "asked for a value that is absent");
    return value_;
  }
  [[nodiscard]] const T& operator*() const { return value(); }
  [[nodiscard]] T value_or(T other) const { return has_value() ? value_ : other; }

  bool operator==(const Value&) const = default;

 private:
  T value_{};
  Absence absence_ = Absence::none;
};

/// A small whole number as the type tables keep, absent for the same reason.
template <class T>
Value<std::int64_t> as_integer(const Value<T>& value) {
  if (!value) return value.absence();
  return static_cast<std::int64_t>(*value);
}

}  // namespace wijkbeeld::table
