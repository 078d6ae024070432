// SPDX-License-Identifier: EUPL-1.2
#include "answer/area_at.hpp"

#include <algorithm>

#include "answer/small_counts.hpp"
#include "base/ensure.hpp"
#include "geo/label_point.hpp"
#include "geo/rd_grid.hpp"

namespace wijkbeeld::answer {

using area::AreaCode;
using area::Level;
using base::say;

namespace {

AreaAround area_around(const series::Project& project, Level level, area::Vintage vintage,
                       const AreaCode& code) {
  AreaAround out{code, {}};
  if (const area::AreaSet* set = project.find_areas(level, vintage))
    if (const auto at = set->find(code)) out.name = set->areas()[*at].name;
  return out;
}

std::optional<geo::Point> middle_of_area(const AtlasArea& one, Level level) {
  if (level == Level::cell) {
    const auto cell = geo::parse_cell(one.code.text);
    return cell ? std::optional(geo::centre(*cell)) : std::nullopt;
  }
  return one.outline == nullptr ? std::nullopt : geo::label_point(*one.outline);
}

}  // namespace

CellHomes::CellHomes(const AtlasAreas& cells, const series::Project& project) {
  const area::Nesting* nesting = project.find_nesting(Level::cell, Level::buurt, cells.vintage);
  if (nesting == nullptr) return;
  buurten_ = nesting->parents;
  std::sort(buurten_.begin(), buurten_.end());
  buurten_.erase(std::unique(buurten_.begin(), buurten_.end()), buurten_.end());
  buurten_.shrink_to_fit();
  homes_.reserve(cells.areas.size());
  for (const AtlasArea& one : cells.areas) {
    const auto in = nesting->parent_of(one.code);
    homes_.push_back(
        in ? static_cast<std::uint32_t>(std::lower_bound(buurten_.begin(), buurten_.end(), *in) -
                                        buurten_.begin() + 1)
           : 0);
  }
}

std::optional<AreaCode> CellHomes::buurt_of(std::size_t ordinal) const {
  if (ordinal >= homes_.size() || homes_[ordinal] == 0) return std::nullopt;
  return buurten_[homes_[ordinal] - 1];
}

base::Message name_of_cell(const AreaCode& cell, const std::string& buurt,
                           const std::string& gemeente) {
  if (!buurt.empty() && !gemeente.empty() && buurt != gemeente)
    return say("square {} in {}, {}", cell.text, buurt, gemeente);
  const std::string& in = buurt.empty() ? gemeente : buurt;
  if (!in.empty()) return say("square {} in {}", cell.text, in);
  return say("square {}", cell.text);
}

base::Message name_of(const AreaAt& one) {
  if (!one.name.empty()) return say("{}", one.name);
  if (area::level_of(one.code) == Level::cell) return name_of_cell(one.code, "", "");
  return say("{}", one.code.text);
}

AreaAt area_at(const AtlasAreas& areas, std::size_t ordinal, const CellHomes* homes,
               const series::Project& project) {
  base::ensure(ordinal < areas.areas.size(), "an area that is asked for is on the list");
  const AtlasArea& one = areas.areas[ordinal];
  AreaAt out{one.code,
             one.name,
             one.gemeente,
             told(areas.level, one.residents),
             middle_of_area(one, areas.level),
             {},
             {}};
  std::optional<AreaCode> in = one.code;
  if (areas.level == Level::cell) {
    in = homes == nullptr ? std::nullopt : homes->buurt_of(ordinal);
    if (in) out.buurt = area_around(project, Level::buurt, areas.vintage, *in);
  }
  if (!in) return out;
  if (const auto wijk = area::wijk_of(*in))
    out.wijk = area_around(project, Level::wijk, areas.vintage, *wijk);
  if (const auto gemeente = area::gemeente_of(*in); gemeente && out.gemeente.empty())
    out.gemeente = area_around(project, Level::gemeente, areas.vintage, *gemeente).name;
  return out;
}

}  // namespace wijkbeeld::answer
