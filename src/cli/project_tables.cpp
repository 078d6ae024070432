// SPDX-License-Identifier: EUPL-1.2
#include "cli/project_tables.hpp"

#include <set>

#include "answer/check.hpp"
#include "cli/text_table.hpp"
#include "table/table_builder.hpp"

namespace wijkbeeld::cli {

using base::Issue;
using base::Ledger;
using base::say;
using base::Severity;
using study::AggregationCheck;
using study::ClassCheck;
using study::ClassMismatch;
using table::TableBuilder;

namespace {

std::int64_t year(series::Wave wave) {
  return wave.year;
}

base::Message word_for(Severity severity) {
  switch (severity) {
    case Severity::note:
      return say("note");
    case Severity::warning:
      return say("warning");
    case Severity::refused:
      break;
  }
  return say("refused");
}

table::Value<std::string> text_or_absent(const std::string& text) {
  if (text.empty()) return table::Absence::not_applicable;
  return text;
}

}  // namespace

table::Table files_table(const series::Project& project, const Session& session) {
  const bool is_for_people = session.manner().format == Format::table;
  using series::FileRecord;
  TableBuilder<FileRecord> t("files", say("Files"), project.files, {"file"});
  t.column("file", say("file"), [](const FileRecord& r) { return r.name; });
  t.column("source", say("read as"), [&](const FileRecord& r) -> table::Value<std::string> {
    if (r.source.empty() && is_for_people) return session.words(say("not recognised"));
    return text_or_absent(r.source);
  });
  t.column("rows_read", say("rows read"), [](const FileRecord& r) { return r.rows_read; });
  t.column("rows_refused", say("refused"), [](const FileRecord& r) { return r.rows_refused; });
  t.column("licence", say("licence"),
           [](const FileRecord& r) { return text_or_absent(r.licence); });
  return t.build();
}

table::Table ledger_table(const Ledger& ledger, const Session& session) {
  TableBuilder<Issue> t("ledger", say("Remarks"), ledger.issues(), {});
  t.column("code", say("code"), [](const Issue& r) { return r.code; });
  t.column("severity", say("weight"), [&](const Issue& r) {
    return session.manner().format == Format::table ? session.words(word_for(r.severity))
                                                    : std::string(to_text(r.severity));
  });
  t.column("file", say("file"), [](const Issue& r) { return r.place.file; });
  t.column("part", say("part"), [](const Issue& r) { return text_or_absent(r.place.part); });
  const auto number = [](int n) {
    return n > 0 ? table::Value<std::int64_t>(n)
                 : table::Value<std::int64_t>(table::Absence::not_applicable);
  };
  t.column("line", say("line"), [&](const Issue& r) { return number(r.place.line); });
  t.column("column", say("column"), [&](const Issue& r) { return number(r.place.column); });
  t.column("message", say("message"), [&](const Issue& r) { return session.words(r.message); });
  return t.build();
}

table::Table tally_table(const Ledger& ledger, const Session& session) {
  using Tally = Ledger::Tally;
  const std::vector<Tally> rows = ledger.tally();
  TableBuilder<Tally> t("tally", say("Remarks"), rows, {"code"});
  t.column("severity", say("weight"),
           [&](const Tally& r) { return session.words(word_for(r.severity)); });
  t.column("code", say("code"), [](const Tally& r) { return r.code; });
  t.column("count", say("count"),
           [](const Tally& r) { return static_cast<std::int64_t>(r.count); });
  t.column("where", say("first at"), [](const Tally& r) { return to_text(r.first->place); });
  t.column("message", say("first message"),
           [&](const Tally& r) { return session.words(r.first->message); });
  return t.build();
}

table::Table coverage_table(const study::ProjectChecks& checks) {
  struct Row {
    const study::EditionUsed* used;
    const study::EditionUsed::AtWave* at;
  };
  std::vector<Row> rows;
  for (const study::EditionUsed& used : checks.coverage)
    for (const auto& at : used.at_wave)
      rows.push_back({&used, &at});
  TableBuilder<Row> t("coverage", say("Coverage per wave"), rows,
                      {"edition", "level", "vintage", "wave"});
  t.column("edition", say("edition"), [](const Row& r) { return r.used->edition.id.text; });
  t.column("level", say("level"), [](const Row& r) { return std::string(to_text(r.used->level)); });
  t.column(
      "vintage", say("vintage"), [](const Row& r) { return std::int64_t{r.used->vintage.year}; },
      "a");
  t.column(
      "wave", say("wave"), [](const Row& r) { return year(r.at->wave); }, "a");
  t.column("areas", say("areas"), [](const Row& r) { return r.used->areas; });
  t.column("with_score", say("with score"), [](const Row& r) { return r.at->areas_with_score; });
  t.column("with_class", say("with class"), [](const Row& r) { return r.at->areas_with_class; });
  t.column("withheld", say("withheld"), [](const Row& r) { return r.at->areas_withheld; });
  t.column(
      "reference_mean", say("mean of reference"), [](const Row& r) { return r.at->reference_mean; },
      std::string(unit::kScore));
  t.column("class_of_mean", say("its class"), [](const Row& r) { return r.at->class_of_mean; });
  return t.build();
}

table::Table class_summary_table(const study::ProjectChecks& checks, const Session& session) {
  study::Findings findings;
  findings.class_check = checks.class_check;
  findings.class_mismatches = checks.class_mismatches;
  struct Row {
    std::string edition;
    std::string kind;
    answer::Figure checked;
    answer::Figure mismatches;
  };
  std::vector<Row> rows;
  std::set<std::string> seen;
  for (const study::EditionUsed& used : checks.coverage) {
    const std::string& id = used.edition.id.text;
    if (!seen.insert(id).second) continue;
    const answer::ClassCheckAnswer one = answer::class_check(findings, id);
    if (one.verdict == answer::ClassCheckAnswer::Verdict::nothing_to_check) continue;
    rows.push_back(
        {id, session.words(say("situation")), one.situation_checked, one.situation_mismatches});
    rows.push_back({id, session.words(say("development")), one.development_checked,
                    one.development_mismatches});
  }
  const auto whole = [](const answer::Figure& figure) -> table::Value<std::int64_t> {
    if (!figure.has_value()) return figure.value.absence();
    return static_cast<std::int64_t>(*figure);
  };
  TableBuilder<Row> t("class_summary", say("Published classes against the class limits"), rows,
                      {"edition", "kind"});
  t.column("edition", say("edition"), [](const Row& r) { return r.edition; });
  t.column("kind", say("kind"), [](const Row& r) { return r.kind; });
  t.column("checked", say("classes checked"), [&](const Row& r) { return whole(r.checked); });
  t.column("mismatches", say("mismatches"), [&](const Row& r) { return whole(r.mismatches); });
  return t.build();
}

namespace {

// Which class of which areas: people read it in their language, programs by its fixed name.
template <class Row>
void add_which_class(TableBuilder<Row>& t, const Session& session) {
  const bool is_for_people = session.manner().format == Format::table;
  t.column("edition", say("edition"), [](const Row& r) { return r.edition; });
  t.column("level", say("level"), [](const Row& r) { return std::string(to_text(r.level)); });
  t.column("kind", say("kind"), [&session, is_for_people](const Row& r) {
    if (!is_for_people) return r.kind;
    return session.words(r.kind == "situation" ? say("situation") : say("development"));
  });
  t.column(
      "from", say("from"), [](const Row& r) { return year(r.period.from); }, "a");
  t.column(
      "to", say("to"), [](const Row& r) { return year(r.period.to); }, "a");
}

}  // namespace

table::Table class_check_table(const study::ProjectChecks& checks, const Session& session) {
  TableBuilder<ClassCheck> t("class_check", say("Published classes against the class limits"),
                             checks.class_check, {"edition", "level", "kind", "from", "to"});
  add_which_class(t, session);
  t.column("areas", say("areas"), [](const ClassCheck& r) { return r.areas; });
  t.column("mismatches", say("mismatches"), [](const ClassCheck& r) { return r.mismatches; });
  return t.build();
}

table::Table class_mismatches_table(const study::ProjectChecks& checks, const Session& session) {
  TableBuilder<ClassMismatch> t("class_mismatches", say("Areas on the wrong side of a class limit"),
                                checks.class_mismatches,
                                {"edition", "level", "kind", "from", "to", "area_code"});
  add_which_class(t, session);
  t.column("area_code", say("area"), [](const ClassMismatch& r) { return r.area_code; });
  t.column(
      "value", say("value"), [](const ClassMismatch& r) { return r.value; },
      std::string(unit::kScore));
  t.column("class_published", say("published"),
           [](const ClassMismatch& r) { return std::int64_t{r.class_published}; });
  t.column("class_computed", say("by the limits"),
           [](const ClassMismatch& r) { return std::int64_t{r.class_computed}; });
  t.column(
      "distance_to_limit", say("distance to limit"),
      [](const ClassMismatch& r) { return r.distance_to_limit; }, std::string(unit::kError));
  return t.build();
}

table::Table aggregation_check_table(const study::ProjectChecks& checks) {
  TableBuilder<AggregationCheck> t(
      "aggregation_check", say("Higher areas from their parts, by residents"),
      checks.aggregation_check, {"edition", "level_from", "level_to", "wave"});
  const std::string error(unit::kError);
  t.column("edition", say("edition"), [](const AggregationCheck& r) { return r.edition; });
  t.column("level_from", say("from"),
           [](const AggregationCheck& r) { return std::string(to_text(r.level_from)); });
  t.column("level_to", say("to"),
           [](const AggregationCheck& r) { return std::string(to_text(r.level_to)); });
  t.column(
      "wave", say("wave"), [](const AggregationCheck& r) { return year(r.wave); }, "a");
  t.column("areas", say("areas"), [](const AggregationCheck& r) { return r.areas; });
  t.column(
      "median_abs_error", say("median error"),
      [](const AggregationCheck& r) { return r.median_abs_error; }, error);
  t.column(
      "p95_abs_error", say("95% below"), [](const AggregationCheck& r) { return r.p95_abs_error; },
      error);
  t.column(
      "max_abs_error", say("largest"), [](const AggregationCheck& r) { return r.max_abs_error; },
      error);
  return t.build();
}

}  // namespace wijkbeeld::cli
