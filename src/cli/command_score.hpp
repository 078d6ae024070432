// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "area/level.hpp"
#include "base/parallel.hpp"
#include "cli/command.hpp"
#include "instrument/weight_change.hpp"

namespace wijkbeeld::cli {

/// `wijkbeeld score [ID]`: the scores of an instrument summed up; with changed weights, who changes
/// class.
class CommandScore final : public Command {
 public:
  [[nodiscard]] Grammar grammar() const override;
  void setup(const Arguments& arguments, Mistakes& mistakes) override;
  Ending run(Session& session) override;

 private:
  Ending sum_up(Session& session) const;
  Ending vary(Session& session) const;

  std::string id_;
  std::string data_;
  std::optional<area::Level> level_;
  std::optional<series::Wave> wave_;
  std::vector<instrument::Change> changes_;
  base::Workers workers_;
};

}  // namespace wijkbeeld::cli
