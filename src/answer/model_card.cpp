// SPDX-License-Identifier: EUPL-1.2
#include "answer/model_card.hpp"

#include <algorithm>
#include <cmath>

#include "answer/detail/card_parts.hpp"
#include "answer/detail/row_figures.hpp"
#include "instrument/project_editions.hpp"
#include "stats/distributions.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::answer {

using detail::RowFigures;
using instrument::Indicator;
using instrument::OutcomeFit;

namespace {

// Share of residents, over all waves, who live where the indicator has no value of its own.
double filled_in(const Indicator& indicator, const instrument::Units& units,
                 const std::vector<instrument::RawColumn>& waves) {
  if (indicator.missing == instrument::Missing::no_score) return 0;
  stats::Sum all;
  stats::Sum without;
  for (std::size_t w = 0; w < waves.size(); ++w)
    for (std::size_t i = 0; i < units.size(); ++i) {
      all.add(units.residents[w][i]);
      if (!waves[w].has(i)) without.add(units.residents[w][i]);
    }
  return all.value() > 0 ? without.value() / all.value() : 0;
}

Sign sign_of(int expected, double weight, double low, double high) {
  if (expected == 0) return Sign::not_stated;
  if (weight * expected > 0) return Sign::as_expected;
  return low <= 0 && high >= 0 ? Sign::unclear : Sign::against;
}

// Standard deviation over residents of what the terms of a dimension add up to.
double spread_of(const stats::Matrix& z, std::span<const double> residents,
                 const std::vector<std::uint8_t>& is_scored,
                 const std::vector<std::pair<std::size_t, double>>& terms) {
  std::vector<double> sums(z.rows(), 0);
  for (const auto& [term, weight] : terms)
    for (std::size_t i = 0; i < sums.size(); ++i)
      sums[i] += weight * z.at(i, term);
  stats::Sum people;
  stats::Sum total;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const double w = is_scored[i] != 0 ? residents[i] : 0;
    people.add(w);
    total.add(w * sums[i]);
  }
  if (people.value() <= 0) return 0;
  const double mean = total.value() / people.value();
  stats::Sum squares;
  for (std::size_t i = 0; i < sums.size(); ++i)
    if (is_scored[i] != 0) squares.add(residents[i] * (sums[i] - mean) * (sums[i] - mean));
  return std::sqrt(squares.value() / people.value());
}

class CardMaker {
 public:
  CardMaker(const instrument::Instrument& instrument, const instrument::Fitted& fitted,
            const series::Project& project)
      : instrument_(instrument), fitted_(fitted), model_(fitted.model), project_(project) {}

  ModelCard make() {
    card_.instrument = &instrument_;
    card_.model = &model_;
    card_.files = project_.files;
    head();
    dimensions();
    signs();
    left_out();
    for (std::size_t o = 0; o < model_.outcomes.size(); ++o)
      outcome(o);
    classes();
    card_.limits = detail::card_limits(card_);
    return std::move(card_);
  }

 private:
  void head() {
    const RowFigures row("instrument", {instrument_.edition.id.text});
    const instrument::Units& units = fitted_.measured.units;
    const std::vector<double>& people = units.residents[units.wave_index(instrument_.base_wave)];
    card_.reference = row("reference", model_.reference, Unit::score);
    card_.spread = row("spread", model_.spread, Unit::score);
    card_.residents = row("residents", stats::sum(people), Unit::residents);
    card_.units =
        row.count("units", static_cast<std::size_t>(std::count_if(
                               people.begin(), people.end(), [](double one) { return one > 0; })));
    std::size_t used = 0;
    for (std::size_t t = 0; t < model_.weights.size(); ++t)
      used += model_.is_used(t) ? 1U : 0U;
    card_.terms = row.count("terms", used);
    for (const std::string& one : instrument_.fit.held_out)
      card_.held_out.push_back(detail::name_of_gemeente(project_, instrument_.vintage, one));
    card_.spread_wave = instrument_.outcomes.front().wave;
  }

