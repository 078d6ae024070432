// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <mutex>

#include "base/failure.hpp"
#include "base/number.hpp"
#include "codec/blob.hpp"
#include "codec/sqlite.hpp"
#include "store/detail/ingredients.hpp"
#include "store/detail/packing.hpp"
#include "store/detail/stored.hpp"
#include "store/project_file.hpp"

namespace wijkbeeld::store {

using base::Failure;
using base::say;
using codec::Database;
using codec::Statement;
using detail::damaged;
using detail::level_in;
using detail::require_absences;
using detail::year_in;
using table::Absence;

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kFirstWithIngredients = 2;

bool has_meta(Database& database) {
  return database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'wijkbeeld_meta'").step();
}

// The format of the file; a Failure when this version does not read it.
std::int64_t format_of(Database& database, const fs::path& path) {
  if (!has_meta(database))
    throw Failure(say("'{}' is not a project file", path.string()))
        .because(say("it lacks the table 'wijkbeeld_meta'"))
        .help(say("make one from your data with 'wijkbeeld import'"));
  Statement meta = database.prepare("SELECT value FROM wijkbeeld_meta WHERE key = 'format'");
  const auto format = meta.step() ? base::parse_integer(meta.text(0)) : std::nullopt;
  if (!format || *format < 1) throw damaged("wijkbeeld_meta");
  if (*format > kFormat)
    throw Failure(say("the project file '{}' was made by a newer wijkbeeld", path.string()))
        .because(say("its format is {}; this version reads up to {}", *format, kFormat))
        .help(
            say("update wijkbeeld, or make the file again from the data with 'wijkbeeld import'"));
  return *format;
}

bool is_wanted(const What& what, area::Level level) {
  return what.levels.empty() ||
         std::find(what.levels.begin(), what.levels.end(), level) != what.levels.end();
}

bool is_wanted(const What& what, const series::EditionId& edition) {
  return what.editions.empty() ||
         std::find(what.editions.begin(), what.editions.end(), edition) != what.editions.end();
}

class CodeLists {
 public:
  explicit CodeLists(Database& database)
      : select_(database.prepare("SELECT codes FROM wijkbeeld_codes WHERE id = ?")) {}

  using Codes = std::shared_ptr<const std::vector<area::AreaCode>>;

  const Codes& at(std::int64_t id) {
    const auto known = lists_.find(id);
    if (known != lists_.end()) return known->second;
    select_.reset();
    select_.bind(1, id);
    if (!select_.step()) throw damaged("wijkbeeld_codes");
    const auto codes =
        std::make_shared<const std::vector<area::AreaCode>>(detail::unpack_codes(select_.blob(0)));
    return lists_.emplace(id, codes).first->second;
  }

