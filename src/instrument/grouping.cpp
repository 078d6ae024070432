// SPDX-License-Identifier: EUPL-1.2
#include "instrument/detail/grouping.hpp"

#include <map>

namespace wijkbeeld::instrument::detail {

using area::AreaCode;

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

}  // namespace wijkbeeld::instrument::detail
