// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/command.hpp"

namespace wijkbeeld::cli {

/// `wijkbeeld completion SHELL`: a script for bash, zsh or fish, made from the registry.
class CommandCompletion final : public Command {
 public:
  [[nodiscard]] Grammar grammar() const override;
  void setup(const Arguments& arguments, Mistakes& mistakes) override;
  Ending run(Session& session) override;

 private:
  std::string shell_;
};

}  // namespace wijkbeeld::cli
