// SPDX-License-Identifier: EUPL-1.2
#include "cli/command_version.hpp"

#include "instrument/edition.hpp"
#include "store/project_file.hpp"

namespace wijkbeeld::cli {

using base::say;

Grammar CommandVersion::grammar() const {
  return {};
}

void CommandVersion::setup(const Arguments& /*arguments*/, Mistakes& /*mistakes*/) {}

Ending CommandVersion::run(Session& session) {
  session.out() << "wijkbeeld " << WIJKBEELD_VERSION << '\n';
  if (session.manner().is_quiet) return Ending::done;
  session.tell(say("project file format {}", store::kFormat));
  session.tell(say("editions:"));
  for (const instrument::Edition& edition : instrument::shipped_editions())
    session.out() << "  " << edition.id.text << "  " << edition.title.in(session.manner().language)
                  << '\n';
  session.tell(say("licence EUPL-1.2"));
  return Ending::done;
}

}  // namespace wijkbeeld::cli