 private:
  Statement select_;
  std::map<std::int64_t, Codes> lists_;
};

struct StoredColumn {
  series::Period period;
  std::vector<double> values;
  std::vector<std::uint8_t> absences;
};

std::vector<StoredColumn> columns_of(Statement& select, std::int64_t id,
                                     const series::SeriesKey& key, std::size_t size,
                                     const What& what) {
  std::vector<StoredColumn> columns;
  select.reset();
  select.bind(1, id);
  while (select.step()) {
    const series::Period period{{year_in(select, 0)}, {year_in(select, 1)}};
    if (what.wants && !what.wants(key, period)) continue;
    StoredColumn column{period, codec::doubles_from_blob(select.blob(2)),
                        codec::bytes_from_blob(select.blob(3))};
    if (column.values.size() != size ||
        (!columns.empty() && !(columns.back().period < column.period)))
      throw damaged("wijkbeeld_column");
    require_absences(column.absences, size, "wijkbeeld_column");
    columns.push_back(std::move(column));
  }
  return columns;
}

// Asked before the codes are unpacked.
bool is_any_wanted(Statement& select, std::int64_t id, const series::SeriesKey& key,
                   const What& what) {
  select.reset();
  select.bind(1, id);
  while (select.step())
    if (what.wants(key, {{year_in(select, 0)}, {year_in(select, 1)}})) return true;
  return false;
}

std::vector<series::Series> read_series(Database& database, const What& what) {
  std::vector<series::Series> all;
  CodeLists lists(database);
  Statement columns = database.prepare(
      "SELECT year_from, year_to, reals, absences FROM wijkbeeld_column WHERE series = ? "
      "ORDER BY year_from, year_to");
  Statement row = database.prepare(
      "SELECT id, edition, level, vintage, quantity, codes FROM wijkbeeld_series ORDER BY id");
  while (row.step()) {
    series::SeriesKey key{{std::string(row.text(1))},
                          level_in(row, 2, "wijkbeeld_series"),
                          {year_in(row, 3)},
                          std::string(row.text(4))};
    if (!is_wanted(what, key.level) || !is_wanted(what, key.edition)) continue;
    if (what.wants && !is_any_wanted(columns, row.integer(0), key, what)) continue;
    const CodeLists::Codes& codes = lists.at(row.integer(5));
    std::vector<StoredColumn> stored =
        columns_of(columns, row.integer(0), key, codes->size(), what);
    std::vector<series::Period> periods;
    for (const StoredColumn& column : stored)
      periods.push_back(column.period);
    series::Series series(std::move(key), codes, std::move(periods));
    for (std::size_t p = 0; p < stored.size(); ++p)
      series.set_column(p, std::move(stored[p].values), std::move(stored[p].absences));
    all.push_back(std::move(series));
  }
  return all;
}

// One column after another, so that of many cells no more than one is there twice.
area::AreaSet area_set_in(const Statement& row, area::Level level) {
  const auto require_size = [](std::size_t have, std::size_t want) {
    if (have != want) throw damaged("wijkbeeld_areas");
  };
  std::vector<area::AreaCode> codes = detail::unpack_codes(row.blob(3));
  std::vector<area::Area> areas;
  areas.reserve(codes.size());
  for (area::AreaCode& code : codes)
    areas.push_back({std::move(code), {}});
  codes = {};
  const auto texts = [&](int column, std::string area::Area::*into) {
    std::vector<std::string> all = detail::unpack_texts(row.blob(column));
    require_size(all.size(), areas.size());
    for (std::size_t i = 0; i < areas.size(); ++i)
      areas[i].*into = std::move(all[i]);
  };
  texts(4, &area::Area::name);
  texts(5, &area::Area::gemeente_name);
  const std::vector<double> residents = codec::doubles_from_blob(row.blob(6));
  const std::vector<std::uint8_t> absences = codec::bytes_from_blob(row.blob(7));
  const std::vector<std::uint8_t> water = codec::bytes_from_blob(row.blob(8));
  require_absences(absences, areas.size(), "wijkbeeld_areas");
  require_size(residents.size(), areas.size());
  require_size(water.size(), areas.size());
  for (std::size_t i = 0; i < areas.size(); ++i) {
    if (absences[i] == 0)
      areas[i].residents = residents[i];
    else
      areas[i].residents = static_cast<Absence>(absences[i]);
    areas[i].is_water = water[i] != 0;
  }
  return {level, {year_in(row, 1)}, std::move(areas), std::string(row.text(2))};
}

std::vector<area::AreaSet> read_areas(Database& database, const What& what) {
  std::vector<area::AreaSet> sets;
  Statement row = database.prepare(
      "SELECT level, vintage, residents_source, codes, names, gemeenten, residents, absences, "
      "water FROM wijkbeeld_areas ORDER BY rowid");
  while (row.step()) {
    const area::Level level = level_in(row, 0, "wijkbeeld_areas");
    if (is_wanted(what, level)) sets.push_back(area_set_in(row, level));
  }
  return sets;
}

std::vector<area::Outlines> read_outlines(Database& database, const What& what) {
  std::vector<area::Outlines> all;
  Statement row = database.prepare(
      "SELECT level, vintage, source, codes, names, shapes FROM wijkbeeld_outlines "
      "ORDER BY rowid");
  while (row.step()) {
    const area::Level level = level_in(row, 0, "wijkbeeld_outlines");
    if (!is_wanted(what, level)) continue;
    area::Outlines one{level, {year_in(row, 1)}};
    one.codes = detail::unpack_codes(row.blob(3));
    one.names = detail::unpack_texts(row.blob(4));
    one.shapes = detail::unpack_shapes(row.blob(5));
    one.source = row.text(2);
    if (one.names.size() != one.codes.size() || one.shapes.size() != one.codes.size())
      throw damaged("wijkbeeld_outlines");
    all.push_back(std::move(one));
  }
  return all;
}

std::vector<series::ListMember> members_of(Statement& select, const std::string& id) {
  std::vector<series::ListMember> members;
  select.reset();
  select.bind(1, id);
  while (select.step())
    members.push_back({{std::string(select.text(0))},
                       std::string(select.text(1)),
                       std::string(select.text(2)),
                       std::string(select.text(3)),
                       std::string(select.text(4))});
  return members;
}

std::vector<series::AreaList> read_lists(Database& database) {
  std::vector<series::AreaList> lists;
  Statement members = database.prepare(
      "SELECT code, name, label, gemeente, certainty FROM wijkbeeld_list_member WHERE list = ? "
      "ORDER BY rowid");
  Statement row = database.prepare(
      "SELECT id, title, level, vintage, since, until, source, unmatched FROM wijkbeeld_list "
      "ORDER BY rowid");
  while (row.step()) {
    series::AreaList list;
    list.id = row.text(0);
    list.title = row.text(1);
    list.level = level_in(row, 2, "wijkbeeld_list");
    list.vintage = {year_in(row, 3)};
    list.since = row.text(4);
    list.until = row.text(5);
    list.source = row.text(6);
    list.unmatched = detail::unpack_texts(row.blob(7));
    list.members = members_of(members, list.id);
    lists.push_back(std::move(list));
  }
  return lists;
}

std::vector<series::FileRecord> read_files(Database& database) {
  std::vector<series::FileRecord> files;
  Statement row = database.prepare(
      "SELECT name, sha256, source, title, licence, publisher, rows_read, rows_refused "
      "FROM wijkbeeld_file ORDER BY rowid");
  while (row.step())
    files.push_back({std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)),
                     std::string(row.text(3)), std::string(row.text(4)), std::string(row.text(5)),
                     row.integer(6), row.integer(7)});
  return files;
}

