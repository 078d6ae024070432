// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "base/message.hpp"

namespace wijkbeeld::base {

/// A name in both languages that comes from a definition file or a plan, not from the program
/// (texts of the program are Messages).
struct Words {
  std::string nl;
  std::string en;
  [[nodiscard]] const std::string& in(Language language) const {
    return language == Language::en && !en.empty() ? en : nl;
  }
  bool operator==(const Words&) const = default;
};

}  // namespace wijkbeeld::base
