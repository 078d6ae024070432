// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "base/parallel.hpp"
#include "cli/command.hpp"

namespace wijkbeeld::cli {

/// `wijkbeeld import PATH --project FILE`: published files become one project file.
class CommandImport final : public Command {
 public:
  [[nodiscard]] Grammar grammar() const override;
  void setup(const Arguments& arguments, Mistakes& mistakes) override;
  Ending run(Session& session) override;

 private:
  std::vector<std::filesystem::path> paths_;
  std::string project_;
  base::Workers workers_;
  bool may_replace_ = false;
  bool without_samples_ = false;
};

}  // namespace wijkbeeld::cli
