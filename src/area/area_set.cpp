// SPDX-License-Identifier: EUPL-1.2
#include "area/area_set.hpp"

#include <algorithm>
#include <utility>

#include "base/ensure.hpp"

namespace wijkbeeld::area {
namespace {

std::optional<std::size_t> position(const std::vector<AreaCode>& codes, const AreaCode& code) {
  const auto found = std::lower_bound(codes.begin(), codes.end(), code);
  if (found == codes.end() || *found != code) return std::nullopt;
  return static_cast<std::size_t>(found - codes.begin());
}

void complete(Area& area, const Area& other) {
  if (area.name.empty()) area.name = other.name;
  if (area.gemeente_name.empty()) area.gemeente_name = other.gemeente_name;
  if (!area.residents) area.residents = other.residents;
  area.is_water = area.is_water || other.is_water;
}

}  // namespace

AreaSet::AreaSet(Level level, Vintage vintage, std::vector<Area> areas,
                 std::string residents_source)
    : level_(level),
      vintage_(vintage),
      areas_(std::move(areas)),
      residents_source_(std::move(residents_source)) {
  const auto by_code = [](const Area& a, const Area& b) { return a.code < b.code; };
  if (!std::is_sorted(areas_.begin(), areas_.end(), by_code))
    std::sort(areas_.begin(), areas_.end(), by_code);
  const auto twice = std::adjacent_find(
      areas_.begin(), areas_.end(), [](const Area& a, const Area& b) { return a.code == b.code; });
  base::ensure(twice == areas_.end(), "an area set holds each code once");
}

std::optional<std::size_t> AreaSet::find(const AreaCode& code) const {
  const auto found =
      std::lower_bound(areas_.begin(), areas_.end(), code,
                       [](const Area& a, const AreaCode& wanted) { return a.code < wanted; });
  if (found == areas_.end() || found->code != code) return std::nullopt;
  return static_cast<std::size_t>(found - areas_.begin());
}

void AreaSet::merge(const AreaSet& other) {
  base::ensure(level_ == other.level_ && vintage_ == other.vintage_,
               "only sets of one level and vintage are merged");
  std::vector<Area> added;
  for (const Area& area : other.areas_) {
    if (const auto at = find(area.code))
      complete(areas_[*at], area);
    else
      added.push_back(area);
  }
  areas_.insert(areas_.end(), added.begin(), added.end());
  if (residents_source_.empty()) residents_source_ = other.residents_source_;
  std::sort(areas_.begin(), areas_.end(),
            [](const Area& a, const Area& b) { return a.code < b.code; });
}

std::optional<std::size_t> Outlines::find(const AreaCode& code) const {
  return position(codes, code);
}

}  // namespace wijkbeeld::area
