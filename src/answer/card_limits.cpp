// SPDX-License-Identifier: EUPL-1.2
// What a reader of a model card must know before using the scores.
#include <algorithm>
#include <cmath>

#include "answer/detail/card_parts.hpp"

namespace wijkbeeld::answer {

std::string_view to_text(CardLimit::Kind kind) {
  using Kind = CardLimit::Kind;
  switch (kind) {
    case Kind::wrong_sign:
      return "wrong-sign";
    case Kind::collinear:
      return "collinear";
    case Kind::unstable:
      return "unstable";
    case Kind::overfit:
      return "overfit";
    case Kind::little_told:
      return "little-told";
    case Kind::pattern_left:
      return "pattern-left";
    case Kind::filled_in:
      return "filled-in";
    case Kind::one_year:
      return "one-year";
    case Kind::contested:
      return "contested";
    case Kind::one_outcome:
      return "one-outcome";
    case Kind::no_bootstrap:
      return "no-bootstrap";
    case Kind::nothing_held_out:
      return "nothing-held-out";
    case Kind::group_off:
      return "group-off";
    case Kind::few_clusters:
      return "few-clusters";
    case Kind::one_cluster:
      return "one-cluster";
  }
  return "";
}

namespace detail {
namespace {

using Kind = CardLimit::Kind;

// Collects limits; one without subjects is added only when asked.
class Limits {
 public:
  explicit Limits(const ModelCard& card) : card_(card) {}

  std::vector<CardLimit> take() {
    of_weights();
    of_indicators();
    of_outcomes();
    of_model();
    return std::move(out_);
  }

 private:
  template <class Holds>
  void weights(Kind kind, Figure CardWeight::*figure, Holds holds) {
    CardLimit limit{kind, {}, {}};
    for (const CardDimension& dimension : card_.dimensions)
      for (const CardWeight& one : dimension.weights)
        if (holds(one)) {
          limit.subjects.push_back(one.term);
          limit.figures.push_back(one.*figure);
        }
    keep(std::move(limit));
  }
  void keep(CardLimit limit) {
    if (!limit.subjects.empty()) out_.push_back(std::move(limit));
  }

  void of_weights() {
    constexpr double kInflation = 10;
    constexpr double kHalf = 0.5;
    constexpr double kTwentieth = 0.05;
    const auto above = [](const Figure& figure, double limit) {
      return figure.has_value() && *figure > limit;
    };
    weights(Kind::wrong_sign, &CardWeight::weight,
            [](const CardWeight& one) { return one.sign == Sign::against; });
    weights(Kind::collinear, &CardWeight::variance_inflation,
            [&](const CardWeight& one) { return above(one.variance_inflation, kInflation); });
    weights(Kind::unstable, &CardWeight::selected, [&](const CardWeight& one) {
      return one.selected.has_value() && *one.selected < kHalf;
    });
    weights(Kind::filled_in, &CardWeight::filled_in,
            [&](const CardWeight& one) { return above(one.filled_in, kTwentieth); });
  }

  void of_indicators() {
    CardLimit contested{Kind::contested, {}, {}};
    CardLimit one_year{Kind::one_year, {}, {}};
    for (const CardDimension& dimension : card_.dimensions)
      for (const CardWeight& one : dimension.weights) {
        if (one.indicator->sensitivity != instrument::Sensitivity::none)
          contested.subjects.push_back(one.term);
        if (is_of_one_year(*one.indicator)) one_year.subjects.push_back(one.term);
      }
    keep(std::move(contested));
    if (card_.instrument->edition.waves.size() > 1) keep(std::move(one_year));
  }

  static bool is_of_one_year(const instrument::Indicator& indicator) {
    const auto* column = std::get_if<instrument::FromColumn>(&indicator.measure);
    return column != nullptr && column->of.fixed_wave.has_value();
  }

  void of_outcomes() {
    constexpr double kWell = 0.8;
    constexpr double kTenth = 0.1;
    constexpr double kP = 0.05;
    constexpr double kClusters = 30;
    CardLimit overfit{Kind::overfit, {}, {}};
    CardLimit little{Kind::little_told, {}, {}};
    CardLimit pattern{Kind::pattern_left, {}, {}};
    CardLimit few{Kind::few_clusters, {}, {}};
    CardLimit lone{Kind::one_cluster, {}, {}};
    for (const CardOutcome& one : card_.outcomes) {
      const auto add = [&](CardLimit& to, const Figure& figure) {
        to.subjects.push_back(one.outcome->id);
        to.figures.push_back(figure);
      };
      const CardCheck* folds = one.find_check("folds");
      if (folds != nullptr && folds->r_squared.has_value()) {
        if (one.r_squared.has_value() && *folds->r_squared < kWell * *one.r_squared)
          add(overfit, folds->r_squared);
        if (*folds->r_squared < kTenth) add(little, folds->r_squared);
      }
      if (one.moran_p.has_value() && *one.moran_p<kP&& * one.moran> 0) add(pattern, one.moran);
      if (*one.clusters > 0 && *one.clusters < kClusters) add(few, one.clusters);
      if (const Figure* steps = largest_step(one)) add(lone, *steps);
      groups(one);
    }
    for (CardLimit* limit : {&overfit, &little, &pattern, &few, &lone})
      keep(std::move(*limit));
  }

  // Of the clusters that move the fit most, when it is a standard error or more.
  static const Figure* largest_step(const CardOutcome& outcome) {
    const Figure* out = nullptr;
    for (const CardInfluence& one : outcome.influences)
      if (one.steps.has_value() && std::abs(*one.steps) >= 1 &&
          (out == nullptr || std::abs(*one.steps) > std::abs(**out)))
        out = &one.steps;
    return out;
  }

  // Groups with rows enough to tell, whose mean residual is far from zero.
  void groups(const CardOutcome& outcome) {
    constexpr double kHalf = 0.5;
    constexpr double kRows = 30;
    CardLimit off{Kind::group_off, {}, {}};
    for (const CardGroup& group : outcome.groups)
      if (group.mean_residual.has_value() && *group.rows >= kRows &&
          std::abs(*group.mean_residual) > kHalf * *outcome.residual_deviation) {
        off.subjects.push_back(group.name);
        off.figures.push_back(group.mean_residual);
      }
    keep(std::move(off));
  }

  void of_model() {
    if (card_.outcomes.size() == 1)
      out_.push_back({Kind::one_outcome, {card_.outcomes.front().outcome->id}, {}});
    if (card_.model->replications == 0) out_.push_back({Kind::no_bootstrap, {}, {}});
    const bool is_held_out =
        std::any_of(card_.outcomes.begin(), card_.outcomes.end(),
                    [](const CardOutcome& one) { return one.find_check("held out") != nullptr; });
    if (!is_held_out) out_.push_back({Kind::nothing_held_out, {}, {}});
  }

  const ModelCard& card_;
  std::vector<CardLimit> out_;
};

}  // namespace

std::vector<CardLimit> card_limits(const ModelCard& card) {
  return Limits(card).take();
}

}  // namespace detail
}  // namespace wijkbeeld::answer
