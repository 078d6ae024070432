// SPDX-License-Identifier: EUPL-1.2
#include "store/plain_layers.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.hpp"

namespace wijkbeeld::store {

using area::AreaCode;
using base::say;
using series::Period;
using series::Series;
using table::Absence;
using table::Column;
using table::Value;

namespace {

using Place = std::pair<area::Level, area::Vintage>;

std::set<Place> places_of(const series::Project& project) {
  std::set<Place> places;
  for (const area::AreaSet& set : project.areas)
    places.insert({set.level(), set.vintage()});
  for (const area::Outlines& outlines : project.outlines)
    places.insert({outlines.level, outlines.vintage});
  return places;
}

std::vector<AreaCode> codes_of(const area::AreaSet* areas, const area::Outlines* outlines) {
  std::vector<AreaCode> codes;
  if (areas != nullptr)
    for (const area::Area& one : areas->areas())
      codes.push_back(one.code);
  if (outlines != nullptr)
    codes.insert(codes.end(), outlines->codes.begin(), outlines->codes.end());
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

Value<std::string> known(const std::string& text) {
  if (text.empty()) return Absence::not_collected;
  return text;
}

Value<std::int64_t> whole(const Value<double>& value) {
  if (!value) return value.absence();
  return static_cast<std::int64_t>(*value);
}

void add_area_columns(const std::vector<AreaCode>& codes, const area::AreaSet* areas,
                      const area::Outlines* outlines, table::Table& table) {
  Column code{{"code", say("code")}, table::Texts{}};
  Column name{{"name", say("name")}, table::Texts{}};
  Column gemeente{{"gemeente", say("gemeente")}, table::Texts{}};
  Column residents{{"residents", say("residents")}, table::Integers{}};
  for (const AreaCode& one : codes) {
    const auto at = areas == nullptr ? std::nullopt : areas->find(one);
    const area::Area* area = at ? &areas->areas()[*at] : nullptr;
    const auto drawn = outlines == nullptr ? std::nullopt : outlines->find(one);
    code.add(Value<std::string>(one.text));
    name.add(known(area != nullptr ? area->name : drawn ? outlines->names[*drawn] : ""));
    gemeente.add(known(area != nullptr ? area->gemeente_name : ""));
    residents.add(area != nullptr ? whole(area->residents)
                                  : Value<std::int64_t>(Absence::not_collected));
  }
  for (Column* column : {&code, &name, &gemeente, &residents})
    table.columns.push_back(std::move(*column));
  table.keys = {"code"};
}

// The title of a quantity a person may see in a plain layer; nothing for all others.
std::optional<base::Message> title_of(const std::string& quantity, Period period,
                                      const std::string& edition) {
  const std::string_view text = quantity;
  const int year = period.to.year;
  if (text == series::quantity::kClass) return say("class in {} ({})", year, edition);
  if (text == series::quantity::kScore) return say("score in {} ({})", year, edition);
  if (text == series::quantity::kDeviation)
    return say("deviation from the national mean in {} ({})", year, edition);
  if (text == series::quantity::kDevelopment)
    return say("development class {} to {} ({})", period.from.year, year, edition);
  if (text.starts_with(series::quantity::kContribution))
    return say("contribution of dimension {} in {} ({})",
               text.substr(series::quantity::kContribution.size()), year, edition);
  return std::nullopt;
}

bool is_class(const std::string& quantity) {
  return quantity == series::quantity::kClass || quantity == series::quantity::kDevelopment;
}

// The last period with values; of a change, the shortest one that ends there.
std::optional<std::size_t> latest(const Series& series) {
  std::optional<std::size_t> best;
  for (std::size_t p = 0; p < series.periods().size(); ++p) {
    if (series.coverage(p) == 0) continue;
    const Period& period = series.periods()[p];
    if (!best || period.to > series.periods()[*best].to ||
        (period.to == series.periods()[*best].to && period.from > series.periods()[*best].from))
      best = p;
  }
  return best;
}

std::string column_name(const Series& series, Period period) {
  std::string name = period.is_wave() ? fmt::format("{}_{}", series.key().quantity, period.to.year)
                                      : fmt::format("{}_{}_{}", series.key().quantity,
                                                    period.from.year, period.to.year);
  name += "_" + series.key().edition.text;
  for (char& c : name)
    if (c == '-' || c == '.') c = '_';
  return name;
}

void add_figures(const Series& series, const std::vector<AreaCode>& codes, table::Table& table) {
  const auto at = latest(series);
  if (!at) return;
  const Period period = series.periods()[*at];
  const auto title = title_of(series.key().quantity, period, series.key().edition.text);
  if (!title) return;
  Column column{{column_name(series, period), *title}, table::Reals{}};
  if (is_class(series.key().quantity)) column.values = table::Integers{};
  for (const AreaCode& code : codes) {
    const Value<double> value = series.value(code, period);
    if (is_class(series.key().quantity))
      column.add(whole(value));
    else
      column.add(value);
  }
  table.columns.push_back(std::move(column));
}

std::vector<codec::Shape> shapes_of(const std::vector<AreaCode>& codes,
                                    const area::Outlines& outlines) {
  std::vector<codec::Shape> shapes;
  for (const AreaCode& code : codes) {
    const auto at = outlines.find(code);
    shapes.push_back(at ? codec::Shape(outlines.shapes[*at]) : codec::Shape());
  }
  return shapes;
}

codec::LayerOut layer_of(const Place& place, const series::Project& project) {
  const area::AreaSet* areas = project.find_areas(place.first, place.second);
  const area::Outlines* outlines = project.find_outlines(place.first, place.second);
  const std::vector<AreaCode> codes = codes_of(areas, outlines);
  codec::LayerOut layer;
  layer.table.name = fmt::format("{}_{}", area::to_text(place.first), place.second.year);
  layer.title = fmt::format("{} {}", area::to_text(place.first), place.second.year);
  if (outlines != nullptr) layer.description = outlines->source;
  if (areas != nullptr && !areas->residents_source().empty())
    layer.description += (layer.description.empty() ? "" : "; ") + areas->residents_source();
  add_area_columns(codes, areas, outlines, layer.table);
  for (const Series& series : project.series)
    if (series.key().level == place.first && series.key().vintage == place.second)
      add_figures(series, codes, layer.table);
  if (outlines != nullptr) layer.shapes = shapes_of(codes, *outlines);
  return layer;
}

// GIS clients list our own tables too until one plain table is registered: this one always is.
codec::LayerOut files_of(const series::Project& project) {
  Column name{{"file", say("file")}, table::Texts{}};
  Column title{{"title", say("data set")}, table::Texts{}};
  Column publisher{{"publisher", say("credit")}, table::Texts{}};
  Column licence{{"licence", say("licence")}, table::Texts{}};
  Column sum{{"sha256", say("check sum (SHA-256)")}, table::Texts{}};
  for (const series::FileRecord& file : project.files) {
    if (file.source.empty()) continue;
    name.add(Value<std::string>(file.name));
    title.add(known(file.title));
    publisher.add(known(file.publisher));
    licence.add(known(file.licence));
    sum.add(Value<std::string>(file.sha256));
  }
  codec::LayerOut layer;
  layer.table.name = "bronnen";
  layer.title = "bronnen";
  for (Column* column : {&name, &title, &publisher, &licence, &sum})
    layer.table.columns.push_back(std::move(*column));
  return layer;
}

}  // namespace

std::vector<codec::LayerOut> plain_layers(const series::Project& project) {
  std::vector<codec::LayerOut> layers;
  for (const Place& place : places_of(project))
    layers.push_back(layer_of(place, project));
  layers.push_back(files_of(project));
  return layers;
}

}  // namespace wijkbeeld::store
