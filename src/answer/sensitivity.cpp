// SPDX-License-Identifier: EUPL-1.2
#include "answer/sensitivity.hpp"

#include <algorithm>
#include <bit>

#include "answer/detail/row_figures.hpp"
#include "answer/detail/scored_waves.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::answer {

using detail::RowFigures;
using instrument::AreaMeans;
using instrument::Dependence;
using instrument::SensitivityAnalysis;

namespace {

// Wide enough to have many areas, coarse enough to have a name: the last below gemeente.
const AreaMeans& means_asked(const instrument::Scored& scored, std::optional<area::Level> level) {
  const auto levels = detail::levels_asked(scored, level);
  const AreaMeans* best = levels.front();
  for (const AreaMeans* one : levels)
    if (one->level != area::Level::gemeente) best = one;
  return *best;
}

class AnswerMaker {
 public:
  AnswerMaker(const instrument::Instrument& instrument, const AreaMeans& means, std::size_t wave,
              const series::Project& project)
      : instrument_(instrument),
        means_(means),
        wave_(wave),
        areas_(project.find_areas(means.level, means.vintage)) {}

  SensitivityAnswer make(const SensitivityAnalysis& found) {
    head(found);
    for (const instrument::DropOne& one : found.drop_one)
      dropped(one);
    std::stable_sort(out_.dropped.begin(), out_.dropped.end(),
                     [](const DroppedIndicator& a, const DroppedIndicator& b) {
                       return *a.residents_up + *a.residents_down >
                              *b.residents_up + *b.residents_down;
                     });
    if (found.uncertainty) ranks(*found.uncertainty);
    for (const Dependence& one : found.dependence)
      factors(found, one);
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string name_of(const area::AreaCode& code) const {
    const auto at = areas_ == nullptr ? std::nullopt : areas_->find(code);
    return at ? areas_->areas()[*at].name : std::string();
  }

  void head(const SensitivityAnalysis& found) {
    const RowFigures row("sensitivity", {std::string(area::to_text(means_.level)),
                                         std::to_string(means_.waves[wave_].year)});
    out_.instrument = &instrument_;
    out_.level = means_.level;
    out_.vintage = means_.vintage;
    out_.wave = means_.waves[wave_];
    std::size_t areas = 0;
    stats::Sum people;
    for (std::size_t a = 0; a < means_.size(); ++a)
      if (means_.is_scored[wave_][a] != 0) {
        ++areas;
        people.add(means_.residents[wave_][a]);
      }
    residents_ = people.value();
    out_.areas = row.count("areas", areas);
    out_.residents = row("residents", residents_, Unit::residents);
    if (!found.uncertainty) return;
    out_.confidence = found.uncertainty->confidence;
    out_.runs = row.count("runs", found.uncertainty->runs);
    out_.mean_rank_shift = row("mean_rank_shift", found.uncertainty->mean_rank_shift, Unit::amount);
    out_.settled_residents =
        row("settled_residents", found.uncertainty->settled_residents, Unit::share);
  }

  void dropped(const instrument::DropOne& one) {
    const instrument::Indicator& indicator = instrument_.indicators[one.indicator];
    const RowFigures row("drop_one", {indicator.id});
    DroppedIndicator made{.indicator = &indicator};
    made.areas_up = row.count("areas_up", one.areas_up);
    made.areas_down = row.count("areas_down", one.areas_down);
    made.residents_up = row("residents_up", one.residents_up, Unit::residents);
    made.residents_down = row("residents_down", one.residents_down, Unit::residents);
    made.share_residents = row(
        "share_residents",
        residents_ > 0 ? std::optional(one.residents() / residents_) : std::nullopt, Unit::share);
    made.rank_correlation = row("rank_correlation", one.rank_correlation, Unit::ratio);
    made.mean_rank_shift = row("mean_rank_shift", one.mean_rank_shift, Unit::amount);
    made.largest_rank_shift = row.count("largest_rank_shift", one.largest_rank_shift);
    made.mean_shift = row("mean_shift", one.mean_shift, Unit::change);
    out_.dropped.push_back(std::move(made));
    for (const instrument::Moved& moved : one.moved) {
      const area::AreaCode& code = means_.codes[moved.area];
      const RowFigures cell("class_changes", {indicator.id, code.text});
      out_.changes.push_back(
          {&indicator, code, name_of(code),
           cell("residents", means_.residents[wave_][moved.area], Unit::residents), moved.from,
           moved.to});
    }
  }

  void ranks(const instrument::Uncertainty& found) {
    for (std::size_t a = 0; a < means_.size(); ++a) {
      if (means_.is_scored[wave_][a] == 0) continue;
      const area::AreaCode& code = means_.codes[a];
      const RowFigures row("rank_intervals", {code.text});
      RankInterval made{.code = code, .name = name_of(code)};
      made.residents = row("residents", means_.residents[wave_][a], Unit::residents);
      made.rank = row.count("rank", found.rank[a]);
      made.low = row.count("rank_low", found.rank_low[a]);
      made.median = row.count("rank_median", found.rank_median[a]);
      made.high = row.count("rank_high", found.rank_high[a]);
      if (found.class_share.columns() > 0) {
        made.class_number = found.number[a];
        made.own_class = row("own_class", found.own_class[a], Unit::share);
      }
      for (std::size_t c = 0; c < found.class_share.columns(); ++c)
        made.classes.push_back(
            row("class_" + std::to_string(c + 1), found.class_share.at(a, c), Unit::share));
      out_.ranks.push_back(std::move(made));
    }
  }

  void factors(const SensitivityAnalysis& found, const Dependence& one) {
    for (std::size_t f = 0; f < one.indices.size(); ++f) {
      const stats::SobolIndex& index = one.indices[f];
      const RowFigures row("sobol", {std::string(to_text(one.outcome)),
                                     std::string(instrument::to_text(found.factors[f]))});
      out_.factors.push_back({one.outcome, found.factors[f],
                              row("first", index.first.value, Unit::ratio),
                              row("first_low", index.first.low, Unit::ratio),
                              row("first_high", index.first.high, Unit::ratio),
                              row("total", index.total.value, Unit::ratio),
                              row("total_low", index.total.low, Unit::ratio),
                              row("total_high", index.total.high, Unit::ratio)});
    }
  }

  const instrument::Instrument& instrument_;
  const AreaMeans& means_;
  std::size_t wave_;
  const area::AreaSet* areas_;
  double residents_ = 0;
  SensitivityAnswer out_;
};

}  // namespace

std::string_view to_text(Dependence::Outcome outcome) {
  switch (outcome) {
    case Dependence::Outcome::rank_shift:
      return "rank-shift";
    case Dependence::Outcome::low:
      return "low";
    case Dependence::Outcome::score:
      return "score";
  }
  return "";
}

SensitivityAnswer sensitivity(const SensitivityQuestion& question,
                              const instrument::Instrument& instrument,
                              const instrument::Model& model, const instrument::Scored& scored,
                              const series::Project& project, base::Workers workers,
                              base::Progress& progress) {
  const AreaMeans& means = means_asked(scored, question.level);
  const std::size_t wave = detail::wave_asked(means, question.wave);
  instrument::SensitivityPlan plan;
  plan.runs = question.runs;
  plan.samples = question.runs == 0 ? 0 : std::bit_floor(question.runs);
  plan.confidence = model.confidence;
  const SensitivityAnalysis found = instrument::sensitivity(instrument, model, means, wave, plan,
                                                            {model.seed}, workers, progress);
  return AnswerMaker(instrument, means, wave, project).make(found);
}

}  // namespace wijkbeeld::answer
