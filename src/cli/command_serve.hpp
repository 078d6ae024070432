// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>

#include "base/parallel.hpp"
#include "cli/command.hpp"

namespace wijkbeeld::cli {

/// `wijkbeeld serve PROJECT`: the atlas in the browser, from this machine and for this machine.
class CommandServe final : public Command {
 public:
  [[nodiscard]] Grammar grammar() const override;
  void setup(const Arguments& arguments, Mistakes& mistakes) override;
  Ending run(Session& session) override;

 private:
  std::string path_;
  std::string address_;
  std::string theme_;
  std::string web_folder_;
  std::uint16_t port_ = 0;
  bool opens_browser_ = false;
  base::Workers workers_;
};

}  // namespace wijkbeeld::cli
