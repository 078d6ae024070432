// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "area/area_set.hpp"
#include "area/nesting.hpp"
#include "base/issue.hpp"
#include "series/document.hpp"
#include "series/places.hpp"
#include "series/sample.hpp"
#include "series/series.hpp"

namespace wijkbeeld::series {

/// A file that was read, and what came of it.
struct FileRecord {
  std::string name;    ///< path relative to the folder that was given
  std::string sha256;  ///< of the bytes
  std::string source;  ///< id of the source that read it; empty when none recognised it
  std::string title = {};
  std::string licence = {};
  std::string publisher = {};  ///< who to credit
  std::int64_t rows_read = 0;
  std::int64_t rows_refused = 0;
  bool operator==(const FileRecord&) const = default;
};

/// One area on a published list, as the list names it.
struct ListMember {
  area::AreaCode code;
  std::string name = {};       ///< of the area, in the list's vintage
  std::string label = {};      ///< the name the programme used ("De Kruiskamp")
  std::string gemeente = {};   ///< name
  std::string certainty = {};  ///< how sure the match of label and code is: hoog, midden, laag
  bool operator==(const ListMember&) const = default;
};

/// A list of labelled areas: which, since when, matched to which boundaries, by whom.
struct AreaList {
  std::string id;  ///< "aandachtswijken-40"
  std::string title;
  area::Level level = area::Level::wijk;  ///< of most members; each code tells its own
  area::Vintage vintage;                  ///< boundaries the codes belong to
  std::string since = {};                 ///< date, ISO 8601; empty when unknown
  std::string until = {};
  std::string source = {};
  std::vector<ListMember> members = {};  ///< in code order, then label
  /// Labels on the list for which no area could be named.
  std::vector<std::string> unmatched = {};
  bool operator==(const AreaList&) const = default;
};

/// A series as a list names it, without its values.
struct Listed {
  SeriesKey key;
  std::vector<Period> periods = {};  ///< in which some area has a value
  bool operator==(const Listed&) const = default;
};

/// Everything that is known before a study begins. Made by import, kept in a project file.
struct Project {
  std::vector<area::AreaSet> areas = {};
  std::vector<area::Outlines> outlines = {};
  std::vector<Series> series = {};  ///< in key order
  std::vector<AreaList> lists = {};
  std::vector<FileRecord> files = {};
  base::Ledger ledger = {};
  std::vector<area::Nesting> nestings = {};
  std::vector<Sample> samples = {};      ///< in order of id
  std::vector<Places> places = {};       ///< in order of id
  std::vector<Document> documents = {};  ///< in order of kind and id

  [[nodiscard]] const area::AreaSet* find_areas(area::Level level, area::Vintage vintage) const;
  [[nodiscard]] const area::Outlines* find_outlines(area::Level level, area::Vintage vintage) const;
  [[nodiscard]] const Series* find_series(const SeriesKey& key) const;
  [[nodiscard]] const AreaList* find_list(const std::string& id) const;
  [[nodiscard]] const area::Nesting* find_nesting(area::Level fine, area::Level coarse,
                                                  area::Vintage vintage) const;
  [[nodiscard]] const Sample* find_sample(std::string_view id) const;
  [[nodiscard]] const Places* find_places(std::string_view id) const;
  [[nodiscard]] const Document* find_document(std::string_view kind, std::string_view id) const;
  /// Adds the document, or puts it in the place of the one with its kind and id.
  void keep(Document document);
};

/// What series there are, in their order.
std::vector<Listed> listed(const Project& project);

}  // namespace wijkbeeld::series
