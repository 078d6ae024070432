// SPDX-License-Identifier: EUPL-1.2
#include "source/series_merge.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/ensure.hpp"
#include "base/message.hpp"
#include "base/number.hpp"

namespace wijkbeeld::source {

using series::Series;
using table::Absence;
using table::Value;

namespace {

template <class T>
std::vector<T> united(const std::vector<T>& a, const std::vector<T>& b) {
  std::vector<T> out;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

// The same values with more areas and periods around them.
Series widened(const Series& narrow, const Series& other) {
  Series wide(narrow.key(), united(narrow.areas(), other.areas()),
              united(narrow.periods(), other.periods()));
  for (std::size_t period = 0; period < narrow.periods().size(); ++period) {
    const std::size_t to = *wide.find(narrow.periods()[period]);
    for (std::size_t area = 0; area < narrow.areas().size(); ++area)
      wide.set(*wide.find(narrow.areas()[area]), to, narrow.value(area, period));
  }
  return wide;
}

bool is_open(const Value<double>& value) {
  return value.absence() == Absence::not_collected || value.absence() == Absence::refused;
}

bool is_same(const Value<double>& a, const Value<double>& b, double tolerance) {
  if (a && b) return std::abs(*a - *b) <= tolerance;
  return a.absence() == b.absence();
}

}  // namespace

Merged merge_series(Series& first, const Series& second, double tolerance,
                    const OnDifference& on_difference) {
  base::ensure(first.key() == second.key(), "only series with the same key are merged");
  if (first.areas() != second.areas() || first.periods() != second.periods())
    first = widened(first, second);
  Merged merged;
  for (std::size_t p = 0; p < second.periods().size(); ++p) {
    const std::size_t period = *first.find(second.periods()[p]);
    for (std::size_t a = 0; a < second.areas().size(); ++a) {
      const Value<double> theirs = second.value(a, p);
      if (is_open(theirs)) continue;
      const std::size_t area = *first.find(second.areas()[a]);
      const Value<double> ours = first.value(area, period);
      if (is_same(ours, theirs, tolerance)) {
        ++merged.same;
      } else if (is_open(ours)) {
        ++merged.added;
        first.set(area, period, theirs);
      } else {
        ++merged.differing;
        on_difference(second.areas()[a], second.periods()[p], ours, theirs);
      }
    }
  }
  return merged;
}

std::string in_words(const Value<double>& value) {
  return value ? base::to_text(*value) : std::string(table::to_text(value.absence()));
}

std::string in_words(series::Period period) {
  return period.is_wave() ? fmt::format("{}", period.to.year)
                          : fmt::format("{}-{}", period.from.year, period.to.year);
}

}  // namespace wijkbeeld::source
