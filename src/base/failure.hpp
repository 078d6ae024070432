// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <exception>
#include <optional>
#include <string>
#include <vector>

#include "base/message.hpp"

namespace wijkbeeld::base {

/// Where something is: a file, optionally a part of it (sheet, layer, key), a line and a column.
/// Lines and columns count from 1; 0 means unknown.
struct Place {
  std::string file;
  std::string part = {};
  int line = 0;
  int column = 0;
  auto operator<=>(const Place&) const = default;
};

/// "wijk.xlsx, wijk:12:3"; parts that are unknown are left out.
std::string to_text(const Place& place);

/// The command cannot go on. Says what happened, where, why, and what to do next, in that order.
/// Thrown by anyone, ended once: in main or at the boundary of an endpoint.
///
///   throw Failure(say("cannot read '{}'", path))
///       .at({path}).because(say("the file stops halfway")).help(say("download it again"));
///
/// Messages: lower case, no final stop, the value found, the values allowed.
class Failure : public std::exception {
 public:
  enum class Kind { failed, usage, interrupted };

  explicit Failure(Message what, Kind kind = Kind::failed);

  Failure& at(Place place) &;
  Failure&& at(Place place) &&;
  Failure& because(Message why) &;
  Failure&& because(Message why) &&;
  Failure& help(Message advice) &;
  Failure&& help(Message advice) &&;

  [[nodiscard]] const Message& message() const { return message_; }
  [[nodiscard]] const std::optional<Place>& place() const { return place_; }
  [[nodiscard]] const std::vector<Message>& reasons() const { return reasons_; }
  [[nodiscard]] const std::vector<Message>& advice() const { return advice_; }
  [[nodiscard]] Kind kind() const { return kind_; }

  /// Everything in English on one or more lines: for logs and tests.
  [[nodiscard]] const char* what() const noexcept override;

 private:
  void refresh();
  Message message_;
  Kind kind_;
  std::optional<Place> place_;
  std::vector<Message> reasons_;
  std::vector<Message> advice_;
  std::string text_;
};

/// Several failures found in one go, such as all mistakes in a plan.
class Failures : public std::exception {
 public:
  explicit Failures(Message summary, std::vector<Failure> all);
  [[nodiscard]] const Message& summary() const { return summary_; }
  [[nodiscard]] const std::vector<Failure>& all() const { return all_; }
  [[nodiscard]] const char* what() const noexcept override;

 private:
  Message summary_;
  std::vector<Failure> all_;
  std::string text_;
};

}  // namespace wijkbeeld::base
