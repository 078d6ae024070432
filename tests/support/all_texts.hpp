// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <filesystem>
#include <vector>

#include "base/catalogue.hpp"
#include "base/file.hpp"

namespace wijkbeeld::support {

/// The Dutch texts of all modules, as the program has them.
inline const base::Catalogue& all_texts() {
  static const base::Catalogue all = [] {
    base::Catalogue out;
    std::vector<std::filesystem::path> files;
    for (const auto& folder :
         std::filesystem::directory_iterator(std::filesystem::path(WIJKBEELD_ROOT) / "src"))
      if (exists(folder.path() / "nl.po")) files.push_back(folder.path() / "nl.po");
    std::sort(files.begin(), files.end());
    for (const auto& file : files)
      out.add(base::read_file(file), file.string());
    return out;
  }();
  return all;
}

}  // namespace wijkbeeld::support
