// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "area/level.hpp"
#include "base/parallel.hpp"
#include "cli/command.hpp"
#include "series/series.hpp"

namespace wijkbeeld::cli {

/// `wijkbeeld sensitivity [ID]`: who changes class when an indicator goes, how far ranks depend on
/// choices, and on which.
class CommandSensitivity final : public Command {
 public:
  [[nodiscard]] Grammar grammar() const override;
  void setup(const Arguments& arguments, Mistakes& mistakes) override;
  Ending run(Session& session) override;

 private:
  std::string id_;
  std::string data_;
  std::string out_;
  std::optional<area::Level> level_;
  std::optional<series::Wave> wave_;
  std::size_t runs_ = 1000;
  base::Workers workers_;
  bool may_replace_ = false;
};

}  // namespace wijkbeeld::cli
