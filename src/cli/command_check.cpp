// SPDX-License-Identifier: EUPL-1.2
#include "cli/command_check.hpp"

#include "cli/ingredient_tables.hpp"
#include "cli/print_tables.hpp"
#include "cli/project_tables.hpp"
#include "cli/read_data.hpp"
#include "instrument/project_editions.hpp"

namespace wijkbeeld::cli {

using base::say;
using base::Severity;

namespace {

// People get the remarks counted; whoever asks for the table, or for data, gets each of them.
std::vector<table::Table> tables_for(const series::Project& project,
                                     const study::ProjectChecks& checks, const base::Ledger& ledger,
                                     const std::string& only, const Session& session) {
  const bool is_for_people = session.manner().format == Format::table;
  std::vector<table::Table> all = {files_table(project, session),
                                   samples_table(project),
                                   places_table(project, session),
                                   documents_table(project),
                                   coverage_table(checks),
                                   is_for_people && only.empty()
                                       ? class_summary_table(checks, session)
                                       : class_check_table(checks, session),
                                   class_mismatches_table(checks, session),
                                   aggregation_check_table(checks)};
  all.push_back(is_for_people && only.empty() ? tally_table(ledger, session)
                                              : ledger_table(ledger, session));
  const std::string wanted =
      only.empty() && session.manner().format == Format::csv ? "ledger" : only;
  if (!wanted.empty())
    std::erase_if(all, [&](const table::Table& table) { return table.name != wanted; });
  return all;
}

}  // namespace

Grammar CommandCheck::grammar() const {
  return {
      .operands = {{.name = "path",
                    .value = say("PATH"),
                    .meaning = say("a project file, or a folder or file as published"),
                    .required = say("name a project file, folder or file to look at")}},
      .options = {{.name = "table",
                   .meaning = say("print this table only; csv prints the ledger unless asked "
                                  "otherwise"),
                   .value = say("TABLE"),
                   .choices = {"files", "samples", "places", "documents", "coverage", "class_check",
                               "class_mismatches", "aggregation_check", "ledger"}},
                  {.name = "strict",
                   .meaning = say("end with exit code 1 when there is a warning, a refusal or "
                                  "a mismatch")},
                  threads_option(),
                  format_option()}};
}

void CommandCheck::setup(const Arguments& arguments, Mistakes& mistakes) {
  path_ = arguments.text("path");
  table_ = arguments.text("table");
  is_strict_ = arguments.has("strict");
  workers_ = arguments.workers(mistakes);
}

Ending CommandCheck::run(Session& session) {
  const series::Project project = read_data(path_, workers_, session);
  session.progress().check();
  session.progress().begin(say("checking"));
  const study::ProjectChecks checks =
      study::check_project(project, instrument::editions_of(project));
  base::Ledger ledger = project.ledger;
  ledger.add(checks.ledger);
  session.end_progress();
  print_tables(session, tables_for(project, checks, ledger, table_, session));

  const std::size_t refused = ledger.count(Severity::refused);
  const std::size_t warnings = ledger.count(Severity::warning);
  session.tell_gap();
  session.tell(say("refused: {}; warnings: {}; notes: {}; class mismatches: {}", refused, warnings,
                   ledger.count(Severity::note), checks.class_mismatches.size()));
  session.tell(ledger.empty()
                   ? say("next: wijkbeeld help study")
                   : say("next: wijkbeeld check {} --table ledger shows every remark", path_));
  const bool is_clean = refused + warnings + checks.class_mismatches.size() == 0;
  return is_strict_ && !is_clean ? Ending::failed : Ending::done;
}

}  // namespace wijkbeeld::cli
