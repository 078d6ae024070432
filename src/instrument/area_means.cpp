// SPDX-License-Identifier: EUPL-1.2
#include "instrument/area_means.hpp"

#include <algorithm>
#include <map>

namespace wijkbeeld::instrument {
namespace {

using area::AreaCode;
using base::say;

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

// Which row of the coarser level each unit adds to.
struct Grouping {
  std::vector<AreaCode> codes;
  std::vector<std::size_t> group;  // per unit
  std::size_t nowhere = 0;
};

Grouping grouping_of(const series::Project& project, const Units& units, area::Level level) {
  std::vector<std::optional<AreaCode>> parents;
  std::map<AreaCode, std::size_t> rows;
  for (const AreaCode& code : units.codes) {
    parents.push_back(ancestor_of(project, code, units.level, level, units.vintage));
    if (parents.back()) rows.emplace(*parents.back(), 0);
  }
  Grouping out;
  for (auto& [code, row] : rows) {
    row = out.codes.size();
    out.codes.push_back(code);
  }
  for (const auto& parent : parents) {
    out.group.push_back(parent ? rows.at(*parent) : kNowhere);
    out.nowhere += parent ? 0U : 1U;
  }
  return out;
}

// Residents of the units that count, per area.
std::vector<double> residents_of(const Grouping& groups, const std::vector<double>& people,
                                 const StandardWave& wave) {
  std::vector<double> out(groups.codes.size(), 0);
  for (std::size_t i = 0; i < people.size(); ++i)
    if (groups.group[i] != kNowhere && wave.is_scored[i] != 0) out[groups.group[i]] += people[i];
  return out;
}

stats::Matrix means_of(const Grouping& groups, const std::vector<double>& people,
                       const StandardWave& wave, const std::vector<double>& totals,
                       base::Workers workers) {
  stats::Matrix out(groups.codes.size(), wave.z.columns());
  base::for_blocks(wave.z.columns(), 1, workers, [&](std::size_t begin, std::size_t end) {
    for (std::size_t term = begin; term < end; ++term) {
      const std::span<const double> z = wave.z.column(term);
      const std::span<double> sums = out.column(term);
      for (std::size_t i = 0; i < z.size(); ++i)
        if (groups.group[i] != kNowhere && wave.is_scored[i] != 0)
          sums[groups.group[i]] += people[i] * z[i];
      for (std::size_t a = 0; a < sums.size(); ++a)
        sums[a] = totals[a] > 0 ? sums[a] / totals[a] : 0;
    }
  });
  return out;
}

stats::Matrix doubt_of(const Grouping& groups, const std::vector<double>& people,
                       const StandardWave& wave, const std::vector<double>& totals) {
  if (wave.imputed.empty()) return {};
  stats::Matrix out(groups.codes.size(), wave.z.columns());
  for (const Imputed& one : wave.imputed) {
    const std::size_t group = groups.group[one.unit];
    if (group != kNowhere && wave.is_scored[one.unit] != 0 && totals[group] > 0)
      out.at(group, one.term) += people[one.unit] * one.deviation / totals[group];
  }
  return out;
}

std::vector<std::uint8_t> enough(const std::vector<double>& residents, double minimum) {
  std::vector<std::uint8_t> out;
  for (const double people : residents)
    out.push_back(people > 0 && people >= minimum ? 1 : 0);
  return out;
}

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
            is_own ? unit_values(columns[w], units.residents[w], instrument.minimum_residents)
                   : group_values(groups, columns[w], units.residents[w],
                                  instrument.minimum_residents));
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
    out.is_scored.push_back(enough(units.residents[w], minimum));
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
    out.residents.push_back(residents_of(groups, people, waves[w]));
    out.z.push_back(means_of(groups, people, waves[w], out.residents[w], workers));
    out.doubt.push_back(doubt_of(groups, people, waves[w], out.residents[w]));
    out.is_scored.push_back(enough(out.residents[w], minimum));
  }
  return out;
}

}  // namespace wijkbeeld::instrument
