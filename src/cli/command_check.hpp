// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/parallel.hpp"
#include "cli/command.hpp"

namespace wijkbeeld::cli {

/// `wijkbeeld check PATH`: what is imperfect in the data, and whether they agree with themselves.
class CommandCheck final : public Command {
 public:
  [[nodiscard]] Grammar grammar() const override;
  void setup(const Arguments& arguments, Mistakes& mistakes) override;
  Ending run(Session& session) override;

 private:
  std::string path_;
  std::string table_;
  base::Workers workers_;
  bool is_strict_ = false;
};

}  // namespace wijkbeeld::cli
