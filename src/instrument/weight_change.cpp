// SPDX-License-Identifier: EUPL-1.2
#include "instrument/weight_change.hpp"

#include <algorithm>
#include <set>

#include "base/ensure.hpp"
#include "base/failure.hpp"
#include "base/number.hpp"
#include "base/text.hpp"

namespace wijkbeeld::instrument {
namespace {

using base::Failure;
using base::say;

std::vector<std::string> known_ids(const Instrument& instrument, const Model& model) {
  std::vector<std::string> out;
  for (const Indicator& one : instrument.indicators)
    out.push_back(one.id);
  for (const Term& term : model.standard.terms)
    if (std::find(out.begin(), out.end(), term.id) == out.end()) out.push_back(term.id);
  return out;
}

// A whole indicator, or the one term that is named.
std::vector<std::size_t> terms_of(const Instrument& instrument, const Model& model,
                                  const std::string& id) {
  std::vector<std::size_t> out;
  const auto& terms = model.standard.terms;
  for (std::size_t t = 0; t < terms.size(); ++t)
    if (instrument.indicators[terms[t].indicator].id == id) out.push_back(t);
  for (std::size_t t = 0; t < terms.size() && out.empty(); ++t)
    if (terms[t].id == id) out.push_back(t);
  return out;
}

Failure unknown(const Instrument& instrument, const Model& model, const std::string& id) {
  if (instrument.find(id) != nullptr)
    return Failure(say("the indicator '{}' was not measured, so it can have no weight", id))
        .help(say("take it in the definition, and fit again"));
  const auto ids = known_ids(instrument, model);
  Failure failure(say("there is no indicator '{}'", id));
  if (const auto near = base::did_you_mean(id, ids))
    failure.help(say("did you mean '{}'?", *near));
  else
    failure.help(say("the indicators are: {}", base::join(ids, ", ")));
  return failure;
}

class Changer {
 public:
  Changer(const Instrument& instrument, const Model& model)
      : instrument_(instrument), model_(model), weights_(model.weights) {}

  void make(const Change& change) {
    const auto terms = terms_of(instrument_, model_, change.indicator);
    if (terms.empty()) return fail(unknown(instrument_, model_, change.indicator));
    for (const std::size_t t : terms)
      if (!changed_.insert(t).second)
        return fail(Failure(say("the weight of '{}' is changed twice", change.indicator)));
    if (change.kind == Change::Kind::weight && terms.size() > 1)
      return fail(several(change, terms));
    if (change.kind == Change::Kind::factor && is_unused(terms))
      return fail(Failure(say("'{}' has no weight to multiply", change.indicator))
                      .help(say("give it a weight, as in {}=0.02", change.indicator)));
    for (const std::size_t t : terms)
      weights_[t] = change.kind == Change::Kind::factor   ? weights_[t] * change.value
                    : change.kind == Change::Kind::weight ? change.value
                                                          : 0;
  }

  std::vector<double> take() {
    if (!failures_.empty())
      throw base::Failures(say("the weights of '{}' cannot be changed so", model_.instrument),
                           std::move(failures_));
    return std::move(weights_);
  }

 private:
  void fail(Failure failure) { failures_.push_back(std::move(failure)); }

  [[nodiscard]] bool is_unused(const std::vector<std::size_t>& terms) const {
    return std::all_of(terms.begin(), terms.end(), [&](std::size_t t) { return weights_[t] == 0; });
  }

  [[nodiscard]] Failure several(const Change& change, const std::vector<std::size_t>& terms) const {
    std::vector<std::string> ids;
    for (const std::size_t t : terms)
      ids.push_back(model_.standard.terms[t].id);
    return Failure(say("'{}' counts in {} parts, each with a weight", change.indicator, ids.size()))
        .help(say("multiply them all, as in {}=x1.5, or name one of: {}", change.indicator,
                  base::join(ids, ", ")));
  }

  const Instrument& instrument_;
  const Model& model_;
  std::vector<double> weights_;
  std::set<std::size_t> changed_;
  std::vector<Failure> failures_;
};

}  // namespace

Change parse_weight_change(std::string_view text) {
  const std::size_t sign = text.rfind('=');
  const std::string_view id = base::trim(text.substr(0, sign));
  std::string_view amount =
      sign == std::string_view::npos ? std::string_view() : base::trim(text.substr(sign + 1));
  const bool is_factor = !amount.empty() && (amount.front() == 'x' || amount.front() == 'X');
  if (is_factor) amount.remove_prefix(1);
  const auto value = base::parse_number(amount);
  if (id.empty() || !value)
    throw Failure(say("'{}' is not a weight", std::string(text)), Failure::Kind::usage)
        .help(say("write ID=0.02 for score points per standard deviation, or ID=x1.5 for half as "
                  "much again"));
  return {std::string(id), is_factor ? Change::Kind::factor : Change::Kind::weight, *value};
}

std::vector<double> changed_weights(const Instrument& instrument, const Model& model,
                                    std::span<const Change> changes) {
  Changer changer(instrument, model);
  for (const Change& change : changes)
    changer.make(change);
  return changer.take();
}

std::vector<double> merged_weights(const Model& model, std::span<const double> shares) {
  base::ensure(shares.size() == model.outcomes.size(), "a share for each outcome");
  double total = 0;
  for (const double share : shares)
    total += share;
  base::ensure(total > 0, "some outcome has a share");
  std::vector<double> out(model.standard.terms.size());
  for (std::size_t o = 0; o < shares.size(); ++o) {
    const OutcomeFit& fit = model.outcomes[o];
    if (shares[o] == 0) continue;
    base::ensure(fit.spread > 0, "an outcome that counts has a spread");
    for (std::size_t t = 0; t < out.size(); ++t)
      out[t] += model.spread * shares[o] / total * fit.coefficients[t] / fit.spread;
  }
  return out;
}

}  // namespace wijkbeeld::instrument
