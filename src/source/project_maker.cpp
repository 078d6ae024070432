// SPDX-License-Identifier: EUPL-1.2
#include "source/project_maker.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/text.hpp"
#include "source/series_merge.hpp"

namespace wijkbeeld::source {

using area::AreaSet;
using area::Outlines;
using base::say;
using base::Severity;
using series::Period;
using series::Series;

namespace {

// An area set may be copied only through its constructor: names are filled in here.
AreaSet with_gemeente_names(const AreaSet& set, const AreaSet& gemeenten) {
  std::vector<area::Area> areas = set.areas();
  for (area::Area& one : areas) {
    if (!one.gemeente_name.empty()) continue;
    const auto gemeente = area::gemeente_of(one.code);
    const auto at = gemeente ? gemeenten.find(*gemeente) : std::nullopt;
    if (at) one.gemeente_name = gemeenten.areas()[*at].name;
  }
  return {set.level(), set.vintage(), std::move(areas), set.residents_source()};
}

}  // namespace

void ProjectMaker::add_areas(AreaSet&& set) {
  for (AreaSet& known : project_.areas)
    if (known.level() == set.level() && known.vintage() == set.vintage()) {
      known.merge(set);
      return;
    }
  project_.areas.push_back(std::move(set));
}

void ProjectMaker::add_outlines(const std::string& file, Outlines&& outlines) {
  if (project_.find_outlines(outlines.level, outlines.vintage) != nullptr) {
    project_.ledger.add({"outlines-twice",
                         Severity::note,
                         {file},
                         say("outlines of level {} of {} were already read from another file; "
                             "those count",
                             area::to_text(outlines.level), outlines.vintage.year)});
    return;
  }
  project_.outlines.push_back(std::move(outlines));
}

void ProjectMaker::add_series(const std::string& file, std::vector<Series>&& all) {
  std::size_t same = 0;
  std::set<std::string> others;
  for (Series& series : all) {
    const auto [at, is_new] = series_at_.emplace(series.key(), project_.series.size());
    if (is_new) {
      series_from_.emplace(series.key(), file);
      project_.series.push_back(std::move(series));
      continue;
    }
    const std::string& other = series_from_.at(series.key());
    const Merged merged = merge_series(
        project_.series[at->second], series, 0,
        [&](const area::AreaCode& code, Period period, const auto& first, const auto& second) {
          project_.ledger.add({"values-differ",
                               Severity::refused,
                               {file},
                               say("{} of {} in {} is {} here and {} in '{}'; the latter counts",
                                   series.key().quantity, code.text, in_words(period),
                                   in_words(second), in_words(first), other)});
        });
    same += merged.same;
    if (merged.same > 0) others.insert(other);
  }
  if (same > 0)
    project_.ledger.add(
        {"same-value-twice",
         Severity::note,
         {file},
         say("values that stand in {} too and are counted once: {}",
             base::join(std::vector<std::string>(others.begin(), others.end()), ", "),
             base::Count{static_cast<std::int64_t>(same)})});
}

void ProjectMaker::add_lists(const std::string& file, std::vector<series::AreaList>&& lists) {
  for (series::AreaList& list : lists) {
    if (project_.find_list(list.id) != nullptr) {
      project_.ledger.add(
          {"list-twice",
           Severity::note,
           {file},
           say("list '{}' was already read from another file; that one counts", list.id)});
      continue;
    }
    project_.lists.push_back(std::move(list));
  }
}

void ProjectMaker::add(series::FileRecord record, Reading reading) {
  const std::string file = record.name;
  record.rows_read = reading.rows_read;
  record.rows_refused = reading.rows_refused;
  project_.files.push_back(std::move(record));
  for (base::Issue issue : reading.ledger.issues()) {
    issue.place.file =
        file;  // readers of formats know a path; what counts is the name we were given
    project_.ledger.add(std::move(issue));
  }
  for (AreaSet& set : reading.areas)
    add_areas(std::move(set));
  for (Outlines& outlines : reading.outlines)
    add_outlines(file, std::move(outlines));
  add_series(file, std::move(reading.series));
  add_lists(file, std::move(reading.lists));
}

void ProjectMaker::name_gemeenten() {
  for (AreaSet& set : project_.areas) {
    if (set.level() != area::Level::buurt && set.level() != area::Level::wijk) continue;
    const AreaSet* gemeenten = project_.find_areas(area::Level::gemeente, set.vintage());
    if (gemeenten != nullptr) set = with_gemeente_names(set, *gemeenten);
  }
}

series::Project ProjectMaker::take() {
  name_gemeenten();
  const auto by_place = [](const auto& a, const auto& b) {
    return std::tuple(a.level, a.vintage) < std::tuple(b.level, b.vintage);
  };
  std::sort(project_.areas.begin(), project_.areas.end(), [](const AreaSet& a, const AreaSet& b) {
    return std::tuple(a.level(), a.vintage()) < std::tuple(b.level(), b.vintage());
  });
  std::sort(project_.outlines.begin(), project_.outlines.end(), by_place);
  std::sort(project_.series.begin(), project_.series.end(),
            [](const Series& a, const Series& b) { return a.key() < b.key(); });
  std::sort(project_.lists.begin(), project_.lists.end(),
            [](const auto& a, const auto& b) { return a.id < b.id; });
  return std::move(project_);
}

}  // namespace wijkbeeld::source
