// SPDX-License-Identifier: EUPL-1.2
#include "answer/area_search.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "area/name.hpp"
#include "base/text.hpp"

namespace wijkbeeld::answer {

using area::AreaCode;
using area::Level;

namespace {

using Key = std::pair<Level, AreaCode>;

// The latest vintage in which each area has figures.
std::map<Key, area::Vintage> with_figures(const series::Project& project) {
  std::map<Key, area::Vintage> out;
  for (const series::Series& one : project.series) {
    if (!series::is_leading(one.key())) continue;
    for (const AreaCode& code : one.areas()) {
      area::Vintage& latest = out[{one.key().level, code}];
      latest = std::max(latest, one.key().vintage);
    }
  }
  return out;
}

// How people think of areas: the large ones first.
int order_of(Level level) {
  switch (level) {
    case Level::gemeente:
      return 0;
    case Level::wijk:
      return 1;
    case Level::buurt:
      return 2;
    case Level::pc4:
      return 3;
    case Level::own:
      return 4;
    case Level::cell:
      return 5;
  }
  return 6;
}

std::vector<std::string> words_of(const std::string& name) {
  std::vector<std::string> out;
  std::string word;
  for (const char c : name + " ") {
    if (c != ' ' && c != '-' && c != '/' && c != '(') {
      word.push_back(c);
      continue;
    }
    std::string plain = base::folded(word);
    if (!plain.empty()) out.push_back(std::move(plain));
    word.clear();
  }
  return out;
}

void cut(std::vector<FoundArea>& list, std::size_t limit) {
  if (list.size() > limit) list.resize(limit);
}

}  // namespace

void AreaSearch::add(FoundArea area) {
  Entry entry;
  entry.name = area::plain_name(area.name);
  entry.words = words_of(area.name);
  entry.gemeente = base::folded(area.gemeente);
  entry.area = std::move(area);
  entries_.push_back(std::move(entry));
}

AreaSearch::AreaSearch(const series::Project& project) {
  const auto figures = with_figures(project);
  std::map<Key, FoundArea> all;
  for (const area::AreaSet& set : project.areas) {
    // A hundred thousand squares have no names that anybody types.
    if (set.level() == Level::cell) continue;
    for (const area::Area& one : set.areas()) {
      const Key key{set.level(), one.code};
      const auto latest = figures.find(key);
      FoundArea& found = all[key];
      // Of several vintages the one with figures is meant, else the latest.
      const bool is_better =
          latest != figures.end() ? set.vintage() == latest->second : set.vintage() > found.vintage;
      if (!found.name.empty() && !is_better) continue;
      found = {one.code,    one.name,      one.gemeente_name,
               set.level(), set.vintage(), latest != figures.end()};
      if (latest != figures.end()) found.vintage = latest->second;
    }
  }
  for (const auto& [key, vintage] : figures)
    if (key.first != Level::cell)
      all.try_emplace(key, FoundArea{key.second, "", "", key.first, vintage, true});
  for (auto& [key, found] : all)
    add(std::move(found));
  std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    const auto key = [](const Entry& one) {
      return std::tuple(!one.area.has_figures, order_of(one.area.level), std::string_view(one.name),
                        std::string_view(one.area.code.text));
    };
    return key(a) < key(b);
  });
}

AreaSearch::Result AreaSearch::find(std::string_view text, std::optional<Level> level,
                                    std::size_t limit) const {
  std::set<AreaCode> codes;
  for (const Level one : {Level::buurt, Level::wijk, Level::pc4, Level::gemeente})
    if (const auto parsed = area::parse_code(base::trim(text), one)) codes.insert(parsed->code);
  Result out;
  for (const Entry& entry : entries_)
    if ((!level || entry.area.level == *level) &&
        (codes.contains(entry.area.code) || entry.area.code.text == text))
      out.found.push_back(entry.area);
  if (out.found.empty()) return by_name(text, level, limit);
  cut(out.found, limit);
  return out;
}

AreaSearch::Result AreaSearch::by_name(std::string_view text, std::optional<Level> level,
                                       std::size_t limit) const {
  const std::size_t comma = text.rfind(',');
  const std::string name = area::plain_name(std::string(text.substr(0, comma)));
  const std::string gemeente =
      comma == std::string_view::npos ? std::string() : base::folded(text.substr(comma + 1));
  Result out;
  if (name.empty()) return out;
  std::vector<const Entry*> candidates;
  for (const Entry& entry : entries_)
    if ((!level || entry.area.level == *level) && entry.gemeente.starts_with(gemeente))
      candidates.push_back(&entry);
  const auto take = [&](auto fits) {
    for (const Entry*& entry : candidates)
      if (entry != nullptr && fits(*entry)) {
        out.found.push_back(entry->area);
        entry = nullptr;
      }
  };
  take([&](const Entry& one) { return one.name == name; });
  take([&](const Entry& one) { return one.name.starts_with(name); });
  take([&](const Entry& one) {
    return std::any_of(one.words.begin(), one.words.end(),
                       [&](const std::string& word) { return word.starts_with(name); });
  });
  cut(out.found, limit);
  if (!out.found.empty()) return out;
  std::vector<std::string> names;
  for (const Entry* entry : candidates)
    if (!entry->name.empty()) names.push_back(entry->name);
  if (const auto meant = base::did_you_mean(name, names))
    for (const Entry* entry : candidates)
      if (entry->name == *meant) out.perhaps.push_back(entry->area);
  cut(out.perhaps, limit);
  return out;
}

}  // namespace wijkbeeld::answer
