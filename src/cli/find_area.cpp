// SPDX-License-Identifier: EUPL-1.2
#include "cli/find_area.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "area/name.hpp"
#include "base/failure.hpp"
#include "base/text.hpp"

namespace wijkbeeld::cli {

using area::AreaCode;
using area::Level;
using base::Failure;
using base::say;

namespace {

struct Known {
  std::string name;
  std::string gemeente;
  Level level = Level::own;
};
using Areas = std::map<AreaCode, Known>;

constexpr std::size_t kShown = 8;

// Whether a series is one that a profile shows; the others have the same areas.
bool is_leading(const series::SeriesKey& key) {
  return key.quantity == series::quantity::kClass || key.quantity == series::quantity::kScore ||
         key.quantity == series::quantity::kDeviation;
}

bool has_figures(const series::Project& project, const AreaCode& code) {
  return std::any_of(project.series.begin(), project.series.end(), [&](const series::Series& one) {
    return is_leading(one.key()) && one.find(code);
  });
}

// Every area with a name or figures; of a code in several vintages, the name of the latest.
Areas known_areas(const series::Project& project, std::optional<Level> level) {
  Areas areas;
  std::vector<const area::AreaSet*> sets;
  for (const area::AreaSet& one : project.areas)
    if (!level || one.level() == *level) sets.push_back(&one);
  std::stable_sort(sets.begin(), sets.end(),
                   [](const auto* a, const auto* b) { return a->vintage() > b->vintage(); });
  for (const area::AreaSet* set : sets)
    for (const area::Area& one : set->areas())
      areas.try_emplace(one.code, Known{one.name, one.gemeente_name, set->level()});
  for (const series::Series& one : project.series)
    if (is_leading(one.key()) && (!level || one.key().level == *level))
      for (const AreaCode& code : one.areas())
        areas.try_emplace(code, Known{"", "", one.key().level});
  return areas;
}

std::vector<AreaCode> by_code(const Areas& areas, const std::string& text,
                              std::optional<Level> level) {
  std::set<AreaCode> found;
  for (const Level one : {Level::cell, Level::buurt, Level::wijk, Level::pc4, Level::gemeente}) {
    if (level && *level != one) continue;
    const auto parsed = area::parse_code(text, one);
    if (!parsed || areas.find(parsed->code) == areas.end()) continue;
    // A code as it should be is never taken for a mended one of another level.
    if (!parsed->was_mended) return {parsed->code};
    found.insert(parsed->code);
  }
  if (!level && areas.find({text}) != areas.end()) return {{text}};
  return {found.begin(), found.end()};
}

std::vector<AreaCode> by_name(const Areas& areas, const std::string& text) {
  const std::size_t comma = text.rfind(',');
  const std::string name = area::plain_name(text.substr(0, comma));
  const std::string gemeente =
      comma == std::string::npos ? std::string() : base::folded(text.substr(comma + 1));
  std::vector<AreaCode> found;
  if (name.empty()) return found;
  for (const auto& [code, known] : areas) {
    const bool is_name = area::plain_name(known.name) == name || base::folded(known.name) == name;
    if (is_name && (gemeente.empty() || base::folded(known.gemeente) == gemeente))
      found.push_back(code);
  }
  return found;
}

std::string described(const AreaCode& code, const Known& known) {
  std::string text = code.text + " " + known.name + " (" + std::string(to_text(known.level));
  if (!known.gemeente.empty()) text += ", " + known.gemeente;
  return text + ")";
}

[[noreturn]] void refuse_without_figures(const series::Project& project, const std::string& area) {
  std::set<std::string> levels;
  for (const series::Series& one : project.series)
    if (is_leading(one.key())) levels.emplace(to_text(one.key().level));
  const std::vector<std::string> names(levels.begin(), levels.end());
  throw Failure(say("the data know {}, but have no figures of it", area))
      .help(say("ask for an area of one of these levels: {}", base::join(names, ", ")));
}

[[noreturn]] void refuse_several(const Areas& areas, const std::vector<AreaCode>& found,
                                 const std::string& text) {
  std::vector<std::string> some;
  for (const AreaCode& code : found)
    if (some.size() < kShown) some.push_back(described(code, areas.at(code)));
  Failure failure(say("'{}' can be {} areas", text, found.size()));
  failure.because(say("they are: {}", base::join(some, "; ")));
  failure.help(say("give the code, or choose with --level, or write 'name, gemeente'"));
  throw failure;
}

[[noreturn]] void refuse_unknown(const Areas& areas, const std::string& text) {
  Failure failure(say("there is no area '{}' in the data", text));
  std::vector<std::string> names;
  std::vector<std::string> codes;
  std::map<std::string, std::string> written;  // folded to as people write it
  for (const auto& [code, known] : areas) {
    codes.push_back(code.text);
    if (!known.name.empty()) written.emplace(area::plain_name(known.name), known.name);
  }
  for (const auto& [folded, name] : written)
    names.push_back(folded);
  const bool is_like_code = text.find_first_of("0123456789") != std::string::npos;
  const auto meant = is_like_code ? base::did_you_mean(text, codes)
                                  : base::did_you_mean(area::plain_name(text), names);
  if (!meant)
    failure.help(say("give a code such as WK034409, or the name as the statistics have it"));
  else
    failure.help(say("did you mean '{}'?", is_like_code ? *meant : written.at(*meant)));
  throw failure;
}

}  // namespace

AreaCode find_area(const series::Project& project, const std::string& text,
                   std::optional<Level> level) {
  const bool is_level = !level || *level == area::level_of({text});
  if (is_level && has_figures(project, {text})) return {text};
  const Areas areas = known_areas(project, level);
  std::vector<AreaCode> found = by_code(areas, text, level);
  if (found.empty()) found = by_name(areas, text);
  if (found.empty()) refuse_unknown(areas, text);
  // A name may be known from a map alone: who has figures goes before.
  if (std::any_of(found.begin(), found.end(),
                  [&](const AreaCode& code) { return has_figures(project, code); }))
    std::erase_if(found, [&](const AreaCode& code) { return !has_figures(project, code); });
  if (found.size() > 1) refuse_several(areas, found, text);
  if (!has_figures(project, found.front()))
    refuse_without_figures(project, described(found.front(), areas.at(found.front())));
  return found.front();
}

}  // namespace wijkbeeld::cli
