// SPDX-License-Identifier: EUPL-1.2
#include "answer/explain.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "answer/detail/row_figures.hpp"
#include "answer/detail/scored_waves.hpp"
#include "answer/small_counts.hpp"
#include "base/text.hpp"
#include "stats/distributions.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::answer {

using base::Failure;
using base::say;
using detail::RowFigures;
using instrument::AreaMeans;
using instrument::Instrument;
using instrument::Model;
using instrument::Scored;

namespace {

// The level that has the area.
const AreaMeans& means_with(std::span<const AreaMeans> all, const area::AreaCode& code) {
  std::vector<std::string> levels;
  std::vector<std::string> codes;
  for (const AreaMeans& one : all) {
    if (one.find(code)) return one;
    levels.emplace_back(area::to_text(one.level));
    if (one.level == area::level_of(code))
      for (const area::AreaCode& known : one.codes)
        codes.push_back(known.text);
  }
  Failure failure(say("the instrument scores no area '{}'", code.text));
  if (const auto meant = base::did_you_mean(code.text, codes))
    failure.help(say("did you mean '{}'?", *meant));
  else
    failure.because(say("it scores areas of these levels: {}", base::join(levels, ", ")));
  throw failure;
}

// The units of an area: itself, or those that lie in it.
std::vector<std::size_t> units_in(const Scored& scored, const AreaMeans& means,
                                  const area::AreaCode& code, const series::Project& project) {
  const instrument::Units& units = scored.measured.units;
  if (means.level == units.level) {
    const auto at = units.find(code);
    return at ? std::vector<std::size_t>{*at} : std::vector<std::size_t>{};
  }
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < units.size(); ++i)
    if (instrument::ancestor_of(project, units.codes[i], units.level, means.level, units.vintage) ==
        code)
      out.push_back(i);
  return out;
}

// A mean over the residents of some units, and the share of them that has no value.
struct RawMean {
  std::optional<double> mean = {};
  std::optional<double> without = {};
};

// Where the values of indicators, as they were measured, come from.
class Values {
 public:
  Values() = default;
  Values(const Values&) = delete;
  Values& operator=(const Values&) = delete;
  virtual ~Values() = default;
  // In the area that is asked about.
  [[nodiscard]] virtual RawMean here(std::size_t indicator, std::size_t wave) const = 0;
  [[nodiscard]] virtual std::optional<double> national(std::size_t indicator) const = 0;
};

RawMean raw_mean(const instrument::RawColumn& column, const std::vector<double>& residents,
                 const std::vector<std::size_t>& units) {
  stats::Sum all;
  stats::Sum known;
  stats::Sum sum;
  for (const std::size_t i : units) {
    all.add(residents[i]);
    if (!column.has(i)) continue;
    known.add(residents[i]);
    sum.add(residents[i] * column.values[i]);
  }
  RawMean out;
  if (known.value() > 0) out.mean = sum.value() / known.value();
  if (all.value() > 0) out.without = std::max(0.0, 1 - known.value() / all.value());
  return out;
}

std::optional<double> national_mean(const instrument::Measured& measured, std::size_t indicator,
                                    series::Wave base_wave) {
  const instrument::Units& units = measured.units;
  const std::size_t base = units.wave_index(base_wave);
  std::vector<std::size_t> everywhere(units.size());
  std::iota(everywhere.begin(), everywhere.end(), std::size_t{0});
  return raw_mean(measured.raw[indicator][base], units.residents[base], everywhere).mean;
}

// From the units themselves.
class ValuesOfUnits final : public Values {
 public:
  ValuesOfUnits(const Instrument& instrument, const Scored& scored, std::vector<std::size_t> units)
      : instrument_(instrument), measured_(scored.measured), units_(std::move(units)) {}
  [[nodiscard]] RawMean here(std::size_t indicator, std::size_t wave) const override {
    return raw_mean(measured_.raw[indicator][wave], measured_.units.residents[wave], units_);
  }
  [[nodiscard]] std::optional<double> national(std::size_t indicator) const override {
    return national_mean(measured_, indicator, instrument_.base_wave);
  }

 private:
  const Instrument& instrument_;
  const instrument::Measured& measured_;
  std::vector<std::size_t> units_;
};

// From means that were kept per area.
class ValuesOfLevels final : public Values {
 public:
  ValuesOfLevels(const MeasuredLevels& measured, area::Level level, const area::AreaCode& code)
      : measured_(measured) {
    for (const instrument::IndicatorMeans& one : measured.indicators) {
      const auto at = std::lower_bound(one.codes.begin(), one.codes.end(), code);
      if (one.level != level || at == one.codes.end() || *at != code) continue;
      own_ = &one;
      area_ = static_cast<std::size_t>(at - one.codes.begin());
    }
  }
  [[nodiscard]] RawMean here(std::size_t indicator, std::size_t wave) const override {
    if (own_ == nullptr || own_->values[indicator].empty()) return {};
    const table::Value<float>& value = own_->values[indicator][wave][area_];
    return value ? RawMean{double{*value}, {}} : RawMean{};
  }
  [[nodiscard]] std::optional<double> national(std::size_t indicator) const override {
    return measured_.national[indicator];
  }

