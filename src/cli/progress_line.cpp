// SPDX-License-Identifier: EUPL-1.2
#include "cli/progress_line.hpp"

#include <algorithm>

#include "cli/catalogue.hpp"
#include "cli/interruption.hpp"
#include "cli/layout.hpp"

namespace wijkbeeld::cli {

namespace {
constexpr std::size_t kBar = 20;
constexpr std::size_t kWidest = 80;
}  // namespace

ProgressLine::ProgressLine(std::ostream& err, const Manner& manner) : err_(err), manner_(manner) {}

ProgressLine::~ProgressLine() {
  clear();
}

void ProgressLine::begin(const base::Message& step) {
  const std::lock_guard lock(mutex_);
  step_ = render(step, catalogue(), manner_.language);
  percent_ = 0;
  has_parts_ = false;
  if (manner_.shows_progress && !manner_.is_verbose) return draw();
  if (manner_.is_verbose) err_ << step_ << '\n' << std::flush;
}

void ProgressLine::advance(std::size_t done, std::size_t total) {
  if (!manner_.shows_progress || manner_.is_verbose || total == 0) return;
  const std::lock_guard lock(mutex_);
  const std::size_t percent = std::min(done, total) * 100 / total;
  // Drawn again only when something can be seen to change.
  if (has_parts_ && percent <= percent_) return;
  has_parts_ = true;
  percent_ = percent;
  draw();
}

bool ProgressLine::is_stopped() const {
  return is_interrupted();
}

void ProgressLine::clear() {
  const std::lock_guard lock(mutex_);
  if (is_drawn_) err_ << "\r\x1b[K" << std::flush;
  is_drawn_ = false;
}

void ProgressLine::draw() {
  std::string bar;
  if (has_parts_) {
    const std::size_t full = percent_ * kBar / 100;
    for (std::size_t i = 0; i < kBar; ++i)
      bar += i < full ? "━" : "╌";
    bar += fmt::format(" {:3}%  ", percent_);
  }
  const std::size_t width =
      manner_.width > 0 ? std::min<std::size_t>(kWidest, static_cast<std::size_t>(manner_.width))
                        : kWidest;
  const std::size_t used = has_parts_ ? kBar + 7 : 0;
  err_ << "\r\x1b[K" << bar << shortened(step_, width - used - 1) << std::flush;
  is_drawn_ = true;
}

}  // namespace wijkbeeld::cli
