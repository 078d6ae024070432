// SPDX-License-Identifier: EUPL-1.2
#include "answer/standings.hpp"

#include <algorithm>

#include "stats/mean.hpp"
#include "stats/order.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::answer {

using table::Absence;
using table::Value;

namespace {

// The code of the gemeente where the code of the area has it, else its name.
std::string key_of_gemeente(const study::PanelArea& one) {
  const auto code = area::gemeente_of(one.code);
  return code ? code->text : one.gemeente;
}

// Scores of one gemeente with the residents that weigh them.
struct GemeenteScores {
  std::vector<double> scores = {};
  std::vector<double> residents = {};
};

}  // namespace

Standings::Standings(const study::Panel& panel) : panel_(panel) {
  if (panel.level() == area::Level::cell) {
    for (auto wave = panel.waves().rbegin(); wave != panel.waves().rend() && waves_.empty(); ++wave)
      if (panel.has_scores(*wave)) waves_.emplace(*wave, make(*wave));
    return;
  }
  for (std::size_t row = 0; row < panel.size(); ++row)
    gemeenten_.push_back(key_of_gemeente(panel.area(row)));
  for (const series::Wave wave : panel.waves())
    waves_.emplace(wave, make(wave));
}

Standings::AtWave Standings::make(series::Wave wave) const {
  std::vector<double> scores;
  std::vector<double> residents;
  std::unordered_map<std::string, GemeenteScores> gemeenten;
  for (std::size_t row = 0; row < panel_.size(); ++row) {
    const Value<double> score = panel_.score(row, wave);
    if (!score) continue;
    const Value<double>& people = panel_.area(row).residents;
    scores.push_back(*score);
    residents.push_back(people.value_or(0));
    if (!people || gemeenten_.empty() || gemeenten_[row].empty()) continue;
    GemeenteScores& own = gemeenten[gemeenten_[row]];
    own.scores.push_back(*score);
    own.residents.push_back(*people);
  }
  AtWave out;
  stats::Sum below;
  stats::Sorter sorter;
  for (const std::uint32_t i : sorter.ascending(scores)) {
    out.scores.push_back(scores[i]);
    out.residents_below.push_back(below.value());
    below.add(residents[i]);
  }
  out.residents_below.push_back(below.value());
  for (const auto& [key, one] : gemeenten)
    if (one.scores.size() > 1)
      if (const auto mean = stats::weighted_mean(one.scores, one.residents))
        out.gemeente_means[key] = *mean;
  return out;
}

const Standings::AtWave* Standings::at(series::Wave wave) const {
  const auto found = waves_.find(wave);
  return found == waves_.end() ? nullptr : &found->second;
}

Standings::Position Standings::position(double score, series::Wave wave) const {
  const AtWave* here = at(wave);
  Position out;
  if (here == nullptr || here->scores.empty()) return out;
  const auto lower = static_cast<std::size_t>(
      std::lower_bound(here->scores.begin(), here->scores.end(), score) - here->scores.begin());
  out.areas = static_cast<double>(lower) / static_cast<double>(here->scores.size());
  const double all = here->residents_below.back();
  if (all > 0) out.residents = here->residents_below[lower] / all;
  return out;
}

Value<double> Standings::gemeente_mean(std::size_t row, series::Wave wave) const {
  const AtWave* here = at(wave);
  if (here == nullptr || gemeenten_.empty() || panel_.level() == area::Level::gemeente)
    return Absence::not_applicable;
  const auto found = here->gemeente_means.find(gemeenten_[row]);
  if (found == here->gemeente_means.end()) return Absence::not_applicable;
  return found->second;
}

}  // namespace wijkbeeld::answer
