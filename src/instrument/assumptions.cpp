// SPDX-License-Identifier: EUPL-1.2
#include "instrument/assumptions.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/failure.hpp"
#include "instrument/weight_change.hpp"

namespace wijkbeeld::instrument {
namespace {

using base::Failure;
using base::say;

constexpr std::uint64_t kPerturbation = 0x73656e7301;  // "sens", 1
constexpr std::uint64_t kDraw = 0x73656e7302;          // "sens", 2

double own_share(const Model& model) {
  double total = 0;
  for (const OutcomeFit& one : model.outcomes)
    total += one.share;
  return total > 0 ? model.outcomes.front().share / total : 0;
}

// The others divide the rest as they do in the model, or evenly when they have nothing there.
std::vector<double> shares_around(const Model& model, double first) {
  double others = 0;
  for (std::size_t o = 1; o < model.outcomes.size(); ++o)
    others += model.outcomes[o].share;
  std::vector<double> out{first};
  for (std::size_t o = 1; o < model.outcomes.size(); ++o)
    out.push_back((1 - first) * (others > 0 ? model.outcomes[o].share / others
                                            : 1 / static_cast<double>(model.outcomes.size() - 1)));
  return out;
}

bool can_share(const Model& model) {
  return model.outcomes.size() > 1 &&
         std::all_of(model.outcomes.begin(), model.outcomes.end(),
                     [](const OutcomeFit& one) { return one.spread > 0; });
}

template <class Option>
void check_options(std::string_view what, const std::vector<Option>& options, Option own,
                   std::vector<Failure>& failures) {
  std::vector<Option> seen;
  for (const Option option : options) {
    if (std::find(seen.begin(), seen.end(), option) != seen.end())
      failures.push_back(Failure(say("'{}' is named twice as {}", to_text(option), what)));
    seen.push_back(option);
  }
  if (std::find(seen.begin(), seen.end(), own) == seen.end())
    failures.push_back(
        Failure(say("'{}' is not among the options of {}", to_text(own), what))
            .because(say("that is what the instrument itself does"))
            .help(say("add it: without it the answer would be about another instrument")));
}

void check_share(const Model& model, const std::pair<double, double>& range,
                 std::vector<Failure>& failures) {
  const double own = own_share(model);
  const auto [low, high] = range;
  if (0 <= low && low <= own && own <= high && high <= 1) return;
  failures.push_back(Failure(say("the share of an outcome cannot vary from {} to {}", low, high))
                         .because(say("in the model it is {}", own))
                         .help(say("let it run from 0 or more, over that, to 1 or less")));
}

void check_all(const Assumptions& a, const Model& model) {
  std::vector<Failure> failures;
  if (!(a.perturbation >= 0) || !std::isfinite(a.perturbation))
    failures.push_back(
        Failure(say("weights cannot be perturbed by {}", a.perturbation))
            .help(say("give a standard deviation of logarithms, such as 0.25, or 0 for none")));
  if (a.varies_share && a.first_share && can_share(model))
    check_share(model, *a.first_share, failures);
  check_options("treatment", a.treatments, Treatment::none, failures);
  check_options("normalisation", a.normalisations, Normalisation::z, failures);
  check_options("weighting", a.weightings, Weighting::model, failures);
  check_options("aggregation", a.aggregations, Aggregation::arithmetic, failures);
  if (!failures.empty())
    throw base::Failures(say("the assumptions cannot vary so"), std::move(failures));
}

template <class Option>
Option option_at(const std::vector<Option>& options, double u) {
  const auto n = static_cast<double>(options.size());
  return options[std::min(static_cast<std::size_t>(u * n), options.size() - 1)];
}

// A number for a whole stream; points of a Sobol sequence have 32 bits.
std::uint64_t item_of(double u) {
  return static_cast<std::uint64_t>(std::ldexp(u, 32));
}

}  // namespace

std::string_view to_text(Factor factor) {
  static constexpr std::array<std::string_view, 8> names = {
      "dropped",   "perturbation",  "draw",      "share",
      "treatment", "normalisation", "weighting", "aggregation"};
  return names[static_cast<std::size_t>(factor)];
}

AssumptionSpace::AssumptionSpace(const Assumptions& assumptions, const Model& model,
                                 const IndexMaker& maker, base::Seed seed)
    : assumptions_(assumptions),
      model_(&model),
      indicators_(maker.indicators()),
      definition_size_(maker.definition_size()),
      errors_(model.covariance),
      seed_(seed) {
  check_all(assumptions, model);
  const bool shares = assumptions.varies_share && can_share(model);
  if (shares) {
    const double own = own_share(model);
    first_share_ = assumptions.first_share.value_or(std::pair{own / 2, (1 + own) / 2});
    merged_ = merged_weights(model, shares_around(model, own));
  }
  const auto add = [&](bool varies, Factor factor) {
    if (varies) factors_.push_back(factor);
  };
  add(assumptions.drops_one && !indicators_.empty(), Factor::dropped);
  add(assumptions.perturbation > 0, Factor::perturbation);
  add(assumptions.draws_weights && errors_.rank() > 0, Factor::draw);
  add(shares && first_share_.first < first_share_.second, Factor::share);
  add(assumptions.treatments.size() > 1, Factor::treatment);
  add(assumptions.normalisations.size() > 1, Factor::normalisation);
  add(assumptions.weightings.size() > 1, Factor::weighting);
  add(assumptions.aggregations.size() > 1, Factor::aggregation);
}

std::vector<ColumnForm> AssumptionSpace::forms() const {
  std::vector<ColumnForm> out;
  IndexPlan plan;
  for (const Treatment treatment : assumptions_.treatments)
    for (const Normalisation normalisation : assumptions_.normalisations)
      for (const Aggregation aggregation : assumptions_.aggregations) {
        plan.treatment = treatment;
        plan.normalisation = normalisation;
        plan.aggregation = aggregation;
        out.push_back(form_of(plan));
      }
  return out;
}

void AssumptionSpace::plan_at(std::span<const double> point, IndexPlan& plan) const {
  base::ensure(point.size() == factors_.size(), "a coordinate for each factor");
  plan.treatment = Treatment::none;
  plan.normalisation = Normalisation::z;
  plan.weighting = Weighting::model;
  plan.aggregation = Aggregation::arithmetic;
  plan.weights = model_->weights;
  plan.multipliers.assign(definition_size_, 1);
  plan.dropped.clear();
  for (std::size_t f = 0; f < point.size(); ++f)
    set(factors_[f], point[f], plan);
}

void AssumptionSpace::set(Factor factor, double u, IndexPlan& plan) const {
  switch (factor) {
    case Factor::dropped: {
      const auto n = static_cast<double>(indicators_.size() + 1);
      const auto which = static_cast<std::size_t>(u * n);
      if (which > 0) plan.dropped.push_back(indicators_[std::min(which, indicators_.size()) - 1]);
      break;
    }
    case Factor::perturbation:
      return perturb(u, plan.multipliers);
    case Factor::draw:
      return add_draw(u, plan.weights);
    case Factor::share:
      return add_share(u, plan.weights);
    case Factor::treatment:
      plan.treatment = option_at(assumptions_.treatments, u);
      break;
    case Factor::normalisation:
      plan.normalisation = option_at(assumptions_.normalisations, u);
      break;
    case Factor::weighting:
      plan.weighting = option_at(assumptions_.weightings, u);
      break;
    case Factor::aggregation:
      plan.aggregation = option_at(assumptions_.aggregations, u);
      break;
  }
}

// As a difference with the model's own shares, so that those give its weights to the last bit.
void AssumptionSpace::add_share(double u, std::vector<double>& weights) const {
  const double first = first_share_.first + u * (first_share_.second - first_share_.first);
  const std::vector<double> merged = merged_weights(*model_, shares_around(*model_, first));
  for (std::size_t t = 0; t < weights.size(); ++t)
    weights[t] += merged[t] - merged_[t];
}

void AssumptionSpace::add_draw(double u, std::vector<double>& weights) const {
  std::vector<double> errors(errors_.size());
  base::Stream stream(seed_, kDraw, item_of(u));
  errors_.draw(stream, errors);
  for (std::size_t t = 0; t < weights.size(); ++t)
    weights[t] += errors[t];
}

void AssumptionSpace::perturb(double u, std::vector<double>& multipliers) const {
  base::Stream stream(seed_, kPerturbation, item_of(u));
  for (const std::size_t indicator : indicators_)
    multipliers[indicator] = std::exp(assumptions_.perturbation * stream.normal());
}

}  // namespace wijkbeeld::instrument
