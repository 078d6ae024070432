// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "serve/response.hpp"

namespace wijkbeeld::serve {

/// The files of the page: those in the program, or those of a folder for who works on them.
class Assets {
 public:
  /// Those that were built into the program. None when it was built without npm.
  static Assets built_in();
  /// Reads from a folder at every request. Throws Failure when it has no index.html.
  static Assets of_folder(std::filesystem::path folder);

  /// "index.html", "app-1a2b3c.js"; nothing for anything else. A name never leaves the folder.
  [[nodiscard]] std::optional<Response> find(std::string_view name) const;

 private:
  std::filesystem::path folder_ = {};
  std::map<std::string, std::shared_ptr<const Body>, std::less<>> files_ = {};
};

}  // namespace wijkbeeld::serve
