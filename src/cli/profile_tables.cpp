// SPDX-License-Identifier: EUPL-1.2
#include "cli/profile_tables.hpp"

#include <algorithm>

#include "cli/text_table.hpp"
#include "table/table_builder.hpp"

namespace wijkbeeld::cli {

using answer::Profile;
using answer::ProfileChange;
using answer::ProfileEdition;
using answer::ProfileWave;
using base::Language;
using base::say;
using table::Absence;
using table::TableBuilder;
using table::Value;

namespace {

using Text = Value<std::string>;

std::int64_t year(series::Wave wave) {
  return wave.year;
}

template <class Part>
struct Row {
  const ProfileEdition* edition;
  const Part* part;
};

struct Contribution {
  const ProfileEdition* edition;
  const ProfileWave* wave;
  std::size_t dimension;
};

Text class_name(const ProfileEdition& edition, Value<int> number, Language language) {
  if (!number) return number.absence();
  if (!edition.edition->classes) return Absence::not_applicable;
  return edition.edition->classes->name(*number).in(language);
}

Text development_name(const ProfileEdition& edition, Value<int> number, Language language) {
  if (!number) return number.absence();
  if (!edition.edition->development) return Absence::not_applicable;
  return edition.edition->development->name(*number).in(language);
}

// "6 ruim voldoende".
Text numbered(Value<int> number, const Text& name) {
  if (!number) return number.absence();
  return name ? fmt::format("{} {}", *number, *name) : fmt::format("{}", *number);
}

template <class RowType>
void edition_columns(TableBuilder<RowType>& t) {
  t.column("edition", say("edition"), [](const auto& r) { return r.edition->edition->id.text; });
  t.column("level", say("level"),
           [](const auto& r) { return std::string(to_text(r.edition->level)); });
  t.column(
      "vintage", say("vintage"),
      [](const auto& r) { return std::int64_t{r.edition->vintage.year}; },
      std::string(unit::kYear));
}

template <class RowType>
void standing_columns(TableBuilder<RowType>& t) {
  const std::string score(unit::kScore);
  const std::string change(unit::kChange);
  const std::string share(unit::kShare);
  t.column(
      "score", say("score"), [](const auto& r) { return r.part->score.value; }, score);
  t.column(
      "gap_to_nation", say("against nation"),
      [](const auto& r) { return r.part->gap_to_nation.value; }, change);
  t.column(
      "gap_to_gemeente", say("against gemeente"),
      [](const auto& r) { return r.part->gap_to_gemeente.value; }, change);
  t.column(
      "share_areas_lower", say("areas lower"),
      [](const auto& r) { return r.part->share_areas_lower.value; }, share);
  t.column(
      "share_residents_lower", say("residents lower"),
      [](const auto& r) { return r.part->share_residents_lower.value; }, share);
}

std::vector<Row<ProfileWave>> wave_rows(const ProfileEdition& edition) {
  std::vector<Row<ProfileWave>> rows;
  for (const ProfileWave& one : edition.waves)
    rows.push_back({&edition, &one});
  return rows;
}

std::vector<Row<ProfileChange>> change_rows(const ProfileEdition& edition) {
  std::vector<Row<ProfileChange>> rows;
  for (const ProfileChange& one : edition.changes)
    rows.push_back({&edition, &one});
  return rows;
}

template <class T>
void append(std::vector<T>& all, const std::vector<T>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

table::Table wave_data(const std::vector<Row<ProfileWave>>& rows, Language language) {
  using R = Row<ProfileWave>;
  TableBuilder<R> t("waves", say("Situation per wave"), rows, {"edition", "level", "wave"});
  edition_columns(t);
  t.column(
      "wave", say("wave"), [](const R& r) { return year(r.part->wave); }, "a");
  t.column("class", say("class"), [](const R& r) { return as_integer(r.part->situation); });
  t.column("class_name", say("name of the class"),
           [&](const R& r) { return class_name(*r.edition, r.part->situation, language); });
  standing_columns(t);
  return t.build();
}

table::Table change_data(const std::vector<Row<ProfileChange>>& rows, Language language) {
  using R = Row<ProfileChange>;
  TableBuilder<R> t("changes", say("Development"), rows, {"edition", "level", "from", "to"});
  edition_columns(t);
  t.column(
      "from", say("from"), [](const R& r) { return year(r.part->period.from); }, "a");
  t.column(
      "to", say("to"), [](const R& r) { return year(r.part->period.to); }, "a");
  t.column(
      "change", say("change"), [](const R& r) { return r.part->change.value; },
      std::string(unit::kChange));
  t.column("class", say("class"), [](const R& r) { return as_integer(r.part->development); });
  t.column("class_name", say("name of the class"),
           [&](const R& r) { return development_name(*r.edition, r.part->development, language); });
  t.column(
      "national_change", say("nation"), [](const R& r) { return r.part->national_change.value; },
      std::string(unit::kChange));
  return t.build();
}

table::Table contribution_data(const Profile& profile, Language language) {
  std::vector<Contribution> rows;
  for (const ProfileEdition& edition : profile.editions)
    for (const ProfileWave& wave : edition.waves)
      for (std::size_t i = 0; i < wave.contributions.size(); ++i)
        rows.push_back({&edition, &wave, i});
  using R = Contribution;
  TableBuilder<R> t("contributions", say("Contribution of each dimension"), rows,
                    {"edition", "level", "wave", "dimension"});
  edition_columns(t);
  t.column(
      "wave", say("wave"), [](const R& r) { return year(r.wave->wave); }, "a");
  t.column("dimension", say("dimension"),
           [](const R& r) { return r.edition->edition->dimensions[r.dimension].id; });
  t.column("name", say("name"), [&](const R& r) {
    return r.edition->edition->dimensions[r.dimension].name.in(language);
  });
  t.column(
      "contribution", say("contribution"),
      [](const R& r) { return r.wave->contributions[r.dimension].value; },
      std::string(unit::kChange));
  return t.build();
}

table::Table wave_screen(const ProfileEdition& edition, Language language) {
  using R = Row<ProfileWave>;
  const std::vector<R> rows = wave_rows(edition);
  TableBuilder<R> t("waves", say("Situation per wave"), rows, {"wave"});
  t.column(
      "wave", say("wave"), [](const R& r) { return year(r.part->wave); }, "a");
  t.column("class", say("class"), [&](const R& r) {
    return numbered(r.part->situation, class_name(edition, r.part->situation, language));
  });
  standing_columns(t);
  return t.build();
}

table::Table change_screen(const ProfileEdition& edition, Language language) {
  using R = Row<ProfileChange>;
  const std::vector<R> rows = change_rows(edition);
  TableBuilder<R> t("changes", say("Development"), rows, {"from", "to"});
  t.column(
      "from", say("from"), [](const R& r) { return year(r.part->period.from); }, "a");
  t.column(
      "to", say("to"), [](const R& r) { return year(r.part->period.to); }, "a");
  t.column("class", say("class"), [&](const R& r) {
    return numbered(r.part->development, development_name(edition, r.part->development, language));
  });
  t.column(
      "change", say("change"), [](const R& r) { return r.part->change.value; },
      std::string(unit::kChange));
  t.column(
      "national_change", say("nation"), [](const R& r) { return r.part->national_change.value; },
      std::string(unit::kChange));
  return t.build();
}

// Only waves in which some dimension is known, a column for each dimension.
table::Table contribution_screen(const ProfileEdition& edition, Language language) {
  using R = Row<ProfileWave>;
  std::vector<R> rows = wave_rows(edition);
  std::erase_if(rows, [](const R& r) {
    return std::none_of(r.part->contributions.begin(), r.part->contributions.end(),
                        [](const answer::Figure& one) { return one.has_value(); });
  });
  TableBuilder<R> t("contributions", say("Contribution of each dimension, in points"), rows,
                    {"wave"});
  t.column(
      "wave", say("wave"), [](const R& r) { return year(r.part->wave); }, "a");
  for (std::size_t i = 0; i < edition.edition->dimensions.size(); ++i) {
    const instrument::Dimension& dimension = edition.edition->dimensions[i];
    t.column(
        dimension.id, say("{}", dimension.name.in(language)),
        [i](const R& r) {
          return i < r.part->contributions.size() ? r.part->contributions[i].value
                                                  : Value<double>(Absence::not_collected);
        },
        std::string(unit::kSigned));
  }
  return t.build();
}

}  // namespace

std::vector<table::Table> profile_data(const Profile& profile, Language language) {
  std::vector<Row<ProfileWave>> waves;
  std::vector<Row<ProfileChange>> changes;
  for (const ProfileEdition& edition : profile.editions) {
    append(waves, wave_rows(edition));
    append(changes, change_rows(edition));
  }
  return {wave_data(waves, language), change_data(changes, language),
          contribution_data(profile, language)};
}

std::vector<table::Table> profile_screens(const ProfileEdition& edition, Language language) {
  return {wave_screen(edition, language), change_screen(edition, language),
          contribution_screen(edition, language)};
}

}  // namespace wijkbeeld::cli
