// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/message.hpp"
#include "serve/request.hpp"
#include "serve/response.hpp"

namespace wijkbeeld::serve {

/// What the places in a pattern hold in the path at hand.
class Captures {
 public:
  void add(std::string_view name, std::string_view value);
  /// The value of a place that the pattern of the route names; another name is a bug.
  [[nodiscard]] const std::string& operator[](std::string_view name) const;
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all() const { return all_; }

 private:
  std::vector<std::pair<std::string, std::string>> all_;
};

/// One line of the table of routes.
///
/// A pattern is parts between '/'. A part is a text ("areas"), a place that holds any one part
/// ("{level}"), a place with text around it ("{period}.csv"), or, at the end, a place for all that
/// is left ("{file...}"). A place is never empty.
struct Route {
  std::string method;  ///< "GET" also answers HEAD
  std::string pattern;
  std::string name;       ///< one word, for the contract and the tests
  base::Message summary;  ///< one sentence, for the contract and its page
  std::function<Response(const Request&, const Captures&)> handler;
};

/// What a pattern captures from a path, or nothing when it does not fit.
std::optional<Captures> match(std::string_view pattern, std::string_view path);

/// The first route in the table that fits answers. Throws Refusal 404 with the address that was
/// perhaps meant, and 405 with Allow when only the method is wrong.
class Router {
 public:
  /// Patterns are checked; a malformed one, or the same method and pattern twice, is a bug.
  explicit Router(std::vector<Route> routes);

  Response operator()(const Request& request) const;
  [[nodiscard]] std::span<const Route> routes() const { return routes_; }

 private:
  std::vector<Route> routes_;
};

}  // namespace wijkbeeld::serve
