// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "serve/request.hpp"

namespace wijkbeeld::serve {

/// What can be wrong with a request before anybody looks at what it asks.
enum class HttpFault : std::uint8_t {
  malformed,
  too_slow,
  no_length,
  body_too_large,
  target_too_long,
  expects_unknown,
  no_host,
  foreign_host,
  headers_too_long,
  busy,
};

/// The status and the words for it.
Complaint complaint(HttpFault fault);

/// True when the text is an address of this machine alone: 127.0.0.0/8, ::1, or "localhost".
bool is_loopback(std::string_view address);

/// True when a Host header ("localhost:8017", "[::1]:8017") names this server: any name when it is
/// bound to an address others can reach and no names were given; else one of the names, or, when
/// bound to a loopback address, any loopback address.
bool is_own_host(std::string_view host, std::string_view bound_address,
                 const std::vector<std::string>& names);

/// What is looked at in the head of a request before anything else.
struct Heading {
  bool is_modern = true;  ///< HTTP/1.1: 1.0 knows no Host and no Expect
  std::size_t target_bytes = 0;
  bool has_transfer_encoding = false;
  std::size_t hosts = 1;           ///< how many Host headers there are
  std::string_view host = {};      ///< the first of them
  std::string_view expected = {};  ///< Expect; empty when there is none
};

/// What is wrong with it, or nothing. A body of unknown length (Transfer-Encoding) is refused, as
/// it could not be judged before it is there. A browser always names the host: what names none, as
/// HTTP/1.0 may, is no browser.
std::optional<HttpFault> fault_of(const Heading& heading, std::size_t longest_target,
                                  std::string_view bound_address,
                                  const std::vector<std::string>& names);

}  // namespace wijkbeeld::serve