base::Argument argument_in(const Statement& row) {
  base::Argument argument{std::string(row.text(2)), std::string(row.text(6))};
  const std::string_view kind = row.text(1);
  const int digits = static_cast<int>(row.integer(4));
  if (kind == "count")
    argument.value = base::Count{base::parse_integer(row.text(2)).value_or(0)};
  else if (kind == "decimal")
    argument.value = base::Decimal{row.real(3), digits, row.integer(5) != 0};
  else if (kind == "percent")
    argument.value = base::Percent{row.real(3), digits};
  else if (kind != "text")
    throw damaged("wijkbeeld_issue_argument");
  return argument;
}

base::Severity severity_in(const Statement& row, int column) {
  for (const auto severity :
       {base::Severity::note, base::Severity::warning, base::Severity::refused})
    if (row.text(column) == base::to_text(severity)) return severity;
  throw damaged("wijkbeeld_issue");
}

base::Ledger read_ledger(Database& database) {
  std::map<std::int64_t, std::vector<base::Argument>> arguments;
  {
    Statement row = database.prepare(
        "SELECT issue, kind, words, number, digits, with_sign, figure FROM "
        "wijkbeeld_issue_argument ORDER BY rowid");
    while (row.step())
      arguments[row.integer(0)].push_back(argument_in(row));
  }
  base::Ledger ledger;
  Statement row = database.prepare(
      "SELECT id, code, severity, file, part, line, place_column, message FROM wijkbeeld_issue "
      "ORDER BY id");
  while (row.step())
    ledger.add({std::string(row.text(1)),
                severity_in(row, 2),
                {std::string(row.text(3)), std::string(row.text(4)),
                 static_cast<int>(row.integer(5)), static_cast<int>(row.integer(6))},
                {std::string(row.text(7)), std::move(arguments[row.integer(0)])}});
  return ledger;
}