 private:
  const MeasuredLevels& measured_;
  const instrument::IndicatorMeans* own_ = nullptr;
  std::size_t area_ = 0;
};

class Explainer {
 public:
  Explainer(const ExplainQuestion& question, const Instrument& instrument, const Model& model,
            const AreaMeans& means, const Values& values, const series::Project& project,
            base::Workers workers)
      : question_(question),
        instrument_(instrument),
        model_(model),
        values_(values),
        project_(project),
        workers_(workers),
        means_(means),
        area_(*means_.find(question.code)),
        wave_(detail::wave_asked(means_, question.wave)),
        reach_(stats::normal_quantile(0.5 + model.confidence / 2)) {}

  Explanation make() {
    out_.wave = means_.waves[wave_];
    check_scored(wave_);
    who();
    score();
    out_.dimensions = dimensions("explain_indicators", year(out_.wave),
                                 instrument::term_contributions(model_, means_, area_, wave_),
                                 wave_, std::nullopt);
    if (question_.since) change(*question_.since);
    return std::move(out_);
  }

 private:
  static std::string year(series::Wave wave) { return std::to_string(wave.year); }

  void check_scored(std::size_t wave) const {
    if (means_.is_scored[wave][area_] != 0) return;
    const Figure people =
        told(means_.level, {"", means_.residents[wave][area_], Unit::residents, {}});
    const base::Count needed{std::llround(instrument_.fewest_residents(means_.level))};
    throw Failure(say("'{}' has no score in {}", question_.code.text, means_.waves[wave].year))
        .because(people.has_value()
                     ? say("{} residents are known there, and a score needs {}",
                           base::Count{std::llround(*people)}, needed)
                     : say("fewer than {} residents are known there, and a score needs {}",
                           base::Count{kFewestTold}, needed));
  }

  void who() {
    out_.instrument = &instrument_;
    out_.code = question_.code;
    out_.level = means_.level;
    out_.vintage = means_.vintage;
    out_.confidence = model_.confidence;
    const area::AreaSet* areas = project_.find_areas(means_.level, means_.vintage);
    const auto at = areas == nullptr ? std::nullopt : areas->find(question_.code);
    if (!at) return;
    out_.name = areas->areas()[*at].name;
    out_.gemeente = areas->areas()[*at].gemeente_name;
  }

  void score() {
    const RowFigures row("explain", {question_.code.text, year(out_.wave)});
    const auto scores =
        instrument::scores_of(instrument_, model_, means_, wave_, model_.weights, workers_);
    const double reference =
        instrument_.edition.reference.mean(out_.wave).value_or(model_.reference);
    const double deviation = scores.deviation[area_];
    const double error = scores.error[area_];
    const double total = reference + deviation;
    out_.residents = row("residents", means_.residents[wave_][area_], Unit::residents);
    out_.score = row("score", total, Unit::score);
    out_.reference = row("reference", reference, Unit::score);
    out_.deviation = row("deviation", deviation, Unit::change);
    out_.error = row("error", error, Unit::error);
    out_.low = row("low", total - reach_ * error, Unit::score);
    out_.high = row("high", total + reach_ * error, Unit::score);
    if (!instrument_.edition.classes) return;
    out_.situation = instrument_.edition.classes->class_of(total);
    int number = 0;
    for (const double one :
         instrument::class_probabilities(*instrument_.edition.classes, total, error))
      out_.probabilities.push_back(
          row("probability_" + std::to_string(++number), one, Unit::share));
  }

  // Contributions of terms, gathered by indicator and dimension.
  std::vector<ExplainedDimension> dimensions(std::string_view table, const std::string& when,
                                             const std::vector<double>& terms, std::size_t wave,
                                             std::optional<std::size_t> before) const {
    std::vector<ExplainedDimension> out;
    for (const instrument::Dimension& dimension : instrument_.edition.dimensions)
      out.push_back({&dimension, {}, {}});
    for (std::size_t t = 0; t < terms.size(); ++t) {
      if (!model_.is_used(t)) continue;
      const std::size_t at = model_.standard.terms[t].indicator;
      const instrument::Indicator& indicator = instrument_.indicators[at];
      std::vector<ExplainedIndicator>& into = out[instrument_.dimension_of(indicator)].indicators;
      // Terms of an indicator stand together.
      if (into.empty() || into.back().indicator != &indicator)
        into.push_back(described(table, when, at, wave, before));
      into.back().contribution.value = into.back().contribution.value.value_or(0) + terms[t];
    }
    for (ExplainedDimension& one : out)
      finish(std::string(table) + "_by_dimension", when, one);
    return out;
  }

