// SPDX-License-Identifier: EUPL-1.2
#include "cli/interruption.hpp"

#include <csignal>

#include <atomic>

namespace wijkbeeld::cli {
namespace {

// The one thing a signal handler may touch, and the one global of the program: a signal carries no
// parameters.
std::atomic<bool>& flag() {
  static std::atomic<bool> raised{false};
  static_assert(std::atomic<bool>::is_always_lock_free);
  return raised;
}

extern "C" void remember(int /*signal*/) {
  flag().store(true, std::memory_order_relaxed);
}

}  // namespace

void listen_for_interruption() {
  flag().store(false, std::memory_order_relaxed);
  struct sigaction action {};
  action.sa_handler = remember;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP})
    sigaction(signal, &action, nullptr);
  // A reader that goes away (`| head`) must not end us halfway through writing a file.
  action.sa_handler = SIG_IGN;
  action.sa_flags = 0;
  sigaction(SIGPIPE, &action, nullptr);
}

bool is_interrupted() {
  return flag().load(std::memory_order_relaxed);
}

}  // namespace wijkbeeld::cli
