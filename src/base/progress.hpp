// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>

#include "base/message.hpp"

namespace wijkbeeld::base {

/// Watches long work. Given as a parameter; the work tells it where it is and asks whether to go
/// on. The default watches nothing and never stops.
class Progress {
 public:
  Progress() = default;
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  virtual ~Progress() = default;

  /// A step has begun, such as "reading wijk.xlsx".
  virtual void begin(const Message& step) { (void)step; }
  /// `done` of `total` parts of the step are ready.
  virtual void advance(std::size_t done, std::size_t total) {
    (void)done;
    (void)total;
  }
  /// True when the person asked to stop.
  [[nodiscard]] virtual bool is_stopped() const { return false; }

  /// Throws Failure (interrupted) when the person asked to stop. Call it between parts that leave
  /// nothing half done.
  void check() const;
};

}  // namespace wijkbeeld::base
