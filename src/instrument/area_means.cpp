// SPDX-License-Identifier: EUPL-1.2
#include "instrument/area_means.hpp"

#include <algorithm>

#include "instrument/detail/grouping.hpp"

namespace wijkbeeld::instrument {
namespace {

using area::AreaCode;
using base::say;
using detail::Grouping;
using detail::grouping_of;
using detail::kNowhere;

using MeasuredValue = table::Value<float>;

MeasuredValue unit_value(const RawColumn& column, std::size_t unit) {
  if (column.has(unit)) return static_cast<float>(column.values[unit]);
  return static_cast<table::Absence>(column.absences[unit]);
}

std::vector<MeasuredValue> unit_values(const RawColumn& column, const std::vector<double>& people,
                                       double minimum) {
  std::vector<MeasuredValue> out;
  out.reserve(people.size());
  for (std::size_t i = 0; i < people.size(); ++i)
    out.push_back(people[i] >= minimum ? unit_value(column, i)
                                       : MeasuredValue(table::Absence::withheld));
  return out;
}

// Over the residents of the units with a value; an area without any has none for their reason.
std::vector<MeasuredValue> group_values(const Grouping& groups, const RawColumn& column,
                                        const std::vector<double>& people, double minimum) {
  std::vector<double> all(groups.codes.size(), 0);
  std::vector<double> with(groups.codes.size(), 0);
  std::vector<double> sums(groups.codes.size(), 0);
  for (std::size_t i = 0; i < people.size(); ++i) {
    const std::size_t group = groups.group[i];
    if (group == kNowhere) continue;
    all[group] += people[i];
    if (!column.has(i)) continue;
    with[group] += people[i];
    sums[group] += people[i] * column.values[i];
  }
  std::vector<MeasuredValue> out;
  for (std::size_t a = 0; a < all.size(); ++a) {
    if (all[a] < minimum)
      out.emplace_back(table::Absence::withheld);
    else if (with[a] > 0)
      out.emplace_back(static_cast<float>(sums[a] / with[a]));
    else
      out.emplace_back(table::Absence::not_collected);
  }
  return out;
}

}  // namespace

std::vector<IndicatorMeans> indicator_means(const Instrument& instrument,
                                            const series::Project& project,
                                            const Measured& measured) {
  const Units& units = measured.units;
  std::vector<area::Level> levels{units.level};
  for (const area::Level level : instrument.levels)
    if (level != units.level) levels.push_back(level);
  std::vector<IndicatorMeans> out;
  for (const area::Level level : levels) {
    const bool is_own = level == units.level;
    const Grouping groups = is_own ? Grouping{} : grouping_of(project, units, level);
    IndicatorMeans one{level, units.vintage, units.waves, is_own ? units.codes : groups.codes, {}};
    for (const auto& columns : measured.raw) {
      one.values.emplace_back();
      for (std::size_t w = 0; w < columns.size(); ++w)
        one.values.back().push_back(
            is_own ? unit_values(columns[w], units.residents[w], instrument.fewest_residents(level))
                   : group_values(groups, columns[w], units.residents[w],
                                  instrument.fewest_residents(level)));
    }
    out.push_back(std::move(one));
  }
  return out;
}

std::optional<std::size_t> AreaMeans::find(const AreaCode& code) const {
  const auto at = std::lower_bound(codes.begin(), codes.end(), code);
  if (at == codes.end() || *at != code) return std::nullopt;
  return static_cast<std::size_t>(at - codes.begin());
}

std::optional<std::size_t> AreaMeans::wave_index(series::Wave wave) const {
  const auto at = std::find(waves.begin(), waves.end(), wave);
  if (at == waves.end()) return std::nullopt;
  return static_cast<std::size_t>(at - waves.begin());
}

AreaMeans unit_means(const Measured& measured, const std::vector<StandardWave>& waves,
                     double minimum) {
  const Units& units = measured.units;
  AreaMeans out{.level = units.level,
                .vintage = units.vintage,
                .waves = units.waves,
                .codes = units.codes,
                .residents = units.residents};
  for (std::size_t w = 0; w < waves.size(); ++w) {
    out.z.push_back(waves[w].z);
    stats::Matrix doubt;
    if (!waves[w].imputed.empty()) doubt = stats::Matrix(units.size(), waves[w].z.columns());
    for (const Imputed& one : waves[w].imputed)
      doubt.at(one.unit, one.term) = one.deviation;
    out.doubt.push_back(std::move(doubt));
    out.is_scored.push_back(detail::enough(units.residents[w], minimum));
    for (std::size_t i = 0; i < units.size(); ++i)
      if (waves[w].is_scored[i] == 0) out.is_scored[w][i] = 0;
  }
  return out;
}

AreaMeans area_means(const series::Project& project, const Measured& measured,
                     const std::vector<StandardWave>& waves, area::Level level, double minimum,
                     base::Workers workers, base::Ledger& ledger) {
  const Units& units = measured.units;
  const Grouping groups = grouping_of(project, units, level);
  if (groups.nowhere > 0)
    ledger.add(
        {"unit-without-area",
         base::Severity::warning,
         {},
         say("{} of {} {} lie in no known {} and count towards none", groups.nowhere, units.size(),
             std::string(area::to_text(units.level)), std::string(area::to_text(level)))});
  AreaMeans out{
      .level = level, .vintage = units.vintage, .waves = units.waves, .codes = groups.codes};
  for (std::size_t w = 0; w < waves.size(); ++w) {
    const std::vector<double>& people = units.residents[w];
    out.residents.push_back(detail::residents_of(groups, people, waves[w]));
    out.z.push_back(detail::means_of(groups, people, waves[w], out.residents[w], workers));
    out.doubt.push_back(detail::doubt_of(groups, people, waves[w], out.residents[w]));
    out.is_scored.push_back(detail::enough(out.residents[w], minimum));
  }
  return out;
}

}  // namespace wijkbeeld::instrument
