// SPDX-License-Identifier: EUPL-1.2
#include "source/nearest_source.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"

namespace wijkbeeld::source {

using base::say;
using base::Severity;

namespace {

// So many columns say what a file is when the others stand there by nearly their names, and so many
// when one of them is not there at all.
constexpr std::size_t kFewest = 3;
constexpr std::size_t kTelling = 5;

// What a table with this header lacks of the columns that were asked for; nothing when it is far
// from having them.
std::optional<NearestSource> nearness(const std::vector<std::string>& asked,
                                      const std::vector<std::string>& header) {
  std::vector<std::string> spare;
  for (const std::string& column : header) {
    const auto is_it = [&](const std::string& one) {
      return base::lower(one) == base::lower(column);
    };
    if (std::none_of(asked.begin(), asked.end(), is_it)) spare.push_back(column);
  }
  NearestSource near;
  for (const std::string& column : asked) {
    const auto is_it = [&](const std::string& one) {
      return base::lower(one) == base::lower(column);
    };
    if (std::any_of(header.begin(), header.end(), is_it)) continue;
    near.missing.push_back(column);
    if (const auto meant = base::did_you_mean(column, spare)) near.meant.push_back(*meant);
  }
  const std::size_t there = asked.size() - near.missing.size();
  const bool is_renamed = asked.size() >= kFewest && near.meant.size() == near.missing.size() &&
                          there >= near.missing.size();
  const bool is_one_short = near.missing.size() == 1 && asked.size() >= kTelling;
  if (!is_renamed && !is_one_short) return std::nullopt;
  return near;
}

std::string quoted(const std::vector<std::string>& names) {
  return "'" + base::join(names, "', '") + "'";
}

// Kinds of file that people have and we do not read, with what they can be saved as.
struct Unread {
  std::string_view ending;
  std::string_view instead;
};
constexpr std::array<Unread, 6> kUnread = {{{".ods", ".xlsx"},
                                            {".xls", ".xlsx"},
                                            {".xlsb", ".xlsx"},
                                            {".sav", ".csv"},
                                            {".parquet", ".csv"},
                                            {".mdb", ".csv"}}};

}  // namespace

std::optional<NearestSource> nearest_source(const Probe& probe) {
  std::optional<NearestSource> nearest;
  std::vector<std::vector<std::string>> missed;
  Probe asking = probe;
  asking.missed = &missed;
  for (const Source& source : sources()) {
    missed.clear();
    static_cast<void>(source.recognises(asking));
    for (const std::vector<std::string>& asked : missed)
      for (const auto& [name, header] : probe.tables) {
        auto near = nearness(asked, header);
        if (!near || (nearest && nearest->missing.size() <= near->missing.size())) continue;
        near->source = &source;
        nearest = std::move(near);
      }
  }
  return nearest;
}

base::Issue not_recognised(const Probe& probe) {
  base::Issue issue{"file-not-recognised", Severity::warning, {probe.name}, {}};
  if (const auto near = nearest_source(probe)) {
    const std::string& title = near->source->title;
    issue.message =
        near->meant.empty()
            ? say("not recognised: it is nearly '{}' ({}), but lacks {}", near->source->id, title,
                  quoted(near->missing))
            : say("not recognised: it is nearly '{}' ({}), but lacks {}; it has {}: rename that "
                  "back",
                  near->source->id, title, quoted(near->missing), quoted(near->meant));
    return issue;
  }
  for (const Unread& kind : kUnread)
    if (probe.has_ending(kind.ending)) {
      issue.message = say("files of kind {} are not read: open it and save it as {}", kind.ending,
                          kind.instead);
      return issue;
    }
  if (probe.has_ending(".zip")) {
    issue.message = say("archives are not opened: unpack it, and import the folder");
    return issue;
  }
  issue.severity = Severity::note;
  issue.message = say("the file is none of the data sets that are read; it was left alone");
  return issue;
}

}  // namespace wijkbeeld::source
