// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.hpp"

namespace wijkbeeld::base {

/// The bytes of a file. Throws Failure saying why it cannot be read.
std::string read_file(const std::filesystem::path& path);

/// The files below a folder, sorted by path, hidden ones and those of unfinished outputs left out.
/// A path that is a file gives itself. Throws Failure when it is missing or unreadable.
std::vector<std::filesystem::path> files_below(const std::filesystem::path& path);

/// The name something will have that is being made (see WholeFile, WholeFolder), for messages: that
/// of "out/.report.partial-123/a.csv" is "out/report/a.csv". Any other path is its own.
std::filesystem::path finished_name(const std::filesystem::path& path);

/// Why a file cannot be written and what to do, by the system's error number, under its finished
/// name.
Failure cannot_write(const std::filesystem::path& path, int error);

/// Writes the bytes so that at any moment the path holds its old content or all of the new one.
void write_whole(const std::filesystem::path& path, std::string_view bytes);

/// A file being made beside its final place. It appears there, whole, at commit(); without
/// commit() (a failure, a stop) nothing remains. For writers that need a path of their own, such
/// as SQLite. The file at that path is there from the beginning, and empty.
class WholeFile {
 public:
  /// Throws Failure when no file can be made there.
  explicit WholeFile(std::filesystem::path final_path);
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;
  ~WholeFile();
  /// Where to write until commit.
  [[nodiscard]] const std::filesystem::path& path() const { return partial_; }
  void commit();

 private:
  std::filesystem::path final_;
  std::filesystem::path partial_;
};

/// The same for a folder of outputs. An existing non-empty folder is refused unless
/// `may_replace`, and then replaced in one step by the new one.
class WholeFolder {
 public:
  WholeFolder(std::filesystem::path final_path, bool may_replace);
  WholeFolder(const WholeFolder&) = delete;
  WholeFolder& operator=(const WholeFolder&) = delete;
  ~WholeFolder();
  [[nodiscard]] const std::filesystem::path& path() const { return partial_; }
  void commit();

 private:
  std::filesystem::path final_;
  std::filesystem::path partial_;
};

}  // namespace wijkbeeld::base
