// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/issue.hpp"
#include "base/parallel.hpp"
#include "base/progress.hpp"
#include "series/project.hpp"

namespace wijkbeeld::source {

/// What a file looks like from outside: enough to say which data set it is.
struct Probe {
  std::filesystem::path path;
  std::string name;  ///< relative to the folder given, with forward slashes
  /// Tables inside with their column names: one (named "") for CSV and DBF, one per sheet of a
  /// workbook, one per layer of a geographic file.
  std::map<std::string, std::vector<std::string>> tables = {};

  /// True when some table has all these columns (case does not matter).
  [[nodiscard]] bool has_columns(std::span<const std::string_view> columns) const;
};

/// What reading one file adds. Rows that cannot be used go to the ledger with their place and are
/// counted; the rest is used.
struct Reading {
  std::vector<area::AreaSet> areas = {};
  std::vector<area::Outlines> outlines = {};
  std::vector<series::Series> series = {};
  std::vector<series::AreaList> lists = {};
  base::Ledger ledger = {};
  std::int64_t rows_read = 0;
  std::int64_t rows_refused = 0;
};

/// A published data set: how to recognise its files and what they say.
struct Source {
  std::string id;         ///< "lbm2-workbook"
  std::string title;      ///< in Dutch, as the publisher names it
  std::string publisher;  ///< whom to credit
  std::string licence;    ///< SPDX id where there is one
  std::string example;    ///< a file name as people have it
  std::function<bool(const Probe&)> recognises;
  std::function<Reading(const Probe&)> read;
};

/// All data sets we can read. The first that recognises a file reads it.
const std::vector<Source>& sources();

/// Reads every file below `path` (or the one file), on up to `workers` threads; the result does
/// not depend on their number. A file nobody recognises is noted ("file-not-recognised"); one that
/// cannot be read is a Failure. Where two files give the same value it is kept once and noted
/// ("same-value-twice"); where they differ, the file first in name order counts and the other is
/// refused, value by value ("values-differ").
series::Project read_project(const std::filesystem::path& path, base::Workers workers,
                             base::Progress& progress);

}  // namespace wijkbeeld::source
