// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/failure.hpp"
#include "base/message.hpp"

namespace wijkbeeld::base {

/// How much an imperfection matters: a note is worth knowing, a warning may change a figure, a
/// refusal means that a row or value was left out.
enum class Severity { note, warning, refused };

/// One imperfection in the data. `code` is a short stable name such as "class-out-of-range":
/// it is what people filter on and what tests look for.
struct Issue {
  std::string code;
  Severity severity = Severity::warning;
  Place place;
  Message message;
};

/// The list of imperfections met so far. Nothing is dropped: many issues of one code are shown
/// together but kept apart.
class Ledger {
 public:
  void add(Issue issue);
  void add(const Ledger& other);

  [[nodiscard]] const std::vector<Issue>& issues() const { return issues_; }
  [[nodiscard]] std::size_t count(std::string_view code) const;
  [[nodiscard]] std::size_t count(Severity severity) const;
  [[nodiscard]] bool empty() const { return issues_.empty(); }

  /// Distinct codes with how often each occurs, in order of first appearance.
  struct Tally {
    std::string code;
    Severity severity;
    std::size_t count;
    const Issue* first;
  };
  [[nodiscard]] std::vector<Tally> tally() const;

 private:
  std::vector<Issue> issues_;
};

std::string_view to_text(Severity severity);

}  // namespace wijkbeeld::base
