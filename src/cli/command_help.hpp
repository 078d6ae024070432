// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/command.hpp"

namespace wijkbeeld::cli {

/// `wijkbeeld help [COMMAND]`.
class CommandHelp final : public Command {
 public:
  [[nodiscard]] Grammar grammar() const override;
  void setup(const Arguments& arguments, Mistakes& mistakes) override;
  Ending run(Session& session) override;

 private:
  std::string about_;
};

}  // namespace wijkbeeld::cli