  void dimensions() {
    const instrument::Units& units = fitted_.measured.units;
    const std::vector<double>& people = units.residents[units.wave_index(card_.spread_wave)];
    for (std::size_t d = 0; d < instrument_.edition.dimensions.size(); ++d) {
      const instrument::Dimension& dimension = instrument_.edition.dimensions[d];
      CardDimension made{&dimension, {}, {}};
      std::vector<std::pair<std::size_t, double>> terms;
      for (std::size_t t = 0; t < model_.standard.terms.size(); ++t) {
        const Indicator& indicator = instrument_.indicators[model_.standard.terms[t].indicator];
        if (!model_.is_used(t) || instrument_.dimension_of(indicator) != d) continue;
        made.weights.push_back(weight(t, indicator));
        terms.emplace_back(t, model_.weights[t]);
      }
      const RowFigures row("dimensions", {dimension.id});
      const instrument::StandardWave& wave = fitted_.waves.front();
      made.spread = row("spread", spread_of(wave.z, people, wave.is_scored, terms), Unit::score);
      std::stable_sort(made.weights.begin(), made.weights.end(),
                       [](const CardWeight& a, const CardWeight& b) {
                         return std::abs(*a.weight) > std::abs(*b.weight);
                       });
      card_.dimensions.push_back(std::move(made));
    }
  }

  void signs() {
    const auto counted = [&](Sign sign) {
      std::size_t n = 0;
      for (const CardDimension& dimension : card_.dimensions)
        for (const CardWeight& one : dimension.weights)
          n += one.sign == sign ? 1U : 0U;
      return n;
    };
    const RowFigures row("instrument", {instrument_.edition.id.text});
    card_.as_expected = row.count("as_expected", counted(Sign::as_expected));
    card_.unclear = row.count("unclear", counted(Sign::unclear));
    card_.against = row.count("against", counted(Sign::against));
    card_.expected = row.count(
        "expected", counted(Sign::as_expected) + counted(Sign::unclear) + counted(Sign::against));
  }

  CardWeight weight(std::size_t t, const Indicator& indicator) {
    const instrument::Term& term = model_.standard.terms[t];
    const RowFigures row("weights", {term.id});
    const double reach = stats::normal_quantile(0.5 + model_.confidence / 2) * model_.errors[t];
    const double value = model_.weights[t];
    CardWeight out{.indicator = &indicator, .term = term.id};
    out.weight = row("weight", value, Unit::change);
    out.error = row("error", model_.errors[t], Unit::error);
    out.low = row("low", value - reach, Unit::change);
    out.high = row("high", value + reach, Unit::change);
    out.sign = sign_of(indicator.direction, value, value - reach, value + reach);
    out.variance_inflation =
        row("variance_inflation", model_.checks[t].variance_inflation, Unit::ratio);
    out.selected = row("selected", model_.checks[t].selected, Unit::share);
    out.filled_in =
        row("filled_in",
            filled_in(indicator, fitted_.measured.units, fitted_.measured.raw[term.indicator]),
            Unit::share);
    for (const OutcomeFit& fit : model_.outcomes) {
      const RowFigures cell("coefficients", {fit.id, term.id});
      out.coefficients.push_back(cell("coefficient", fit.coefficients[t], Unit::coefficient));
      out.coefficient_errors.push_back(cell("error", fit.errors[t], Unit::coefficient));
    }
    return out;
  }

  [[nodiscard]] bool is_weighted(std::size_t indicator) const {
    for (std::size_t t = 0; t < model_.standard.terms.size(); ++t)
      if (model_.standard.terms[t].indicator == indicator && model_.is_used(t)) return true;
    return false;
  }

  void left_out() {
    for (std::size_t i = 0; i < instrument_.indicators.size(); ++i) {
      const Indicator& one = instrument_.indicators[i];
      if (is_weighted(i)) continue;
      CardLeftOut::Why why = CardLeftOut::Why::by_choice;
      if (one.is_included)
        why = CardLeftOut::Why::not_selected;
      else if (one.sensitivity != instrument::Sensitivity::none)
        why = CardLeftOut::Why::contested;
      else if (!fitted_.measured.is_measured(i))
        why = CardLeftOut::Why::no_values;
      card_.left_out.push_back({&one, why});
    }
  }

