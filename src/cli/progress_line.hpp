// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <mutex>
#include <ostream>
#include <string>

#include "base/progress.hpp"
#include "cli/manner.hpp"

namespace wijkbeeld::cli {

/// Progress as one moving line on a terminal, as a line per step when verbose, as nothing else.
/// Asked whether to stop, it tells of Ctrl-C. May be told things from several threads.
class ProgressLine final : public base::Progress {
 public:
  ProgressLine(std::ostream& err, const Manner& manner);
  ~ProgressLine() override;
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void begin(const base::Message& step) override;
  void advance(std::size_t done, std::size_t total) override;
  [[nodiscard]] bool is_stopped() const override;

  /// Takes the line away, before something else is printed.
  void clear();

 private:
  void draw();
  std::ostream& err_;
  Manner manner_;
  std::mutex mutex_;
  std::string step_;
  std::size_t percent_ = 0;
  bool has_parts_ = false;
  bool is_drawn_ = false;
};

}  // namespace wijkbeeld::cli
