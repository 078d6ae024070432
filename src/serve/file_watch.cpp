// SPDX-License-Identifier: EUPL-1.2
#include "serve/file_watch.hpp"

#include <sys/stat.h>

#include <utility>

namespace wijkbeeld::serve {

std::string_view to_text(FileState state) {
  switch (state) {
    case FileState::same:
      return "same";
    case FileState::replaced:
      return "replaced";
    default:
      return "gone";
  }
}

// A relative path must mean the same when the program changes its folder.
FileWatch::FileWatch(std::filesystem::path path)
    : path_(std::filesystem::absolute(std::move(path))), mark_(look()) {}

FileState FileWatch::state() const {
  const std::optional<Mark> now = look();
  if (!now) return FileState::gone;
  return now == mark_ ? FileState::same : FileState::replaced;
}

std::optional<FileWatch::Mark> FileWatch::look() const {
  struct stat seen {};
  if (stat(path_.c_str(), &seen) != 0) return std::nullopt;
  return Mark{seen.st_dev, seen.st_ino, seen.st_size, seen.st_mtim.tv_sec, seen.st_mtim.tv_nsec};
}

}  // namespace wijkbeeld::serve
