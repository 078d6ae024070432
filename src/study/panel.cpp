// SPDX-License-Identifier: EUPL-1.2
#include "study/panel.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <tuple>
#include <utility>

#include "base/ensure.hpp"
#include "base/failure.hpp"
#include "base/text.hpp"
#include "stats/mean.hpp"

namespace wijkbeeld::study {

using area::AreaCode;
using base::Failure;
using base::say;
using series::Period;
using series::Wave;
using table::Absence;
using table::Value;

namespace {

bool belongs(const series::Series& series, const instrument::Edition& edition, area::Level level,
             area::Vintage vintage) {
  const series::SeriesKey& key = series.key();
  return key.edition == edition.id && key.level == level && key.vintage == vintage;
}

std::string list_of(const std::vector<Wave>& waves) {
  std::vector<std::string> years;
  for (const Wave wave : waves)
    years.push_back(std::to_string(wave.year));
  return base::join(years, ", ");
}

}  // namespace

Panel::Panel(const instrument::Edition& edition, area::Level level, area::Vintage vintage,
             const series::Project& project, std::vector<Wave> waves, double minimum_residents)
    : edition_(&edition), level_(level), vintage_(vintage) {
  collect_areas(project);
  if (areas_.empty())
    throw Failure(say("there are no values of edition '{}' at level '{}' for {}", edition.id.text,
                      to_text(level), vintage.year))
        .because(say("none of the files that were read holds them"))
        .help(say("run 'wijkbeeld check' on the data to see what was read"));
  collect_columns(project);
  index_columns();
  choose_waves(std::move(waves));
  fill_scores();
  index_columns();
  withhold_below(minimum_residents);
  fill_national_means();
}

void Panel::collect_areas(const series::Project& project) {
  // Nearly all series of an edition have the same areas, in order.
  std::vector<AreaCode> codes;
  for (const series::Series& one : project.series) {
    if (!belongs(one, *edition_, level_, vintage_) || one.areas() == codes) continue;
    std::vector<AreaCode> both;
    std::set_union(codes.begin(), codes.end(), one.areas().begin(), one.areas().end(),
                   std::back_inserter(both));
    codes = std::move(both);
  }
  const area::AreaSet* known = project.find_areas(level_, vintage_);
  if (known != nullptr) residents_source_ = known->residents_source();
  static const std::vector<area::Area> kNone;
  const std::vector<area::Area>& listed = known == nullptr ? kNone : known->areas();
  areas_.reserve(codes.size());
  auto at = listed.begin();  // both are in order of code
  for (AreaCode& code : codes) {
    while (at != listed.end() && at->code < code)
      ++at;
    if (at != listed.end() && at->code == code)
      areas_.push_back({std::move(code), at->name, at->gemeente_name, at->residents});
    else
      areas_.push_back({std::move(code), "", "", Absence::not_collected});
  }
}

// Where the areas of a series stand in the panel. Both are in order of code, and the panel has all.
Rows Panel::rows_of(const series::Series& one) const {
  if (one.areas().size() == areas_.size()) return all();
  Rows out;
  std::size_t row = 0;
  for (const AreaCode& code : one.areas()) {
    while (areas_[row].code < code)
      ++row;
    out.push_back(row);
  }
  return out;
}

void Panel::collect_columns(const series::Project& project) {
  for (const series::Series& one : project.series) {
    if (!belongs(one, *edition_, level_, vintage_)) continue;
    const Rows rows = rows_of(one);
    for (std::size_t p = 0; p < one.periods().size(); ++p) {
      Column made{one.key().quantity, one.periods()[p], {}, {}};
      made.numbers.assign(areas_.size(), 0);
      made.absences.assign(areas_.size(), static_cast<std::uint8_t>(Absence::not_collected));
      for (std::size_t i = 0; i < rows.size(); ++i)
        made.set(rows[i], one.value(i, p));
      columns_.push_back(std::move(made));
    }
  }
  std::sort(columns_.begin(), columns_.end(), [](const Column& a, const Column& b) {
    return std::tie(a.quantity, a.period) < std::tie(b.quantity, b.period);
  });
}

void Panel::choose_waves(std::vector<Wave> asked) {
  for (const Wave wave : asked)
    if (!edition_->has_wave(wave))
      throw Failure(say("edition '{}' has no wave {}", edition_->id.text, wave.year))
          .because(say("its waves are {}", list_of(edition_->waves)));
  if (!asked.empty()) {
    std::sort(asked.begin(), asked.end());
    waves_ = std::move(asked);
    return;
  }
  for (const Wave wave : edition_->waves)
    if (column(series::quantity::kClass, series::at(wave)) != nullptr || has_scores(wave))
      waves_.push_back(wave);
}

// One absolute score per wave: the published one, else the published deviation plus its reference.
void Panel::fill_scores() {
  for (const Wave wave : edition_->waves) {
    if (column(series::quantity::kScore, series::at(wave)) != nullptr) continue;
    const Column* deviation = column(series::quantity::kDeviation, series::at(wave));
    if (deviation == nullptr || !edition_->reference.mean(wave)) continue;
    Column made{std::string(series::quantity::kScore), series::at(wave), deviation->numbers,
                deviation->absences};
    for (std::size_t row = 0; row < areas_.size(); ++row)
      if (const Value<double> value = made.at(row))
        made.numbers[row] = *edition_->absolute(*value, wave);
    const auto place = std::upper_bound(
        columns_.begin(), columns_.end(), made, [](const Column& a, const Column& b) {
          return std::tie(a.quantity, a.period) < std::tie(b.quantity, b.period);
        });
    columns_.insert(place, std::move(made));
  }
}

const Panel::Column* Panel::column(std::string_view quantity, Period period) const {
  const auto found = std::lower_bound(columns_.begin(), columns_.end(), std::tie(quantity, period),
                                      [](const Column& a, const auto& wanted) {
                                        const std::string_view name = a.quantity;
                                        return std::tie(name, a.period) < wanted;
                                      });
  if (found == columns_.end() || found->quantity != quantity || found->period != period)
    return nullptr;
  return &*found;
}

void Panel::index_columns() {
  at_waves_.clear();
  for (const Wave wave : edition_->waves) {
    const Period at = series::at(wave);
    AtWave one{wave, place_of(series::quantity::kScore, at),
               place_of(series::quantity::kClass, at)};
    one.has_scores =
        one.score.has_value() || place_of(series::quantity::kDeviation, at).has_value();
    for (const instrument::Dimension& dimension : edition_->dimensions)
      one.contributions.push_back(
          place_of(std::string(series::quantity::kContribution) + dimension.id, at));
    at_waves_.push_back(std::move(one));
  }
}

const Panel::AtWave* Panel::at_wave(Wave wave) const {
  for (const AtWave& one : at_waves_)
    if (one.wave == wave) return &one;
  return nullptr;
}

std::optional<std::size_t> Panel::place_of(std::string_view quantity, Period period) const {
  const Column* found = column(quantity, period);
  if (found == nullptr) return std::nullopt;
  return static_cast<std::size_t>(found - columns_.data());
}

Value<double> Panel::value_at(std::optional<std::size_t> place, std::size_t row) const {
  if (!place) return Absence::not_collected;
  return columns_[*place].at(row);
}

std::optional<std::size_t> Panel::find(const AreaCode& code) const {
  const auto found =
      std::lower_bound(areas_.begin(), areas_.end(), code,
                       [](const PanelArea& a, const AreaCode& wanted) { return a.code < wanted; });
  if (found == areas_.end() || found->code != code) return std::nullopt;
  return static_cast<std::size_t>(found - areas_.begin());
}

Rows Panel::all() const {
  Rows rows(areas_.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    rows[i] = i;
  return rows;
}

bool Panel::has_scores(Wave wave) const {
  const AtWave* at = at_wave(wave);
  return at != nullptr && at->has_scores;
}

std::vector<Period> Panel::pairs() const {
  std::vector<Period> out;
  for (std::size_t i = 0; i < waves_.size(); ++i)
    for (std::size_t j = i + 1; j < waves_.size(); ++j)
      out.push_back({waves_[i], waves_[j]});
  return out;
}

Value<double> Panel::published(std::string_view quantity, std::size_t row, Period period) const {
  const Column* found = column(quantity, period);
  if (found == nullptr) return Absence::not_collected;
  return found->at(row);
}

Value<double> Panel::score(std::size_t row, Wave wave) const {
  const AtWave* at = at_wave(wave);
  return value_at(at == nullptr ? std::nullopt : at->score, row);
}

Value<int> Panel::situation(std::size_t row, Wave wave) const {
  const AtWave* at = at_wave(wave);
  const Value<double> given = value_at(at == nullptr ? std::nullopt : at->situation, row);
  if (given) return static_cast<int>(*given);
  if (given.absence() != Absence::not_collected) return given.absence();
  if (!edition_->classes) return Absence::not_applicable;
  const Value<double> value = score(row, wave);
  if (!value) return value.absence();
  return edition_->classes->class_of(*value);
}

Value<double> Panel::contribution(std::size_t row, std::size_t dimension, Wave wave) const {
  const instrument::Dimension& one = edition_->dimensions.at(dimension);
  const AtWave* at = at_wave(wave);
  Value<double> value = value_at(at == nullptr ? std::nullopt : at->contributions[dimension], row);
  const auto moved = one.reference.find(wave);
  if (value && moved != one.reference.end()) value = *value + moved->second;
  return value;
}

Value<double> Panel::change(std::size_t row, Period period) const {
  const Value<double> earlier = score(row, period.from);
  const Value<double> later = score(row, period.to);
  if (!earlier) return earlier.absence();
  if (!later) return later.absence();
  return *later - *earlier;
}

Value<int> Panel::development(std::size_t row, Period period) const {
  const Value<double> given = published(series::quantity::kDevelopment, row, period);
  if (given) return static_cast<int>(*given);
  if (given.absence() != Absence::not_collected) return given.absence();
  if (!edition_->development) return Absence::not_applicable;
  const Value<double> moved = change(row, period);
  if (!moved) return moved.absence();
  return edition_->development->class_of(*moved);
}

Value<bool> Panel::is_low(std::size_t row, Wave wave) const {
  if (edition_->low_class) {
    const Value<int> status = situation(row, wave);
    if (!status) return status.absence();
    return *status <= *edition_->low_class;
  }
  if (!edition_->low_score) return Absence::not_applicable;
  const Value<double> value = score(row, wave);
  if (!value) return value.absence();
  return *value <= *edition_->low_score;
}

void Panel::withhold_below(double minimum_residents) {
  for (std::size_t row = 0; row < areas_.size(); ++row) {
    if (areas_[row].residents.value_or(minimum_residents) >= minimum_residents) continue;
    ++withheld_;
    for (Column& one : columns_)
      one.set(row, Absence::withheld);
  }
}

void Panel::fill_national_means() {
  for (const Wave wave : edition_->waves) {
    std::vector<double> scores;
    std::vector<double> residents;
    for (std::size_t row = 0; row < areas_.size(); ++row) {
      const Value<double> value = score(row, wave);
      if (!value || !areas_[row].residents) continue;
      scores.push_back(*value);
      residents.push_back(*areas_[row].residents);
    }
    if (const auto mean = stats::weighted_mean(scores, residents)) national_means_[wave] = *mean;
  }
}

std::optional<double> Panel::national_mean(Wave wave) const {
  const auto found = national_means_.find(wave);
  if (found == national_means_.end()) return std::nullopt;
  return found->second;
}

}  // namespace wijkbeeld::study
