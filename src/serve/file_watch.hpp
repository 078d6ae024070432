// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

namespace wijkbeeld::serve {

/// What has become of a file since it was read.
enum class FileState : std::uint8_t { same, replaced, gone };
std::string_view to_text(FileState state);

/// Remembers which file stood at a path, so that who goes on from what was read can tell when there
/// is another one. A folder is judged by itself, not by what is in it.
class FileWatch {
 public:
  /// Call it before reading the file: what comes after is then noticed.
  explicit FileWatch(std::filesystem::path path);

  /// `replaced` when another file, or the same with another size or time, stands at the path now.
  /// A file that cannot be looked at is gone. Asks the disk each time.
  [[nodiscard]] FileState state() const;

 private:
  struct Mark {
    std::uint64_t device = 0;
    std::uint64_t number = 0;
    std::int64_t size = 0;
    std::int64_t seconds = 0;
    std::int64_t nanoseconds = 0;
    bool operator==(const Mark&) const = default;
  };
  [[nodiscard]] std::optional<Mark> look() const;

  std::filesystem::path path_;
  std::optional<Mark> mark_;
};

}  // namespace wijkbeeld::serve
