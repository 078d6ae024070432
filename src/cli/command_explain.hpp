// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "area/level.hpp"
#include "base/parallel.hpp"
#include "cli/command.hpp"
#include "series/series.hpp"

namespace wijkbeeld::cli {

/// `wijkbeeld explain AREA`: what its score, or the change of it, is made of.
class CommandExplain final : public Command {
 public:
  [[nodiscard]] Grammar grammar() const override;
  void setup(const Arguments& arguments, Mistakes& mistakes) override;
  Ending run(Session& session) override;

 private:
  std::string area_;
  std::string data_;
  std::string instrument_;
  std::optional<area::Level> level_;
  std::optional<series::Wave> wave_;
  std::optional<series::Wave> since_;
  base::Workers workers_;
};

}  // namespace wijkbeeld::cli
