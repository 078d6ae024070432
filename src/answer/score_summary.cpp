// SPDX-License-Identifier: EUPL-1.2
#include "answer/score_summary.hpp"

#include <map>

#include "answer/detail/row_figures.hpp"
#include "answer/detail/scored_waves.hpp"
#include "instrument/units.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::answer {

using base::Failure;
using base::say;
using detail::RowFigures;
using instrument::Instrument;
using series::Series;
using table::Absence;
using table::Value;

namespace {

// Residents of every area of a level in a wave: those of its units.
using People = std::map<area::AreaCode, double>;

People people_of(const instrument::Units& units, std::size_t wave, area::Level level,
                 const series::Project& project) {
  People out;
  for (std::size_t i = 0; i < units.size(); ++i)
    if (const auto code =
            instrument::ancestor_of(project, units.codes[i], units.level, level, units.vintage))
      out[*code] += units.residents[wave][i];
  return out;
}

struct Columns {
  const Series* score;
  const Series* error;
  const Series* classes;      // may be null: no classes
  const Series* probability;  // the same
};

// Counts of areas and residents while walking over a level.
struct Tally {
  std::size_t areas = 0;
  std::size_t withheld = 0;
  std::size_t sure = 0;
  stats::Sum people, scores, errors, low;
  std::vector<std::size_t> areas_in;
  std::vector<stats::Sum> people_in;
};

Value<double> ratio(double part, double whole) {
  if (whole <= 0) return Absence::not_applicable;
  return part / whole;
}

Tally tally(const Instrument& instrument, const Columns& columns, const People& people,
            series::Wave wave) {
  Tally out;
  const auto count = instrument.edition.classes
                         ? static_cast<std::size_t>(instrument.edition.classes->count())
                         : 0;
  out.areas_in.resize(count);
  out.people_in.resize(count);
  const auto period = columns.score->find(series::at(wave));
  if (!period) return out;
  for (std::size_t a = 0; a < columns.score->areas().size(); ++a) {
    const Value<double> score = columns.score->value(a, *period);
    if (!score) {
      ++out.withheld;
      continue;
    }
    const auto found = people.find(columns.score->areas()[a]);
    const double here = found == people.end() ? 0 : found->second;
    ++out.areas;
    out.people.add(here);
    out.scores.add(here * *score);
    out.errors.add(here * columns.error->value(a, *period).value_or(0));
    if (instrument.edition.low_score && *score <= *instrument.edition.low_score) out.low.add(here);
    if (columns.classes == nullptr || count == 0) continue;
    const auto number =
        static_cast<std::size_t>(columns.classes->value(a, *period).value_or(1)) - 1;
    ++out.areas_in[number];
    out.people_in[number].add(here);
    if (columns.probability->value(a, *period).value_or(0) >= kSure) ++out.sure;
  }
  return out;
}

ScoredWave summed(const Instrument& instrument, const series::SeriesKey& key, series::Wave wave,
                  const Tally& found) {
  const std::string level(area::to_text(key.level));
  const std::string year = std::to_string(wave.year);
  const RowFigures row("scores", {key.edition.text, level, year});
  const auto areas = static_cast<double>(found.areas);
  ScoredWave out{.level = key.level, .vintage = key.vintage, .wave = wave};
  out.areas = row.count("areas", found.areas);
  out.withheld = row.count("withheld", found.withheld);
  out.residents = row("residents", found.people.value(), Unit::residents);
  out.mean = row("mean", ratio(found.scores.value(), found.people.value()), Unit::score);
  out.mean_error =
      row("mean_error", ratio(found.errors.value(), found.people.value()), Unit::error);
  out.share_sure = row("share_sure", std::nullopt, Unit::share);
  stats::Sum low = found.low;
  for (std::size_t c = 0; c < found.areas_in.size(); ++c) {
    const auto number = static_cast<int>(c) + 1;
    const RowFigures cell("score_classes", {key.edition.text, level, year, std::to_string(number)});
    const double people = found.people_in[c].value();
    if (instrument.edition.low_class && number <= *instrument.edition.low_class) low.add(people);
    out.classes.push_back(
        {number, cell.count("areas", found.areas_in[c]), cell("residents", people, Unit::residents),
         cell("share_areas", ratio(static_cast<double>(found.areas_in[c]), areas), Unit::share),
         cell("share_residents", ratio(people, found.people.value()), Unit::share)});
  }
  if (!found.areas_in.empty()) out.share_sure.value = ratio(static_cast<double>(found.sure), areas);
  const bool has_low = instrument.edition.low_class || instrument.edition.low_score;
  out.share_low = row(
      "share_low",
      has_low ? ratio(low.value(), found.people.value()) : Value<double>(Absence::not_applicable),
      Unit::share);
  return out;
}

}  // namespace

ScoreSummary score_summary(const Instrument& instrument, const series::Project& project,
                           std::optional<area::Level> level, std::optional<series::Wave> wave) {
  detail::check_asked(instrument, level, wave);
  const instrument::Units units = instrument::units_of(instrument, project);
  ScoreSummary out{&instrument, {}};
  for (const Series& one : project.series) {
    const series::SeriesKey& key = one.key();
    if (key.edition != instrument.edition.id || key.quantity != series::quantity::kScore) continue;
    if (level && key.level != *level) continue;
    const auto other = [&](std::string_view quantity) {
      return project.find_series({key.edition, key.level, key.vintage, std::string(quantity)});
    };
    const Columns columns{&one, other("score.error"), other(series::quantity::kClass),
                          other("class.probability")};
    if (columns.error == nullptr) continue;
    for (const series::Wave at : instrument.edition.waves) {
      if (wave && at != *wave) continue;
      const People people = people_of(units, units.wave_index(at), key.level, project);
      out.waves.push_back(summed(instrument, key, at, tally(instrument, columns, people, at)));
    }
  }
  if (out.waves.empty())
    throw Failure(say("the project has no such scores of '{}'", instrument.edition.id.text))
        .help(say("fit it again with 'wijkbeeld fit'"));
  return out;
}

}  // namespace wijkbeeld::answer
