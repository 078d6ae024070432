// SPDX-License-Identifier: EUPL-1.2
#include "cli/export_choice.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/failure.hpp"
#include "base/text.hpp"
#include "cli/text_table.hpp"

namespace wijkbeeld::cli {

using area::AreaCode;
using base::Failure;
using base::say;
using series::Period;
using series::Series;
using table::Absence;
using table::Column;
using table::Value;

namespace {

struct Found {
  series::EditionId edition;
  area::Level level = area::Level::own;
  area::Vintage vintage;
  auto operator<=>(const Found&) const = default;
};

std::string described(const Found& found) {
  return fmt::format("{} {} {}", found.edition.text, to_text(found.level), found.vintage.year);
}

// Adds advice: the one perhaps meant, or all there are.
Failure with_choices(Failure failure, const std::string& asked,
                     const std::vector<std::string>& choices) {
  if (const auto meant = base::did_you_mean(asked, choices))
    failure.help(say("did you mean '{}'?", *meant));
  else
    failure.help(say("choose one of: {}", base::join(choices, ", ")));
  return failure;
}

std::set<Found> fitting(const series::Project& project, const ExportWish& wish) {
  std::set<Found> found;
  for (const Series& one : project.series) {
    const series::SeriesKey& key = one.key();
    if (!wish.edition.empty() && key.edition.text != wish.edition) continue;
    if (wish.level && key.level != *wish.level) continue;
    if (wish.vintage && key.vintage.year != *wish.vintage) continue;
    found.insert({key.edition, key.level, key.vintage});
  }
  return found;
}

[[noreturn]] void refuse_unfound(const series::Project& project, const ExportWish& wish) {
  std::set<std::string> editions;
  for (const Series& one : project.series)
    editions.insert(one.key().edition.text);
  const std::vector<std::string> names(editions.begin(), editions.end());
  if (!wish.edition.empty() && editions.find(wish.edition) == editions.end())
    throw with_choices(Failure(say("the data have no edition '{}'", wish.edition)), wish.edition,
                       names);
  std::vector<std::string> all;
  for (const Found& one : fitting(project, {.edition = wish.edition}))
    all.push_back(described(one));
  throw Failure(say("the data have no figures at that level or vintage"))
      .help(say("choose one of: {}", base::join(all, ", ")));
}

Found choose_one(const series::Project& project, const ExportWish& wish) {
  const std::set<Found> found = fitting(project, wish);
  if (found.size() == 1) return *found.begin();
  if (found.empty()) refuse_unfound(project, wish);
  std::vector<std::string> all;
  for (const Found& one : found)
    all.push_back(described(one));
  throw Failure(say("the data hold {} sets of figures", found.size()))
      .because(say("figures of two editions or levels do not belong in one table"))
      .help(say("choose with --edition, --level and --vintage from: {}", base::join(all, ", ")));
}

std::vector<const Series*> chosen_series(const series::Project& project, const Found& found,
                                         const ExportWish& wish) {
  std::vector<const Series*> all;
  std::vector<std::string> names;
  for (const Series& one : project.series) {
    const series::SeriesKey& key = one.key();
    if (key.edition != found.edition || key.level != found.level || key.vintage != found.vintage)
      continue;
    all.push_back(&one);
    names.push_back(key.quantity);
  }
  for (const std::string& asked : wish.quantities)
    if (std::find(names.begin(), names.end(), asked) == names.end())
      throw with_choices(Failure(say("{} has no series '{}'", described(found), asked)), asked,
                         names);
  if (wish.quantities.empty()) return all;
  std::erase_if(all, [&](const Series* one) {
    const auto& asked = wish.quantities;
    return std::find(asked.begin(), asked.end(), one->key().quantity) == asked.end();
  });
  return all;
}

bool is_asked(Period period, const std::vector<int>& waves) {
  const auto has = [&](series::Wave wave) {
    return std::find(waves.begin(), waves.end(), wave.year) != waves.end();
  };
  return waves.empty() || (has(period.from) && has(period.to));
}

std::vector<Period> asked_periods(const std::vector<const Series*>& chosen, const Found& found,
                                  const std::vector<int>& waves) {
  std::set<Period> periods;
  std::set<int> years;
  for (const Series* one : chosen)
    for (const Period period : one->periods()) {
      years.insert(period.from.year);
      years.insert(period.to.year);
      if (is_asked(period, waves)) periods.insert(period);
    }
  std::vector<std::string> known;
  for (const int year : years)
    known.push_back(fmt::format("{}", year));
  for (const int wave : waves)
    if (years.find(wave) == years.end())
      throw Failure(say("{} has no wave {}", described(found), wave))
          .help(say("choose one of: {}", base::join(known, ", ")));
  return {periods.begin(), periods.end()};
}

// What a column of an export is called everywhere: "class_2012", "contribution_won_2012_2014".
std::string column_name(const std::string& quantity, Period period) {
  std::string name = quantity;
  std::replace(name.begin(), name.end(), '.', '_');
  name += fmt::format("_{}", period.from.year);
  if (!period.is_wave()) name += fmt::format("_{}", period.to.year);
  return name;
}

bool is_class(const std::string& quantity) {
  return quantity == series::quantity::kClass || quantity == series::quantity::kDevelopment;
}

Column column_for(const Series& one, std::string name) {
  Column column{{name, say("{}", name)}, table::Reals{}};
  if (is_class(one.key().quantity)) column.values = table::Integers{};
  return column;
}

void add_value(Column& column, const Value<double>& value) {
  if (std::holds_alternative<table::Reals>(column.values)) return column.add(value);
  if (!value) return column.add(Value<std::int64_t>(value.absence()));
  column.add(Value<std::int64_t>(static_cast<std::int64_t>(*value)));
}

std::vector<AreaCode> all_codes(const std::vector<const Series*>& chosen) {
  std::set<AreaCode> codes;
  for (const Series* one : chosen)
    codes.insert(one->areas().begin(), one->areas().end());
  return {codes.begin(), codes.end()};
}

// code, name, gemeente, residents: the same for every row of an area.
class AreaColumns {
 public:
  explicit AreaColumns(const area::AreaSet* areas) : areas_(areas) {}
  void add(const AreaCode& code) {
    const auto at = areas_ == nullptr ? std::nullopt : areas_->find(code);
    const area::Area* known = at ? &areas_->areas()[*at] : nullptr;
    const auto text = [](const std::string& value) {
      return value.empty() ? Value<std::string>(Absence::not_collected) : Value<std::string>(value);
    };
    code_.add(Value<std::string>(code.text));
    name_.add(text(known != nullptr ? known->name : ""));
    gemeente_.add(text(known != nullptr ? known->gemeente_name : ""));
    residents_.add(known != nullptr ? known->residents : Value<double>(Absence::not_collected));
  }
  void move_into(table::Table& table) {
    for (Column* column : {&code_, &name_, &gemeente_, &residents_})
      table.columns.push_back(std::move(*column));
  }

