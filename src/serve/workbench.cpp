// SPDX-License-Identifier: EUPL-1.2
#include "serve/workbench.hpp"

#include <algorithm>

#include "answer/explain.hpp"
#include "base/failure.hpp"
#include "base/memory.hpp"
#include "instrument/level_means.hpp"

namespace wijkbeeld::serve {

using instrument::Indicator;
using instrument::Instrument;
using instrument::Quantity;

namespace {

// Units times terms times waves. 16 million are 130 MB of means, and as much again on the way.
constexpr std::size_t kMostUnitValues = 16'000'000;

// Shapes are for what is measured on other boundaries, and for places in areas that are no cells.
bool asks_for_outlines(const Instrument& instrument) {
  if (instrument.level != area::Level::cell) return true;
  for (const Indicator& one : instrument.indicators)
    for (const Quantity& from : instrument::quantities_of(one))
      if (from.level != instrument.level || from.vintage != instrument.vintage) return true;
  return false;
}

bool asks_for_places(const Instrument& instrument) {
  return std::any_of(instrument.indicators.begin(), instrument.indicators.end(),
                     [](const Indicator& one) {
                       return std::holds_alternative<instrument::FromPlaces>(one.measure);
                     });
}

// All that an instrument is measured from but the figures.
series::Project ground_of(const Archive& archive, const Instrument& instrument) {
  return archive.part({.with_outlines = asks_for_outlines(instrument),
                       .with_ledger = false,
                       .with_series = false,
                       .with_samples = false,
                       .with_places = asks_for_places(instrument)});
}

std::vector<series::Series> series_of(const Archive& archive, const std::vector<Quantity>& names) {
  return archive.series([&](const series::SeriesKey& key) {
    return std::any_of(names.begin(), names.end(), [&](const Quantity& one) {
      return key == series::SeriesKey{one.edition, one.level, one.vintage, one.quantity};
    });
  });
}

Workbench whole_workbench(instrument::Kept kept, series::Project ground, base::Workers workers) {
  base::Progress progress;
  base::Ledger ledger;  // told when it was fitted
  instrument::Scored scored =
      instrument::scored(kept.instrument, kept.model.standard,
                         instrument::measure(kept.instrument, ground, workers, progress, ledger),
                         ground, workers, progress, ledger);
  std::vector<instrument::IndicatorMeans> indicators =
      instrument::indicator_means(kept.instrument, ground, scored.measured);
  std::vector<std::optional<double>> national =
      answer::national_means(kept.instrument, scored.measured);
  // What answers need is per level; the units themselves are one of the levels.
  scored.waves.clear();
  scored.measured = {};
  return {std::move(kept), std::move(scored), std::move(indicators), std::move(national)};
}

// Of a whole country of cells: the coarser levels, one indicator after another.
Workbench coarse_workbench(const Archive& archive, instrument::Kept kept, series::Project ground,
                           base::Workers workers) {
  base::Progress progress;
  instrument::Scored scored;
  scored.levels = instrument::level_means(
      kept.instrument, kept.model.standard, ground,
      [&](const std::vector<Quantity>& names) { ground.series = series_of(archive, names); }, false,
      workers, progress);
  // What was measured on the way took 200 MB.
  ground = {};
  base::give_memory_back();
  return {std::move(kept), std::move(scored)};
}

}  // namespace

bool has_instrument(const Archive& archive, const std::string& edition) {
  return std::any_of(archive.documents().begin(), archive.documents().end(),
                     [&](const series::Document& one) {
                       return one.kind == instrument::kModel && one.id == edition;
                     });
}

instrument::Kept kept_in(const Archive& archive, const std::string& edition) {
  series::Project documents;
  documents.documents = archive.documents();
  return instrument::kept_instrument(documents, edition);
}

bool has_too_many_units(const Archive& archive, const instrument::Kept& kept) {
  const Instrument& instrument = kept.instrument;
  const auto found = archive.read({.with_outlines = false,
                                   .with_ledger = false,
                                   .with_series = false,
                                   .levels = {instrument.level},
                                   .with_samples = false,
                                   .with_places = false,
                                   .with_nestings = false});
  const area::AreaSet* units = found->find_areas(instrument.level, instrument.vintage);
  return units != nullptr && units->areas().size() * kept.model.standard.terms.size() *
                                     instrument.edition.waves.size() >
                                 kMostUnitValues;
}

Workbench workbench_of(const Archive& archive, instrument::Kept kept, bool is_coarse,
                       base::Workers workers, const series::Project& project) {
  series::Project ground = ground_of(archive, kept.instrument);
  Workbench out;
  if (is_coarse) {
    out = coarse_workbench(archive, std::move(kept), std::move(ground), workers);
  } else {
    // Its own scores are not among what they are made of.
    ground.series = archive.series(
        [&](const series::SeriesKey& key) { return key.edition != kept.instrument.edition.id; });
    out = whole_workbench(std::move(kept), std::move(ground), workers);
  }
  out.project = &project;
  return out;
}

instrument::IndicatorMeans indicator_of(const Archive& archive, const instrument::Kept& kept,
                                        std::string_view indicator, area::Level level,
                                        const std::vector<series::Wave>& waves,
                                        base::Workers workers) {
  Instrument one = kept.instrument;
  std::erase_if(one.indicators, [&](const Indicator& other) { return other.id != indicator; });
  base::ensure(one.indicators.size() == 1, "an indicator of the instrument");
  one.levels = {level};
  series::Project ground = ground_of(archive, one);
  std::vector<Quantity> names = instrument::quantities_of(one.indicators.front());
  if (one.residents) names.push_back(*one.residents);
  ground.series = series_of(archive, names);

  instrument::Measured measured{.units = instrument::units_of(one, ground)};
  instrument::Units& units = measured.units;
  std::vector<std::vector<double>> residents;
  for (const series::Wave wave : waves)
    residents.push_back(units.residents[units.wave_index(wave)]);
  units.waves = waves;
  units.residents = std::move(residents);
  measured.raw.push_back(
      instrument::measured_in_waves(one.indicators.front(), ground, units, workers));
  instrument::IndicatorMeans out =
      std::move(instrument::indicator_means(one, ground, measured).back());
  // In the place that it has in the whole definition.
  out.values.resize(kept.instrument.indicators.size());
  for (std::size_t i = 1; i < out.values.size(); ++i)
    if (kept.instrument.indicators[i].id == indicator) std::swap(out.values[0], out.values[i]);
  return out;
}

}  // namespace wijkbeeld::serve
