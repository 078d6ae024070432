// SPDX-License-Identifier: EUPL-1.2
#include "cli/score_tables.hpp"

#include "cli/text_table.hpp"
#include "table/table_builder.hpp"

namespace wijkbeeld::cli {

using answer::AreaAfter;
using answer::ClassAfter;
using answer::ClassShare;
using answer::Figure;
using answer::ScoredWave;
using answer::WhatIfLevel;
using base::say;
using table::TableBuilder;

namespace {

constexpr std::size_t kFew = 20;

std::string level_words(area::Level level) {
  return std::string(area::to_text(level));
}

std::string class_words(const instrument::Instrument& instrument, int number,
                        const Session& session) {
  return fmt::format("{} {}", number,
                     instrument.edition.classes->name(number).in(session.manner().language));
}

table::Table waves_table(const answer::ScoreSummary& summary) {
  using R = ScoredWave;
  TableBuilder<R> t("scores", say("Scores per level and wave"), summary.waves, {"level", "wave"});
  t.column("level", say("level"), [](const R& r) { return level_words(r.level); });
  t.column(
      "wave", say("wave"), [](const R& r) { return std::int64_t{r.wave.year}; },
      std::string(unit::kYear));
  t.column("areas", say("areas"), [](const R& r) { return as_integer(r.areas.value); });
  t.column("withheld", say("withheld"), [](const R& r) { return as_integer(r.withheld.value); });
  t.column(
      "residents", say("residents"), [](const R& r) { return r.residents.value; },
      std::string(unit::kPeople));
  t.column(
      "mean", say("mean"), [](const R& r) { return r.mean.value; }, std::string(unit::kScore));
  t.column(
      "mean_error", say("mean error"), [](const R& r) { return r.mean_error.value; },
      std::string(unit::kError));
  t.column(
      "share_sure", say("class sure"), [](const R& r) { return r.share_sure.value; },
      std::string(unit::kShare));
  t.column(
      "share_low", say("residents low"), [](const R& r) { return r.share_low.value; },
      std::string(unit::kShare));
  return t.build();
}

struct ClassRow {
  const ScoredWave* wave;
  const ClassShare* part;
};

table::Table classes_table(const answer::ScoreSummary& summary, const Session& session) {
  const bool is_for_people = session.manner().format == Format::table;
  std::vector<ClassRow> rows;
  for (std::size_t i = 0; i < summary.waves.size(); ++i) {
    const bool is_last =
        i + 1 == summary.waves.size() || summary.waves[i + 1].level != summary.waves[i].level;
    if (is_for_people && !is_last) continue;
    for (const ClassShare& one : summary.waves[i].classes)
      if (!is_for_people || *one.areas > 0) rows.push_back({&summary.waves[i], &one});
  }
  using R = ClassRow;
  TableBuilder<R> t("score_classes", say("Classes"), rows, {"level", "wave", "class"});
  t.column("level", say("level"), [](const R& r) { return level_words(r.wave->level); });
  t.column(
      "wave", say("wave"), [](const R& r) { return std::int64_t{r.wave->wave.year}; },
      std::string(unit::kYear));
  t.column("class", say("class"), [&](const R& r) {
    return is_for_people ? class_words(*summary.instrument, r.part->class_number, session)
                         : std::to_string(r.part->class_number);
  });
  t.column("areas", say("areas"), [](const R& r) { return as_integer(r.part->areas.value); });
  t.column(
      "share_areas", say("share of areas"), [](const R& r) { return r.part->share_areas.value; },
      std::string(unit::kShare));
  t.column(
      "residents", say("residents"), [](const R& r) { return r.part->residents.value; },
      std::string(unit::kPeople));
  t.column(
      "share_residents", say("share of residents"),
      [](const R& r) { return r.part->share_residents.value; }, std::string(unit::kShare));
  return t.build();
}

template <class R>
void place_columns(TableBuilder<R>& t) {
  t.column("level", say("level"), [](const R& r) { return level_words(r.at->level); });
  t.column(
      "wave", say("wave"), [](const R& r) { return std::int64_t{r.at->wave.year}; },
      std::string(unit::kYear));
}

template <class Part>
struct At {
  const WhatIfLevel* at;
  const Part* part;
};

table::Table levels_table(const answer::WhatIfAnswer& answer) {
  std::vector<At<WhatIfLevel>> rows;
  for (const WhatIfLevel& one : answer.levels)
    rows.push_back({&one, &one});
  using R = At<WhatIfLevel>;
  TableBuilder<R> t("what_if", say("What changes"), rows, {"level", "wave"});
  place_columns(t);
  t.column("areas", say("areas"), [](const R& r) { return as_integer(r.part->areas.value); });
  t.column("areas_up", say("higher class"),
           [](const R& r) { return as_integer(r.part->areas_up.value); });
  t.column("areas_down", say("lower class"),
           [](const R& r) { return as_integer(r.part->areas_down.value); });
  t.column(
      "residents_up", say("residents higher"),
      [](const R& r) { return r.part->residents_up.value; }, std::string(unit::kPeople));
  t.column(
      "residents_down", say("residents lower"),
      [](const R& r) { return r.part->residents_down.value; }, std::string(unit::kPeople));
  t.column(
      "share_residents_moved", say("share of residents"),
      [](const R& r) { return r.part->share_residents_moved.value; }, std::string(unit::kShare));
  t.column(
      "low_before", say("low before"), [](const R& r) { return r.part->low_before.value; },
      std::string(unit::kShare));
  t.column(
      "low_after", say("low after"), [](const R& r) { return r.part->low_after.value; },
      std::string(unit::kShare));
  t.column(
      "mean_before", say("mean before"), [](const R& r) { return r.part->mean_before.value; },
      std::string(unit::kScore));
  t.column(
      "mean_after", say("mean after"), [](const R& r) { return r.part->mean_after.value; },
      std::string(unit::kScore));
  t.column("mean_rank_shift", say("mean shift in rank"),
           [](const R& r) { return r.part->mean_rank_shift.value; });
  t.column("largest_rank_shift", say("largest"),
           [](const R& r) { return as_integer(r.part->largest_rank_shift.value); });
  return t.build();
}

table::Table classes_after_table(const answer::WhatIfAnswer& answer, const Session& session) {
  const bool is_for_people = session.manner().format == Format::table;
  std::vector<At<ClassAfter>> rows;
  for (const WhatIfLevel& level : answer.levels)
    for (const ClassAfter& one : level.classes)
      if (!is_for_people || *one.areas_before + *one.areas_after > 0)
        rows.push_back({&level, &one});
  using R = At<ClassAfter>;
  TableBuilder<R> t("what_if_classes", say("Classes before and after"), rows,
                    {"level", "wave", "class"});
  place_columns(t);
  t.column("class", say("class"), [&](const R& r) {
    return is_for_people ? class_words(*answer.instrument, r.part->class_number, session)
                         : std::to_string(r.part->class_number);
  });
  t.column("areas_before", say("areas before"),
           [](const R& r) { return as_integer(r.part->areas_before.value); });
  t.column("areas_after", say("areas after"),
           [](const R& r) { return as_integer(r.part->areas_after.value); });
  t.column(
      "share_residents_before", say("residents before"),
      [](const R& r) { return r.part->residents_before.value; }, std::string(unit::kShare));
  t.column(
      "share_residents_after", say("residents after"),
      [](const R& r) { return r.part->residents_after.value; }, std::string(unit::kShare));
  return t.build();
}

table::Table moved_table(const answer::WhatIfAnswer& answer, const Session& session) {
  const bool is_for_people = session.manner().format == Format::table;
  std::vector<At<AreaAfter>> rows;
  for (const WhatIfLevel& level : answer.levels) {
    if (is_for_people && level.moved.size() > kFew) continue;
    for (const AreaAfter& one : level.moved)
      rows.push_back({&level, &one});
  }
  using R = At<AreaAfter>;
  TableBuilder<R> t("what_if_areas", say("Areas that change class"), rows,
                    {"level", "wave", "area_code"});
  place_columns(t);
  t.column("area_code", say("area"), [](const R& r) { return r.part->code.text; });
  t.column("area_name", say("name"), [](const R& r) -> table::Value<std::string> {
    if (r.part->name.empty()) return table::Absence::not_applicable;
    return r.part->name;
  });
  t.column(
      "residents", say("residents"), [](const R& r) { return r.part->residents.value; },
      std::string(unit::kPeople));
  t.column("class_before", say("class before"),
           [](const R& r) { return std::int64_t{r.part->class_before}; });
  t.column("class_after", say("class after"),
           [](const R& r) { return std::int64_t{r.part->class_after}; });
  t.column(
      "score_before", say("score before"), [](const R& r) { return r.part->score_before.value; },
      std::string(unit::kScore));
  t.column(
      "score_after", say("score after"), [](const R& r) { return r.part->score_after.value; },
      std::string(unit::kScore));
  return t.build();
}

}  // namespace

std::vector<table::Table> summary_tables(const answer::ScoreSummary& summary,
                                         const Session& session) {
  std::vector<table::Table> out{waves_table(summary)};
  if (summary.instrument->edition.classes) out.push_back(classes_table(summary, session));
  return out;
}

std::vector<table::Table> what_if_tables(const answer::WhatIfAnswer& answer,
                                         const Session& session) {
  return {levels_table(answer), classes_after_table(answer, session), moved_table(answer, session)};
}

std::vector<base::Message> what_if_sentences(const answer::WhatIfAnswer& answer) {
  std::vector<base::Message> out;
  for (const WhatIfLevel& one : answer.levels)
    out.push_back(
        say("per {}: {} areas get a higher class and {} a lower one; {} of the residents "
            "live there",
            level_words(one.level), shown(one.areas_up), shown(one.areas_down),
            shown(one.share_residents_moved)));
  return out;
}

std::string first_counting(const instrument::Kept& kept) {
  const instrument::Model& model = kept.model;
  for (std::size_t t = 0; t < model.weights.size(); ++t)
    if (model.is_used(t)) return kept.instrument.indicators[model.standard.terms[t].indicator].id;
  return "ID";
}

}  // namespace wijkbeeld::cli