  void outcome(std::size_t o) {
    const instrument::Outcome& asked = instrument_.outcomes[o];
    const OutcomeFit& fit = model_.outcomes[o];
    double shares = 0;
    for (const OutcomeFit& one : model_.outcomes)
      shares += one.share;
    const RowFigures row("outcomes", {fit.id});
    CardOutcome out{.outcome = &asked, .fit = &fit};
    out.rows = row.count("rows", fit.rows);
    out.clusters = row.count("clusters", fit.clusters);
    out.strata = row.count("strata", fit.strata);
    out.dropped = row.count("dropped", fit.dropped);
    out.share = row("share", fit.share / shares, Unit::share);
    const bool is_ordered = asked.model != instrument::Outcome::Model::ordinary;
    const std::optional<double> value = fit.r_squared;
    out.r_squared = row("r_squared", is_ordered ? std::nullopt : value, Unit::ratio);
    out.pseudo_r_squared = row("pseudo_r_squared", is_ordered ? value : std::nullopt, Unit::ratio);
    out.residual_deviation = row("residual_deviation", fit.residual_deviation, Unit::amount);
    out.penalty = row("penalty", fit.penalty, Unit::amount);
    out.moran = row("moran", fit.moran, Unit::ratio);
    out.moran_p = row("moran_p", fit.moran_p, Unit::ratio);
    for (const instrument::OutOfSample& check : fit.checks)
      out.checks.push_back(checked(asked, check));
    out.influences = detail::card_influences(fitted_, o, asked, project_);
    for (std::size_t c = 0; c < fit.controls.size(); ++c) {
      const RowFigures cell("controls", {fit.id, fit.controls[c]});
      out.controls.push_back({fit.controls[c],
                              cell("coefficient", fit.control_coefficients[c], Unit::coefficient),
                              cell("error", fit.control_errors[c], Unit::coefficient)});
    }
    for (std::size_t c = 0; c < fit.cutpoints.size(); ++c)
      out.cutpoints.push_back(RowFigures("cutpoints", {fit.id, std::to_string(c + 1)})(
          "cutpoint", fit.cutpoints[c], Unit::coefficient));
    out.groups = detail::card_groups(instrument_, fitted_, o, project_);
    card_.outcomes.push_back(std::move(out));
    if (auto map = detail::residual_map(instrument_, fitted_, o, project_))
      card_.maps.push_back(std::move(*map));
  }

  // What a dimension is called by those who published it.
  [[nodiscard]] base::Words name_of(const instrument::Outcome& outcome,
                                    const std::string& dimension) const {
    for (const instrument::Edition& edition : instrument::editions_of(project_))
      if (edition.id == outcome.edition)
        if (const instrument::Dimension* found = edition.find_dimension(dimension))
          return found->name;
    return {};
  }

  [[nodiscard]] CardCheck checked(const instrument::Outcome& outcome,
                                  const instrument::OutOfSample& check) const {
    const RowFigures row("checks", {outcome.id, check.what});
    return {check.what, name_of(outcome, check.what), row.count("rows", check.rows),
            row("r_squared", check.r_squared, Unit::ratio),
            row("root_mean_square", check.root_mean_square, Unit::amount)};
  }

  void classes() {
    if (!instrument_.edition.classes) return;
    const instrument::ClassScale& scale = *instrument_.edition.classes;
    const std::optional<int> mean =
        instrument_.edition.reference.constant || !instrument_.edition.reference.per_wave.empty()
            ? instrument_.edition.class_of_mean(instrument_.base_wave)
            : std::optional<int>(scale.class_of(model_.reference));
    for (int number = 1; number <= scale.count(); ++number) {
      const RowFigures row("classes", {std::to_string(number)});
      const auto at = static_cast<std::size_t>(number);
      CardClass one{.number = number, .name = scale.name(number)};
      one.from = row("from", number > 1 ? std::optional(scale.limits()[at - 2]) : std::nullopt,
                     Unit::score);
      one.to =
          row("to", number < scale.count() ? std::optional(scale.limits()[at - 1]) : std::nullopt,
              Unit::score);
      one.has_mean = mean == number;
      card_.classes.push_back(std::move(one));
    }
  }

  const instrument::Instrument& instrument_;
  const instrument::Fitted& fitted_;
  const instrument::Model& model_;
  const series::Project& project_;
  ModelCard card_;
};

}  // namespace

std::string_view to_text(Sign sign) {
  switch (sign) {
    case Sign::not_stated:
      return "not-stated";
    case Sign::as_expected:
      return "as-expected";
    case Sign::unclear:
      return "unclear";
    case Sign::against:
      return "against";
  }
  return "";
}

std::string_view to_text(CardLeftOut::Why why) {
  switch (why) {
    case CardLeftOut::Why::contested:
      return "contested";
    case CardLeftOut::Why::by_choice:
      return "by-choice";
    case CardLeftOut::Why::no_values:
      return "no-values";
    case CardLeftOut::Why::not_selected:
      return "not-selected";
  }
  return "";
}

const CardCheck* CardOutcome::find_check(std::string_view what) const {
  const auto found = std::find_if(checks.begin(), checks.end(),
                                  [&](const CardCheck& one) { return one.what == what; });
  return found == checks.end() ? nullptr : &*found;
}

ModelCard model_card(const instrument::Instrument& instrument, const instrument::Fitted& fitted,
                     const series::Project& project) {
  return CardMaker(instrument, fitted, project).make();
}

}  // namespace wijkbeeld::answer
