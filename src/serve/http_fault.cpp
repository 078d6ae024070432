// SPDX-License-Identifier: EUPL-1.2
#include "serve/http_fault.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"

namespace wijkbeeld::serve {

using base::Failure;
using base::say;

namespace {

Complaint complain(int status, base::Message what, base::Message advice) {
  return {status, Failure(std::move(what), Failure::Kind::usage).help(std::move(advice))};
}

// "localhost:8017" as "localhost", "[::1]" as "::1". What follows the name must be a port.
std::string name_of(std::string_view host) {
  const std::size_t bracket = host.starts_with('[') ? host.find(']') : 0;
  if (bracket == std::string_view::npos) return {};
  const std::size_t colon = std::min(host.find(':', bracket), host.size());
  const std::string_view port = host.substr(std::min(colon + 1, host.size()));
  if (port.find_first_not_of("0123456789") != std::string_view::npos) return {};
  if (bracket == 0) return base::lower(host.substr(0, colon));
  return colon == bracket + 1 ? base::lower(host.substr(1, bracket - 1)) : std::string();
}

// Four numbers from 0 to 255, as inet_pton has it: "127.1" and "0177.0.0.1" are no addresses.
bool is_ipv4(std::string_view text) {
  const auto parts = base::split(text, '.');
  return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
           int number = 0;
           const char* end = part.data() + part.size();
           const auto [stopped, error] = std::from_chars(part.data(), end, number);
           const bool has_extra_zero = part.size() > 1 && part[0] == '0';
           return error == std::errc() && stopped == end && part[0] != '-' && number < 256 &&
                  !has_extra_zero;
         });
}

}  // namespace

Complaint complaint(HttpFault fault) {
  switch (fault) {
    case HttpFault::malformed:
      return complain(400, say("this is no HTTP request that can be read"),
                      say("speak HTTP/1.1, without TLS"));
    case HttpFault::too_slow:
      return complain(408, say("the request took too long to arrive"), say("try again"));
    case HttpFault::no_length:
      return complain(411, say("the request does not tell how long its body is"),
                      say("send it with a Content-Length"));
    case HttpFault::body_too_large:
      return complain(413, say("what was sent is too large"), say("send less, or in parts"));
    case HttpFault::target_too_long:
      return complain(414, say("the address is too long"), say("ask for less at a time"));
    case HttpFault::expects_unknown:
      return complain(417, say("the request expects what this server cannot do"),
                      say("leave out the header Expect"));
    case HttpFault::no_host:
      return complain(400, say("the request does not name one host"), say("send one header Host"));
    case HttpFault::foreign_host:
      return complain(421, say("this server does not go by that name"),
                      say("use localhost or 127.0.0.1 with the port, on the machine it runs on"));
    case HttpFault::headers_too_long:
      return complain(431, say("the headers of the request are too long"),
                      say("send fewer or shorter headers"));
    case HttpFault::busy:
      break;
  }
  return complain(503, say("too many others are being served"), say("try again in a moment"));
}

bool is_loopback(std::string_view address) {
  return address == "localhost" || address == "::1" ||
         (address.starts_with("127.") && is_ipv4(address));
}

bool is_own_host(std::string_view host, std::string_view bound_address,
                 const std::vector<std::string>& names) {
  const bool is_private = is_loopback(bound_address);
  if (!is_private && names.empty()) return true;
  const std::string name = name_of(host);
  return (is_private && is_loopback(name)) ||
         std::any_of(names.begin(), names.end(),
                     [&](const std::string& one) { return base::lower(one) == name; });
}

std::optional<HttpFault> fault_of(const Heading& heading, std::size_t longest_target,
                                  std::string_view bound_address,
                                  const std::vector<std::string>& names) {
  if (heading.target_bytes > longest_target) return HttpFault::target_too_long;
  if (heading.has_transfer_encoding) return HttpFault::no_length;
  if (heading.hosts > 1 || (heading.hosts == 0 && heading.is_modern)) return HttpFault::no_host;
  if (heading.hosts == 1 && !is_own_host(heading.host, bound_address, names))
    return HttpFault::foreign_host;
  if (heading.is_modern && !heading.expected.empty() &&
      base::lower(heading.expected) != "100-continue")
    return HttpFault::expects_unknown;
  return std::nullopt;
}

}  // namespace wijkbeeld::serve
