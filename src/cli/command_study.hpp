// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "base/parallel.hpp"
#include "cli/command.hpp"

namespace wijkbeeld::cli {

/// `wijkbeeld study PLAN`: does what a plan says and writes report, tables, annex and map layers.
class CommandStudy final : public Command {
 public:
  [[nodiscard]] Grammar grammar() const override;
  void setup(const Arguments& arguments, Mistakes& mistakes) override;
  Ending run(Session& session) override;

 private:
  std::string plan_;
  std::string data_;
  std::string out_;
  std::optional<base::Language> language_;  ///< the plan's own when not asked for
  base::Workers workers_;
  bool may_replace_ = false;
};

}  // namespace wijkbeeld::cli
