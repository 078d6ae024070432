// SPDX-License-Identifier: EUPL-1.2
#include "codec/sqlite.hpp"

#include <sqlite3.h>

#include <fstream>
#include <utility>

#include "base/failure.hpp"
#include "base/file.hpp"

namespace wijkbeeld::codec {
namespace {

namespace fs = std::filesystem;
using base::Failure;
using base::say;

void add_help(Failure& failure, int code) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      failure.help(say("make room on the disk and run it again; nothing was changed"));
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      failure.help(say("the file is damaged or of another kind: download or make it again"));
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      failure.help(say("close the program that has the file open, such as QGIS, and try again"));
      break;
    case SQLITE_IOERR:
      failure.help(say("check the disk, its free space and the connection to it"));
      break;
    default:
      break;
  }
}

// What people meet, in words; the rest as SQLite says it.
base::Message reason(sqlite3* database, int code) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return say("the disk is full");
    case SQLITE_CORRUPT:
      return say("it is damaged");
    case SQLITE_NOTADB:
      return say("it is not an SQLite file, which every GeoPackage is");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return say("another program is using it");
    case SQLITE_IOERR:
      return say("reading or writing it failed");
    case SQLITE_CANTOPEN:
      return say("it cannot be opened");
    case SQLITE_READONLY:
      return say("it may not be changed");
    default:
      break;
  }
  return say("SQLite says, in English: {}",
             database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(code));
}

// What is wrong, with the file it concerns and what a person can do.
Failure problem(sqlite3* database, int code, const std::string& file) {
  const std::string name = base::finished_name(file).string();
  Failure failure(name == file ? say("the file '{}' cannot be used as a database", name)
                               : say("cannot write '{}'", name));
  failure.because(reason(database, code));
  add_help(failure, code);
  return failure;
}

std::string file_of(sqlite3* database) {
  const char* name = sqlite3_db_filename(database, "main");
  return name == nullptr ? std::string() : std::string(name);
}

void check(sqlite3* database, int code) {
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
    throw problem(database, code, file_of(database));
}

// Letters that mean something in a URI file name are written as %XX.
std::string to_uri(const fs::path& path) {
  std::string uri = "file:";
  for (const char c : fs::absolute(path).string()) {
    if (c == '%' || c == '?' || c == '#')
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    else
      uri.push_back(c);
  }
  return uri;
}

// Changes that are not in the file itself: a write-ahead log, or the journal of a write that
// stopped halfway (one that is finished begins with a zero).
bool has_pending_changes(const fs::path& path) {
  std::error_code ignored;
  const fs::path wal = path.string() + "-wal";
  if (fs::exists(wal, ignored) && fs::file_size(wal, ignored) > 0) return true;
  std::ifstream journal(path.string() + "-journal", std::ios::binary);
  char first = 0;
  return journal.get(first) && first != 0;
}

void require_readable(const fs::path& path) {
  if (!std::ifstream(path).good() || fs::is_directory(path)) {
    throw Failure(say("cannot read '{}'", path.string()))
        .help(say("check the name; relative paths start at the current folder"));
  }
  if (has_pending_changes(path)) {
    throw Failure(say("'{}' is being changed by another program", path.string()))
        .because(say("there is a file of unfinished changes beside it"))
        .help(say("close the program that has the file open, such as QGIS, and try again"));
  }
}

}  // namespace

Statement::Statement(sqlite3* database, std::string_view sql) : database_(database) {
  check(database_, sqlite3_prepare_v2(database_, sql.data(), static_cast<int>(sql.size()),
                                      &statement_, nullptr));
}

Statement::~Statement() {
  sqlite3_finalize(statement_);
}

Statement& Statement::bind(int index, std::string_view text) {
  check(database_, sqlite3_bind_text64(statement_, index, text.data() == nullptr ? "" : text.data(),
                                       text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind(int index, std::int64_t value) {
  check(database_, sqlite3_bind_int64(statement_, index, value));
  return *this;
}

Statement& Statement::bind(int index, double value) {
  check(database_, sqlite3_bind_double(statement_, index, value));
  return *this;
}

Statement& Statement::bind_blob(int index, std::string_view bytes) {
  check(database_,
        sqlite3_bind_blob64(statement_, index, bytes.data() == nullptr ? "" : bytes.data(),
                            bytes.size(), SQLITE_TRANSIENT));
  return *this;
}

Statement& Statement::bind_null(int index) {
  check(database_, sqlite3_bind_null(statement_, index));
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_);
  check(database_, code);
  return code == SQLITE_ROW;
}

void Statement::reset() {
  check(database_, sqlite3_reset(statement_));
  sqlite3_clear_bindings(statement_);
}

std::string_view Statement::text(int column) const {
  const unsigned char* bytes = sqlite3_column_text(statement_, column);
  if (bytes == nullptr) return {};
  return {reinterpret_cast<const char*>(bytes),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string_view Statement::blob(int column) const {
  const void* bytes = sqlite3_column_blob(statement_, column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

double Statement::real(int column) const {
  return sqlite3_column_double(statement_, column);
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

Database::Database(const fs::path& path, Mode mode) {
  int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
  std::string uri = to_uri(path);
  if (mode == Mode::read) {
    require_readable(path);
    // Nobody writes to it (looked at above), so SQLite needs no lock, log or journal beside it.
    uri += "?mode=ro&immutable=1";
    flags |= SQLITE_OPEN_READONLY;
  } else {
    flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  }
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(uri.c_str(), &opened, flags, nullptr);
  database_.reset(opened);
  if (code != SQLITE_OK) throw problem(opened, code, path.string());
  sqlite3_extended_result_codes(opened, 1);
  run(mode == Mode::read ? "SELECT count(*) FROM sqlite_schema"
                         : "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF");
}

void Database::run(std::string_view sql) {
  check(database_.get(),
        sqlite3_exec(database_.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr));
}

Statement Database::prepare(std::string_view sql) {
  return Statement(database_.get(), sql);
}

void Database::Close::operator()(sqlite3* database) const {
  // v2: a statement that outlives its database keeps it until it goes too.
  sqlite3_close_v2(database);
}

}  // namespace wijkbeeld::codec
