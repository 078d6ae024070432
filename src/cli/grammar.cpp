// SPDX-License-Identifier: EUPL-1.2
#include "cli/grammar.hpp"

namespace wijkbeeld::cli {

using base::say;

const std::vector<Option>& common_options() {
  static const std::vector<Option> options = {
      {.name = "help", .meaning = say("show this help"), .letter = 'h'},
      {.name = "lang",
       .meaning = say("language of screens and reports; WIJKBEELD_LANG sets it for good"),
       .value = say("LANGUAGE"),
       .choices = {"nl", "en"}},
      {.name = "quiet", .meaning = say("print results only"), .letter = 'q'},
      {.name = "verbose", .meaning = say("name every step"), .letter = 'v'},
      {.name = "color",
       .meaning = say("colours; auto is on a terminal, unless NO_COLOR is set"),
       .value = say("WHEN"),
       .choices = {"auto", "always", "never"}},
  };
  return options;
}

Option threads_option() {
  return {.name = "threads",
          .meaning = say("work on this many threads; the result is the same for any number"),
          .value = say("NUMBER")};
}

Option format_option() {
  return {.name = "format",
          .meaning = say("how to print figures; csv and json go to standard output alone"),
          .value = say("FORMAT"),
          .choices = {"table", "csv", "json"}};
}

Option replace_option() {
  return {.name = "replace", .meaning = say("replace what is there already")};
}

Option data_option() {
  return {.name = "data",
          .meaning = say("a project file, or a folder or file as published"),
          .value = say("PATH"),
          .also = "project",
          .required = say("name what to read, such as --data wijken.gpkg")};
}

Option edition_option() {
  return {.name = "edition",
          .meaning = say("only this edition; 'wijkbeeld version' lists them"),
          .value = say("EDITION")};
}

Option level_option() {
  return {.name = "level",
          .meaning = say("only areas of this level"),
          .value = say("LEVEL"),
          .choices = {"cell", "buurt", "wijk", "pc4", "gemeente", "own"}};
}

Option wave_option() {
  return {.name = "wave", .meaning = say("only this wave"), .value = say("YEAR")};
}

}  // namespace wijkbeeld::cli
