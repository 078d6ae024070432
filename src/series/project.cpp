// SPDX-License-Identifier: EUPL-1.2
#include "series/project.hpp"

#include <algorithm>

namespace wijkbeeld::series {
namespace {

template <class T, class Match>
const T* first(const std::vector<T>& list, Match match) {
  const auto found = std::find_if(list.begin(), list.end(), match);
  return found == list.end() ? nullptr : &*found;
}

}  // namespace

const area::AreaSet* Project::find_areas(area::Level level, area::Vintage vintage) const {
  return first(areas, [&](const area::AreaSet& set) {
    return set.level() == level && set.vintage() == vintage;
  });
}

const area::Outlines* Project::find_outlines(area::Level level, area::Vintage vintage) const {
  return first(outlines, [&](const area::Outlines& one) {
    return one.level == level && one.vintage == vintage;
  });
}

const Series* Project::find_series(const SeriesKey& key) const {
  return first(series, [&](const Series& one) { return one.key() == key; });
}

const AreaList* Project::find_list(const std::string& id) const {
  return first(lists, [&](const AreaList& list) { return list.id == id; });
}

}  // namespace wijkbeeld::series
