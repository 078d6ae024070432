// SPDX-License-Identifier: EUPL-1.2
#include "series/series.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/ensure.hpp"

namespace wijkbeeld::series {

using area::AreaCode;
using table::Absence;
using table::Value;

namespace {

template <class T>
std::optional<std::size_t> position(const std::vector<T>& sorted, const T& wanted) {
  const auto found = std::lower_bound(sorted.begin(), sorted.end(), wanted);
  if (found == sorted.end() || *found != wanted) return std::nullopt;
  return static_cast<std::size_t>(found - sorted.begin());
}

template <class T>
bool is_sorted_and_distinct(const std::vector<T>& list) {
  return std::adjacent_find(list.begin(), list.end(), std::greater_equal<T>()) == list.end();
}

constexpr std::size_t kEmpty = ~std::size_t{0};

}  // namespace

bool is_leading(const SeriesKey& key) {
  return key.quantity == quantity::kClass || key.quantity == quantity::kScore ||
         key.quantity == quantity::kDeviation;
}

Series::Series(SeriesKey key, std::vector<AreaCode> areas, std::vector<Period> periods)
    : Series(std::move(key), std::make_shared<const std::vector<AreaCode>>(std::move(areas)),
             std::move(periods)) {}

Series::Series(SeriesKey key, std::shared_ptr<const std::vector<AreaCode>> areas,
               std::vector<Period> periods)
    : key_(std::move(key)),
      areas_(std::move(areas)),
      periods_(std::move(periods)),
      values_(periods_.size(), std::vector<double>(areas_->size(), 0.0)),
      absences_(periods_.size(),
                std::vector<std::uint8_t>(areas_->size(),
                                          static_cast<std::uint8_t>(Absence::not_collected))) {
  base::ensure(is_sorted_and_distinct(*areas_), "areas of a series are sorted and distinct");
  base::ensure(is_sorted_and_distinct(periods_), "periods of a series are sorted and distinct");
}

std::optional<std::size_t> Series::find(const AreaCode& code) const {
  return position(*areas_, code);
}
std::optional<std::size_t> Series::find(Period period) const {
  return position(periods_, period);
}

Value<double> Series::value(std::size_t area, std::size_t period) const {
  const auto absence = static_cast<Absence>(absences_.at(period).at(area));
  if (absence != Absence::none) return absence;
  return values_[period][area];
}

Value<double> Series::value(const AreaCode& code, Period period) const {
  const auto row = find(code);
  if (!row) return Absence::no_such_area;
  const auto column = find(period);
  if (!column) return Absence::not_collected;
  return value(*row, *column);
}

void Series::set(std::size_t area, std::size_t period, Value<double> value) {
  values_.at(period).at(area) = value.value_or(0.0);
  absences_[period][area] = static_cast<std::uint8_t>(value.absence());
}

std::size_t Series::coverage(std::size_t period) const {
  return static_cast<std::size_t>(
      std::count(absences_.at(period).begin(), absences_.at(period).end(), std::uint8_t{0}));
}

void Series::set_column(std::size_t period, std::vector<double> values,
                        std::vector<std::uint8_t> absences) {
  base::ensure(values.size() == areas_->size() && absences.size() == areas_->size(),
               "a column has a value for every area");
  values_.at(period) = std::move(values);
  absences_.at(period) = std::move(absences);
}

std::size_t SeriesBuilder::slot_of(const AreaCode& code, Period period) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = std::hash<std::string>{}(code.text) * 31 +
                     static_cast<std::size_t>(period.from.year * 4099 + period.to.year);
  for (slot &= mask; slots_[slot] != kEmpty; slot = (slot + 1) & mask) {
    const Entry& entry = entries_[slots_[slot]];
    if (entry.period == period && entry.code == code) break;
  }
  return slot;
}

void SeriesBuilder::grow() {
  slots_.assign(std::max<std::size_t>(1024, slots_.size() * 2), kEmpty);
  for (std::size_t i = 0; i < entries_.size(); ++i)
    slots_[slot_of(entries_[i].code, entries_[i].period)] = i;
}

bool SeriesBuilder::add(const AreaCode& code, Period period, Value<double> value) {
  if (entries_.size() * 2 >= slots_.size()) grow();
  const std::size_t slot = slot_of(code, period);
  if (slots_[slot] != kEmpty) return false;
  slots_[slot] = entries_.size();
  entries_.push_back({code, period, value});
  return true;
}

Series SeriesBuilder::build() const {
  std::vector<AreaCode> areas;
  std::vector<Period> periods;
  for (const Entry& entry : entries_) {
    areas.push_back(entry.code);
    periods.push_back(entry.period);
  }
  const auto tidy = [](auto& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  };
  tidy(areas);
  tidy(periods);
  Series series(key_, std::move(areas), std::move(periods));
  for (const Entry& entry : entries_)
    series.set(*series.find(entry.code), *series.find(entry.period), entry.value);
  return series;
}

}  // namespace wijkbeeld::series
