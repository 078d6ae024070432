// SPDX-License-Identifier: EUPL-1.2
#include "source/project_maker.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/text.hpp"
#include "source/series_merge.hpp"
#include "source/settle.hpp"

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

void ProjectMaker::add_nestings(const std::string& file, std::vector<area::Nesting>&& nestings) {
  for (area::Nesting& one : nestings) {
    if (project_.find_nesting(one.fine, one.coarse, one.vintage) != nullptr) {
      project_.ledger.add(
          {"nesting-twice",
           Severity::note,
           {file},
           say("in which {} of {} each {} lies was already read from another file; "
               "that one counts",
               area::to_text(one.coarse), one.vintage.year, area::to_text(one.fine))});
      continue;
    }
    project_.nestings.push_back(std::move(one));
  }
}

void ProjectMaker::add_places(const std::string& file, std::vector<series::Places>&& all) {
  for (series::Places& places : all) {
    if (project_.find_places(places.id) != nullptr) {
      project_.ledger.add({"places-twice",
                           Severity::note,
                           {file},
                           say("places of kind '{}' were already read from another file; those "
                               "count",
                               places.id)});
      continue;
    }
    project_.places.push_back(std::move(places));
  }
}

void ProjectMaker::add_sample(std::size_t file, SampleRead&& read) {
  series::FileRecord& record = project_.files[file];
  if (project_.find_sample(read.sample.id) != nullptr) {
    project_.ledger.add(
        {"sample-twice",
         Severity::note,
         {record.name},
         say("a sample '{}' was already read from another file; that one counts", read.sample.id)});
    return;
  }
  const AreaSet* areas = project_.find_areas(read.sample.level, read.sample.vintage);
  if (areas != nullptr)
    record.rows_refused += refuse_unknown_areas(read, *areas, record.name, project_.ledger);
  if (read.sample.rows() > 0) project_.samples.push_back(std::move(read.sample));
}

void ProjectMaker::add_what_waits() {
  const auto cells = newest_vintage(project_.areas, area::Level::cell);
  for (Waiting& waiting : waiting_) {
    series::FileRecord& record = project_.files[waiting.file];
    if (!settle_vintage(waiting.series, cells) || !settle_vintage(waiting.samples, cells)) {
      record.rows_refused = record.rows_read;
      project_.ledger.add({"vintage-unknown",
                           Severity::refused,
                           {record.name},
                           say("the file is about cells, and no file says of which year the cells "
                               "are; it was not used")});
      continue;
    }
    add_series(record.name, std::move(waiting.series));
    for (SampleRead& read : waiting.samples)
      add_sample(waiting.file, std::move(read));
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
  add_lists(file, std::move(reading.lists));
  add_nestings(file, std::move(reading.nestings));
  add_places(file, std::move(reading.places));
  const bool is_untold = std::any_of(reading.series.begin(), reading.series.end(),
                                     [](const Series& one) { return !is_told(one); });
  if (!is_untold) add_series(file, std::move(reading.series));
  if (is_untold || !reading.samples.empty())
    waiting_.push_back({project_.files.size() - 1,
                        is_untold ? std::move(reading.series) : std::vector<Series>(),
                        std::move(reading.samples)});
}

void ProjectMaker::name_gemeenten() {
  for (AreaSet& set : project_.areas) {
    if (set.level() != area::Level::buurt && set.level() != area::Level::wijk) continue;
    const AreaSet* gemeenten = project_.find_areas(area::Level::gemeente, set.vintage());
    if (gemeenten != nullptr) set = with_gemeente_names(set, *gemeenten);
  }
}

void ProjectMaker::put_in_order() {
  const auto by_place = [](const auto& a, const auto& b) {
    return std::tuple(a.level, a.vintage) < std::tuple(b.level, b.vintage);
  };
  const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
  std::sort(project_.areas.begin(), project_.areas.end(), [](const AreaSet& a, const AreaSet& b) {
    return std::tuple(a.level(), a.vintage()) < std::tuple(b.level(), b.vintage());
  });
  std::sort(project_.outlines.begin(), project_.outlines.end(), by_place);
  std::sort(project_.series.begin(), project_.series.end(),
            [](const Series& a, const Series& b) { return a.key() < b.key(); });
  std::sort(project_.lists.begin(), project_.lists.end(), by_id);
  std::sort(project_.nestings.begin(), project_.nestings.end(), [](const auto& a, const auto& b) {
    return std::tie(a.fine, a.coarse, a.vintage) < std::tie(b.fine, b.coarse, b.vintage);
  });
  std::sort(project_.samples.begin(), project_.samples.end(), by_id);
  std::sort(project_.places.begin(), project_.places.end(), by_id);
}

series::Project ProjectMaker::take() {
  add_what_waits();
  name_gemeenten();
  put_in_order();
  return std::move(project_);
}

}  // namespace wijkbeeld::source
