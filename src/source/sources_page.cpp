// SPDX-License-Identifier: EUPL-1.2
#include "source/source.hpp"

namespace wijkbeeld::source {

std::string sources_page() {
  std::string page =
      "# Data sets that are read\n\n"
      "Made from the registry in `src/source/sources.cpp`; do not edit it by hand.\n"
      "A file is recognised by its columns, not by its name. The first data set in this list that\n"
      "recognises a file reads it; a file that none recognises is named in the ledger\n"
      "(`file-not-recognised`).\n\n"
      "| id | data set | a file of it | credit | licence |\n"
      "|---|---|---|---|---|\n";
  for (const Source& source : sources())
    page += fmt::format("| `{}` | {} | `{}` | {} | {} |\n", source.id, source.title, source.example,
                        source.publisher, source.licence.empty() ? "-" : source.licence);
  return page;
}

}  // namespace wijkbeeld::source
