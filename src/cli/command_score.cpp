// SPDX-License-Identifier: EUPL-1.2
#include "cli/command_score.hpp"

#include "answer/score_summary.hpp"
#include "answer/what_if.hpp"
#include "cli/kept.hpp"
#include "cli/print_tables.hpp"
#include "cli/read_data.hpp"
#include "cli/score_tables.hpp"

namespace wijkbeeld::cli {

using base::say;
using instrument::Change;

namespace {

// What stands behind a comma without ID= is the rest of a number in Dutch, which is no weight.
std::vector<std::string> whole_weights(const std::vector<std::string>& parts) {
  std::vector<std::string> out;
  for (const std::string& one : parts)
    if (out.empty() || one.find('=') != std::string::npos)
      out.push_back(one);
    else
      out.back() += "," + one;
  return out;
}

void add_weight(const std::string& text, std::vector<Change>& changes, Mistakes& mistakes) {
  try {
    changes.push_back(instrument::parse_weight_change(text));
  } catch (const base::Failure& failure) {
    mistakes.add(failure.message(), failure.advice().empty() ? std::optional<base::Message>()
                                                             : failure.advice().front());
  }
}

}  // namespace

Grammar CommandScore::grammar() const {
  return {.operands = {{.name = "id",
                        .value = say("ID"),
                        .meaning = say("the instrument; may be left out when the project keeps "
                                       "one only")}},
          .options = {data_option(),
                      level_option(),
                      wave_option(),
                      {.name = "without",
                       .meaning = say("what if this indicator did not count? May be given more "
                                      "than once"),
                       .value = say("INDICATOR"),
                       .is_repeatable = true},
                      {.name = "weight",
                       .meaning = say("what if its weight were this: so many points per standard "
                                      "deviation (ID=0.02), or so many times as much (ID=x1.5)? "
                                      "May be given more than once"),
                       .value = say("INDICATOR=WEIGHT"),
                       .is_repeatable = true},
                      threads_option(),
                      format_option()}};
}

void CommandScore::setup(const Arguments& arguments, Mistakes& mistakes) {
  id_ = arguments.text("id");
  data_ = arguments.text("data");
  level_ = area::parse_level(arguments.text("level"));
  wave_ = asked_wave(arguments, "wave", mistakes);
  for (const std::string& one : arguments.list("without"))
    changes_.push_back({one, Change::Kind::without, 0});
  for (const std::string& one : whole_weights(arguments.list("weight")))
    add_weight(one, changes_, mistakes);
  workers_ = arguments.workers(mistakes);
}

Ending CommandScore::run(Session& session) {
  return changes_.empty() ? sum_up(session) : vary(session);
}

Ending CommandScore::sum_up(Session& session) const {
  const Data data(data_, workers_, session);
  const instrument::Kept kept = instrument::kept_instrument(data.documents(), id_);
  const instrument::Instrument& instrument = kept.instrument;
  store::What what{.with_outlines = false,
                   .with_ledger = false,
                   .editions = {instrument.edition.id},
                   .with_samples = false,
                   .with_places = false};
  if (instrument.residents) what.editions.push_back(instrument.residents->edition);
  const series::Project project = data.read(what);
  session.end_progress();
  const answer::ScoreSummary summary = answer::score_summary(instrument, project, level_, wave_);
  print_tables(session, summary_tables(summary, session));
  session.tell_gap();
  session.tell(say("next: wijkbeeld score {} --data {} --without {} shows who would change class",
                   instrument.edition.id.text, data_, first_counting(kept)));
  return Ending::done;
}

Ending CommandScore::vary(Session& session) const {
  const Scorable from = read_scorable(data_, id_, workers_, session);
  // Mistakes in ids are told before anything is measured.
  instrument::changed_weights(from.kept.instrument, from.kept.model, changes_);
  const instrument::Scored scored = score_again(from, workers_, session);
  session.end_progress();
  const answer::WhatIfAnswer answer = answer::what_if(
      {changes_, level_, wave_}, from.kept.instrument, from.kept.model, scored, from.project);
  print_tables(session, what_if_tables(answer, session));
  session.tell_gap();
  for (const base::Message& line : what_if_sentences(answer))
    session.tell(line);
  session.tell(say("nothing was kept: to keep other weights, change the definition and fit again"));
  return Ending::done;
}

}  // namespace wijkbeeld::cli
