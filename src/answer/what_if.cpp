// SPDX-License-Identifier: EUPL-1.2
#include "answer/what_if.hpp"

#include <algorithm>

#include "answer/detail/row_figures.hpp"
#include "answer/detail/scored_waves.hpp"

namespace wijkbeeld::answer {

using detail::RowFigures;
using instrument::AreaMeans;
using instrument::Standing;

namespace {

std::vector<ClassAfter> classes_of(const std::string& level, const std::string& year,
                                   const Standing& before, const Standing& after) {
  std::vector<ClassAfter> out;
  for (std::size_t c = 0; c < before.class_areas.size(); ++c) {
    const auto number = static_cast<int>(c) + 1;
    const RowFigures row("what_if_classes", {level, year, std::to_string(number)});
    out.push_back({number, row.count("areas_before", before.class_areas[c]),
                   row.count("areas_after", after.class_areas[c]),
                   row("share_residents_before", before.class_residents[c], Unit::share),
                   row("share_residents_after", after.class_residents[c], Unit::share)});
  }
  return out;
}

std::vector<AreaAfter> moved_areas(const AreaMeans& means, std::size_t wave,
                                   const std::string& year, const Standing& before,
                                   const Standing& after, const series::Project& project) {
  const area::AreaSet* areas = project.find_areas(means.level, means.vintage);
  std::vector<AreaAfter> out;
  for (std::size_t a = 0; a < means.size(); ++a) {
    if (before.number[a] == after.number[a]) continue;
    const RowFigures row("what_if_areas", {means.codes[a].text, year});
    AreaAfter one{.code = means.codes[a]};
    const auto at = areas == nullptr ? std::nullopt : areas->find(one.code);
    if (at) one.name = areas->areas()[*at].name;
    one.residents = row("residents", means.residents[wave][a], Unit::residents);
    one.score_before = row("score_before", before.score[a], Unit::score);
    one.score_after = row("score_after", after.score[a], Unit::score);
    one.class_before = before.number[a];
    one.class_after = after.number[a];
    out.push_back(std::move(one));
  }
  return out;
}

std::vector<AreaStanding> standings_of(const AreaMeans& means, std::size_t wave,
                                       const Standing& before, const Standing& after) {
  std::vector<AreaStanding> out;
  out.reserve(means.size());
  for (std::size_t a = 0; a < means.size(); ++a)
    out.push_back({means.codes[a], before.number[a], after.number[a], after.score[a],
                   means.is_scored[wave][a] != 0});
  return out;
}

bool is_named(const std::vector<instrument::Change>& changes, const std::string& id) {
  return std::any_of(changes.begin(), changes.end(), [&](const instrument::Change& one) {
    return one.indicator == id || one.indicator.starts_with(id + ":");
  });
}

WhatIfLevel at_level(const instrument::Instrument& instrument, const instrument::Model& model,
                     const AreaMeans& means, std::size_t wave, std::span<const double> weights,
                     const series::Project& project) {
  instrument::WhatIfBoard board(instrument, model, means, wave);
  const instrument::WhatIf& after = board.weigh(weights);
  const Standing& before = board.before();
  const std::string level(area::to_text(means.level));
  const std::string year = std::to_string(means.waves[wave].year);
  const RowFigures row("what_if", {level, year});
  WhatIfLevel out{.level = means.level, .vintage = means.vintage, .wave = means.waves[wave]};
  out.areas = row.count("areas", after.areas);
  out.residents = row("residents", after.residents, Unit::residents);
  out.areas_up = row.count("areas_up", after.areas_up);
  out.areas_down = row.count("areas_down", after.areas_down);
  out.residents_up = row("residents_up", after.residents_up, Unit::residents);
  out.residents_down = row("residents_down", after.residents_down, Unit::residents);
  out.share_residents_moved =
      row("share_residents_moved",
          after.residents > 0
              ? std::optional((after.residents_up + after.residents_down) / after.residents)
              : std::nullopt,
          Unit::share);
  out.low_before = row("low_before", before.low_residents, Unit::share);
  out.low_after = row("low_after", after.standing.low_residents, Unit::share);
  out.mean_before = row("mean_before", before.mean, Unit::score);
  out.mean_after = row("mean_after", after.standing.mean, Unit::score);
  out.mean_rank_shift = row("mean_rank_shift", after.mean_rank_shift, Unit::amount);
  out.largest_rank_shift = row.count("largest_rank_shift", after.largest_rank_shift);
  out.classes = classes_of(level, year, before, after.standing);
  out.areas_after = standings_of(means, wave, before, after.standing);
  out.moved = moved_areas(means, wave, year, before, after.standing, project);
  return out;
}

}  // namespace

std::vector<WeightKnob> weight_knobs(const instrument::Instrument& instrument,
                                     const instrument::Model& model) {
  std::vector<WeightKnob> out;
  for (std::size_t i = 0; i < instrument.indicators.size(); ++i) {
    WeightKnob one{&instrument.indicators[i], 0,
                   instrument.indicators[i].sensitivity != instrument::Sensitivity::none};
    bool is_up = false;
    bool is_down = false;
    for (std::size_t t = 0; t < model.weights.size(); ++t) {
      if (model.standard.terms[t].indicator != i) continue;
      is_up = is_up || model.weights[t] > 0;
      is_down = is_down || model.weights[t] < 0;
    }
    if (!is_up && !is_down) continue;
    one.sign = is_up == is_down ? 0 : is_up ? 1 : -1;
    out.push_back(one);
  }
  return out;
}

std::vector<instrument::Change> without_contested(const instrument::Instrument& instrument,
                                                  const instrument::Model& model,
                                                  std::vector<instrument::Change> changes) {
  for (const WeightKnob& one : weight_knobs(instrument, model))
    if (one.is_contested && !is_named(changes, one.indicator->id))
      changes.push_back({one.indicator->id, instrument::Change::Kind::without, 0});
  return changes;
}

WhatIfMap what_if_map(const WhatIfLevel& level, const AtlasAreas& areas) {
  WhatIfMap out;
  auto at = level.areas_after.begin();  // both are in order of code
  for (const AtlasArea& one : areas.areas) {
    while (at != level.areas_after.end() && at->code < one.code)
      ++at;
    const bool is_known = at != level.areas_after.end() && at->code == one.code;
    if (!is_known || !at->is_scored) {
      const table::Absence why = is_known ? table::Absence::withheld : table::Absence::no_such_area;
      out.class_after.emplace_back(why);
      out.score_after.emplace_back(why);
      out.moved.emplace_back(why);
      continue;
    }
    out.score_after.emplace_back(at->score_after);
    if (at->class_after == 0) {
      out.class_after.emplace_back(table::Absence::not_applicable);
      out.moved.emplace_back(table::Absence::not_applicable);
      continue;
    }
    out.class_after.emplace_back(int{at->class_after});
    out.moved.emplace_back(at->class_after < at->class_before   ? 1
                           : at->class_after > at->class_before ? 3
                                                                : 2);
  }
  return out;
}

WhatIfAnswer what_if(const WhatIfQuestion& question, const instrument::Instrument& instrument,
                     const instrument::Model& model, const instrument::Scored& scored,
                     const series::Project& project) {
  const std::vector<double> weights =
      instrument::changed_weights(instrument, model, question.changes);
  WhatIfAnswer out{&instrument, question.changes, {}};
  for (const AreaMeans* means : detail::levels_asked(scored, question.level))
    out.levels.push_back(at_level(instrument, model, *means,
                                  detail::wave_asked(*means, question.wave), weights, project));
  return out;
}

}  // namespace wijkbeeld::answer