series::Project read_open(Database& database, std::int64_t format, const What& what) {
  series::Project project;
  if (what.with_areas) project.areas = read_areas(database, what);
  if (what.with_outlines) project.outlines = read_outlines(database, what);
  if (what.with_series) project.series = read_series(database, what);
  project.lists = read_lists(database);
  project.files = read_files(database);
  if (what.with_ledger) project.ledger = read_ledger(database);
  if (format < kFirstWithIngredients) return project;
  if (what.with_nestings) project.nestings = detail::read_nestings(database);
  if (what.with_samples) project.samples = detail::read_samples(database);
  if (what.with_places) project.places = detail::read_places(database);
  project.documents = detail::read_documents(database);
  return project;
}

}  // namespace

struct ProjectFile::Open {
  explicit Open(const fs::path& file) : path(file), database(path, Database::Mode::read) {}
  fs::path path;
  Database database;
  std::int64_t format = 0;
  std::mutex mutex;
};

ProjectFile::ProjectFile(const fs::path& path) : ProjectFile(std::make_unique<Open>(path)) {}
ProjectFile::ProjectFile(std::unique_ptr<Open> open) : open_(std::move(open)) {
  open_->format = format_of(open_->database, open_->path);
}
ProjectFile::ProjectFile(ProjectFile&&) noexcept = default;
ProjectFile& ProjectFile::operator=(ProjectFile&&) noexcept = default;
ProjectFile::~ProjectFile() = default;

std::vector<series::Listed> ProjectFile::listed(
    const std::vector<series::EditionId>& editions) const {
  const std::lock_guard lock(open_->mutex);
  std::vector<series::Listed> out;
  Statement columns = open_->database.prepare(
      "SELECT year_from, year_to, absences FROM wijkbeeld_column WHERE series = ? "
      "ORDER BY year_from, year_to");
  Statement row = open_->database.prepare(
      "SELECT id, edition, level, vintage, quantity FROM wijkbeeld_series ORDER BY id");
  while (row.step()) {
    series::Listed one{{{std::string(row.text(1))},
                        level_in(row, 2, "wijkbeeld_series"),
                        {year_in(row, 3)},
                        std::string(row.text(4))}};
    if (std::find(editions.begin(), editions.end(), one.key.edition) == editions.end()) continue;
    columns.reset();
    columns.bind(1, row.integer(0));
    while (columns.step()) {
      const auto absences = codec::bytes_from_blob(columns.blob(2));
      if (std::find(absences.begin(), absences.end(), 0) != absences.end())
        one.periods.push_back({{year_in(columns, 0)}, {year_in(columns, 1)}});
    }
    out.push_back(std::move(one));
  }
  return out;
}

series::Project ProjectFile::read(const What& what) const {
  const std::lock_guard lock(open_->mutex);
  return read_open(open_->database, open_->format, what);
}

std::optional<ProjectFile> project_file_at(const fs::path& path) {
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored)) return std::nullopt;
  std::unique_ptr<ProjectFile::Open> open;
  try {
    open = std::make_unique<ProjectFile::Open>(path);
    if (!has_meta(open->database)) return std::nullopt;
  } catch (const Failure&) {  // no database: so no project file, which is the answer
    return std::nullopt;
  }
  return ProjectFile(std::move(open));
}

bool is_project_file(const fs::path& path) {
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored)) return false;
  try {
    Database database(path, Database::Mode::read);
    return has_meta(database);
  } catch (const Failure&) {
    return false;
  }
}

series::Project read_project_file(const fs::path& path, const What& what) {
  return ProjectFile(path).read(what);
}

}  // namespace wijkbeeld::store
