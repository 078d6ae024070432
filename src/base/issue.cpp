// SPDX-License-Identifier: EUPL-1.2
#include "base/issue.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace wijkbeeld::base {

void Ledger::add(Issue issue) {
  issues_.push_back(std::move(issue));
}

void Ledger::add(const Ledger& other) {
  issues_.insert(issues_.end(), other.issues_.begin(), other.issues_.end());
}

std::size_t Ledger::count(std::string_view code) const {
  return static_cast<std::size_t>(std::count_if(issues_.begin(), issues_.end(),
                                                [&](const Issue& i) { return i.code == code; }));
}

std::size_t Ledger::count(Severity severity) const {
  return static_cast<std::size_t>(std::count_if(
      issues_.begin(), issues_.end(), [&](const Issue& i) { return i.severity == severity; }));
}

std::vector<Ledger::Tally> Ledger::tally() const {
  std::vector<Tally> tallies;
  std::map<std::string, std::size_t> position;
  for (const Issue& issue : issues_) {
    const auto [at, is_new] = position.emplace(issue.code, tallies.size());
    if (is_new) tallies.push_back({issue.code, issue.severity, 0, &issue});
    ++tallies[at->second].count;
  }
  return tallies;
}

std::string_view to_text(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::refused:
      return "refused";
  }
  return "";
}

}  // namespace wijkbeeld::base
