// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "series/project.hpp"

namespace wijkbeeld::answer {

/// An area that somebody may be looking for.
struct FoundArea {
  area::AreaCode code = {};
  std::string name = {};
  std::string gemeente = {};
  area::Level level = area::Level::own;
  area::Vintage vintage = {};  ///< the latest in which it has figures, else the latest
  bool has_figures = false;    ///< of some edition
};

/// Areas to search by what people type.
class AreaSearch {
 public:
  /// Reads names once; keeps nothing of the project.
  explicit AreaSearch(const series::Project& project);

  struct Result {
    std::vector<FoundArea> found = {};    ///< best first
    std::vector<FoundArea> perhaps = {};  ///< only when nothing was found: a slip of the keyboard
  };
  /// By code (lost zeros are mended), or by name: the whole name, then names that begin so, then
  /// names with a word that begins so. Behind a comma the gemeente. Among equals areas with figures
  /// go before those without, then gemeenten before wijken before buurten, then by name. At most
  /// `limit` of each.
  [[nodiscard]] Result find(std::string_view text, std::optional<area::Level> level = {},
                            std::size_t limit = 20) const;

 private:
  struct Entry {
    FoundArea area;
    std::string name = {};                ///< plain
    std::vector<std::string> words = {};  ///< of the name, plain
    std::string gemeente = {};            ///< plain
  };
  void add(FoundArea area);
  [[nodiscard]] Result by_name(std::string_view text, std::optional<area::Level> level,
                               std::size_t limit) const;
  std::vector<Entry> entries_;
};

}  // namespace wijkbeeld::answer
