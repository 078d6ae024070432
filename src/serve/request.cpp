// SPDX-License-Identifier: EUPL-1.2
#include "serve/request.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "serve/http_negotiation.hpp"

namespace wijkbeeld::serve {

using base::Failure;
using base::Language;
using base::Message;
using base::say;

namespace {

constexpr std::size_t kMostPairs = 100;

Complaint malformed(Message why) {
  return {400, Failure(say("the address cannot be read"), Failure::Kind::usage)
                   .because(std::move(why))
                   .help(say("follow a link of the atlas, or see /api for what can be asked"))};
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

// Undoes %XX once; nothing when a '%' is not followed by two hexadecimals.
std::optional<std::string> decoded(std::string_view text, bool plus_is_blank) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      const int high = i + 1 < text.size() ? hex_digit(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
      if (high < 0 || low < 0) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += text[i] == '+' && plus_is_blank ? ' ' : text[i];
    }
  }
  return out;
}

// What is wrong with a decoded part of the path, if anything.
std::optional<Message> fault_of_part(const std::string& part, bool is_last) {
  if (part.empty() && !is_last) return say("it has an empty part ('//')");
  if (part == "." || part == "..") return say("it has a part '{}'", part);
  if (part.find('/') != std::string::npos) return say("a part of it holds an encoded '/'");
  if (std::any_of(part.begin(), part.end(), is_control)) return say("it holds control characters");
  if (!base::is_utf8(part)) return say("it is not valid UTF-8");
  return std::nullopt;
}

std::variant<std::string, Complaint> read_path(std::string_view text) {
  if (!text.starts_with('/')) return malformed(say("it does not begin with '/'"));
  std::string path;
  const auto parts = base::split(text.substr(1), '/');
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto part = decoded(parts[i], false);
    if (!part) return malformed(say("a '%' in it is not followed by two hexadecimal digits"));
    if (auto fault = fault_of_part(*part, i + 1 == parts.size()))
      return malformed(*std::move(fault));
    path += '/' + *part;
  }
  return path;
}

// What is wrong with a decoded name or value, if anything. Line ends are fine: a list of codes may
// have been pasted.
std::optional<Message> fault_of_word(const std::string& word) {
  if (!base::is_utf8(word)) return say("it is not valid UTF-8");
  const auto is_bad = [](char c) { return is_control(c) && c != '\t' && c != '\n' && c != '\r'; };
  if (std::any_of(word.begin(), word.end(), is_bad)) return say("it holds control characters");
  return std::nullopt;
}

std::variant<Query, Complaint> read_query(std::string_view text) {
  std::vector<Query::Pair> pairs;
  for (const std::string_view piece : base::split(text, '&')) {
    if (piece.empty()) continue;
    if (pairs.size() == kMostPairs)
      return malformed(say("it asks more than {} things", kMostPairs));
    const std::size_t equals = std::min(piece.find('='), piece.size());
    auto name = decoded(piece.substr(0, equals), true);
    auto value = decoded(piece.substr(std::min(equals + 1, piece.size())), true);
    if (!name || !value)
      return malformed(say("a '%' in it is not followed by two hexadecimal digits"));
    for (const std::string* word : {&*name, &*value})
      if (auto fault = fault_of_word(*word)) return malformed(*std::move(fault));
    pairs.emplace_back(*std::move(name), *std::move(value));
  }
  return Query(std::move(pairs));
}

}  // namespace

std::optional<std::string> Query::find(std::string_view name) const {
  for (const Pair& pair : pairs_)
    if (pair.first == name) return pair.second;
  return std::nullopt;
}

std::vector<std::string> Query::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const Pair& pair : pairs_)
    if (pair.first == name) values.push_back(pair.second);
  return values;
}

std::variant<Target, Complaint> parse_target(std::string_view text) {
  if (text.find('#') != std::string_view::npos)
    return malformed(say("it holds a '#', which browsers keep to themselves"));
  const std::size_t mark = std::min(text.find('?'), text.size());
  auto path = read_path(text.substr(0, mark));
  if (auto* complaint = std::get_if<Complaint>(&path)) return std::move(*complaint);
  auto query = read_query(text.substr(std::min(mark + 1, text.size())));
  if (auto* complaint = std::get_if<Complaint>(&query)) return std::move(*complaint);
  return Target{std::get<std::string>(std::move(path)), std::get<Query>(std::move(query))};
}

Language preferred_language(std::string_view accept_language) {
  int dutch = 0;
  int english = 0;
  for (const Weighted& one : weighted_list(accept_language)) {
    const std::string_view tongue = std::string_view(one.name).substr(0, one.name.find('-'));
    if (tongue == "nl") dutch = std::max(dutch, one.weight);
    if (tongue == "en") english = std::max(english, one.weight);
  }
  return english > dutch ? Language::en : Language::nl;
}

std::optional<Complaint> read_language(Request& request) {
  request.reader_language = preferred_language(request.accept_language);
  const auto asked = request.query.find("lang");
  if (!asked) return std::nullopt;
  if (*asked != "nl" && *asked != "en")
    return Complaint{400, Failure(say("there is no language '{}'", *asked), Failure::Kind::usage)
                              .help(say("ask lang=nl or lang=en"))};
  request.lang = *asked == "en" ? Language::en : Language::nl;
  request.reader_language = *request.lang;
  return std::nullopt;
}

}  // namespace wijkbeeld::serve
