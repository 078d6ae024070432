// SPDX-License-Identifier: EUPL-1.2
#include "instrument/what_if.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::instrument {
namespace {

// So many areas at a time stay in the fastest cache while the terms pass by.
constexpr std::size_t kBlock = 2048;

Standing empty_standing(std::size_t areas, int classes) {
  Standing out;
  out.score.resize(areas);
  out.number.resize(areas);
  out.rank.resize(areas);
  out.percentile.resize(areas);
  out.class_residents.resize(static_cast<std::size_t>(classes));
  out.class_areas.resize(static_cast<std::size_t>(classes));
  return out;
}

}  // namespace

WhatIfBoard::WhatIfBoard(const Instrument& instrument, const Model& model, const AreaMeans& means,
                         std::size_t wave)
    : means_(&means),
      wave_(wave),
      areas_(instrument, model, means, wave),
      model_weights_(model.weights),
      deviation_(means.size()),
      moved_(means.size()),
      before_(empty_standing(means.size(), areas_.class_count())),
      packed_(areas_.size()) {
  base::ensure(means.z[wave].columns() == model.weights.size(), "means have the model's terms");
  add(model_weights_, deviation_);
  read(deviation_, 0, before_);
  answer_.weights = model_weights_;
  answer_.standing = before_;
  answer_.areas = areas_.size();
  answer_.residents = areas_.total_residents();
}

const WhatIf& WhatIfBoard::weigh(std::span<const double> weights, Anchor anchor) {
  base::ensure(weights.size() == model_weights_.size(), "a weight for each term");
  answer_.weights.assign(weights.begin(), weights.end());
  for (std::size_t t = 0; t < weights.size(); ++t)
    answer_.weights[t] -= model_weights_[t];
  moved_ = deviation_;
  add(answer_.weights, moved_);
  answer_.weights.assign(weights.begin(), weights.end());
  double shift = 0;
  if (anchor == Anchor::national_mean) {
    for (std::size_t i = 0; i < areas_.size(); ++i)
      packed_[i] = areas_.reference() + moved_[areas_.rows()[i]];
    shift = before_.mean - areas_.mean(packed_);
  }
  read(moved_, shift, answer_.standing);
  compare();
  return answer_;
}

// Terms with a weight of 0 are passed over: one weight that moves is one column.
void WhatIfBoard::add(std::span<const double> weights, std::span<double> deviation) const {
  const stats::Matrix& z = means_->z[wave_];
  for (std::size_t begin = 0; begin < deviation.size(); begin += kBlock) {
    const std::size_t end = std::min(begin + kBlock, deviation.size());
    for (std::size_t t = 0; t < weights.size(); ++t) {
      const double weight = weights[t];
      if (weight == 0) continue;
      const std::span<const double> column = z.column(t);
      for (std::size_t i = begin; i < end; ++i)
        deviation[i] += weight * column[i];
    }
  }
}

void WhatIfBoard::read(std::span<const double> deviation, double shift, Standing& into) {
  const std::vector<std::uint32_t>& rows = areas_.rows();
  const std::vector<double>& residents = areas_.residents();
  std::fill(into.class_areas.begin(), into.class_areas.end(), 0);
  std::vector<stats::Sum> people(into.class_residents.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double score = areas_.reference() + deviation[rows[i]] + shift;
    packed_[i] = score;
    into.score[rows[i]] = score;
    const std::uint8_t number = into.number[rows[i]] = areas_.class_of(score);
    if (number == 0) continue;
    ++into.class_areas[number - 1U];
    people[number - 1U].add(residents[i]);
  }
  for (std::size_t c = 0; c < people.size(); ++c)
    into.class_residents[c] =
        areas_.total_residents() > 0 ? people[c].value() / areas_.total_residents() : 0;
  into.mean = areas_.mean(packed_);
  if (areas_.knows_low()) into.low_residents = areas_.low_share(packed_);
  double passed = 0;
  std::uint32_t rank = 0;
  for (const std::uint32_t i : sorter_.ascending(packed_)) {
    into.rank[rows[i]] = ++rank;
    into.percentile[rows[i]] =
        areas_.total_residents() > 0 ? (passed + residents[i] / 2) / areas_.total_residents() : 0;
    passed += residents[i];
  }
}

void WhatIfBoard::compare() {
  const std::vector<double>& residents = areas_.residents();
  const Standing& after = answer_.standing;
  stats::Sum up;
  stats::Sum down;
  answer_.areas_up = answer_.areas_down = 0;
  answer_.largest_rank_shift = 0;
  std::uint64_t places = 0;
  for (std::size_t i = 0; i < areas_.size(); ++i) {
    const std::size_t row = areas_.rows()[i];
    const std::uint32_t from = before_.rank[row];
    const std::uint32_t to = after.rank[row];
    const std::uint32_t shift = from > to ? from - to : to - from;
    places += shift;
    answer_.largest_rank_shift = std::max(answer_.largest_rank_shift, shift);
    if (after.number[row] == before_.number[row]) continue;
    const bool is_up = after.number[row] > before_.number[row];
    (is_up ? up : down).add(residents[i]);
    ++(is_up ? answer_.areas_up : answer_.areas_down);
  }
  answer_.residents_up = up.value();
  answer_.residents_down = down.value();
  answer_.mean_shift = after.mean - before_.mean;
  answer_.mean_rank_shift =
      areas_.size() == 0 ? 0 : static_cast<double>(places) / static_cast<double>(areas_.size());
}

}  // namespace wijkbeeld::instrument
