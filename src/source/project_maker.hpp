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

  /// Everything, in order: areas, outlines and nestings by level and vintage, series by key, lists,
  /// samples and places by id. Areas of a wijk or buurt whose gemeente has no name get it from the
  /// gemeenten of the same vintage, by the construction of their codes.
  ///
  /// What is about cells of an untold vintage is about the latest cells that were read, and is
  /// refused when there are none ("vintage-unknown"). Observations in areas that are not among
  /// those of their level and vintage are refused ("area-not-known"), where there are any such
  /// areas.
  series::Project take();

 private:
  void add_areas(area::AreaSet&& set);
  void add_outlines(const std::string& file, area::Outlines&& outlines);
  void add_series(const std::string& file, std::vector<series::Series>&& all);
  void add_lists(const std::string& file, std::vector<series::AreaList>&& lists);
  void add_nestings(const std::string& file, std::vector<area::Nesting>&& nestings);
  void add_places(const std::string& file, std::vector<series::Places>&& all);
  void add_sample(std::size_t file, SampleRead&& read);
  void add_what_waits();
  void name_gemeenten();
  void put_in_order();

  /// What can only be added when all areas are known.
  struct Waiting {
    std::size_t file;  // in project_.files
    std::vector<series::Series> series;
    std::vector<SampleRead> samples;
  };

  series::Project project_;
  std::vector<Waiting> waiting_;
  std::map<series::SeriesKey, std::size_t> series_at_;
  std::map<series::SeriesKey, std::string> series_from_;
};

}  // namespace wijkbeeld::source
