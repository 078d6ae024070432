// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "area/level.hpp"
#include "base/parallel.hpp"
#include "cli/command.hpp"

namespace wijkbeeld::cli {

/// `wijkbeeld profile AREA`: how one area stands and which way it went.
class CommandProfile final : public Command {
 public:
  [[nodiscard]] Grammar grammar() const override;
  void setup(const Arguments& arguments, Mistakes& mistakes) override;
  Ending run(Session& session) override;

 private:
  std::string area_;
  std::string data_;
  std::string edition_;
  std::optional<area::Level> level_;
  base::Workers workers_;
};

}  // namespace wijkbeeld::cli
