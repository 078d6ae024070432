// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "area/level.hpp"

namespace wijkbeeld::area {

/// Which area of a coarser level each area of a finer level lies in, within one vintage: cells in
/// buurten. Where codes tell it themselves (buurt, wijk, gemeente) no nesting is needed.
struct Nesting {
  Level fine = Level::cell;
  Level coarse = Level::buurt;
  Vintage vintage = {};
  std::vector<AreaCode> codes = {};    ///< of the finer level, sorted, each once
  std::vector<AreaCode> parents = {};  ///< same order

  [[nodiscard]] std::optional<AreaCode> parent_of(const AreaCode& code) const;
  bool operator==(const Nesting&) const = default;
};

}  // namespace wijkbeeld::area
