// SPDX-License-Identifier: EUPL-1.2
#include "cli/command_sensitivity.hpp"

#include <algorithm>
#include <filesystem>

#include "answer/sensitivity.hpp"
#include "base/file.hpp"
#include "cli/catalogue.hpp"
#include "cli/kept.hpp"
#include "cli/print_tables.hpp"
#include "cli/read_data.hpp"
#include "cli/text_table.hpp"
#include "report/sensitivity_output.hpp"
#include "table/table_builder.hpp"

namespace wijkbeeld::cli {

using answer::DroppedIndicator;
using answer::SensitivityAnswer;
using base::say;
using table::TableBuilder;

namespace {

constexpr std::int64_t kFewestRuns = 10;
constexpr std::int64_t kMostRuns = 1'000'000;
constexpr std::size_t kShown = 10;

// The indicators whose loss moves most people, by name.
table::Table dropped_screen(const SensitivityAnswer& answer, const Session& session) {
  std::vector<DroppedIndicator> rows = answer.dropped;
  if (rows.size() > kShown) rows.resize(kShown);
  using R = DroppedIndicator;
  TableBuilder<R> t("drop_one", say("Who changes class when one indicator goes"), rows,
                    {"indicator"});
  t.column("indicator", say("indicator"),
           [&](const R& r) { return r.indicator->name.in(session.manner().language); });
  t.column("areas_up", say("higher class"),
           [](const R& r) { return static_cast<std::int64_t>(*r.areas_up); });
  t.column("areas_down", say("lower class"),
           [](const R& r) { return static_cast<std::int64_t>(*r.areas_down); });
  t.column(
      "residents_up", say("residents higher"), [](const R& r) { return r.residents_up.value; },
      std::string(unit::kPeople));
  t.column(
      "residents_down", say("residents lower"), [](const R& r) { return r.residents_down.value; },
      std::string(unit::kPeople));
  t.column(
      "share_residents", say("share of residents"),
      [](const R& r) { return r.share_residents.value; }, std::string(unit::kShare));
  return t.build();
}

base::Message factor_words(instrument::Factor factor) {
  switch (factor) {
    case instrument::Factor::dropped:
      return say("leaving out an indicator");
    case instrument::Factor::perturbation:
      return say("weights set otherwise");
    case instrument::Factor::draw:
      return say("doubt of the weights");
    case instrument::Factor::share:
      return say("shares of the outcomes");
    case instrument::Factor::treatment:
      return say("treatment of outliers");
    case instrument::Factor::normalisation:
      return say("how indicators are made comparable");
    case instrument::Factor::weighting:
      return say("way of weighting");
    case instrument::Factor::aggregation:
      return say("how indicators are added up");
  }
  return {};
}

table::Table factors_screen(const SensitivityAnswer& answer, const Session& session) {
  std::vector<answer::FactorShare> rows;
  for (const answer::FactorShare& one : answer.factors)
    if (one.outcome == instrument::Dependence::Outcome::rank_shift) rows.push_back(one);
  using R = answer::FactorShare;
  TableBuilder<R> t("sobol", say("What the ranks depend on"), rows, {"factor"});
  t.column("factor", say("choice"),
           [&](const R& r) { return session.words(factor_words(r.factor)); });
  t.column(
      "first", say("by itself"), [](const R& r) { return r.first.value; },
      std::string(unit::kShare));
  t.column(
      "total", say("with interactions"), [](const R& r) { return r.total.value; },
      std::string(unit::kShare));
  return t.build();
}

bool is_rough(const SensitivityAnswer& answer) {
  return std::any_of(answer.factors.begin(), answer.factors.end(),
                     [](const answer::FactorShare& one) {
                       return one.outcome == instrument::Dependence::Outcome::rank_shift &&
                              (*one.first < 0 || *one.first > 1 || *one.total > 1);
                     });
}

void print(const Session& session, const SensitivityAnswer& answer) {
  if (session.is_silent()) return;
  if (session.manner().format != Format::table)
    return print_tables(session, answer::sensitivity_tables(answer));
  session.tell(say("{} areas per {} in {}, {} residents", shown(answer.areas),
                   std::string(area::to_text(answer.level)), answer.wave.year,
                   shown(answer.residents)));
  session.tell_gap();
  print_tables(session, {dropped_screen(answer, session), factors_screen(answer, session)});
  session.tell_gap();
  if (is_rough(answer))
    session.tell(
        say("a share below zero or above 100% is an estimate from few runs: more runs tell more"));
  if (answer.runs.has_value())
    session.tell(
        say("over {} runs with other choices an area lies {} places from its rank, on "
            "average; {} of the residents live where the class stays the same in nine of "
            "ten",
            shown(answer.runs), shown(answer.mean_rank_shift), shown(answer.settled_residents)));
}

}  // namespace

Grammar CommandSensitivity::grammar() const {
  return {.operands = {{.name = "id",
                        .value = say("ID"),
                        .meaning = say("the instrument; may be left out when the project keeps "
                                       "one only")}},
          .options = {data_option(),
                      {.name = "out",
                       .meaning = say("the folder for the tables and the map layer"),
                       .value = say("FOLDER"),
                       .required = say("name the folder to write, such as --out uitkomst")},
                      level_option(),
                      wave_option(),
                      {.name = "runs",
                       .meaning = say("how often all choices are drawn anew; 1000 unless given, 0 "
                                      "for none"),
                       .value = say("NUMBER")},
                      replace_option(),
                      threads_option(),
                      format_option()}};
}

void CommandSensitivity::setup(const Arguments& arguments, Mistakes& mistakes) {
  id_ = arguments.text("id");
  data_ = arguments.text("data");
  out_ = arguments.text("out");
  level_ = area::parse_level(arguments.text("level"));
  wave_ = asked_wave(arguments, "wave", mistakes);
  if (const auto asked = arguments.whole("runs", 0, kMostRuns, mistakes)) {
    runs_ = static_cast<std::size_t>(*asked);
    if (*asked > 0 && *asked < kFewestRuns)
      mistakes.add(say("{} runs are too few", *asked),
                   say("what happens in nine of ten runs takes at least {}; 0 leaves them out",
                       kFewestRuns));
  }
  workers_ = arguments.workers(mistakes);
  may_replace_ = arguments.has("replace");
}

Ending CommandSensitivity::run(Session& session) {
  check_output_folder(out_, may_replace_);
  const Scorable from = read_scorable(data_, id_, workers_, session);
  const instrument::Scored scored = score_again(from, workers_, session);
  const SensitivityAnswer answer =
      answer::sensitivity({level_, wave_, runs_}, from.kept.instrument, from.kept.model, scored,
                          from.project, workers_, session.progress());
  base::WholeFolder folder(out_, may_replace_);
  report::write_sensitivity(answer, from.project, folder.path(), session.manner().language,
                            catalogue());
  folder.commit();
  session.end_progress();
  print(session, answer);
  session.tell(
      say("next: open {} in QGIS", (std::filesystem::path(out_) / "sensitivity.gpkg").string()));
  return Ending::done;
}

}  // namespace wijkbeeld::cli
