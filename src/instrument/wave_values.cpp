// SPDX-License-Identifier: EUPL-1.2
#include "instrument/detail/wave_values.hpp"

#include <algorithm>
#include <optional>

#include "instrument/detail/standard_words.hpp"

namespace wijkbeeld::instrument::detail {
namespace {

// Units whose value no step can take. Every step keeps the order of values, so when the lowest one
// passes, all do.
std::vector<std::size_t> impossible_units(const std::vector<FrozenTransform>& steps,
                                          const RawColumn& column) {
  std::vector<std::size_t> out;
  std::optional<double> lowest;
  for (std::size_t i = 0; i < column.values.size(); ++i)
    if (column.has(i) && (!lowest || column.values[i] < *lowest)) lowest = column.values[i];
  if (steps.empty() || !lowest || !transformed(steps, *lowest).empty()) return out;
  for (std::size_t i = 0; i < column.values.size(); ++i)
    if (column.has(i) && transformed(steps, column.values[i]).empty()) out.push_back(i);
  return out;
}

// Whether something can stand in for what a wave lacks.
bool is_filled(const Indicator& indicator, const RawColumn& column,
               const std::vector<double>& residents) {
  if (indicator.missing == Missing::last_wave || column.present() == column.values.size())
    return true;
  for (std::size_t i = 0; i < column.values.size(); ++i)
    if (column.has(i) && residents[i] > 0) return true;
  return false;
}

}  // namespace

std::vector<base::Failure> wave_failures(const Instrument& instrument, const Measured& measured,
                                         std::size_t indicator,
                                         const std::vector<FrozenTransform>& steps) {
  const Indicator& one = instrument.indicators[indicator];
  const Units& units = measured.units;
  std::vector<base::Failure> out;
  for (std::size_t w = 0; w < units.waves.size(); ++w) {
    const RawColumn& column = measured.raw[indicator][w];
    const auto wrong = impossible_units(steps, column);
    if (!wrong.empty())
      out.push_back(impossible(one, units, wrong.front(), units.waves[w],
                               column.values[wrong.front()], wrong.size()));
    else if (units.waves[w] != instrument.base_wave && !is_filled(one, column, units.residents[w]))
      out.push_back(no_values(one, units.waves[w]));
  }
  return out;
}

}  // namespace wijkbeeld::instrument::detail
