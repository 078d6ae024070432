// SPDX-License-Identifier: EUPL-1.2
// Scores as series of the definition's edition.
#include <algorithm>

#include "instrument/score.hpp"

namespace wijkbeeld::instrument {
namespace {

using series::Period;
using series::Series;
namespace quantity = series::quantity;

// Periods, and a column of values for each.
class Sheet {
 public:
  Sheet(const Instrument& instrument, const AreaMeans& means, std::string name,
        const std::vector<Period>& periods)
      : series_({instrument.edition.id, means.level, means.vintage, std::move(name)}, means.codes,
                periods) {}

  void set(Period period, std::vector<double> values, const std::vector<std::uint8_t>& is_known) {
    const auto at = series_.find(period);
    base::ensure(at.has_value(), "a sheet has the period");
    std::vector<std::uint8_t> absences(values.size(), 0);
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (is_known[i] != 0) continue;
      absences[i] = static_cast<std::uint8_t>(table::Absence::withheld);
      values[i] = 0;
    }
    series_.set_column(*at, std::move(values), std::move(absences));
  }
  Series take() { return std::move(series_); }

 private:
  Series series_;
};

std::vector<Period> wave_periods(const AreaMeans& means) {
  std::vector<Period> out;
  for (const series::Wave wave : means.waves)
    out.push_back(series::at(wave));
  return out;
}

std::vector<Period> change_periods(const AreaMeans& means) {
  std::vector<Period> out;
  for (std::size_t from = 0; from < means.waves.size(); ++from)
    for (std::size_t to = from + 1; to < means.waves.size(); ++to)
      out.push_back({means.waves[from], means.waves[to]});
  return out;
}

class Publisher {
 public:
  Publisher(const Instrument& instrument, const Model& model, const AreaMeans& means,
            base::Workers workers)
      : instrument_(instrument), model_(model), means_(means), workers_(workers) {}

  std::vector<Series> take() {
    situations();
    if (means_.waves.size() > 1) changes();
    std::sort(out_.begin(), out_.end(),
              [](const Series& a, const Series& b) { return a.key() < b.key(); });
    return std::move(out_);
  }

 private:
  Sheet sheet(std::string name, const std::vector<Period>& periods) const {
    return {instrument_, means_, std::move(name), periods};
  }
  std::vector<Sheet> dimension_sheets(std::string_view prefix,
                                      const std::vector<Period>& periods) const {
    std::vector<Sheet> out;
    for (const Dimension& dimension : instrument_.edition.dimensions)
      out.push_back(sheet(std::string(prefix) + dimension.id, periods));
    return out;
  }
  void keep(Sheet& one) { out_.push_back(one.take()); }

  [[nodiscard]] double absolute(double deviation, series::Wave wave) const {
    return deviation + instrument_.edition.reference.mean(wave).value_or(model_.reference);
  }

  void situations() {
    const std::vector<Period> periods = wave_periods(means_);
    Sheet score = sheet(std::string(quantity::kScore), periods);
    Sheet deviation = sheet(std::string(quantity::kDeviation), periods);
    Sheet error = sheet("score.error", periods);
    Sheet classes = sheet(std::string(quantity::kClass), periods);
    Sheet sureness = sheet("class.probability", periods);
    std::vector<Sheet> dimensions = dimension_sheets(quantity::kContribution, periods);
    for (std::size_t w = 0; w < means_.waves.size(); ++w) {
      WaveScores scores = scores_of(instrument_, model_, means_, w, model_.weights, workers_);
      set_classes(scores, w, classes, sureness);
      for (std::size_t d = 0; d < dimensions.size(); ++d)
        dimensions[d].set(periods[w], std::move(scores.contributions[d]), means_.is_scored[w]);
      std::vector<double> totals = scores.deviation;
      for (double& one : totals)
        one = absolute(one, means_.waves[w]);
      score.set(periods[w], std::move(totals), means_.is_scored[w]);
      deviation.set(periods[w], std::move(scores.deviation), means_.is_scored[w]);
      error.set(periods[w], std::move(scores.error), means_.is_scored[w]);
    }
    keep(score);
    keep(deviation);
    keep(error);
    if (instrument_.edition.classes) keep(classes);
    if (instrument_.edition.classes) keep(sureness);
    for (Sheet& one : dimensions)
      keep(one);
  }

  void set_classes(const WaveScores& scores, std::size_t w, Sheet& classes, Sheet& sureness) const {
    if (!instrument_.edition.classes) return;
    const ClassScale& scale = *instrument_.edition.classes;
    std::vector<double> numbers;
    std::vector<double> chances;
    for (std::size_t i = 0; i < means_.size(); ++i) {
      const double score = absolute(scores.deviation[i], means_.waves[w]);
      const int number = scale.class_of(score);
      numbers.push_back(number);
      chances.push_back(
          class_probabilities(scale, score, scores.error[i])[static_cast<std::size_t>(number - 1)]);
    }
    const Period period = series::at(means_.waves[w]);
    classes.set(period, std::move(numbers), means_.is_scored[w]);
    sureness.set(period, std::move(chances), means_.is_scored[w]);
  }

  void changes() {
    const std::vector<Period> periods = change_periods(means_);
    Sheet change = sheet(std::string(quantity::kChange), periods);
    Sheet error = sheet("change.error", periods);
    Sheet probability = sheet("change.probability", periods);
    Sheet false_discovery = sheet("change.false_discovery", periods);
    Sheet development = sheet(std::string(quantity::kDevelopment), periods);
    std::vector<Sheet> dimensions = dimension_sheets(quantity::kContributionChange, periods);
    for (const Period period : periods) {
      ScoreChanges one = changes_of(instrument_, model_, means_, *means_.wave_index(period.from),
                                    *means_.wave_index(period.to), workers_);
      if (instrument_.edition.development) {
        std::vector<double> numbers;
        for (const double difference : one.change)
          numbers.push_back(instrument_.edition.development->class_of(difference));
        development.set(period, std::move(numbers), one.is_known);
      }
      for (std::size_t d = 0; d < dimensions.size(); ++d)
        dimensions[d].set(period, std::move(one.contributions[d]), one.is_known);
      change.set(period, std::move(one.change), one.is_known);
      error.set(period, std::move(one.error), one.is_known);
      probability.set(period, std::move(one.probability), one.is_known);
      false_discovery.set(period, std::move(one.false_discovery), one.is_known);
    }
    keep(change);
    keep(error);
    keep(probability);
    keep(false_discovery);
    if (instrument_.edition.development) keep(development);
    for (Sheet& one : dimensions)
      keep(one);
  }

  const Instrument& instrument_;
  const Model& model_;
  const AreaMeans& means_;
  base::Workers workers_;
  std::vector<Series> out_;
};

}  // namespace

std::vector<Series> score_series(const Instrument& instrument, const Model& model,
                                 const AreaMeans& means, base::Workers workers) {
  return Publisher(instrument, model, means, workers).take();
}

}  // namespace wijkbeeld::instrument
