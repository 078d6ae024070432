// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

#include "source/example_score.hpp"

namespace wijkbeeld::source {

/// Lines of comma-separated cells, written fast. Texts of the example need no quotes.
class CsvText {
 public:
  explicit CsvText(std::string_view header) { out_.append(header).push_back('\n'); }
  /// Without a header: for a part of a file.
  CsvText() = default;

  CsvText& text(std::string_view cell) {
    out_.append(cell).push_back(',');
    return *this;
  }
  template <class T>
  CsvText& number(T value) {
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    out_.append(buffer.data(), end).push_back(',');
    return *this;
  }
  /// Millionths as a decimal number with six decimals.
  CsvText& points(Micro value) {
    if (value < 0) out_.push_back('-');
    const auto all = static_cast<std::uint64_t>(value < 0 ? -value : value);
    std::array<char, 32> buffer{};
    const auto [end, error] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), all / 1000000);
    out_.append(buffer.data(), end).push_back('.');
    for (std::uint64_t unit = 100000; unit > 0; unit /= 10)
      out_.push_back(static_cast<char>('0' + all / unit % 10));
    out_.push_back(',');
    return *this;
  }
  /// Ends the line.
  void end() { out_.back() = '\n'; }

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace wijkbeeld::source
