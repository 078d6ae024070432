// SPDX-License-Identifier: EUPL-1.2
#include "instrument/index_maker.hpp"

#include <algorithm>
#include <cmath>

#include "base/ensure.hpp"

namespace wijkbeeld::instrument {
namespace {

bool is_spread(double deviation, double mean) {
  return deviation > 1e-12 * std::max(1.0, std::abs(mean));
}

void size_room(std::size_t areas, IndexRoom& room) {
  room.index.values.resize(areas);
  room.index.scores.resize(areas);
  room.index.numbers.resize(areas);
  room.index.ranks.resize(areas);
  room.column.resize(areas);
  room.sum.resize(areas);
}

}  // namespace

std::string_view to_text(Treatment treatment) {
  static constexpr std::array<std::string_view, 3> names = {"none", "winsorise", "log"};
  return names[static_cast<std::size_t>(treatment)];
}
std::string_view to_text(Normalisation normalisation) {
  static constexpr std::array<std::string_view, 3> names = {"z", "min-max", "rank"};
  return names[static_cast<std::size_t>(normalisation)];
}
std::string_view to_text(Weighting weighting) {
  static constexpr std::array<std::string_view, 3> names = {"model", "equal-within-dimension",
                                                            "equal"};
  return names[static_cast<std::size_t>(weighting)];
}
std::string_view to_text(Aggregation aggregation) {
  static constexpr std::array<std::string_view, 3> names = {"arithmetic", "mixed", "geometric"};
  return names[static_cast<std::size_t>(aggregation)];
}

IndexMaker::IndexMaker(const Instrument& instrument, const Model& model, const AreaMeans& means,
                       std::size_t wave)
    : areas_(instrument, model, means, wave),
      columns_(model, means, wave, areas_),
      model_weights_(model.weights),
      in_dimension_(instrument.edition.dimensions.size()) {
  for (const Indicator& one : instrument.indicators)
    dimension_.push_back(instrument.dimension_of(one));
  std::vector<double> whole(instrument.indicators.size());
  std::vector<double> parts(instrument.indicators.size());
  own_.scores.assign(areas_.size(), areas_.reference());
  for (std::size_t j = 0; j < columns_.size(); ++j) {
    const std::size_t indicator = model.standard.terms[columns_.term(j)].indicator;
    const double weight = columns_.sign(j) * model_weights_[columns_.term(j)];
    indicator_.push_back(indicator);
    in_dimension_[dimension_[indicator]].push_back(j);
    if (parts[indicator] == 0) indicators_.push_back(indicator);
    ++parts[indicator];
    portion_.push_back(weight * columns_.spread(j));
    whole[indicator] += portion_.back();
    const std::span<const double> values = columns_.values(j);
    for (std::size_t i = 0; i < values.size(); ++i)
      own_.scores[i] += weight * values[i];
  }
  for (std::size_t j = 0; j < columns_.size(); ++j)
    portion_[j] =
        whole[indicator_[j]] > 0 ? portion_[j] / whole[indicator_[j]] : 1 / parts[indicator_[j]];
  own_.values = own_.scores;
  for (const double score : own_.scores)
    own_.numbers.push_back(areas_.class_of(score));
  own_.ranks.resize(areas_.size());
  stats::Sorter sorter;
  rank_scores(own_.scores, sorter, own_.ranks);
  own_mean_ = areas_.mean(own_.scores);
  own_spread_ = areas_.deviation(own_.scores, own_mean_);
}

void IndexMaker::keep(std::span<const ColumnForm> forms, base::Workers workers) {
  for (const ColumnForm form : forms) {
    auto& place = kept_[form.number()];
    if (place) continue;
    place.emplace(areas_.size(), columns_.size());
    base::for_blocks(columns_.size(), 1, workers, [&](std::size_t begin, std::size_t end) {
      for (std::size_t j = begin; j < end; ++j)
        columns_.fill(j, form, place->column(j));
    });
  }
}

const Index& IndexMaker::make(const IndexPlan& plan, IndexRoom& room) const {
  size_room(areas_.size(), room);
  weigh(plan, room);
  double total = 0;
  for (const double weight : room.weights)
    total += std::abs(weight);
  std::fill(room.index.values.begin(), room.index.values.end(), 0.0);
  const ColumnForm form = form_of(plan);
  for (const auto& members : in_dimension_) {
    double within = 0;
    for (const std::size_t j : members)
      within += std::abs(room.weights[j]);
    if (within <= 0) continue;
    std::fill(room.sum.begin(), room.sum.end(), 0.0);
    for (const std::size_t j : members) {
      if (room.weights[j] == 0) continue;
      const double weight = room.weights[j] / within;
      const std::span<const double> values = column(j, form, room);
      for (std::size_t i = 0; i < values.size(); ++i)
        room.sum[i] += weight * values[i];
    }
    add_dimension(plan, within / total, room);
  }
  if (plan.aggregation != Aggregation::arithmetic)
    for (double& value : room.index.values)
      value = std::exp(value);
  place(room);
  return room.index;
}

// Weights per column, positive where the model's sign holds.
void IndexMaker::weigh(const IndexPlan& plan, IndexRoom& room) const {
  room.is_in.assign(dimension_.size(), 1);
  for (const std::size_t indicator : plan.dropped)
    room.is_in[indicator] = 0;
  room.weights.assign(columns_.size(), 0);
  const std::vector<double>& weights = plan.weights.empty() ? model_weights_ : plan.weights;
  base::ensure(weights.size() == model_weights_.size(), "a weight for each term");
  if (plan.weighting == Weighting::model)
    for (std::size_t j = 0; j < columns_.size(); ++j)
      room.weights[j] = columns_.sign(j) * weights[columns_.term(j)] * columns_.spread(j);
  else
    weigh_equally(plan, room);
  for (std::size_t j = 0; j < columns_.size(); ++j) {
    const std::size_t indicator = indicator_[j];
    if (room.is_in[indicator] == 0) room.weights[j] = 0;
    if (!plan.multipliers.empty()) room.weights[j] *= plan.multipliers[indicator];
  }
}

void IndexMaker::weigh_equally(const IndexPlan& plan, IndexRoom& room) const {
  const auto is_in_dimension = [&](std::size_t a, std::size_t b) {
    return plan.weighting == Weighting::equal || dimension_[a] == dimension_[b];
  };
  for (std::size_t j = 0; j < columns_.size(); ++j) {
    double together = 0;
    for (const std::size_t other : indicators_)
      if (room.is_in[other] != 0 && is_in_dimension(indicator_[j], other)) ++together;
    room.weights[j] = together > 0 ? portion_[j] / together : 0;
  }
}

std::span<const double> IndexMaker::column(std::size_t at, ColumnForm form, IndexRoom& room) const {
  const auto& kept = kept_[form.number()];
  if (kept) return kept->column(at);
  columns_.fill(at, form, room.column);
  return room.column;
}

// A sum of weighted logarithms is the logarithm of a geometric mean. A mean of numbers from 1 to
// 100 is 1 or more, unless a drawn weight has the other sign; it then counts as 1.
void IndexMaker::add_dimension(const IndexPlan& plan, double share, IndexRoom& room) const {
  std::vector<double>& values = room.index.values;
  if (plan.aggregation == Aggregation::mixed)
    for (std::size_t i = 0; i < values.size(); ++i)
      values[i] += share * std::log(std::max(room.sum[i], 1.0));
  else
    for (std::size_t i = 0; i < values.size(); ++i)
      values[i] += share * room.sum[i];
}

void IndexMaker::place(IndexRoom& room) const {
  Index& index = room.index;
  const double mean = areas_.mean(index.values);
  const double deviation = areas_.deviation(index.values, mean);
  const double stretch = is_spread(deviation, mean) ? own_spread_ / deviation : 0;
  for (std::size_t i = 0; i < index.values.size(); ++i) {
    index.scores[i] = own_mean_ + stretch * (index.values[i] - mean);
    index.numbers[i] = areas_.class_of(index.scores[i]);
  }
  rank_scores(index.scores, room.sorter, index.ranks);
}

}  // namespace wijkbeeld::instrument
