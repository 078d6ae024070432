// SPDX-License-Identifier: EUPL-1.2
#include "cli/command_fit.hpp"

#include <filesystem>

#include "answer/card_tables.hpp"
#include "base/file.hpp"
#include "cli/catalogue.hpp"
#include "cli/fit_tables.hpp"
#include "cli/print_tables.hpp"
#include "cli/project_tables.hpp"
#include "cli/read_data.hpp"
#include "instrument/fit.hpp"
#include "instrument/project_editions.hpp"
#include "instrument/scored.hpp"
#include "report/model_card.hpp"

namespace wijkbeeld::cli {

using base::say;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kMostReplications = 10'000;

std::string name_of(const std::string& path) {
  const fs::path clean = fs::path(path).lexically_normal();
  return (clean.has_filename() ? clean : clean.parent_path()).filename().string();
}

// How to do it again, by names alone: folders differ from person to person, and the card with them.
std::string repeating(const std::string& definition, const std::string& data,
                      const std::string& project, const std::string& out) {
  return "wijkbeeld fit " + name_of(definition) + " --data " + name_of(data) + " --project " +
         name_of(project) + " --out " + name_of(out);
}

// What may have changed a figure while the data were read, before what fitting them showed. Only
// for the screen: these are single respondents and sales, and the card may be published.
base::Ledger to_tell(const base::Ledger& of_reading, const base::Ledger& of_fit) {
  base::Ledger out;
  for (const base::Issue& one : of_reading.issues())
    if (one.severity != base::Severity::note) out.add(one);
  out.add(of_fit);
  return out;
}

void print(const Session& session, const answer::ModelCard& card, const base::Ledger& ledger) {
  if (session.is_silent()) return;
  if (session.manner().format != Format::table)
    return print_tables(session, answer::card_tables(card));
  print_tables(session, {dimensions_screen(card, session), outcomes_screen(card, session),
                         tally_table(ledger, session)});
  session.tell_gap();
  session.tell(say("weights: {}; as expected: {}, unclear: {}, against: {}; known limits: {}",
                   shown(card.terms), shown(card.as_expected), shown(card.unclear),
                   shown(card.against), card.limits.size()));
}

}  // namespace

Grammar CommandFit::grammar() const {
  Option data = data_option();
  data.also.clear();  // "--project" is what is written here
  return {
      .operands = {{.name = "definition",
                    .value = say("DEFINITION"),
                    .meaning = say("the definition of the instrument, a TOML file: indicators, "
                                   "outcomes, scale"),
                    .required = say("name the definition, such as definition.toml")}},
      .options = {std::move(data),
                  {.name = "project",
                   .meaning = say("the project file to write: the data, the instrument and its "
                                  "scores"),
                   .value = say("FILE"),
                   .required = say("name the file to write, such as --project wijken.gpkg")},
                  {.name = "out",
                   .meaning = say("the folder for the model card and its figures"),
                   .value = say("FOLDER"),
                   .required = say("name the folder to write, such as --out uitkomst")},
                  {.name = "replications",
                   .meaning = say("how often the fit is repeated on samples of the data, for its "
                                  "errors; the definition says so otherwise"),
                   .value = say("NUMBER")},
                  replace_option(),
                  threads_option(),
                  format_option()}};
}

void CommandFit::setup(const Arguments& arguments, Mistakes& mistakes) {
  definition_ = arguments.text("definition");
  data_ = arguments.text("data");
  project_ = arguments.text("project");
  out_ = arguments.text("out");
  if (const auto asked = arguments.whole("replications", 0, kMostReplications, mistakes))
    replications_ = static_cast<int>(*asked);
  workers_ = arguments.workers(mistakes);
  may_replace_ = arguments.has("replace");
}

Ending CommandFit::run(Session& session) {
  check_output_file(project_, may_replace_);
  check_output_folder(out_, may_replace_);
  instrument::Instrument instrument =
      instrument::parse_instrument(base::read_file(definition_), definition_);
  if (replications_) instrument.fit.replications = *replications_;
  instrument::check_id(instrument, {}, {definition_});
  series::Project project = read_data(data_, workers_, session);
  instrument::check_id(instrument, project, {definition_});
  session.progress().check();

  base::Ledger ledger;
  instrument::Fitted fitted =
      instrument::fit(instrument, project, workers_, session.progress(), ledger);
  const answer::ModelCard card = answer::model_card(instrument, fitted, project);
  base::WholeFolder folder(out_, may_replace_);
  report::write_model_card(
      card, project, ledger, folder.path(),
      {session.manner().language, WIJKBEELD_VERSION, repeating(definition_, data_, project_, out_)},
      catalogue());
  const instrument::Scored scored =
      instrument::scored(instrument, fitted.model.standard, std::move(fitted.measured), project,
                         workers_, session.progress(), ledger);
  instrument::keep_series(instrument::all_series(instrument, fitted.model, scored, workers_),
                          project);
  instrument::keep(instrument, fitted.model, project);
  session.progress().begin(say("writing {}", project_));
  store::write_project(project_, project, session.manner().language, catalogue());
  folder.commit();
  session.end_progress();
  print(session, card, to_tell(project.ledger, ledger));
  if (const std::size_t refused = project.ledger.count(base::Severity::refused); refused > 0)
    session.tell(
        say("rows or values that were not read: {}; wijkbeeld check {} --table ledger "
            "shows each",
            base::Count{static_cast<std::int64_t>(refused)}, data_));
  session.tell(say("the model card is {}", (fs::path(out_) / "card.html").string()));
  session.tell(say("next: wijkbeeld score {} --data {}", instrument.edition.id.text, project_));
  return Ending::done;
}

}  // namespace wijkbeeld::cli
