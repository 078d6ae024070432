// SPDX-License-Identifier: EUPL-1.2
#include "instrument/observations.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/number.hpp"
#include "base/text.hpp"
#include "instrument/detail/sample_reader.hpp"

namespace wijkbeeld::instrument {
namespace {

using base::say;

// Numbers of the groups that words stand for, in order of first appearance.
class Groups {
 public:
  std::size_t number(const std::string& word) {
    return numbers_.try_emplace(word, numbers_.size()).first->second;
  }
  [[nodiscard]] std::size_t size() const { return numbers_.size(); }

 private:
  std::map<std::string, std::size_t> numbers_;
};

// The square of the plan's block size in which a unit lies: neighbours are fitted and left out
// together.
std::string block_of(const Units& units, std::size_t unit, double side) {
  const auto& at = units.centres[unit];
  if (!at) return units.gemeente[unit].empty() ? units.codes[unit].text : units.gemeente[unit];
  return fmt::format("{}:{}", static_cast<long>(std::floor(at->x / side)),
                     static_cast<long>(std::floor(at->y / side)));
}

bool is_held_out(const FitPlan& plan, const std::string& gemeente) {
  return std::find(plan.held_out.begin(), plan.held_out.end(), gemeente) != plan.held_out.end();
}

// Rows as they are found, before they become one matrix.
struct Rows {
  std::vector<std::size_t> units;
  std::vector<double> y, weights;
  std::vector<std::vector<double>> controls;  // [control][row]
};

void fill_matrix(const Rows& rows, const StandardWave& wave, Observations& out) {
  const std::size_t n = rows.y.size();
  out.x = stats::Matrix(n, out.terms.size() + rows.controls.size());
  for (std::size_t t = 0; t < out.terms.size(); ++t) {
    const std::span<const double> z = wave.z.column(out.terms[t]);
    const std::span<double> column = out.x.column(t);
    for (std::size_t i = 0; i < n; ++i)
      column[i] = z[rows.units[i]];
  }
  for (std::size_t c = 0; c < rows.controls.size(); ++c)
    std::copy(rows.controls[c].begin(), rows.controls[c].end(),
              out.x.column(out.terms.size() + c).begin());
}

void check_enough(const Outcome& outcome, const Observations& out) {
  if (out.rows() > out.x.columns() + 1) return;
  base::Failure failure(
      say("'{}' has {} rows for {} columns", outcome.id, out.rows(), out.x.columns() + 1));
  failure.at(outcome.place).because(say("with no more rows than columns every weight fits"));
  if (outcome.kind == Outcome::Kind::published)
    failure.help(say("leave indicators out, or explain a score that more areas have"));
  else
    failure.help(say("leave indicators out, or use a sample with more rows"));
  throw failure;
}

void finish(const Instrument& instrument, const Outcome& outcome, const Measured& measured,
            const StandardWave& wave, Rows rows, Observations& out) {
  fill_matrix(rows, wave, out);
  out.y = std::move(rows.y);
  out.weights = std::move(rows.weights);
  out.units = std::move(rows.units);
  for (const std::size_t unit : out.units)
    out.is_held_out.push_back(is_held_out(instrument.fit, measured.units.gemeente[unit]) ? 1 : 0);
  check_enough(outcome, out);
}

Observations of_sample(const Instrument& instrument, const Outcome& outcome,
                       const series::Project& project, const Measured& measured,
                       const Standard& standard, const StandardWave& wave, base::Ledger& ledger) {
  detail::SampleReader reader(outcome, project, measured.units, ledger);
  Observations out;
  out.terms = included_terms(instrument, standard);
  Rows rows;
  Groups clusters;
  Groups strata;
  out.controls = reader.control_names();
  rows.controls.resize(out.controls.size());
  for (std::size_t row = 0; row < reader.rows(); ++row) {
    const auto one = reader.row(row);
    if (!one || wave.is_scored[one->unit] == 0) {
      ++out.dropped;
      continue;
    }
    rows.units.push_back(one->unit);
    rows.y.push_back(one->y);
    rows.weights.push_back(one->weight);
    for (std::size_t c = 0; c < one->controls.size(); ++c)
      rows.controls[c].push_back(one->controls[c]);
    out.clusters.push_back(clusters.number(outcome.cluster.empty()
                                               ? measured.units.codes[one->unit].text
                                               : one->stratum + "/" + one->cluster));
    if (!outcome.stratum.empty()) out.strata.push_back(strata.number(one->stratum));
  }
  out.cluster_count = clusters.size();
  out.stratum_count = strata.size();
  reader.finish();
  finish(instrument, outcome, measured, wave, std::move(rows), out);
  return out;
}

Observations of_published(const Instrument& instrument, const Outcome& outcome,
                          const series::Project& project, const Measured& measured,
                          const Standard& standard, const StandardWave& wave) {
  const series::Series& scores =
      series_named(project,
                   {outcome.edition, outcome.quantity, measured.units.level, measured.units.vintage,
                    outcome.wave},
                   outcome.place);
  const std::vector<double>& people =
      measured.units.residents[measured.units.wave_index(outcome.wave)];
  Observations out;
  out.terms = included_terms(instrument, standard);
  Rows rows;
  Groups blocks;
  for (std::size_t unit = 0; unit < measured.units.size(); ++unit) {
    const auto score = scores.value(measured.units.codes[unit], series::at(outcome.wave));
    if (!score.has_value() || people[unit] <= 0 || wave.is_scored[unit] == 0) {
      ++out.dropped;
      continue;
    }
    rows.units.push_back(unit);
    rows.y.push_back(*score);
    rows.weights.push_back(people[unit]);
    out.clusters.push_back(blocks.number(block_of(measured.units, unit, instrument.fit.block)));
  }
  if (rows.y.empty())
    throw base::Failure(say("no area where people live has a '{}' of '{}' in {}", outcome.quantity,
                            outcome.edition.text, outcome.wave.year))
        .at(outcome.place)
        .help(say("name another 'wave' of the instrument, which that edition has too"));
  out.cluster_count = blocks.size();
  finish(instrument, outcome, measured, wave, std::move(rows), out);
  return out;
}

}  // namespace

std::vector<std::size_t> included_terms(const Instrument& instrument, const Standard& standard) {
  std::vector<std::size_t> out;
  for (std::size_t t = 0; t < standard.terms.size(); ++t)
    if (instrument.indicators[standard.terms[t].indicator].is_included) out.push_back(t);
  return out;
}

Observations observations_of(const Instrument& instrument, const Outcome& outcome,
                             const series::Project& project, const Measured& measured,
                             const Standard& standard, const StandardWave& wave,
                             base::Ledger& ledger) {
  return outcome.kind == Outcome::Kind::published
             ? of_published(instrument, outcome, project, measured, standard, wave)
             : of_sample(instrument, outcome, project, measured, standard, wave, ledger);
}

}  // namespace wijkbeeld::instrument
