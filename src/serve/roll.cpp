// SPDX-License-Identifier: EUPL-1.2
#include "serve/roll.hpp"

#include "serve/http_fault.hpp"

namespace wijkbeeld::serve {

std::size_t Roll::limit_for(const Guest& one) const {
  return is_loopback(one.address()) ? limits_.connections_per_local_address
                                    : limits_.connections_per_address;
}

bool Roll::enter(Guest& one) {
  const std::lock_guard lock(mutex_);
  // Those asked to go may linger a moment; a flood of them is turned away.
  if (present_.size() >= 2 * limits_.connections) return false;
  const auto here = by_address_.find(one.address());
  if (here != by_address_.end() && here->second >= limit_for(one) && !make_room_for(&one.address()))
    return false;
  if (counted_ >= limits_.connections && !make_room_for(nullptr)) return false;
  one.place_ = present_.insert(present_.end(), &one);
  one.is_present_ = one.is_counted_ = true;
  ++counted_;
  ++by_address_[one.address()];
  return true;
}

void Roll::stop_counting(Guest& one) {
  if (!one.is_counted_) return;
  one.is_counted_ = false;
  --counted_;
  const auto here = by_address_.find(one.address());
  if (--here->second == 0) by_address_.erase(here);
}

void Roll::leave(Guest& one) {
  const std::lock_guard lock(mutex_);
  stop_counting(one);
  if (one.is_present_) present_.erase(one.place_);
  one.is_present_ = false;
}

bool Roll::make_room_for(const std::string* address) {
  for (Guest* one : present_) {
    if (!one->is_counted_ || one->phase() == Phase::answering) continue;
    if (address != nullptr && one->address() != *address) continue;
    if (!one->ask_to_go()) continue;
    stop_counting(*one);
    return true;
  }
  return false;
}

void Roll::make_room() {
  const std::lock_guard lock(mutex_);
  make_room_for(nullptr);
}

std::size_t Roll::counted() const {
  const std::lock_guard lock(mutex_);
  return counted_;
}

}  // namespace wijkbeeld::serve
