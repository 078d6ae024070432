// SPDX-License-Identifier: EUPL-1.2
#include "base/failure.hpp"

#include <utility>

namespace wijkbeeld::base {

std::string to_text(const Place& place) {
  std::string text = place.file;
  if (!place.part.empty()) text += (text.empty() ? "" : ", ") + place.part;
  if (place.line > 0) text += fmt::format(":{}", place.line);
  if (place.line > 0 && place.column > 0) text += fmt::format(":{}", place.column);
  return text;
}

Failure::Failure(Message what, Kind kind) : message_(std::move(what)), kind_(kind) {
  refresh();
}

Failure& Failure::at(Place place) & {
  place_ = std::move(place);
  refresh();
  return *this;
}
Failure&& Failure::at(Place place) && {
  return std::move(at(std::move(place)));
}

Failure& Failure::because(Message why) & {
  reasons_.push_back(std::move(why));
  refresh();
  return *this;
}
Failure&& Failure::because(Message why) && {
  return std::move(because(std::move(why)));
}

Failure& Failure::help(Message advice) & {
  advice_.push_back(std::move(advice));
  refresh();
  return *this;
}
Failure&& Failure::help(Message advice) && {
  return std::move(help(std::move(advice)));
}

const char* Failure::what() const noexcept {
  return text_.c_str();
}

void Failure::refresh() {
  text_ = to_text(message_);
  if (place_) text_ += "\n  where: " + to_text(*place_);
  for (const Message& why : reasons_)
    text_ += "\n  why: " + to_text(why);
  for (const Message& advice : advice_)
    text_ += "\n  what to do: " + to_text(advice);
}

Failures::Failures(Message summary, std::vector<Failure> all)
    : summary_(std::move(summary)), all_(std::move(all)), text_(to_text(summary_)) {
  for (const Failure& one : all_)
    text_ += std::string("\n") + one.what();
}

const char* Failures::what() const noexcept {
  return text_.c_str();
}

}  // namespace wijkbeeld::base