  ExplainedIndicator described(std::string_view table, const std::string& when, std::size_t at,
                               std::size_t wave, std::optional<std::size_t> before) const {
    const instrument::Indicator& indicator = instrument_.indicators[at];
    const RowFigures row(table, {question_.code.text, when, indicator.id});
    const RawMean here = values_.here(at, wave);
    ExplainedIndicator out{.indicator = &indicator};
    out.contribution = row("contribution", 0.0, Unit::change);
    out.value = row("value", here.mean, Unit::amount);
    out.filled_in = row("filled_in", here.without, Unit::share);
    out.national = row("national", values_.national(at), Unit::amount);
    out.before =
        row("before", before ? values_.here(at, *before).mean : std::nullopt, Unit::amount);
    return out;
  }

  void finish(const std::string& table, const std::string& when, ExplainedDimension& one) const {
    double total = 0;
    for (const ExplainedIndicator& indicator : one.indicators)
      total += *indicator.contribution;
    one.contribution = RowFigures(table, {question_.code.text, when, one.dimension->id})(
        "contribution", total, Unit::change);
    std::stable_sort(one.indicators.begin(), one.indicators.end(),
                     [](const ExplainedIndicator& a, const ExplainedIndicator& b) {
                       return std::abs(*a.contribution) > std::abs(*b.contribution);
                     });
  }

  [[noreturn]] void refuse_since(series::Wave since) const {
    Failure failure(say("a change runs from an earlier wave, and {} is not before {}", since.year,
                        out_.wave.year));
    std::vector<series::Wave> earlier;
    for (const series::Wave one : means_.waves)
      if (one < out_.wave) earlier.push_back(one);
    if (!earlier.empty()) failure.help(detail::choice_of(earlier));
    throw failure;
  }

  void change(series::Wave since) {
    if (since >= out_.wave) refuse_since(since);
    const std::size_t from = detail::wave_asked(means_, since);
    check_scored(from);
    const std::string when = year(since) + "/" + year(out_.wave);
    const RowFigures row("explain_change", {question_.code.text, when});
    const auto changes = instrument::changes_of(instrument_, model_, means_, from, wave_, workers_);
    ExplainedChange out{.period = {since, out_.wave}};
    const double value = changes.change[area_];
    const double error = changes.error[area_];
    out.change = row("change", value, Unit::change);
    out.error = row("error", error, Unit::error);
    out.low = row("low", value - reach_ * error, Unit::change);
    out.high = row("high", value + reach_ * error, Unit::change);
    out.probability = row("probability", changes.probability[area_], Unit::share);
    out.false_discovery = row("false_discovery", changes.false_discovery[area_], Unit::share);
    if (instrument_.edition.development)
      out.development = instrument_.edition.development->class_of(value);
    std::vector<double> terms = instrument::term_contributions(model_, means_, area_, wave_);
    const std::vector<double> earlier = instrument::term_contributions(model_, means_, area_, from);
    for (std::size_t t = 0; t < terms.size(); ++t)
      terms[t] -= earlier[t];
    out.dimensions = dimensions("explain_change_indicators", when, terms, wave_, from);
    out_.change = std::move(out);
  }

  const ExplainQuestion& question_;
  const Instrument& instrument_;
  const Model& model_;
  const Values& values_;
  const series::Project& project_;
  base::Workers workers_;
  const AreaMeans& means_;
  std::size_t area_;
  std::size_t wave_;
  double reach_;
  Explanation out_;
};

}  // namespace

ExplainQuestion whole_question(std::span<const AreaMeans> levels, const area::AreaCode& code) {
  ExplainQuestion out{code};
  for (const AreaMeans& means : levels) {
    const auto at = means.find(code);
    if (!at) continue;
    for (std::size_t w = 0; w < means.waves.size(); ++w) {
      if (means.is_scored[w][*at] == 0) continue;
      if (!out.since) out.since = means.waves[w];
      out.wave = means.waves[w];
    }
    break;
  }
  if (out.since == out.wave) out.since.reset();
  return out;
}

std::vector<std::optional<double>> national_means(const Instrument& instrument,
                                                  const instrument::Measured& measured) {
  std::vector<std::optional<double>> out;
  for (std::size_t i = 0; i < instrument.indicators.size(); ++i)
    out.push_back(measured.raw[i].empty() ? std::nullopt
                                          : national_mean(measured, i, instrument.base_wave));
  return out;
}

Explanation explain(const ExplainQuestion& question, const Instrument& instrument,
                    const Model& model, const Scored& scored, const series::Project& project,
                    base::Workers workers) {
  const AreaMeans& means = means_with(scored.levels, question.code);
  const ValuesOfUnits values(instrument, scored, units_in(scored, means, question.code, project));
  return Explainer(question, instrument, model, means, values, project, workers).make();
}

Explanation explain(const ExplainQuestion& question, const Instrument& instrument,
                    const Model& model, const MeasuredLevels& measured,
                    const series::Project& project, base::Workers workers) {
  const AreaMeans& means = means_with(measured.levels, question.code);
  const ValuesOfLevels values(measured, means.level, question.code);
  return Explainer(question, instrument, model, means, values, project, workers).make();
}

}  // namespace wijkbeeld::answer
