// SPDX-License-Identifier: EUPL-1.2
#include "cli/commands.hpp"

#include "base/text.hpp"
#include "cli/command_check.hpp"
#include "cli/command_completion.hpp"
#include "cli/command_example.hpp"
#include "cli/command_explain.hpp"
#include "cli/command_export.hpp"
#include "cli/command_fit.hpp"
#include "cli/command_help.hpp"
#include "cli/command_import.hpp"
#include "cli/command_profile.hpp"
#include "cli/command_score.hpp"
#include "cli/command_sensitivity.hpp"
#include "cli/command_serve.hpp"
#include "cli/command_study.hpp"
#include "cli/command_version.hpp"

namespace wijkbeeld::cli {

using base::say;

namespace {
template <class C>
std::unique_ptr<Command> made() {
  return std::make_unique<C>();
}
}  // namespace

const std::vector<CommandEntry>& commands() {
  static const std::vector<CommandEntry> entries = {
      {.name = "example",
       .summary = say("make an invented country to try everything on"),
       .more = {say("Writes Voorbeeldland as the files a user would have: scores, classes, areas, "
                    "borders, lists. The same seed gives the same files.")},
       .examples = {"wijkbeeld example voorbeeld", "wijkbeeld example dorp --size town --seed 7"},
       .make = made<CommandExample>},
      {.name = "import",
       .summary = say("read published files into one project file"),
       .more = {say("Reads workbooks, CSV, DBF and map layers as they were downloaded. Rows that "
                    "cannot be used are counted and kept in the ledger, each with its place and "
                    "reason. The project file opens in QGIS.")},
       .examples = {"wijkbeeld import voorbeeld --project voorbeeld.gpkg",
                    "wijkbeeld import voorbeeld --project voorbeeld.gpkg --replace --verbose"},
       .make = made<CommandImport>},
      {.name = "check",
       .summary = say("look what is imperfect in the data, and whether they agree"),
       .more = {say("Prints the files, how each edition is filled per wave, published classes "
                    "against the class limits, higher areas against their parts, and the ledger "
                    "of everything that was refused, mended or doubted.")},
       .examples = {"wijkbeeld check voorbeeld.gpkg",
                    "wijkbeeld check voorbeeld --table ledger --format csv",
                    "wijkbeeld check dorp --strict --quiet"},
       .make = made<CommandCheck>},
      {.name = "study",
       .summary = say("do what a plan says and write the report"),
       .more = {say("Writes report.html, findings.json, annex.xlsx, study.gpkg and tables/*.csv "
                    "into a new folder, whole or not at all. The same plan and data give the same "
                    "bytes. The report speaks the language of the plan, unless --lang is given.")},
       .examples = {"wijkbeeld study plan.toml --data voorbeeld.gpkg --out uitkomst",
                    "wijkbeeld study plan.toml --data voorbeeld --out result --lang en"},
       .make = made<CommandStudy>},
      {.name = "profile",
       .summary = say("tell how one area stands and which way it went"),
       .more = {say("Class, score and dimensions of each wave, set against the nation and its own "
                    "gemeente, for every edition that has the area; never two editions in one "
                    "table.")},
       .examples = {"wijkbeeld profile WK990100 --data voorbeeld.gpkg",
                    "wijkbeeld profile Voorbeeldstad --data voorbeeld.gpkg --edition voorbeeld",
                    "wijkbeeld profile WK990100 --data voorbeeld.gpkg --format json"},
       .make = made<CommandProfile>},
      {.name = "fit",
       .summary = say("fit an instrument and score every area with it"),
       .more = {say("Reads a definition file, finds the weight of each indicator, scores every "
                    "wave and level, and writes a project file that study and profile read like "
                    "any other. The folder gets a model card: what counts and how much, what does "
                    "not and why, how well it fits, and known limits.")},
       .examples = {"wijkbeeld fit definition.toml --data voorbeeld.gpkg --project eigen.gpkg "
                    "--out model"},
       .make = made<CommandFit>},
      {.name = "score",
       .summary = say("sum up the scores of an instrument, or see what other weights would do"),
       .more = {say("Prints areas, residents, mean and classes per level and wave, with how sure "
                    "they are. With --without or --weight it scores anew and tells who would "
                    "change class; nothing is kept.")},
       .examples =
           {"wijkbeeld score voorbeeld-open --data eigen.gpkg",
            "wijkbeeld score voorbeeld-open --data eigen.gpkg --level wijk --without soc_kwetsbaar",
            "wijkbeeld score voorbeeld-open --data eigen.gpkg --weight fys_groen_300m=x2 "
            "--format csv"},
       .make = made<CommandScore>},
      {.name = "sensitivity",
       .summary = say("find out what the scores of an instrument depend on"),
       .more = {say(
           "Who changes class when one indicator goes; how far the rank of each area moves "
           "when indicators, weights, normalisation, aggregation and shares are chosen "
           "otherwise; and which of these choices matter. Tables and a map layer.")},
       .examples = {"wijkbeeld sensitivity voorbeeld-open --data eigen.gpkg --out gevoelig --runs "
                    "100",
                    "wijkbeeld sensitivity voorbeeld-open --data eigen.gpkg --out gemeenten "
                    "--level gemeente --wave 2014 --runs 0"},
       .make = made<CommandSensitivity>},
      {.name = "explain",
       .summary = say("tell what the score of one area is made of"),
       .more = {say("Score and class with how sure they are, and what each indicator adds: its "
                    "value here against the national mean. With --since the change is taken apart "
                    "in the same way. The parts add up exactly.")},
       .examples = {"wijkbeeld explain WK990100 --data eigen.gpkg",
                    "wijkbeeld explain WK990100 --data eigen.gpkg --wave 2014 --since 2012"},
       .make = made<CommandExplain>},
      {.name = "serve",
       .summary = say("show the atlas in the browser"),
       .more = {say("Opens nothing to the network: it listens on this machine only, unless another "
                    "address is asked for. It changes nothing, reads as much of the project as "
                    "readers ask for, and keeps serving until Ctrl-C. Respondents and sales are "
                    "not read at all.")},
       .examples = {"wijkbeeld serve voorbeeld.gpkg", "wijkbeeld serve voorbeeld.gpkg --port 0"},
       .make = made<CommandServe>},
      {.name = "export",
       .summary = say("take figures out of a project file, as table or map layer"),
       .more = {say("One edition at one level: a row per area and a column per quantity and wave, "
                    "or with --long a row per area and wave. CSV comes with a description of its "
                    "columns (CSVW). What there is to export, 'wijkbeeld check' tells.")},
       .examples = {"wijkbeeld export --data voorbeeld.gpkg --level wijk --out wijken.csv",
                    "wijkbeeld export --data voorbeeld.gpkg --level gemeente --series score "
                    "--waves 2012,2014 --long",
                    "wijkbeeld export --data voorbeeld.gpkg --level wijk --out kaart.gpkg"},
       .make = made<CommandExport>},
      {.name = "completion",
       .summary = say("print a script that lets a shell finish your words"),
       .more = {say("For bash: put the script in ~/.local/share/bash-completion/completions/. For "
                    "zsh: in a folder of fpath, as _wijkbeeld. For fish: in "
                    "~/.config/fish/completions/.")},
       .examples = {"wijkbeeld completion bash > wijkbeeld.bash"},
       .make = made<CommandCompletion>},
      {.name = "help",
       .summary = say("explain a command"),
       .examples = {"wijkbeeld help import", "wijkbeeld help --lang en"},
       .make = made<CommandHelp>},
      {.name = "version",
       .summary = say("say which version this is and which editions it knows"),
       .examples = {"wijkbeeld version"},
       .make = made<CommandVersion>},
  };
  return entries;
}

const CommandEntry& command_named(const std::string& name) {
  std::vector<std::string> names;
  for (const CommandEntry& entry : commands()) {
    if (entry.name == name) return entry;
    names.push_back(entry.name);
  }
  base::Failure failure(say("there is no command '{}'", name), base::Failure::Kind::usage);
  if (const auto meant = base::did_you_mean(name, names))
    failure.help(say("did you mean '{}'?", *meant));
  else
    failure.help(say("choose one of: {}", base::join(names, ", ")));
  failure.help(say("read 'wijkbeeld help'"));
  throw failure;
}

}  // namespace wijkbeeld::cli
