// SPDX-License-Identifier: EUPL-1.2
#include "instrument/scored_areas.hpp"

#include <algorithm>
#include <cmath>

#include "base/ensure.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::instrument {

ScoredAreas::ScoredAreas(const Instrument& instrument, const Model& model, const AreaMeans& means,
                         std::size_t wave) {
  base::ensure(wave < means.waves.size(), "means have the wave");
  const Edition& edition = instrument.edition;
  reference_ = edition.reference.mean(means.waves[wave]).value_or(model.reference);
  if (edition.classes) {
    limits_ = edition.classes->limits();
    class_count_ = edition.classes->count();
    low_class_ = edition.low_class.value_or(0);
  }
  if (low_class_ == 0) low_score_ = edition.low_score;
  for (std::size_t i = 0; i < means.size(); ++i) {
    if (means.is_scored[wave][i] == 0) continue;
    rows_.push_back(static_cast<std::uint32_t>(i));
    residents_.push_back(means.residents[wave][i]);
  }
  total_residents_ = stats::sum(residents_);
}

std::uint8_t ScoredAreas::class_of(double score) const {
  if (class_count_ == 0) return 0;
  // A scale has a handful of limits: counting them is faster than a search.
  std::uint8_t number = 1;
  for (const double limit : limits_)
    number = static_cast<std::uint8_t>(number + (score >= limit ? 1 : 0));
  return number;
}

bool ScoredAreas::is_low(double score) const {
  if (low_class_ > 0) return class_of(score) <= low_class_;
  return low_score_ && score <= *low_score_;
}

double ScoredAreas::mean(std::span<const double> values) const {
  stats::Sum sum;
  for (std::size_t i = 0; i < size(); ++i)
    sum.add(residents_[i] * values[i]);
  return total_residents_ > 0 ? sum.value() / total_residents_ : 0;
}

double ScoredAreas::deviation(std::span<const double> values, double mean) const {
  stats::Sum sum;
  for (std::size_t i = 0; i < size(); ++i)
    sum.add(residents_[i] * (values[i] - mean) * (values[i] - mean));
  return total_residents_ > 0 ? std::sqrt(sum.value() / total_residents_) : 0;
}

double ScoredAreas::low_share(std::span<const double> scores) const {
  stats::Sum low;
  for (std::size_t i = 0; i < size(); ++i)
    if (is_low(scores[i])) low.add(residents_[i]);
  return total_residents_ > 0 ? low.value() / total_residents_ : 0;
}

void rank_scores(std::span<const double> scores, stats::Sorter& sorter,
                 std::span<std::uint32_t> ranks) {
  const auto order = sorter.ascending(scores);
  for (std::size_t place = 0; place < order.size(); ++place)
    ranks[order[place]] = static_cast<std::uint32_t>(place + 1);
}

double mean_rank_shift(std::span<const std::uint32_t> from, std::span<const std::uint32_t> to) {
  std::uint64_t places = 0;
  for (std::size_t i = 0; i < from.size(); ++i)
    places += from[i] > to[i] ? from[i] - to[i] : to[i] - from[i];
  return from.empty() ? 0 : static_cast<double>(places) / static_cast<double>(from.size());
}

}  // namespace wijkbeeld::instrument