 private:
  const area::AreaSet* areas_;
  Column code_{{"area_code", say("code of the area")}, table::Texts{}};
  Column name_{{"area_name", say("name of the area")}, table::Texts{}};
  Column gemeente_{{"gemeente", say("gemeente")}, table::Texts{}};
  Column residents_{{"residents", say("residents"), std::string(unit::kPeople)}, table::Reals{}};
};

void fill_wide(const std::vector<const Series*>& chosen, const std::vector<Period>& periods,
               AreaColumns& areas, table::Table& table) {
  const std::vector<AreaCode> codes = all_codes(chosen);
  for (const AreaCode& code : codes)
    areas.add(code);
  areas.move_into(table);
  for (const Series* one : chosen)
    for (const Period period : periods) {
      if (!one->find(period)) continue;
      Column column = column_for(*one, column_name(one->key().quantity, period));
      for (const AreaCode& code : codes)
        add_value(column, one->value(code, period));
      table.columns.push_back(std::move(column));
    }
  table.keys = {"area_code"};
}

void fill_long(const std::vector<const Series*>& chosen, const std::vector<Period>& periods,
               AreaColumns& areas, table::Table& table) {
  Column from{{"from", say("from"), std::string(unit::kYear)}, table::Integers{}};
  Column to{{"to", say("to"), std::string(unit::kYear)}, table::Integers{}};
  std::vector<Column> columns;
  for (const Series* one : chosen) {
    std::string name = one->key().quantity;
    std::replace(name.begin(), name.end(), '.', '_');
    columns.push_back(column_for(*one, name));
  }
  for (const AreaCode& code : all_codes(chosen))
    for (const Period period : periods) {
      areas.add(code);
      from.add(Value<std::int64_t>(period.from.year));
      to.add(Value<std::int64_t>(period.to.year));
      for (std::size_t i = 0; i < chosen.size(); ++i)
        add_value(columns[i], chosen[i]->value(code, period));
    }
  areas.move_into(table);
  table.columns.push_back(std::move(from));
  table.columns.push_back(std::move(to));
  for (Column& column : columns)
    table.columns.push_back(std::move(column));
  table.keys = {"area_code", "from", "to"};
}

std::string plain_name(const Found& found) {
  std::string name = described(found);
  for (char& c : name)
    if (c == ' ' || c == '-') c = '_';
  return name;
}

}  // namespace

Exported choose_export(const series::Project& project, const ExportWish& wish) {
  const Found found = choose_one(project, wish);
  const std::vector<const Series*> chosen = chosen_series(project, found, wish);
  const std::vector<Period> periods = asked_periods(chosen, found, wish.waves);
  if (periods.empty())
    throw Failure(say("nothing is left of {} in these waves", described(found)))
        .help(say("a change needs both its waves in --waves"));
  Exported out{found.edition, found.level, found.vintage, {}};
  out.table.name = plain_name(found);
  out.table.title = say("{}", described(found));
  AreaColumns areas(project.find_areas(found.level, found.vintage));
  if (wish.is_long)
    fill_long(chosen, periods, areas, out.table);
  else
    fill_wide(chosen, periods, areas, out.table);
  return out;
}

namespace {

const area::Outlines& outlines_of(const series::Project& project, const Exported& exported,
                                  int vintage) {
  if (const auto* found = project.find_outlines(exported.level, {vintage})) return *found;
  std::vector<std::string> years;
  for (const area::Outlines& one : project.outlines)
    if (one.level == exported.level) years.push_back(fmt::format("{}", one.vintage.year));
  std::sort(years.begin(), years.end());
  Failure failure(
      say("there are no boundaries of {} {}", std::string(to_text(exported.level)), vintage));
  if (years.empty())
    failure.help(say("import a map of them as well, or export a table"));
  else
    failure.help(say("choose those of another year with --outlines: {}", base::join(years, ", ")));
  throw failure;
}

}  // namespace

Drawing choose_outlines(const series::Project& project, const Exported& exported,
                        std::optional<int> vintage) {
  Drawing drawing;
  const area::Outlines& outlines =
      outlines_of(project, exported, vintage.value_or(exported.vintage.year));
  drawing.outlines = &outlines;
  drawing.vintage = outlines.vintage;
  const bool is_own = outlines.vintage == exported.vintage;
  const auto& codes = std::get<table::Texts>(exported.table.column("area_code").values);
  const auto& names = std::get<table::Texts>(exported.table.column("area_name").values);
  for (std::size_t row = 0; row < codes.size(); ++row) {
    auto at = outlines.find({codes[row]});
    if (at && !is_own && base::folded(outlines.names[*at]) != base::folded(names[row])) at.reset();
    if (at) ++drawing.drawn;
    drawing.shape_of_row.push_back(at);
  }
  return drawing;
}

}  // namespace wijkbeeld::cli
