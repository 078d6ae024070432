// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

/// The bytes as a file, for readers that want one; gone afterwards.
class InFile {
 public:
  InFile(const std::uint8_t* data, std::size_t size, const std::string& ending)
      : path_(std::filesystem::temp_directory_path() /
              ("wijkbeeld-fuzz-" + std::to_string(::getpid()) + ending)) {
    std::ofstream(path_, std::ios::binary)
        .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  }
  InFile(const InFile&) = delete;
  InFile& operator=(const InFile&) = delete;
  ~InFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};
