// SPDX-License-Identifier: EUPL-1.2
#include "cli/command_import.hpp"

#include "cli/catalogue.hpp"
#include "cli/print_tables.hpp"
#include "cli/project_tables.hpp"
#include "cli/read_data.hpp"
#include "source/source.hpp"

namespace wijkbeeld::cli {

using base::say;

namespace {

bool is_empty(const series::Project& project) {
  return project.series.empty() && project.areas.empty() && project.lists.empty() &&
         project.samples.empty() && project.places.empty();
}

void leave_out_samples(series::Project& project) {
  for (const series::Sample& sample : project.samples)
    project.ledger.add({"sample-left-out",
                        base::Severity::note,
                        {sample.id},
                        say("left out on request, with its observations: {}",
                            base::Count{static_cast<std::int64_t>(sample.rows())})});
  project.samples.clear();
}

void tell_ingredients(const series::Project& project, const Session& session) {
  std::size_t observations = 0;
  std::size_t places = 0;
  for (const series::Sample& sample : project.samples)
    observations += sample.rows();
  for (const series::Places& kind : project.places)
    places += kind.size();
  session.tell(say("samples: {}, with observations: {}; kinds of places: {}, with places: {}",
                   project.samples.size(), base::Count{static_cast<std::int64_t>(observations)},
                   project.places.size(), base::Count{static_cast<std::int64_t>(places)}));
}

// Files that would have been read but for something their owner can mend.
std::vector<const base::Issue*> nearly_read(const series::Project& project) {
  std::vector<const base::Issue*> out;
  for (const base::Issue& issue : project.ledger.issues())
    if (issue.code == "file-not-recognised" && issue.severity == base::Severity::warning)
      out.push_back(&issue);
  return out;
}

base::Failure nothing_to_import(const series::Project& project, const std::string& path,
                                const Session& session) {
  base::Failure failure(say("there is nothing to import in '{}'", path));
  failure.because(
      say("of the files that were seen ({}) none was recognised", project.files.size()));
  for (const base::Issue* one : nearly_read(project))
    failure.because(say("{}: {}", one->place.file, session.words(one->message)));
  return failure.help(say("docs/reference/sources.md lists what can be read"));
}

}  // namespace

Grammar CommandImport::grammar() const {
  return {.operands = {{.name = "path",
                        .value = say("PATH"),
                        .meaning = say("folders, with everything below them, or files"),
                        .required = say("name the folder or file to read"),
                        .is_many = true}},
          .options = {{.name = "project",
                       .meaning = say("the project file to write, a GeoPackage"),
                       .value = say("FILE"),
                       .required = say("name the file to write, such as --project wijken.gpkg")},
                      {.name = "without-samples",
                       .meaning = say("leave out respondents and sales, which are about single "
                                      "persons and dwellings")},
                      replace_option(),
                      threads_option(),
                      format_option()}};
}

void CommandImport::setup(const Arguments& arguments, Mistakes& mistakes) {
  paths_.assign(arguments.all("path").begin(), arguments.all("path").end());
  project_ = arguments.text("project");
  workers_ = arguments.workers(mistakes);
  may_replace_ = arguments.has("replace");
  without_samples_ = arguments.has("without-samples");
}

Ending CommandImport::run(Session& session) {
  check_output_file(project_, may_replace_);
  series::Project project = source::read_project(paths_, workers_, session.progress());
  if (is_empty(project)) throw nothing_to_import(project, paths_.front().string(), session);
  if (without_samples_) leave_out_samples(project);
  session.progress().check();
  session.progress().begin(say("writing {}", project_));
  store::write_project(project_, project, session.manner().language, catalogue());
  session.end_progress();
  if (!session.is_silent()) print_tables(session, {files_table(project, session)});
  session.tell_gap();
  for (const base::Issue* one : nearly_read(project))
    session.tell(say("{}: {}", one->place.file, session.words(one->message)));
  session.tell(say("series: {}; area sets: {}; lists: {}; remarks: {}", project.series.size(),
                   project.areas.size(), project.lists.size(), project.ledger.issues().size()));
  if (!project.samples.empty() || !project.places.empty()) tell_ingredients(project, session);
  session.tell(say("the project file is {}", project_));
  session.tell(say("next: wijkbeeld check {}", project_));
  return Ending::done;
}

}  // namespace wijkbeeld::cli
