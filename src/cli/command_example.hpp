// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/parallel.hpp"
#include "base/random.hpp"
#include "cli/command.hpp"
#include "source/example_plan.hpp"

namespace wijkbeeld::cli {

/// `wijkbeeld example DIR`: writes Voorbeeldland, an invented country, as published files.
class CommandExample final : public Command {
 public:
  [[nodiscard]] Grammar grammar() const override;
  void setup(const Arguments& arguments, Mistakes& mistakes) override;
  Ending run(Session& session) override;

 private:
  std::string folder_;
  base::Seed seed_{2017};
  source::ExampleSize size_ = source::ExampleSize::country;
  base::Workers workers_;
  bool may_replace_ = false;
};

}  // namespace wijkbeeld::cli
