// SPDX-License-Identifier: EUPL-1.2
#include "answer/atlas_areas.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <map>
#include <set>

#include "base/text.hpp"
#include "study/draw.hpp"
#include "study/tables.hpp"

namespace wijkbeeld::answer {

using area::AreaCode;
using area::AreaSet;
using area::Level;
using area::Outlines;
using area::Vintage;
using base::say;

namespace {

// Outlines of the level: those of the vintage, then the nearest years, the later of two first.
std::vector<const Outlines*> by_nearness(const series::Project& project, Level level,
                                         Vintage vintage) {
  std::vector<const Outlines*> out;
  for (const Outlines& one : project.outlines)
    if (one.level == level) out.push_back(&one);
  std::stable_sort(out.begin(), out.end(), [&](const Outlines* a, const Outlines* b) {
    const int near_a = std::abs(a->vintage.year - vintage.year);
    const int near_b = std::abs(b->vintage.year - vintage.year);
    return near_a != near_b ? near_a < near_b : a->vintage > b->vintage;
  });
  return out;
}

void add_outline(const std::vector<const Outlines*>& outlines, Vintage vintage, AtlasArea& one) {
  for (const Outlines* from : outlines) {
    const auto at = from->find(one.code);
    if (!at) continue;
    if (from->vintage != vintage && !study::is_same_name(from->names[*at], one.name)) continue;
    one.outline = &from->shapes[*at];
    one.outline_vintage = from->vintage;
    if (one.name.empty()) one.name = from->names[*at];
    return;
  }
}

std::vector<AreaCode> codes_of(const series::Project& project, Level level, Vintage vintage) {
  std::vector<AreaCode> out;
  if (const AreaSet* areas = project.find_areas(level, vintage))
    for (const area::Area& one : areas->areas())
      out.push_back(one.code);
  // Nearly all series have the same areas, in order.
  for (const series::Series& one : project.series) {
    if (one.key().level != level || one.key().vintage != vintage || one.areas() == out) continue;
    std::vector<AreaCode> both;
    std::set_union(out.begin(), out.end(), one.areas().begin(), one.areas().end(),
                   std::back_inserter(both));
    out = std::move(both);
  }
  return out;
}

// Names of gemeenten by code, for buurten and wijken that come without.
std::map<AreaCode, std::string> gemeenten_of(const series::Project& project, Vintage vintage) {
  std::map<AreaCode, std::string> out;
  if (const AreaSet* areas = project.find_areas(Level::gemeente, vintage))
    for (const area::Area& one : areas->areas())
      out[one.code] = one.name;
  return out;
}

[[noreturn]] void refuse(const series::Project& project, Level level, Vintage vintage) {
  std::set<std::string> known;
  for (const AreaSet& one : project.areas)
    known.insert(std::string(to_text(one.level())) + "/" + std::to_string(one.vintage().year));
  throw base::Failure(
      say("the data have no areas of level '{}' in {}", std::string(to_text(level)), vintage.year))
      .help(say("known are: {}", base::join(std::vector(known.begin(), known.end()), ", ")));
}

}  // namespace

std::optional<std::size_t> AtlasAreas::find(const AreaCode& code) const {
  const auto at =
      std::lower_bound(areas.begin(), areas.end(), code,
                       [](const AtlasArea& a, const AreaCode& wanted) { return a.code < wanted; });
  if (at == areas.end() || at->code != code) return std::nullopt;
  return static_cast<std::size_t>(at - areas.begin());
}

bool AtlasAreas::has_outlines() const {
  return std::any_of(areas.begin(), areas.end(),
                     [](const AtlasArea& one) { return one.outline != nullptr; });
}

AtlasAreas atlas_areas(const series::Project& project, Level level, Vintage vintage) {
  const std::vector<AreaCode> codes = codes_of(project, level, vintage);
  if (codes.empty()) refuse(project, level, vintage);
  AtlasAreas out{level, vintage, {}, {}};
  const AreaSet* known = project.find_areas(level, vintage);
  if (known != nullptr) out.residents_source = known->residents_source();
  const auto gemeenten = gemeenten_of(project, vintage);
  const auto outlines = by_nearness(project, level, vintage);
  out.areas.reserve(codes.size());
  for (const AreaCode& code : codes) {
    AtlasArea one{code, {}, {}, {}, nullptr, {}};
    const auto at = known == nullptr ? std::nullopt : known->find(code);
    table::Value<double> residents = table::Absence::not_collected;
    if (at) {
      const area::Area& listed = known->areas()[*at];
      one.name = listed.name;
      one.gemeente = listed.gemeente_name;
      residents = listed.residents;
    }
    if (one.gemeente.empty())
      if (const auto in = area::gemeente_of(code))
        if (const auto named = gemeenten.find(*in); named != gemeenten.end())
          one.gemeente = named->second;
    one.residents = {"", residents, Unit::residents, {}};
    // Hundreds of thousands of cells do without an id of their own.
    if (level != Level::cell)
      one.residents.id = study::row_id("areas", {std::string(to_text(level)),
                                                 std::to_string(vintage.year), code.text}) +
                         "#residents";
    add_outline(outlines, vintage, one);
    out.areas.push_back(std::move(one));
  }
  return out;
}

}  // namespace wijkbeeld::answer
