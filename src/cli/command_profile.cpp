// SPDX-License-Identifier: EUPL-1.2
#include "cli/command_profile.hpp"

#include "answer/profile.hpp"
#include "cli/find_area.hpp"
#include "cli/print_tables.hpp"
#include "cli/profile_tables.hpp"
#include "cli/read_data.hpp"
#include "cli/text_table.hpp"

namespace wijkbeeld::cli {

using answer::Profile;
using answer::ProfileEdition;
using base::say;

namespace {

void print_who(const Session& session, const Profile& profile, const ProfileEdition& edition) {
  const auto line = [&](const base::Message& message) {
    session.out() << session.words(message) << '\n';
  };
  line(say("{} {}, {} {}", profile.code.text, edition.name, std::string(to_text(edition.level)),
           edition.vintage.year));
  if (!edition.gemeente.empty()) line(say("in gemeente {}", edition.gemeente));
  line(say("{}", edition.edition->title.in(session.manner().language)));
  if (edition.residents.has_value())
    line(say("{} residents ({})", shown(edition.residents), edition.residents_source));
}

void print_for_people(const Session& session, const Profile& profile) {
  for (const ProfileEdition& edition : profile.editions) {
    print_who(session, profile, edition);
    for (const table::Table& table : profile_screens(edition, session.manner().language))
      if (table.rows() > 0) session.out() << '\n' << text_table(table, session.manner());
    session.tell_gap();
    for (const instrument::Caveat& caveat : edition.edition->caveats)
      session.tell(say("note: {}", caveat.text.in(session.manner().language)));
    session.tell_gap();
  }
  for (const series::AreaList* list : profile.lists)
    session.tell(say("stands on the list '{}'", list->title));
}

}  // namespace

Grammar CommandProfile::grammar() const {
  return {.operands = {{.name = "area",
                        .value = say("AREA"),
                        .meaning = say("its code, or its name; 'name, gemeente' where several bear "
                                       "that name"),
                        .required = say("name the area, such as WK034409")}},
          .options = {data_option(), edition_option(), level_option(), threads_option(),
                      format_option()}};
}

void CommandProfile::setup(const Arguments& arguments, Mistakes& mistakes) {
  area_ = arguments.text("area");
  data_ = arguments.text("data");
  edition_ = arguments.text("edition");
  level_ = area::parse_level(arguments.text("level"));
  workers_ = arguments.workers(mistakes);
}

Ending CommandProfile::run(Session& session) {
  const Data data(data_, workers_, session);
  const std::vector<instrument::Edition> editions = data.editions();
  if (!edition_.empty()) instrument::edition_named(editions, {edition_});
  store::What what{
      .with_outlines = false, .with_samples = false, .with_places = false, .with_nestings = false};
  for (const instrument::Edition& one : editions)
    if (edition_.empty() || one.id.text == edition_) what.editions.push_back(one.id);
  // A code tells its level: nothing else needs to be read.
  const area::Level told = area::level_of({area_});
  if (level_)
    what.levels = {*level_};
  else if (told != area::Level::own)
    what.levels = {told};
  const series::Project project = data.read(what);
  session.end_progress();

  const area::AreaCode code = find_area(project, area_, level_);
  Profile profile = answer::profile(project, editions, code);
  if (!edition_.empty())
    std::erase_if(profile.editions,
                  [&](const ProfileEdition& one) { return one.edition->id.text != edition_; });
  if (session.manner().format == Format::table)
    print_for_people(session, profile);
  else
    print_tables(session, profile_data(profile, session.manner().language));
  session.tell(say("next: wijkbeeld profile {} --data {} --format csv gives these figures exactly",
                   code.text, data_));
  return Ending::done;
}

}  // namespace wijkbeeld::cli
