// SPDX-License-Identifier: EUPL-1.2
#include "instrument/fit.hpp"

#include <algorithm>

#include "base/sha256.hpp"
#include "instrument/detail/cluster_influence.hpp"
#include "instrument/detail/fit_checks.hpp"
#include "instrument/detail/outcome_fitter.hpp"
#include "instrument/detail/published_sums.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::instrument {
namespace {

using base::say;

// One identity for all files that were read, whatever their order.
std::string data_identity(const series::Project& project) {
  std::vector<std::string> sums;
  for (const series::FileRecord& file : project.files)
    sums.push_back(file.sha256);
  std::sort(sums.begin(), sums.end());
  base::Sha256 all;
  for (const std::string& one : sums)
    all.add(one);
  return all.hex();
}

stats::Matrix covariance_of_z(const StandardWave& wave, const std::vector<double>& residents) {
  const std::size_t terms = wave.z.columns();
  stats::Sum people;
  for (const double one : residents)
    people.add(one);
  std::vector<double> outcome(residents.size(), 0);
  const stats::Moments moments = stats::moments({wave.z, outcome, residents});
  stats::Matrix out(terms, terms);
  for (std::size_t j = 0; j < terms; ++j)
    for (std::size_t k = 0; k < terms; ++k)
      out.at(j, k) = moments.covariance(j, k);
  return out;
}

void check_held_out(const Instrument& instrument, const Units& units) {
  for (const std::string& one : instrument.fit.held_out)
    if (std::find(units.gemeente.begin(), units.gemeente.end(), one) == units.gemeente.end())
      throw base::Failure(say("the gemeente '{}' that is held out does not occur", one))
          .at(instrument.fit.place)
          .help(say("write it as the areas do, by code or by name"));
}

// The same columns against each published dimension: which parts of a score can be explained.
void add_dimension_checks(const Instrument& instrument, const Outcome& outcome,
                          const series::Project& project, const Measured& measured,
                          const Observations& rows, const std::vector<std::size_t>& folds,
                          std::optional<double> penalty, base::Workers workers, OutcomeFit& fit) {
  for (const series::Series& one : project.series) {
    const series::SeriesKey& key = one.key();
    const std::string_view prefix = series::quantity::kContribution;
    if (key.edition != outcome.edition || key.level != measured.units.level ||
        key.vintage != measured.units.vintage || !key.quantity.starts_with(prefix))
      continue;
    std::vector<double> y;
    for (const std::size_t unit : rows.units)
      if (const auto value = one.value(measured.units.codes[unit], series::at(outcome.wave)))
        y.push_back(*value);
    if (y.size() != rows.rows()) continue;  // not published for this wave
    const auto residuals =
        detail::out_of_fold_residuals(instrument, rows, y, folds, penalty, workers);
    fit.checks.push_back(
        detail::judged(key.quantity.substr(prefix.size()), y, residuals, rows.weights));
  }
}

class Fitter {
 public:
  Fitter(const Instrument& instrument, const series::Project& project, base::Workers workers,
         base::Progress& progress, base::Ledger& ledger)
      : instrument_(instrument),
        project_(project),
        workers_(workers),
        progress_(progress),
        ledger_(ledger) {}

  Fitted take() {
    out_.measured = measure(instrument_, project_, workers_, progress_, ledger_);
    check_held_out(instrument_, out_.measured.units);
    begin_model();
    observe();
    std::vector<detail::FittedOutcome> outcomes;
    progress_.begin(say("fitting {} outcomes", instrument_.outcomes.size()));
    for (std::size_t at = 0; at < instrument_.outcomes.size(); ++at) {
      outcomes.push_back(fitted(at));
      progress_.advance(outcomes.size(), instrument_.outcomes.size());
    }
    const StandardWave base =
        standardised(instrument_, out_.measured, out_.model.standard, instrument_.base_wave);
    const Units& units = out_.measured.units;
    const stats::Matrix s =
        covariance_of_z(base, units.residents[units.wave_index(instrument_.base_wave)]);
    detail::merge(instrument_, outcomes, s, out_.model);
    for (std::size_t o = 0; o < outcomes.size(); ++o)
      out_.influences.push_back(detail::cluster_influences(instrument_, out_.observations[o],
                                                           outcomes[o].fit, s, workers_));
    out_.model.checks =
        detail::term_checks(instrument_, out_.observations.front(), out_.model.standard, workers_);
    return std::move(out_);
  }

