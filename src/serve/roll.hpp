// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <mutex>
#include <string>
#include <utility>

#include "serve/http_server.hpp"

namespace wijkbeeld::serve {

/// What a connection waits for. `answering` runs from the last byte of a request to the last of its
/// reply.
enum class Phase : std::uint8_t { idle, receiving, answering, farewell, closed };

/// A connection as the roll sees it: who it is for, what it waits for, and until when.
class Guest {
 public:
  using Clock = std::chrono::steady_clock;

  /// `address`: what counts as one client.
  explicit Guest(std::string address) : address_(std::move(address)) {}
  Guest(const Guest&) = delete;
  Guest& operator=(const Guest&) = delete;
  virtual ~Guest() = default;

  [[nodiscard]] const std::string& address() const { return address_; }
  /// From any thread.
  [[nodiscard]] Phase phase() const { return phase_.load(std::memory_order_relaxed); }
  [[nodiscard]] bool is_late(Clock::time_point now) const { return now >= deadline_; }

  /// Asks it to go, soon and on its own thread: this neither waits nor calls the roll. False when
  /// it is at its end already. From any thread.
  virtual bool ask_to_go() = 0;

 protected:
  /// Only by the thread of the guest. The deadline is absolute: nothing it does moves it but
  /// another phase.
  void enter(Phase phase, Clock::time_point deadline) {
    phase_.store(phase, std::memory_order_relaxed);
    deadline_ = deadline;
  }
  /// The same phase, no later than this.
  void hurry(Clock::time_point deadline) { deadline_ = std::min(deadline_, deadline); }

 private:
  friend class Roll;
  std::string address_;
  std::atomic<Phase> phase_{Phase::idle};
  Clock::time_point deadline_;
  // Guarded by the roll.
  bool is_present_ = false;
  bool is_counted_ = false;  // not asked to go
  std::list<Guest*>::iterator place_ = {};
};

/// Who is connected, over all threads: it decides who may come in, and who goes for it.
///
/// When all places are taken, or those of one client, the guest that has been here longest without
/// being answered just now makes room: who holds connections open cannot keep others out. Those
/// that were asked to go no longer count, but may linger a moment; no more than twice the places
/// are ever taken.
class Roll {
 public:
  explicit Roll(const Limits& limits) : limits_(limits) {}

  /// True when the guest may stay; it must leave before it ends. The caller turns away the others.
  bool enter(Guest& one);
  /// Nothing for who did not enter, or left already.
  void leave(Guest& one);
  /// Asks one guest to go, whoever it is: the system has no more connections for us.
  void make_room();

  /// Those that count: here, and not asked to go.
  [[nodiscard]] std::size_t counted() const;

 private:
  bool make_room_for(const std::string* address);
  void stop_counting(Guest& one);
  [[nodiscard]] std::size_t limit_for(const Guest& one) const;

  Limits limits_;
  mutable std::mutex mutex_;
  std::list<Guest*> present_;  // the longest here first
  std::size_t counted_ = 0;
  std::map<std::string, std::size_t> by_address_;  // of those that count
};

}  // namespace wijkbeeld::serve
