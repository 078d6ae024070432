// SPDX-License-Identifier: EUPL-1.2
#include "study/detail/rule_reader.hpp"

#include <utility>

#include "base/number.hpp"

namespace wijkbeeld::study::detail {

using base::say;

namespace {
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_sign(char c) {
  return c == '(' || c == ')';
}
bool is_comparison(char c) {
  return c == '<' || c == '>' || c == '=';
}
}  // namespace

RuleReader::RuleReader(std::string_view text, base::Place place)
    : text_(text), place_(std::move(place)) {
  split();
}

void RuleReader::split() {
  for (std::size_t i = 0; i < text_.size();) {
    const std::size_t begin = i;
    if (is_blank(text_[i])) {
      ++i;
      continue;
    }
    if (is_sign(text_[i])) {
      ++i;
    } else if (is_comparison(text_[i])) {
      while (i < text_.size() && is_comparison(text_[i]))
        ++i;
    } else {
      while (i < text_.size() && !is_blank(text_[i]) && !is_sign(text_[i]) &&
             !is_comparison(text_[i]))
        ++i;
    }
    tokens_.push_back({text_.substr(begin, i - begin), begin});
  }
}

std::string_view RuleReader::peek() const {
  return at_end() ? "" : tokens_[next_].text;
}

std::string_view RuleReader::take() {
  if (at_end()) throw mistake(say("the rule stops too early"));
  return tokens_[next_++].text;
}

bool RuleReader::accept(std::string_view word) {
  if (peek() != word) return false;
  ++next_;
  return true;
}

void RuleReader::expect(std::string_view word) {
  if (accept(word)) return;
  if (at_end()) throw mistake(say("the rule stops where '{}' is expected", word));
  throw mistake(say("expected '{}', found '{}'", word, peek()));
}

double RuleReader::number() {
  const auto value = base::parse_number(peek());
  if (!value) throw mistake(say("expected a number, found '{}'", peek()));
  ++next_;
  return *value;
}

series::Wave RuleReader::wave(std::string& edition) {
  std::string_view word = peek();
  std::string named;
  if (const std::size_t colon = word.find(':'); colon != std::string_view::npos) {
    named = word.substr(0, colon);
    word.remove_prefix(colon + 1);
  }
  const auto year = base::parse_integer(word);
  if (!year || *year < 1900 || *year > 2200)
    throw mistake(say("expected a year such as 2014, found '{}'", peek()));
  if (!named.empty() && !edition.empty() && named != edition)
    throw mistake(say("this subtracts edition '{}' from edition '{}'", edition, named))
        .because(say("editions have different references: their values are never subtracted, "
                     "averaged or drawn in one line"))
        .help(say("ask the same question of each edition apart and compare the answers"));
  if (!named.empty()) edition = named;
  ++next_;
  return {static_cast<int>(*year)};
}

base::Place RuleReader::place() const {
  base::Place place = place_;
  const std::size_t at = at_end() ? text_.size() : tokens_[next_].at;
  if (place.column > 0) place.column += static_cast<int>(at) + 1;  // 1 for the opening quote
  return place;
}

base::Failure RuleReader::mistake(base::Message what) const {
  return base::Failure(std::move(what)).at(place());
}

}  // namespace wijkbeeld::study::detail
