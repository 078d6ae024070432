// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace wijkbeeld::series {

/// A text that a project keeps as it is, such as the definition of an instrument ("definition") or
/// a fitted model ("model"). Whoever made it knows how to read it; a project only keeps it.
struct Document {
  std::string kind;
  std::string id;
  std::string text;
  auto operator<=>(const Document&) const = default;
};

}  // namespace wijkbeeld::series
