// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/failure.hpp"
#include "series/series.hpp"

namespace wijkbeeld::study::detail {

/// Words, numbers and signs of a rule one by one, each with its place in the plan.
class RuleReader {
 public:
  RuleReader(std::string_view text, base::Place place);

  [[nodiscard]] bool at_end() const { return next_ == tokens_.size(); }
  /// The next token, or "" at the end.
  [[nodiscard]] std::string_view peek() const;
  std::string_view take();
  /// Takes the next token when it is this word.
  bool accept(std::string_view word);
  void expect(std::string_view word);
  double number();
  /// A year, with an edition before it where the plan names one: "2014", "lbm2-2016:2014".
  series::Wave wave(std::string& edition);

  /// A mistake at the next token.
  [[nodiscard]] base::Failure mistake(base::Message what) const;
  [[nodiscard]] base::Place place() const;

 private:
  struct Token {
    std::string_view text;
    std::size_t at;
  };
  void split();
  std::string_view text_;
  base::Place place_;
  std::vector<Token> tokens_;
  std::size_t next_ = 0;
};

}  // namespace wijkbeeld::study::detail
