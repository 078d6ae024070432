// SPDX-License-Identifier: EUPL-1.2
#include "instrument/units.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "geo/label_point.hpp"
#include "geo/rd_grid.hpp"

namespace wijkbeeld::instrument {
namespace {

using area::AreaCode;
using area::Level;
using base::say;

std::optional<AreaCode> by_nesting(const series::Project& project, const AreaCode& code, Level fine,
                                   Level coarse, area::Vintage vintage) {
  const area::Nesting* nesting = project.find_nesting(fine, coarse, vintage);
  return nesting == nullptr ? std::nullopt : nesting->parent_of(code);
}

std::optional<geo::Point> centre_of(const AreaCode& code, Level level,
                                    const area::Outlines* outlines) {
  if (level == Level::cell) {
    const auto cell = geo::parse_cell(code.text);
    return cell ? std::optional(geo::centre(*cell)) : std::nullopt;
  }
  if (outlines == nullptr) return std::nullopt;
  const auto at = outlines->find(code);
  if (!at || outlines->shapes[*at].parts.empty()) return std::nullopt;
  return geo::label_point(outlines->shapes[*at]);
}

std::string gemeente_of(const series::Project& project, const area::Area& one, Level level,
                        area::Vintage vintage) {
  const auto code = ancestor_of(project, one.code, level, Level::gemeente, vintage);
  return code ? code->text : one.gemeente_name;
}

void fill_residents(const Instrument& instrument, const series::Project& project,
                    const area::AreaSet& areas, Units& units) {
  const series::Series* counted =
      instrument.residents ? &series_named(project, *instrument.residents, {}) : nullptr;
  for (const series::Wave wave : units.waves) {
    std::vector<double> column(units.size(), 0);
    for (std::size_t i = 0; i < units.size(); ++i) {
      const table::Value<double> people =
          counted == nullptr ? areas.areas()[i].residents
                             : value_of(*counted, units.codes[i], *instrument.residents, wave);
      column[i] = std::max(0.0, people.value_or(0));
    }
    units.residents.push_back(std::move(column));
  }
}

bool is_populated(const Units& units, series::Wave wave) {
  const std::vector<double>& column = units.residents[units.wave_index(wave)];
  return std::any_of(column.begin(), column.end(), [](double people) { return people > 0; });
}

// Why a series is not there: the first part of its key that nothing has.
base::Failure missing_series(const series::Project& project, const Quantity& wanted) {
  base::Failure failure(say("the project has no '{}' of '{}' per {} of {}", wanted.quantity,
                            wanted.edition.text, std::string(area::to_text(wanted.level)),
                            wanted.vintage.year));
  std::vector<std::string> quantities;
  bool has_edition = false;
  std::set<std::string> levels;     // of the edition
  std::set<std::string> elsewhere;  // of the quantity itself
  for (const series::Series& one : project.series) {
    if (one.key().edition != wanted.edition) continue;
    has_edition = true;
    const std::string level =
        fmt::format("{} {}", area::to_text(one.key().level), one.key().vintage.year);
    levels.insert(level);
    if (one.key().quantity == wanted.quantity) elsewhere.insert(level);
    if (one.key().level == wanted.level && one.key().vintage == wanted.vintage)
      quantities.push_back(one.key().quantity);
  }
  if (!has_edition) {
    std::set<std::string> known;
    for (const series::Series& one : project.series)
      known.insert(one.key().edition.text);
    const std::vector<std::string> editions(known.begin(), known.end());
    if (const auto near = base::did_you_mean(wanted.edition.text, editions))
      failure.help(say("did you mean '{}'?", *near));
    return std::move(failure).because(say("the editions are: {}", base::join(editions, ", ")));
  }
  const auto is_there = [](const std::string& what, const std::set<std::string>& where) {
    const std::vector<std::string> sorted(where.begin(), where.end());
    return say("'{}' is there per: {}", what, base::join(sorted, ", "));
  };
  if (!elsewhere.empty())
    return std::move(failure)
        .because(is_there(wanted.quantity, elsewhere))
        .help(say("write that 'level' and 'vintage' on top, or beside the quantity"));
  if (quantities.empty()) return std::move(failure).because(is_there(wanted.edition.text, levels));
  if (const auto near = base::did_you_mean(wanted.quantity, quantities))
    return std::move(failure).help(say("did you mean '{}'?", *near));
  return std::move(failure).because(say("its quantities are: {}", base::join(quantities, ", ")));
}

}  // namespace

std::optional<std::size_t> Units::find(const AreaCode& code) const {
  const auto at = std::lower_bound(codes.begin(), codes.end(), code);
  if (at == codes.end() || *at != code) return std::nullopt;
  return static_cast<std::size_t>(at - codes.begin());
}

std::size_t Units::wave_index(series::Wave wave) const {
  const auto at = std::find(waves.begin(), waves.end(), wave);
  base::ensure(at != waves.end(), "a wave of the instrument");
  return static_cast<std::size_t>(at - waves.begin());
}

Units units_of(const Instrument& instrument, const series::Project& project) {
  const area::AreaSet* areas = project.find_areas(instrument.level, instrument.vintage);
  if (areas == nullptr)
    throw base::Failure(say("the project has no {} of {}",
                            std::string(area::to_text(instrument.level)), instrument.vintage.year))
        .because(say("'{}' measures and scores them", instrument.edition.id.text))
        .help(say("import data that have them, or change 'level' and 'vintage'"));
  Units units{
      .level = instrument.level, .vintage = instrument.vintage, .waves = instrument.edition.waves};
  const area::Outlines* outlines = project.find_outlines(instrument.level, instrument.vintage);
  for (const area::Area& one : areas->areas()) {
    units.codes.push_back(one.code);
    units.centres.push_back(centre_of(one.code, instrument.level, outlines));
    units.gemeente.push_back(gemeente_of(project, one, instrument.level, instrument.vintage));
  }
  fill_residents(instrument, project, *areas, units);
  if (!is_populated(units, instrument.base_wave))
    throw base::Failure(say("nobody is known to live in the {} of {} in {}",
                            std::string(area::to_text(instrument.level)), instrument.vintage.year,
                            instrument.base_wave.year))
        .because(say("means and spreads are weighted by residents"))
        .help(say("import residents of that year, or name them with 'residents'"));
  return units;
}

std::optional<AreaCode> ancestor_of(const series::Project& project, const AreaCode& code,
                                    Level fine, Level coarse, area::Vintage vintage) {
  if (fine == coarse) return code;
  if (coarse == Level::wijk && fine == Level::buurt) return area::wijk_of(code);
  if (coarse == Level::gemeente && (fine == Level::buurt || fine == Level::wijk))
    return area::gemeente_of(code);
  if (const auto direct = by_nesting(project, code, fine, coarse, vintage)) return direct;
  if (fine != Level::cell || coarse == Level::buurt) return std::nullopt;
  const auto buurt = by_nesting(project, code, fine, Level::buurt, vintage);
  return buurt ? ancestor_of(project, *buurt, Level::buurt, coarse, vintage) : std::nullopt;
}

table::Value<double> value_of(const series::Series& series, const AreaCode& code,
                              const Quantity& quantity, series::Wave wave) {
  return series.value(code, series::at(quantity.fixed_wave.value_or(wave)));
}

const series::Series& series_named(const series::Project& project, const Quantity& quantity,
                                   const base::Place& place) {
  const series::Series* found =
      project.find_series({quantity.edition, quantity.level, quantity.vintage, quantity.quantity});
  if (found == nullptr) throw missing_series(project, quantity).at(place);
  return *found;
}

}  // namespace wijkbeeld::instrument
