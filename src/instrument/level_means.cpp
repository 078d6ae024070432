// SPDX-License-Identifier: EUPL-1.2
#include "instrument/level_means.hpp"

#include <algorithm>

#include "instrument/detail/grouping.hpp"

namespace wijkbeeld::instrument {

using base::say;

namespace {

// A level in the making. Of the units themselves there is no grouping.
struct LevelSoFar {
  std::optional<detail::Grouping> groups;
  AreaMeans means;
};

void put(const stats::Matrix& from, std::size_t first, stats::Matrix& into) {
  for (std::size_t column = 0; column < from.columns(); ++column)
    std::copy(from.column(column).begin(), from.column(column).end(),
              into.column(first + column).begin());
}

class OneByOne {
 public:
  OneByOne(const Instrument& instrument, const Standard& standard, const series::Project& project,
           const Fetch& fetch, base::Workers workers)
      : instrument_(instrument),
        standard_(standard),
        project_(project),
        fetch_(fetch),
        workers_(workers) {
    std::vector<Quantity> people;
    if (instrument.residents) people.push_back(*instrument.residents);
    fetch(people);
    measured_.units = units_of(instrument, project);
    measured_.raw.resize(instrument.indicators.size());
    is_scored_.assign(units().waves.size(), std::vector<std::uint8_t>(units().size(), 1));
  }

  // Units that lack a value that may not be missing have no score, and count in no mean.
  void find_unscored() {
    for (std::size_t at = 0; at < standard_.terms.size(); at = end_of(at)) {
      const std::size_t indicator = standard_.terms[at].indicator;
      if (instrument_.indicators[indicator].missing != Missing::no_score) continue;
      measure(indicator);
      for (std::size_t w = 0; w < is_scored_.size(); ++w)
        for (std::size_t i = 0; i < units().size(); ++i)
          if (!measured_.raw[indicator][w].has(i)) is_scored_[w][i] = 0;
      measured_.raw[indicator].clear();
    }
  }

  void add_level(area::Level level) {
    LevelSoFar one;
    if (level != instrument_.level) one.groups = detail::grouping_of(project_, units(), level);
    one.means = {.level = level,
                 .vintage = units().vintage,
                 .waves = units().waves,
                 .codes = one.groups ? one.groups->codes : units().codes};
    for (std::size_t w = 0; w < is_scored_.size(); ++w) {
      const std::vector<double>& people = units().residents[w];
      const StandardWave wave{.is_scored = is_scored_[w]};
      one.means.residents.push_back(one.groups ? detail::residents_of(*one.groups, people, wave)
                                               : people);
      one.means.is_scored.push_back(
          detail::enough(one.means.residents[w], instrument_.fewest_residents(level)));
      if (!one.groups)
        for (std::size_t i = 0; i < people.size(); ++i)
          one.means.is_scored[w][i] &= is_scored_[w][i];
      one.means.z.emplace_back(one.means.size(), standard_.terms.size());
      one.means.doubt.emplace_back();
    }
    levels_.push_back(std::move(one));
  }

  void measure_all(base::Progress& progress) {
    for (std::size_t at = 0; at < standard_.terms.size(); at = end_of(at)) {
      progress.check();
      const std::size_t indicator = standard_.terms[at].indicator;
      const auto begin = standard_.terms.begin();
      const Standard own{standard_.transforms,
                         {begin + static_cast<std::ptrdiff_t>(at),
                          begin + static_cast<std::ptrdiff_t>(end_of(at))}};
      measure(indicator);
      for (std::size_t w = 0; w < is_scored_.size(); ++w) {
        StandardWave wave = standardised(instrument_, measured_, own, units().waves[w]);
        wave.is_scored = is_scored_[w];
        for (LevelSoFar& level : levels_)
          add(wave, w, at, level);
      }
      measured_.raw[indicator].clear();
      progress.advance(end_of(at), standard_.terms.size());
    }
  }

  [[nodiscard]] std::vector<AreaMeans> take() {
    std::vector<AreaMeans> out;
    for (LevelSoFar& one : levels_)
      out.push_back(std::move(one.means));
    return out;
  }

 private:
  [[nodiscard]] const Units& units() const { return measured_.units; }

  // Behind the last term of the indicator whose first term this is.
  [[nodiscard]] std::size_t end_of(std::size_t first) const {
    std::size_t out = first;
    while (out < standard_.terms.size() &&
           standard_.terms[out].indicator == standard_.terms[first].indicator)
      ++out;
    return out;
  }

  void measure(std::size_t indicator) {
    const Indicator& one = instrument_.indicators[indicator];
    fetch_(quantities_of(one));
    measured_.raw[indicator] = measured_in_waves(one, project_, units(), workers_);
  }

  void add(const StandardWave& wave, std::size_t w, std::size_t first, LevelSoFar& level) {
    AreaMeans& means = level.means;
    stats::Matrix doubt;
    if (level.groups) {
      const std::vector<double>& people = units().residents[w];
      put(detail::means_of(*level.groups, people, wave, means.residents[w], workers_), first,
          means.z[w]);
      doubt = detail::doubt_of(*level.groups, people, wave, means.residents[w]);
    } else {
      put(wave.z, first, means.z[w]);
      if (!wave.imputed.empty()) doubt = stats::Matrix(means.size(), wave.z.columns());
      for (const Imputed& one : wave.imputed)
        doubt.at(one.unit, one.term) = one.deviation;
    }
    if (wave.imputed.empty()) return;
    if (means.doubt[w].rows() == 0)
      means.doubt[w] = stats::Matrix(means.size(), standard_.terms.size());
    put(doubt, first, means.doubt[w]);
  }

  const Instrument& instrument_;
  const Standard& standard_;
  const series::Project& project_;
  const Fetch& fetch_;
  base::Workers workers_;
  Measured measured_;
  std::vector<std::vector<std::uint8_t>> is_scored_;  // [wave][unit]
  std::vector<LevelSoFar> levels_;
};

}  // namespace

std::vector<AreaMeans> level_means(const Instrument& instrument, const Standard& standard,
                                   const series::Project& project, const Fetch& fetch,
                                   bool with_units, base::Workers workers,
                                   base::Progress& progress) {
  progress.begin(say("scoring '{}'", instrument.edition.id.text));
  OneByOne work(instrument, standard, project, fetch, workers);
  work.find_unscored();
  if (with_units) work.add_level(instrument.level);
  for (const area::Level level : instrument.levels)
    if (level != instrument.level) work.add_level(level);
  work.measure_all(progress);
  return work.take();
}

}  // namespace wijkbeeld::instrument
