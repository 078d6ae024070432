// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/failure.hpp"
#include "base/message.hpp"

namespace wijkbeeld::serve {

/// The part of an address behind '?': names and values in the order given, decoded ("%C3%AB" and
/// "+" undone), valid UTF-8 without NUL. A name without '=' has an empty value; a name may occur
/// more than once.
class Query {
 public:
  using Pair = std::pair<std::string, std::string>;

  Query() = default;
  explicit Query(std::vector<Pair> pairs) : pairs_(std::move(pairs)) {}

  /// The first value with that name.
  [[nodiscard]] std::optional<std::string> find(std::string_view name) const;
  /// Every value with that name, in the order given.
  [[nodiscard]] std::vector<std::string> all(std::string_view name) const;
  [[nodiscard]] const std::vector<Pair>& pairs() const { return pairs_; }

 private:
  std::vector<Pair> pairs_;
};

/// What is asked for: "/api/v1/find?q=bos" in two parts. The path is decoded once, begins with
/// '/', is valid UTF-8, and holds no control characters, no empty part ("//") but perhaps the last,
/// and no part "." or "..", however they were written. An encoded '/' is refused, so that the parts
/// of the path are those the sender meant.
struct Target {
  std::string path;
  Query query;
};

/// Why a request is not answered: the status to reply with, and the words.
struct Complaint {
  int status = 400;
  base::Failure failure;
};

/// Reads the target of a request line (RFC 9112, origin form). Anything else, "*" and whole
/// addresses included, is a complaint with status 400. At most 100 names in the query.
std::variant<Target, Complaint> parse_target(std::string_view text);

/// A request as an endpoint sees it. Headers that are absent are empty.
struct Request {
  std::string method = "GET";
  std::string path = "/";  ///< as in Target
  Query query;
  std::string body;
  std::string if_none_match;
  std::string range;
  std::string if_range;
  std::string accept_encoding;
  std::string accept_language;
  /// What ?lang asks for; nothing when it is absent.
  std::optional<base::Language> lang;
  /// ?lang, or else the better of the two in Accept-Language, or else Dutch. Refusals speak it.
  base::Language reader_language = base::Language::nl;
};

/// Fills in the languages from the query and Accept-Language. A complaint when ?lang names none of
/// ours.
std::optional<Complaint> read_language(Request& request);

/// The one of our languages that Accept-Language likes best ("en-GB,en;q=0.9,nl;q=0.5"); Dutch when
/// it names none of them, likes both as much, or is malformed.
base::Language preferred_language(std::string_view accept_language);

}  // namespace wijkbeeld::serve
