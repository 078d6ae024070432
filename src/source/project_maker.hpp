// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>

#include "source/source.hpp"

namespace wijkbeeld::source {

/// Puts what files say together, one file after another: what the first says counts, what a later
/// one adds is added, and what it repeats or contradicts goes to the ledger.
class ProjectMaker {
 public:
  /// `record` says which file the reading comes from.
  void add(series::FileRecord record, Reading reading);

  /// Everything, in order: areas and outlines by level and vintage, series by key, lists by id.
  /// Areas of a wijk or buurt whose gemeente has no name get it from the gemeenten of the same
  /// vintage, by the construction of their codes.
  series::Project take();

 private:
  void add_areas(area::AreaSet&& set);
  void add_outlines(const std::string& file, area::Outlines&& outlines);
  void add_series(const std::string& file, std::vector<series::Series>&& all);
  void add_lists(const std::string& file, std::vector<series::AreaList>&& lists);
  void name_gemeenten();

  series::Project project_;
  std::map<series::SeriesKey, std::size_t> series_at_;
  std::map<series::SeriesKey, std::string> series_from_;
};

}  // namespace wijkbeeld::source
