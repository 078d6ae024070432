// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "area/level.hpp"
#include "table/value.hpp"

namespace wijkbeeld::series {

/// One published calculation of an instrument or data set, such as "lbm2-2016".
struct EditionId {
  std::string text;
  auto operator<=>(const EditionId&) const = default;
};

/// A year in which an edition has values. Waves are unequal steps apart.
struct Wave {
  int year = 0;
  auto operator<=>(const Wave&) const = default;
};

/// What a value is about in time: one wave (from == to), or the change between two.
struct Period {
  Wave from;
  Wave to;
  [[nodiscard]] bool is_wave() const { return from == to; }
  [[nodiscard]] int years() const { return to.year - from.year; }
  auto operator<=>(const Period&) const = default;
};
inline Period at(Wave wave) {
  return {wave, wave};
}

/// The quantities of an instrument's edition. Other data sets use names of their own.
namespace quantity {
inline constexpr std::string_view kClass = "class";              ///< situation class, 1 is lowest
inline constexpr std::string_view kDevelopment = "development";  ///< published development class
inline constexpr std::string_view kScore = "score";              ///< absolute score
/// Score minus the edition's reference mean (of that wave, or constant: see the edition).
inline constexpr std::string_view kDeviation = "deviation";
/// Published change of the absolute score between two waves.
inline constexpr std::string_view kChange = "change";
/// Prefixes before a dimension's id, such as "contribution.won", "contribution_change.won".
inline constexpr std::string_view kContribution = "contribution.";
inline constexpr std::string_view kContributionChange = "contribution_change.";
}  // namespace quantity

/// The identity of a series. Values whose keys differ in edition, level or vintage never meet in
/// one calculation.
struct SeriesKey {
  EditionId edition;
  area::Level level = area::Level::own;
  area::Vintage vintage;
  std::string quantity;
  auto operator<=>(const SeriesKey&) const = default;
};

/// True for the series that tell where an area stands (class, score or deviation); the others of an
/// edition have the same areas.
bool is_leading(const SeriesKey& key);

/// One quantity for areas x periods; each value present or absent with a reason.
class Series {
 public:
  /// Areas and periods are sorted and distinct; every value starts as not collected.
  Series(SeriesKey key, std::vector<area::AreaCode> areas, std::vector<Period> periods);
  /// With areas that other series have too: a list of 400,000 cells is in memory once.
  Series(SeriesKey key, std::shared_ptr<const std::vector<area::AreaCode>> areas,
         std::vector<Period> periods);

  [[nodiscard]] const SeriesKey& key() const { return key_; }
  [[nodiscard]] const std::vector<area::AreaCode>& areas() const { return *areas_; }
  [[nodiscard]] const std::vector<Period>& periods() const { return periods_; }
  [[nodiscard]] std::optional<std::size_t> find(const area::AreaCode& code) const;
  [[nodiscard]] std::optional<std::size_t> find(Period period) const;

  [[nodiscard]] table::Value<double> value(std::size_t area, std::size_t period) const;
  /// By code and period; no_such_area or not_collected when the series does not have them.
  [[nodiscard]] table::Value<double> value(const area::AreaCode& code, Period period) const;
  void set(std::size_t area, std::size_t period, table::Value<double> value);
  /// How many values are present in a period.
  [[nodiscard]] std::size_t coverage(std::size_t period) const;

  /// One period as plain columns, in the order of areas(): for storing.
  [[nodiscard]] const std::vector<double>& values(std::size_t period) const {
    return values_[period];
  }
  [[nodiscard]] const std::vector<std::uint8_t>& absences(std::size_t period) const {
    return absences_[period];
  }
  void set_column(std::size_t period, std::vector<double> values,
                  std::vector<std::uint8_t> absences);

 private:
  SeriesKey key_;
  std::shared_ptr<const std::vector<area::AreaCode>> areas_;
  std::vector<Period> periods_;
  std::vector<std::vector<double>> values_;
  std::vector<std::vector<std::uint8_t>> absences_;
};

/// Collects values that arrive in any order (rows of a file) into a Series.
class SeriesBuilder {
 public:
  explicit SeriesBuilder(SeriesKey key) : key_(std::move(key)) {}
  /// False, and nothing changes, when this area and period already has an entry.
  bool add(const area::AreaCode& code, Period period, table::Value<double> value);
  [[nodiscard]] bool empty() const { return entries_.empty(); }
  [[nodiscard]] Series build() const;

 private:
  struct Entry {
    area::AreaCode code;
    Period period;
    table::Value<double> value;
  };
  SeriesKey key_;
  std::vector<Entry> entries_;
  std::vector<std::size_t> slots_;  // open addressing over entries_, for doubles
  void grow();
  [[nodiscard]] std::size_t slot_of(const area::AreaCode& code, Period period) const;
};

}  // namespace wijkbeeld::series
