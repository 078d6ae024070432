// SPDX-License-Identifier: EUPL-1.2
#include "instrument/detail/column_reader.hpp"

#include <algorithm>

namespace wijkbeeld::instrument::detail {
namespace {

using area::AreaCode;
using base::say;
using table::Absence;

std::uint8_t number(Absence absence) {
  return static_cast<std::uint8_t>(absence);
}

RawColumn absent(std::size_t size, Absence why) {
  return {std::vector<double>(size, 0), std::vector<std::uint8_t>(size, number(why))};
}

RawColumn ratio(RawColumn of, const RawColumn& per, double at_least, double times) {
  for (std::size_t i = 0; i < of.values.size(); ++i) {
    if (of.absences[i] == 0) of.absences[i] = per.absences[i];
    if (of.absences[i] != 0) continue;
    const double under = std::max(per.values[i], at_least);
    if (under > 0) {
      of.values[i] = times * of.values[i] / under;
    } else {
      of.values[i] = 0;
      of.absences[i] = number(Absence::not_applicable);
    }
  }
  return of;
}

}  // namespace

const std::vector<std::optional<AreaCode>>* ColumnReader::areas_of(const Belonging& where) {
  const auto known = ancestors_.find(where);
  if (known != ancestors_.end()) return known->second.empty() ? nullptr : &known->second;
  std::vector<std::optional<AreaCode>> found;
  bool is_any = false;
  if (where.vintage == units_.vintage)
    for (const AreaCode& code : units_.codes) {
      found.push_back(ancestor_of(project_, code, units_.level, where.level, units_.vintage));
      is_any = is_any || found.back().has_value();
    }
  if (!is_any) found.clear();
  const auto& kept = ancestors_.emplace(where, std::move(found)).first->second;
  return kept.empty() ? nullptr : &kept;
}

ColumnReader::Rows ColumnReader::rows_of(const series::Series& series, const Belonging& where) {
  const std::size_t none = series.areas().size();
  Rows rows(units_.size(), none);
  if (where.level == units_.level) {
    // Both are sorted: one walk.
    std::size_t row = 0;
    for (std::size_t i = 0; i < units_.size(); ++i) {
      while (row < none && series.areas()[row] < units_.codes[i])
        ++row;
      if (row < none && series.areas()[row] == units_.codes[i]) rows[i] = row;
    }
    return rows;
  }
  const auto& parents = *areas_of(where);
  for (std::size_t i = 0; i < units_.size(); ++i) {
    if (!parents[i]) continue;
    // Neighbouring units mostly lie in the same area.
    if (i > 0 && parents[i] == parents[i - 1])
      rows[i] = rows[i - 1];
    else
      rows[i] = series.find(*parents[i]).value_or(none);
  }
  return rows;
}

const area::Crosswalk& ColumnReader::crosswalk_from(const Belonging& where,
                                                    const base::Place& place) {
  const auto known = crosswalks_.find(where);
  if (known != crosswalks_.end()) return known->second;
  const area::Outlines* from = project_.find_outlines(where.level, where.vintage);
  const area::Outlines* to = project_.find_outlines(units_.level, units_.vintage);
  if (from == nullptr || to == nullptr) {
    const Belonging& lacks = from == nullptr ? where : Belonging{units_.level, units_.vintage};
    throw base::Failure(say("values per {} of {} cannot be brought to {} of {}",
                            std::string(area::to_text(where.level)), where.vintage.year,
                            std::string(area::to_text(units_.level)), units_.vintage.year))
        .at(place)
        .because(say("the project has no outlines of the {} of {}",
                     std::string(area::to_text(lacks.level)), lacks.vintage.year))
        .help(say("import a file with those outlines"));
  }
  // What lies off the edge of the targets, by outlines that differ a little, is not lost.
  area::Crosswalk made = area::kept_whole(area::crosswalk(*from, *to, workers_), 0.5);
  return crosswalks_.emplace(where, std::move(made)).first->second;
}

RawColumn ColumnReader::brought(const series::Series& series, const Quantity& quantity,
                                series::Wave wave, bool adds_up, const base::Place& place) {
  const Belonging where{quantity.level, quantity.vintage};
  const area::Crosswalk& crosswalk = crosswalk_from(where, place);
  const area::AreaSet* people = project_.find_areas(where.level, where.vintage);
  std::vector<table::Value<double>> values;
  std::vector<table::Value<double>> weights;
  for (const AreaCode& code : crosswalk.sources) {
    values.push_back(value_of(series, code, quantity, wave));
    const auto at = people == nullptr ? std::nullopt : people->find(code);
    weights.push_back(at ? people->areas()[*at].residents
                         : table::Value<double>(Absence::no_such_area));
  }
  const auto there = area::brought_over(values, weights, crosswalk,
                                        adds_up ? area::Quantity::count : area::Quantity::mean);
  RawColumn out = absent(units_.size(), Absence::no_such_area);
  for (std::size_t t = 0; t < crosswalk.targets.size(); ++t) {
    const auto unit = units_.find(crosswalk.targets[t]);
    if (!unit) continue;
    out.absences[*unit] = number(there[t].value.absence());
    if (there[t].value.has_value()) out.values[*unit] = *there[t].value;
  }
  return out;
}

RawColumn ColumnReader::read(const Quantity& quantity, series::Wave wave, bool adds_up,
                             const base::Place& place) {
  const series::Series& series = series_named(project_, quantity, place);
  const Belonging where{quantity.level, quantity.vintage};
  const bool is_own = quantity.level == units_.level && quantity.vintage == units_.vintage;
  if (!is_own && areas_of(where) == nullptr) return brought(series, quantity, wave, adds_up, place);
  RawColumn out = absent(units_.size(), Absence::no_such_area);
  const auto period = series.find(series::at(quantity.fixed_wave.value_or(wave)));
  const Rows rows = rows_of(series, where);
  for (std::size_t i = 0; i < units_.size(); ++i) {
    if (rows[i] == series.areas().size()) continue;
    out.absences[i] = period ? series.absences(*period)[rows[i]] : number(Absence::not_collected);
    if (out.absences[i] == 0) out.values[i] = series.values(*period)[rows[i]];
  }
  return out;
}

RawColumn ColumnReader::read(const FromColumn& column, series::Wave wave,
                             const base::Place& place) {
  RawColumn of = read(column.of, wave, column.adds_up, place);
  if (column.per)
    return ratio(std::move(of), read(*column.per, wave, true, place), column.at_least,
                 column.times);
  if (column.times != 1)
    for (double& one : of.values)
      one *= column.times;
  return of;
}

}  // namespace wijkbeeld::instrument::detail
