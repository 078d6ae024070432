// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "base/parallel.hpp"
#include "cli/command.hpp"

namespace wijkbeeld::cli {

/// `wijkbeeld fit DEFINITION`: finds the weights of an instrument, scores every wave and level, and
/// writes the project file with both, and the model card.
class CommandFit final : public Command {
 public:
  [[nodiscard]] Grammar grammar() const override;
  void setup(const Arguments& arguments, Mistakes& mistakes) override;
  Ending run(Session& session) override;

 private:
  std::string definition_;
  std::string data_;
  std::string project_;
  std::string out_;
  std::optional<int> replications_;
  base::Workers workers_;
  bool may_replace_ = false;
};

}  // namespace wijkbeeld::cli
