// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace wijkbeeld::codec {

/// A prepared statement. Parameters count from 1, columns from 0. Every SQLite error is a Failure
/// with SQLite's own sentence.
class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement();

  Statement& bind(int index, std::string_view text);
  Statement& bind(int index, std::int64_t value);
  Statement& bind(int index, double value);
  Statement& bind_blob(int index, std::string_view bytes);
  Statement& bind_null(int index);

  /// Goes to the next row; false when there is none.
  bool step();
  /// Back to before the first row, without parameters.
  void reset();
  /// The views are good until the next step, reset or end.
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string_view blob(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] bool is_null(int column) const;

 private:
  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
};

/// A SQLite file.
class Database {
 public:
  enum class Mode { read, write };
  /// Reading never makes or changes a file, not even a journal beside it. Throws Failure when it is
  /// missing or no database, or when another program's changes still stand in a file beside it.
  /// Writing makes the file when there is none. It keeps no journal on disk and does not wait for
  /// the disk: write a file that base::WholeFile makes whole.
  Database(const std::filesystem::path& path, Mode mode);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  Database(Database&&) noexcept = default;
  Database& operator=(Database&&) noexcept = default;
  ~Database() = default;

  /// Any number of statements without parameters or rows.
  void run(std::string_view sql);
  /// One statement. It must go before the database does.
  [[nodiscard]] Statement prepare(std::string_view sql);

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace wijkbeeld::codec
