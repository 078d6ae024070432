// SPDX-License-Identifier: EUPL-1.2
#include "series/project.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

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

const area::Nesting* Project::find_nesting(area::Level fine, area::Level coarse,
                                           area::Vintage vintage) const {
  return first(nestings, [&](const area::Nesting& one) {
    return one.fine == fine && one.coarse == coarse && one.vintage == vintage;
  });
}

const Sample* Project::find_sample(std::string_view id) const {
  return first(samples, [&](const Sample& one) { return one.id == id; });
}

const Places* Project::find_places(std::string_view id) const {
  return first(places, [&](const Places& one) { return one.id == id; });
}

const Document* Project::find_document(std::string_view kind, std::string_view id) const {
  return first(documents, [&](const Document& one) { return one.kind == kind && one.id == id; });
}

void Project::keep(Document document) {
  const auto at = std::lower_bound(documents.begin(), documents.end(), document,
                                   [](const Document& a, const Document& b) {
                                     return std::tie(a.kind, a.id) < std::tie(b.kind, b.id);
                                   });
  if (at != documents.end() && at->kind == document.kind && at->id == document.id)
    *at = std::move(document);
  else
    documents.insert(at, std::move(document));
}

std::vector<Listed> listed(const Project& project) {
  std::vector<Listed> out;
  for (const Series& one : project.series) {
    Listed entry{one.key(), {}};
    for (std::size_t p = 0; p < one.periods().size(); ++p)
      if (one.coverage(p) > 0) entry.periods.push_back(one.periods()[p]);
    out.push_back(std::move(entry));
  }
  return out;
}

}  // namespace wijkbeeld::series
