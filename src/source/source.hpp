// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/issue.hpp"
#include "base/parallel.hpp"
#include "base/progress.hpp"
#include "codec/layer.hpp"
#include "series/project.hpp"
#include "table/rows.hpp"

namespace wijkbeeld::source {

/// What stands in a file, opened once: recognising and reading do not parse it twice.
struct Contents {
  /// One table (named "") for CSV and DBF, one per sheet of a workbook or layer of a geographic
  /// file.
  std::map<std::string, table::Rows> tables = {};
  /// For a geographic file: the shape of each row of the table with the same name.
  std::map<std::string, std::vector<codec::Shape>> shapes = {};
  /// What the reader of the format found; read_project adds it when the file is recognised.
  base::Ledger ledger = {};
};

/// What a file looks like from outside: enough to say which data set it is.
struct Probe {
  std::filesystem::path path;
  std::string name;  ///< relative to the folder given, with forward slashes
  /// Tables inside with their column names: one (named "") for CSV and DBF, one per sheet of a
  /// workbook, one per layer of a geographic file.
  std::map<std::string, std::vector<std::string>> tables = {};

  std::shared_ptr<const Contents> contents = {};
  /// Who wants to know which columns were asked for in vain (see nearest_source).
  std::vector<std::vector<std::string>>* missed = nullptr;

  /// True when some table has all these columns (case does not matter).
  [[nodiscard]] bool has_columns(std::span<const std::string_view> columns) const;
  [[nodiscard]] bool has_columns(std::initializer_list<std::string_view> columns) const {
    return has_columns(std::span(columns.begin(), columns.size()));
  }
  /// The table of that name inside; a bug when there is none.
  [[nodiscard]] const table::Rows& table(const std::string& table_name) const;
  /// The only table of a CSV or DBF file.
  [[nodiscard]] const table::Rows& table() const { return table(""); }
  /// True when the file name ends so (".xlsx"), whatever the case.
  [[nodiscard]] bool has_ending(std::string_view ending) const;
};

/// Opens a file and looks inside, by the ending of its name; a file of a kind we never read has no
/// tables. Throws Failure when the file is damaged.
Probe probe_file(const std::filesystem::path& path, const std::string& name);

/// A sample as one file has it, with the line of each observation: whether its areas are known can
/// only be said when every file has been read.
struct SampleRead {
  series::Sample sample;
  std::vector<int> lines = {};
  int area_column = 0;  ///< of the file, counted from 1
};

/// What reading one file adds. Rows that cannot be used go to the ledger with their place and are
/// counted; the rest is used.
///
/// Cells are the same squares every year, so a file about cells need not name a vintage: that of
/// its series and samples is then 0 here, and becomes that of the cells that are read beside it.
struct Reading {
  std::vector<area::AreaSet> areas = {};
  std::vector<area::Outlines> outlines = {};
  std::vector<series::Series> series = {};
  std::vector<series::AreaList> lists = {};
  std::vector<area::Nesting> nestings = {};
  std::vector<SampleRead> samples = {};
  std::vector<series::Places> places = {};
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

/// The first source that recognises the file, if any.
const Source* source_of(const Probe& probe);

/// Reads every file below `path` (or the one file), on up to `workers` threads; the result does
/// not depend on their number. A file nobody recognises is noted ("file-not-recognised"), with a
/// warning when it is nearly one of the data sets or of a kind that is never read; one that
/// cannot be read is a Failure. Where two files give the same value it is kept once and noted
/// ("same-value-twice"); where they differ, the file first in name order counts and the other is
/// refused, value by value ("values-differ").
series::Project read_project(const std::filesystem::path& path, base::Workers workers,
                             base::Progress& progress);

/// The same for several folders and files: the names of files then begin with that of their folder.
series::Project read_project(std::span<const std::filesystem::path> paths, base::Workers workers,
                             base::Progress& progress);

/// The registry as a page of the reference manual (Markdown): docs/reference/sources.md.
std::string sources_page();

}  // namespace wijkbeeld::source
