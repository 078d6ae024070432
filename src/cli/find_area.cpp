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
  int vintage = 0;
};
using Areas = std::map<AreaCode, Known>;

constexpr std::size_t kShown = 8;

bool has_figures(const series::Project& project, const AreaCode& code) {
  return std::any_of(project.series.begin(), project.series.end(), [&](const series::Series& one) {
    return series::is_leading(one.key()) && one.find(code);
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
      areas.try_emplace(one.code,
                        Known{one.name, one.gemeente_name, set->level(), set->vintage().year});
  for (const series::Series& one : project.series)
    if (series::is_leading(one.key()) && (!level || one.key().level == *level))
      for (const AreaCode& code : one.areas())
        areas.try_emplace(code, Known{"", "", one.key().level, one.key().vintage.year});
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

std::string joined(const std::set<std::string>& words) {
  return base::join(std::vector<std::string>(words.begin(), words.end()), ", ");
}

[[noreturn]] void refuse_without_figures(const series::Project& project, const AreaCode& code,
                                         const Known& known) {
  std::set<std::string> levels;
  std::set<std::string> years;  // of the boundaries of its level that figures are of
  for (const series::Series& one : project.series) {
    if (!series::is_leading(one.key())) continue;
    levels.emplace(to_text(one.key().level));
    if (one.key().level == known.level) years.insert(std::to_string(one.key().vintage.year));
  }
  Failure failure(say("the data know {}, but have no figures of it", described(code, known)));
  if (!years.empty() && years.find(std::to_string(known.vintage)) == years.end())
    failure
        .because(say("it is an area of {}, and the figures are of areas of {}", known.vintage,
                     joined(years)))
        .help(say("ask for an area that it became part of"));
  else
    failure.help(say("ask for an area of one of these levels: {}", joined(levels)));
  throw failure;
}

// What is asked for is there, but not at the level asked for.
void refuse_other_level(const series::Project& project, const std::string& text, Level level) {
  const Areas areas = known_areas(project, {});
  std::vector<AreaCode> found = by_code(areas, text, {});
  if (found.empty()) found = by_name(areas, text);
  if (found.empty()) return;
  std::vector<std::string> some;
  for (const AreaCode& code : found)
    if (some.size() < kShown) some.push_back(described(code, areas.at(code)));
  throw Failure(say("'{}' is no area of level {}", text, std::string(to_text(level))))
      .because(say("what the data know by that code or name: {}", base::join(some, "; ")))
      .help(say("leave --level out, or name an area of that level"));
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
  if (found.empty() && level) refuse_other_level(project, text, *level);
  if (found.empty()) refuse_unknown(areas, text);
  // A name may be known from a map alone: who has figures goes before.
  if (std::any_of(found.begin(), found.end(),
                  [&](const AreaCode& code) { return has_figures(project, code); }))
    std::erase_if(found, [&](const AreaCode& code) { return !has_figures(project, code); });
  if (found.size() > 1) refuse_several(areas, found, text);
  if (!has_figures(project, found.front()))
    refuse_without_figures(project, found.front(), areas.at(found.front()));
  return found.front();
}

}  // namespace wijkbeeld::cli
