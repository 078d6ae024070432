// SPDX-License-Identifier: EUPL-1.2
#include "cli/command_explain.hpp"

#include "answer/explain.hpp"
#include "cli/explain_tables.hpp"
#include "cli/find_area.hpp"
#include "cli/kept.hpp"
#include "cli/print_tables.hpp"
#include "cli/text_table.hpp"

namespace wijkbeeld::cli {

using answer::Explanation;
using base::say;

namespace {

void print_for_people(const Session& session, const Explanation& found) {
  for (const base::Message& line : explanation_sentences(found, session.manner().language))
    session.out() << session.words(line) << '\n';
  for (const table::Table& table : explanation_screens(found, session))
    if (table.rows() > 0) session.out() << '\n' << text_table(table, session.manner());
  session.tell_gap();
}

}  // namespace

Grammar CommandExplain::grammar() const {
  return {.operands = {{.name = "area",
                        .value = say("AREA"),
                        .meaning = say("its code, or its name; 'name, gemeente' where several bear "
                                       "that name"),
                        .required = say("name the area, such as WK034409")}},
          .options = {data_option(),
                      {.name = "instrument",
                       .meaning = say("the instrument; may be left out when the project keeps one "
                                      "only"),
                       .value = say("ID")},
                      level_option(),
                      wave_option(),
                      {.name = "since",
                       .meaning = say("also take apart the change since this wave"),
                       .value = say("YEAR")},
                      threads_option(),
                      format_option()}};
}

void CommandExplain::setup(const Arguments& arguments, Mistakes& mistakes) {
  area_ = arguments.text("area");
  data_ = arguments.text("data");
  instrument_ = arguments.text("instrument");
  level_ = area::parse_level(arguments.text("level"));
  wave_ = asked_wave(arguments, "wave", mistakes);
  since_ = asked_wave(arguments, "since", mistakes);
  workers_ = arguments.workers(mistakes);
}

Ending CommandExplain::run(Session& session) {
  const Scorable from = read_scorable(data_, instrument_, workers_, session);
  const area::AreaCode code = find_area(from.project, area_, level_);
  const instrument::Scored scored = score_again(from, workers_, session);
  session.end_progress();
  const Explanation found = answer::explain({code, wave_, since_}, from.kept.instrument,
                                            from.kept.model, scored, from.project, workers_);
  if (session.manner().format == Format::table)
    print_for_people(session, found);
  else
    print_tables(session, explanation_data(found));
  session.tell(say("next: wijkbeeld explain {} --data {} --format csv gives these figures exactly",
                   code.text, data_));
  return Ending::done;
}

}  // namespace wijkbeeld::cli