 private:
  void begin_model() {
    Model& model = out_.model;
    model.instrument = instrument_.edition.id.text;
    model.definition_sha256 = instrument_.sha256;
    model.data_sha256 = data_identity(project_);
    model.standard = standard_of(instrument_, out_.measured);
    model.reference = instrument_.edition.reference.mean(instrument_.base_wave).value_or(0);
    model.confidence = instrument_.fit.confidence;
    model.seed = instrument_.fit.seed.value;
  }

  // The rows of every outcome, before any is fitted: what is wrong with them is told at once.
  void observe() {
    std::vector<base::Failure> failures;
    for (const Outcome& outcome : instrument_.outcomes) {
      out_.waves.push_back(
          standardised(instrument_, out_.measured, out_.model.standard, outcome.wave));
      try {
        out_.observations.push_back(observations_of(instrument_, outcome, project_, out_.measured,
                                                    out_.model.standard, out_.waves.back(),
                                                    ledger_));
      } catch (const base::Failures& several) {
        failures.insert(failures.end(), several.all().begin(), several.all().end());
      } catch (const base::Failure& one) {
        failures.push_back(one);
      }
    }
    if (failures.size() == 1) throw base::Failure(failures.front());
    if (!failures.empty())
      throw base::Failures(say("'{}' cannot be fitted on these data", instrument_.edition.id.text),
                           std::move(failures));
  }

  detail::FittedOutcome fitted(std::size_t at) {
    const Outcome& outcome = instrument_.outcomes[at];
    const Observations training = detail::part_of(out_.observations[at], false);
    detail::FittedOutcome one =
        detail::fit_outcome(instrument_, outcome, out_.measured.units, training,
                            out_.model.standard, workers_, progress_);
    check(outcome, out_.observations[at], training, one.fit);
    out_.observations[at] = training;
    return one;
  }

  void check(const Outcome& outcome, const Observations& all, const Observations& training,
             OutcomeFit& fit) {
    const Units& units = out_.measured.units;
    const auto folds = detail::folds_of(instrument_, units, training);
    std::vector<double> residuals = detail::out_of_fold_residuals(instrument_, training, training.y,
                                                                  folds, fit.penalty, workers_);
    fit.checks.push_back(detail::judged("folds", training.y, residuals, training.weights));
    detail::add_moran(instrument_, units, training, residuals, fit);
    if (training.rows() < all.rows()) {
      const Observations other = detail::part_of(all, true);
      const auto unseen =
          detail::held_out_residuals(instrument_, training, other, fit.penalty, workers_);
      fit.checks.push_back(detail::judged("held out", other.y, unseen, other.weights));
    }
    if (outcome.kind == Outcome::Kind::published) {
      detail::tell_unequal_sums(outcome, project_, units, training.units, ledger_);
      add_dimension_checks(instrument_, outcome, project_, out_.measured, training, folds,
                           fit.penalty, workers_, fit);
    }
    out_.residuals.push_back(std::move(residuals));
  }

  const Instrument& instrument_;
  const series::Project& project_;
  base::Workers workers_;
  base::Progress& progress_;
  base::Ledger& ledger_;
  Fitted out_;
};

}  // namespace

Model fit_weights(const Instrument& instrument, const series::Project& project,
                  const Measured& measured, const Standard& standard, base::Workers workers,
                  base::Progress& progress, base::Ledger& ledger) {
  Model model;
  model.instrument = instrument.edition.id.text;
  model.definition_sha256 = instrument.sha256;
  model.standard = standard;
  model.confidence = instrument.fit.confidence;
  model.seed = instrument.fit.seed.value;
  std::vector<detail::FittedOutcome> outcomes;
  for (const Outcome& outcome : instrument.outcomes) {
    const StandardWave wave = standardised(instrument, measured, standard, outcome.wave);
    const Observations rows = detail::part_of(
        observations_of(instrument, outcome, project, measured, standard, wave, ledger), false);
    outcomes.push_back(detail::fit_outcome(instrument, outcome, measured.units, rows, standard,
                                           workers, progress));
  }
  const Units& units = measured.units;
  const StandardWave base = standardised(instrument, measured, standard, instrument.base_wave);
  detail::merge(instrument, outcomes,
                covariance_of_z(base, units.residents[units.wave_index(instrument.base_wave)]),
                model);
  model.checks.resize(standard.terms.size());
  return model;
}

Fitted fit(const Instrument& instrument, const series::Project& project, base::Workers workers,
           base::Progress& progress, base::Ledger& ledger) {
  return Fitter(instrument, project, workers, progress, ledger).take();
}

}  // namespace wijkbeeld::instrument
