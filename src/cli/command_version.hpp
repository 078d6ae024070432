// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/command.hpp"

namespace wijkbeeld::cli {

/// `wijkbeeld version`: what is installed, and which editions it knows.
class CommandVersion final : public Command {
 public:
  [[nodiscard]] Grammar grammar() const override;
  void setup(const Arguments& arguments, Mistakes& mistakes) override;
  Ending run(Session& session) override;
};

}  // namespace wijkbeeld::cli
