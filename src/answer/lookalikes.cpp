// SPDX-License-Identifier: EUPL-1.2
#include "answer/lookalikes.hpp"

#include <algorithm>
#include <cmath>

namespace wijkbeeld::answer {

using series::Wave;
using study::Panel;
using table::Value;

namespace {

bool has_dimensions(const Panel& panel, Wave wave) {
  for (std::size_t row = 0; row < panel.size(); ++row)
    if (panel.contribution(row, 0, wave)) return true;
  return false;
}

}  // namespace

Lookalikes::Lookalikes(const Panel& panel) : panel_(panel) {
  std::vector<Wave> scored;
  for (const Wave wave : panel.waves())
    if (panel.has_scores(wave)) scored.push_back(wave);
  if (scored.empty()) return;
  first_ = scored.front();
  last_ = scored.back();
  for (std::size_t i = 0; i + 1 < scored.size(); ++i)
    steps_.push_back({scored[i], scored[i + 1]});
  const std::size_t dimensions = panel.edition().dimensions.size();
  if (dimensions > 0)
    for (auto wave = scored.rbegin(); wave != scored.rend() && !dimensions_at_; ++wave)
      if (has_dimensions(panel, *wave)) dimensions_at_ = *wave;
  weights_.push_back(1);
  weights_.insert(weights_.end(), steps_.size(), 1 / static_cast<double>(steps_.size()));
  if (dimensions_at_)
    weights_.insert(weights_.end(), dimensions, 1 / static_cast<double>(dimensions));
  features_.columns = weights_.size();
  for (std::size_t row = 0; row < panel.size(); ++row)
    fill(row);
  stats::standardise(features_);
}

void Lookalikes::fill(std::size_t row) {
  const auto add = [&](const Value<double>& value) {
    features_.values.push_back(value.value_or(0));
    features_.is_known.push_back(value ? 1 : 0);
  };
  add(panel_.score(row, *last_));
  for (const series::Period step : steps_)
    add(panel_.change(row, step));
  if (dimensions_at_)
    for (std::size_t d = 0; d < panel_.edition().dimensions.size(); ++d)
      add(panel_.contribution(row, d, *dimensions_at_));
}

void Lookalikes::say_in_what(std::size_t row, std::size_t other, Lookalike& out) const {
  if (!dimensions_at_) return;
  double least = 0;
  double most = 0;
  for (std::size_t d = 0; d < panel_.edition().dimensions.size(); ++d) {
    const std::size_t column = 1 + steps_.size() + d;
    const std::size_t own = row * features_.columns + column;
    if (features_.is_known[own] == 0) continue;
    const double apart =
        std::abs(features_.values[own] - features_.values[other * features_.columns + column]);
    const instrument::Dimension* dimension = &panel_.edition().dimensions[d];
    if (out.most_alike == nullptr || apart < least) {
      out.most_alike = dimension;
      least = apart;
    }
    if (out.least_alike == nullptr || apart > most) {
      out.least_alike = dimension;
      most = apart;
    }
  }
}

std::vector<Lookalike> Lookalikes::of(std::size_t row, std::size_t count) const {
  std::vector<Lookalike> out;
  if (!last_ || !panel_.score(row, *last_)) return out;
  for (const stats::NearRow& near : stats::nearest_rows(features_, weights_, row, count)) {
    const study::PanelArea& one = panel_.area(near.row);
    const std::string id = "lookalikes/" + panel_.edition().id.text + "/" +
                           panel_.area(row).code.text + "/" + one.code.text + "#";
    Lookalike alike{one.code, one.name, one.gemeente};
    alike.score = {id + "score", panel_.score(near.row, *last_), Unit::score, {}};
    if (first_ != last_)
      alike.change = {id + "change", panel_.change(near.row, {*first_, *last_}), Unit::change, {}};
    alike.distance = {id + "distance", near.distance, Unit::ratio, {}};
    say_in_what(row, near.row, alike);
    out.push_back(std::move(alike));
  }
  return out;
}

}  // namespace wijkbeeld::answer
