// SPDX-License-Identifier: EUPL-1.2
#include "cli/command_study.hpp"

#include <filesystem>

#include "answer/cohort.hpp"
#include "base/file.hpp"
#include "cli/catalogue.hpp"
#include "cli/print_tables.hpp"
#include "cli/project_tables.hpp"
#include "cli/read_data.hpp"
#include "cli/text_table.hpp"
#include "report/study_output.hpp"
#include "study/plan.hpp"
#include "study/run.hpp"
#include "table/table_builder.hpp"

namespace wijkbeeld::cli {

using answer::CohortAnswer;
using base::say;
namespace fs = std::filesystem;

namespace {

table::Table cohorts_table(const study::Findings& findings, base::Language language) {
  const std::vector<CohortAnswer> rows = answer::cohorts(findings);
  table::TableBuilder<CohortAnswer> t("cohorts", say("Cohorts"), rows, {"cohort"});
  t.column("cohort", say("cohort"), [](const CohortAnswer& r) { return r.plan->id; });
  t.column("areas", say("areas"),
           [](const CohortAnswer& r) { return as_integer(r.members.value); });
  t.column(
      "residents", say("residents"), [](const CohortAnswer& r) { return r.residents.value; },
      std::string(unit::kPeople));
  t.column("excluded", say("left out"),
           [](const CohortAnswer& r) { return as_integer(r.excluded.value); });
  t.column("title", say("title"),
           [&](const CohortAnswer& r) { return r.plan->title.in(language); });
  return t.build();
}

struct Written {
  std::string file;
  base::Message holds;
};

table::Table files_written(const Session& session) {
  const std::vector<Written> rows = {
      {"report.html", say("the report, to read and print")},
      {"annex.xlsx", say("every table, as a workbook")},
      {"study.gpkg", say("map layers, for QGIS")},
      {"findings.json", say("every figure with the row it comes from")},
      {"tables/", say("every table as CSV, with a description of its columns")}};
  table::TableBuilder<Written> t("files", say("Written"), rows, {"file"});
  t.column("file", say("file"), [](const Written& r) { return r.file; });
  t.column("holds", say("what it holds"), [&](const Written& r) { return session.words(r.holds); });
  return t.build();
}

// How to do it again, by names alone: folders differ from person to person, and the report with
// them.
std::string repeating(const std::string& plan, const std::string& data) {
  const auto name = [](const std::string& path) {
    const fs::path clean = fs::path(path).lexically_normal();
    return (clean.has_filename() ? clean : clean.parent_path()).filename().string();
  };
  return "wijkbeeld study " + name(plan) + " --data " + name(data) + " --out uitkomst";
}

// A project may hold far more than a study looks at.
store::What what_for(const study::Plan& plan) {
  store::What what{.with_samples = false, .with_places = false, .with_nestings = false};
  for (const study::EditionPlan& edition : plan.editions)
    what.editions.push_back(edition.id);
  return what;
}

}  // namespace

Grammar CommandStudy::grammar() const {
  return {
      .operands = {{.name = "plan",
                    .value = say("PLAN"),
                    .meaning = say("the plan, a TOML file: editions, cohorts, comparisons, rules"),
                    .required = say("name the plan, such as plan.toml")}},
      .options = {data_option(),
                  {.name = "out",
                   .meaning = say("the folder for report, tables, annex and map layers"),
                   .value = say("FOLDER"),
                   .required = say("name the folder to write, such as --out uitkomst")},
                  replace_option(),
                  threads_option(),
                  format_option()}};
}

void CommandStudy::setup(const Arguments& arguments, Mistakes& mistakes) {
  plan_ = arguments.text("plan");
  data_ = arguments.text("data");
  out_ = arguments.text("out");
  if (arguments.has("lang"))
    language_ = arguments.text("lang") == "en" ? base::Language::en : base::Language::nl;
  workers_ = arguments.workers(mistakes);
  may_replace_ = arguments.has("replace");
}

Ending CommandStudy::run(Session& session) {
  check_output_folder(out_, may_replace_);
  const Data data(data_, workers_, session);
  const std::vector<instrument::Edition> editions = data.editions();
  const study::Plan plan = study::parse_plan(base::read_file(plan_), plan_, editions);
  const series::Project project = data.read(what_for(plan));
  session.progress().check();
  const study::Findings findings =
      study::run_study(plan, project, editions, workers_, session.progress());
  session.progress().check();

  base::WholeFolder folder(out_, may_replace_);
  const base::Language language = language_.value_or(plan.language);
  report::write_study_output(findings, folder.path(),
                             {language, WIJKBEELD_VERSION, repeating(plan_, data_)}, catalogue(),
                             workers_, session.progress());
  session.progress().check();
  folder.commit();
  session.end_progress();
  if (!session.is_silent())
    print_tables(session, {cohorts_table(findings, session.manner().language),
                           tally_table(findings.ledger, session), files_written(session)});
  session.tell_gap();
  session.tell(say("next: open {} in a browser", (fs::path(out_) / "report.html").string()));
  return Ending::done;
}

}  // namespace wijkbeeld::cli
