// SPDX-License-Identifier: EUPL-1.2
#include "serve/router.hpp"

#include <algorithm>
#include <set>

#include "base/ensure.hpp"
#include "base/text.hpp"

namespace wijkbeeld::serve {

using base::Failure;
using base::say;

namespace {

// A part of a pattern around its place: "{period}.csv" is "", "period", ".csv". Without a place
// all of it is `before`.
struct Part {
  std::string_view before;
  std::string_view place = {};
  std::string_view after = {};
  bool takes_all = false;
};

Part read_part(std::string_view text) {
  const std::size_t open = text.find('{');
  if (open == std::string_view::npos) return {text};
  const std::size_t close = text.find('}', open);
  base::ensure(close != std::string_view::npos, "a place in a pattern is closed");
  Part part{text.substr(0, open), text.substr(open + 1, close - open - 1), text.substr(close + 1)};
  part.takes_all = part.place.ends_with("...");
  if (part.takes_all) part.place.remove_suffix(3);
  return part;
}

bool fits(const Part& part, std::string_view text) {
  if (part.place.empty()) return text == part.before;
  return text.size() > part.before.size() + part.after.size() && text.starts_with(part.before) &&
         text.ends_with(part.after);
}

// A pattern with its places filled from a path that has as many parts.
std::string filled(std::string_view pattern, std::string_view path) {
  const auto parts = base::split(pattern, '/');
  const auto given = base::split(path, '/');
  if (parts.size() != given.size()) return {};
  std::string text;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const Part part = read_part(parts[i]);
    const bool keeps = !part.place.empty() && fits(part, given[i]);
    if (!part.place.empty() && !keeps) return {};
    text += '/';
    text += keeps ? given[i] : parts[i];
  }
  return text;
}

void check(const Route& route) {
  base::ensure(route.pattern.starts_with('/'), "a pattern begins with '/'");
  base::ensure(static_cast<bool>(route.handler), "a route has a handler");
  const auto parts = base::split(route.pattern, '/');
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const Part part = read_part(parts[i]);
    base::ensure(part.after.find('{') == std::string_view::npos, "a part has one place at most");
    base::ensure(!part.takes_all || (i + 1 == parts.size() && part.before.empty() &&
                                     part.after.empty() && !part.place.empty()),
                 "a place for all that is left is the whole last part");
  }
}

// Comparing takes time with the square of the length, and nobody mistypes more than this by hand.
constexpr std::size_t kLongestMistyped = 200;

std::optional<std::string> perhaps_meant(std::span<const Route> routes, std::string_view path) {
  if (path.size() > kLongestMistyped) return std::nullopt;
  std::vector<std::string> candidates;
  for (const Route& route : routes)
    if (std::string one = filled(route.pattern, path); !one.empty())
      candidates.push_back(std::move(one));
  return base::did_you_mean(path, candidates);
}

Failure no_such_address(std::span<const Route> routes, const std::string& path) {
  Failure failure(say("there is nothing at '{}'", path), Failure::Kind::usage);
  if (const auto meant = perhaps_meant(routes, path))
    failure.help(say("did you mean '{}'", *meant));
  return failure;
}

Failure wrong_method(const Request& request, const std::string& allowed) {
  return Failure(say("'{}' does not take {}", request.path, request.method), Failure::Kind::usage)
      .help(say("use {}", allowed));
}

bool answers(const Route& route, std::string_view method) {
  return route.method == method || (route.method == "GET" && method == "HEAD");
}

}  // namespace

void Captures::add(std::string_view name, std::string_view value) {
  all_.emplace_back(name, value);
}

const std::string& Captures::operator[](std::string_view name) const {
  const auto found =
      std::find_if(all_.begin(), all_.end(), [&](const auto& one) { return one.first == name; });
  base::ensure(found != all_.end(), "a handler asks for places its pattern names");
  return found->second;
}

std::optional<Captures> match(std::string_view pattern, std::string_view path) {
  Captures captures;
  while (true) {
    if (pattern.empty() || path.empty())
      return pattern.empty() && path.empty() ? std::optional(captures) : std::nullopt;
    if (!pattern.starts_with('/') || !path.starts_with('/')) return std::nullopt;
    pattern.remove_prefix(1);
    path.remove_prefix(1);
    const std::string_view written = pattern.substr(0, pattern.find('/'));
    const Part part = read_part(written);
    const std::string_view given = part.takes_all ? path : path.substr(0, path.find('/'));
    if (!fits(part, given)) return std::nullopt;
    if (!part.place.empty())
      captures.add(part.place, given.substr(part.before.size(),
                                            given.size() - part.before.size() - part.after.size()));
    pattern.remove_prefix(written.size());
    path.remove_prefix(given.size());
  }
}

Router::Router(std::vector<Route> routes) : routes_(std::move(routes)) {
  std::set<std::pair<std::string, std::string>> seen;
  for (const Route& route : routes_) {
    check(route);
    base::ensure(seen.emplace(route.method, route.pattern).second, "a route is in the table once");
  }
}

Response Router::operator()(const Request& request) const {
  std::string allowed;
  for (const Route& route : routes_) {
    const auto captures = match(route.pattern, request.path);
    if (!captures) continue;
    if (answers(route, request.method)) return route.handler(request, *captures);
    const std::string method = route.method == "GET" ? "GET, HEAD" : route.method;
    if (allowed.find(method) == std::string::npos)
      allowed += (allowed.empty() ? "" : ", ") + method;
  }
  if (!allowed.empty()) throw Refusal(405, wrong_method(request, allowed), {{"Allow", allowed}});
  throw Refusal(404, no_such_address(routes_, request.path));
}

}  // namespace wijkbeeld::serve
