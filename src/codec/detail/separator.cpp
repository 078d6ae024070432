// SPDX-License-Identifier: EUPL-1.2
#include "codec/detail/separator.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace wijkbeeld::codec::detail {
namespace {

constexpr std::string_view kCandidates = "\t;,";  // in order of preference
constexpr std::size_t kLines = 100;

using Counts = std::array<std::size_t, kCandidates.size()>;

// How often each candidate stands outside quotes, for each of the first non-blank lines.
std::vector<Counts> counts_per_line(std::string_view text) {
  std::vector<Counts> lines;
  Counts counts{};
  bool is_quoted = false;
  bool is_blank = true;
  bool at_start = true;  // of a cell, whichever the separator is
  for (const char c : text) {
    if (is_quoted) {
      is_quoted = c != '"';
      continue;
    }
    if (c == '\n' || c == '\r') {
      if (!is_blank) lines.push_back(counts);
      if (lines.size() == kLines) return lines;
      counts = {};
      is_blank = at_start = true;
      continue;
    }
    const std::size_t candidate = kCandidates.find(c);
    if (candidate != std::string_view::npos) ++counts.at(candidate);
    // A doubled quote closes and opens again at once.
    if (c == '"' && at_start) is_quoted = true;
    is_blank = is_blank && (c == ' ' || c == '\t');
    at_start = candidate != std::string_view::npos || (at_start && (c == ' ' || c == '"'));
  }
  if (!is_blank) lines.push_back(counts);
  return lines;
}

}  // namespace

char separator_of(std::string_view text) {
  const std::vector<Counts> lines = counts_per_line(text);
  char best = ',';
  std::size_t best_agreement = 0;
  for (std::size_t i = 0; i < kCandidates.size(); ++i) {
    if (lines.empty() || lines.front().at(i) == 0) continue;
    const auto agreement =
        static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [&](const Counts& c) {
          return c.at(i) == lines.front().at(i);
        }));
    if (agreement <= best_agreement) continue;
    best_agreement = agreement;
    best = kCandidates[i];
  }
  return best;
}

}  // namespace wijkbeeld::codec::detail
