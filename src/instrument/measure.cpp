// SPDX-License-Identifier: EUPL-1.2
#include "instrument/measure.hpp"

#include <algorithm>
#include <cmath>

#include "base/number.hpp"
#include "geo/mixture.hpp"
#include "instrument/detail/column_reader.hpp"
#include "instrument/detail/place_measures.hpp"

namespace wijkbeeld::instrument {
namespace {

using base::say;
using table::Absence;

// From how far apart medians of two waves look like another unit.
constexpr double kJump = 50;

class Measurer {
 public:
  Measurer(const series::Project& project, const Units& units, base::Workers workers)
      : project_(project), units_(units), workers_(workers), columns_(project, units, workers) {}

  std::vector<RawColumn> in_waves(const Indicator& indicator) {
    std::vector<RawColumn> out;
    for (const series::Wave wave : units_.waves)
      out.push_back(std::visit([&](const auto& how) { return (*this)(how, wave, indicator.place); },
                               indicator.measure));
    return out;
  }

  RawColumn operator()(const FromColumn& measure, series::Wave wave, const base::Place& place) {
    return columns_.read(measure, wave, place);
  }
  RawColumn operator()(const FromPlaces& measure, series::Wave wave, const base::Place& place) {
    return detail::from_places(project_, units_, measure, wave, workers_, place);
  }
  RawColumn operator()(const FromSurroundings& measure, series::Wave wave,
                       const base::Place& place) {
    const RawColumn of = columns_.read(measure.of, wave, place);
    return detail::mean_around(units_, of, measure, wave, workers_, place);
  }
  RawColumn operator()(const FromDominance& measure, series::Wave wave, const base::Place& place) {
    const RawColumn share = columns_.read(measure.share, wave, place);
    Quantity counted = measure.share.of;
    counted.quantity = measure.dwellings;
    const RawColumn dwellings = columns_.read(counted, wave, true, place);
    return detail::dominance(units_, share, dwellings, measure.reach, workers_, place);
  }
  RawColumn operator()(const FromMix& measure, series::Wave wave, const base::Place& place) {
    std::vector<RawColumn> parts;
    for (const Quantity& part : measure.parts)
      parts.push_back(columns_.read(part, wave, false, place));
    RawColumn out{std::vector<double>(units_.size(), 0),
                  std::vector<std::uint8_t>(units_.size(), 0)};
    std::vector<double> shares(parts.size());
    for (std::size_t i = 0; i < units_.size(); ++i) {
      for (std::size_t p = 0; p < parts.size(); ++p) {
        shares[p] = parts[p].values[i];
        out.absences[i] = std::max(out.absences[i], parts[p].absences[i]);
      }
      const auto evenness =
          out.absences[i] == 0 ? geo::land_use_mix(shares) : std::optional<double>();
      if (evenness)
        out.values[i] = *evenness;
      else if (out.absences[i] == 0)
        out.absences[i] = static_cast<std::uint8_t>(Absence::not_applicable);
    }
    return out;
  }

 private:
  const series::Project& project_;
  const Units& units_;
  base::Workers workers_;
  detail::ColumnReader columns_;
};

// The quantities of each way to measure.
struct Naming {
  std::vector<Quantity> names;

  void operator()(const FromColumn& measure) {
    names.push_back(measure.of);
    if (measure.per) names.push_back(*measure.per);
  }
  void operator()(const FromPlaces& /*measure*/) {}
  void operator()(const FromSurroundings& measure) { (*this)(measure.of); }
  void operator()(const FromDominance& measure) {
    (*this)(measure.share);
    names.push_back(measure.share.of);
    names.back().quantity = measure.dwellings;
  }
  void operator()(const FromMix& measure) {
    names.insert(names.end(), measure.parts.begin(), measure.parts.end());
  }
};

std::optional<double> median_of(const RawColumn& column) {
  std::vector<double> present;
  for (std::size_t i = 0; i < column.values.size(); ++i)
    if (column.has(i)) present.push_back(std::abs(column.values[i]));
  if (present.empty()) return std::nullopt;
  const auto middle = present.begin() + static_cast<std::ptrdiff_t>(present.size() / 2);
  std::nth_element(present.begin(), middle, present.end());
  return *middle;
}

// Percentages that became fractions, metres that became kilometres, euros that became thousands.
void look_for_other_units(const Instrument& instrument, const Indicator& indicator,
                          const std::vector<RawColumn>& waves, base::Ledger& ledger) {
  std::optional<double> before;
  for (std::size_t w = 0; w < waves.size(); ++w) {
    const auto now = median_of(waves[w]);
    if (before && now && *before > 0 && *now > 0) {
      const double ratio = *now > *before ? *now / *before : *before / *now;
      if (ratio >= kJump)
        ledger.add(
            {"unit-changed", base::Severity::warning, indicator.place,
             say("the median of '{}' goes from {} to {} in {}: was its unit changed?", indicator.id,
                 base::as_found(*before), base::as_found(*now), instrument.edition.waves[w].year)});
    }
    if (now) before = now;
  }
}

void tell_coverage(const Indicator& indicator, const std::vector<RawColumn>& waves,
                   base::Ledger& ledger) {
  std::size_t absent = 0;
  std::size_t all = 0;
  for (const RawColumn& column : waves) {
    absent += column.values.size() - column.present();
    all += column.values.size();
  }
  if (absent > 0)
    ledger.add({"indicator-incomplete", base::Severity::note, indicator.place,
                say("'{}' lacks {} of {} values, over all waves", indicator.id,
                    base::Count{static_cast<std::int64_t>(absent)},
                    base::Count{static_cast<std::int64_t>(all)})});
}

}  // namespace

std::size_t RawColumn::present() const {
  return static_cast<std::size_t>(std::count(absences.begin(), absences.end(), 0));
}

std::vector<RawColumn> measured_in_waves(const Indicator& indicator, const series::Project& project,
                                         const Units& units, base::Workers workers) {
  return Measurer(project, units, workers).in_waves(indicator);
}

std::vector<Quantity> quantities_of(const Indicator& indicator) {
  Naming naming;
  std::visit(naming, indicator.measure);
  return std::move(naming.names);
}

Measured measure(const Instrument& instrument, const series::Project& project,
                 base::Workers workers, base::Progress& progress, base::Ledger& ledger) {
  Measured out{.units = units_of(instrument, project)};
  Measurer measurer(project, out.units, workers);
  std::vector<base::Failure> failures;
  progress.begin(say("measuring {} indicators", instrument.indicators.size()));
  for (std::size_t at = 0; at < instrument.indicators.size(); ++at) {
    progress.check();
    const Indicator& indicator = instrument.indicators[at];
    std::vector<RawColumn> waves;
    try {
      waves = measurer.in_waves(indicator);
    } catch (base::Failure& failure) {
      waves.clear();
      if (indicator.is_included) failures.push_back(std::move(failure));
    }
    look_for_other_units(instrument, indicator, waves, ledger);
    tell_coverage(indicator, waves, ledger);
    out.raw.push_back(std::move(waves));
    progress.advance(at + 1, instrument.indicators.size());
  }
  if (!failures.empty())
    throw base::Failures(
        say("the indicators of '{}' cannot be measured", instrument.edition.id.text),
        std::move(failures));
  return out;
}

}  // namespace wijkbeeld::instrument
