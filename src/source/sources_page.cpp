// SPDX-License-Identifier: EUPL-1.2
#include "source/source.hpp"

namespace wijkbeeld::source {

std::string sources_page() {
  std::string page =
      "# Data sets that are read\n\n"
      "Made from the registry in `src/source/sources.cpp`; do not edit it by hand.\n"
      "A file is recognised by its columns (`indicators` also by its name). The first data set in\n"
      "this list that recognises a file reads it; a file that none recognises is named in the\n"
      "ledger (`file-not-recognised`).\n\n"
      "| id | data set | a file of it | credit | licence |\n"
      "|---|---|---|---|---|\n";
  for (const Source& source : sources())
    page += fmt::format("| `{}` | {} | `{}` | {} | {} |\n", source.id, source.title, source.example,
                        source.publisher, source.licence.empty() ? "-" : source.licence);
  page +=
      "\nWhat `survey`, `sales`, `places`, `cells` and `indicators` look like stands in\n"
      "[Bring the data for an instrument of your own](../howto/instrument-data.md), lists of your "
      "own in\n[Study a list of your own](../howto/study-with-my-own-list.md).\n";
  return page;
}

}  // namespace wijkbeeld::source
