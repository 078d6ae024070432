// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <ctime>
#include <memory>
#include <string>
#include <string_view>

#include "serve/request.hpp"
#include "serve/response.hpp"

namespace wijkbeeld::serve {

/// What goes over the line: a head, and a piece of a body that stays where it is.
struct Wire {
  std::string head;
  std::string_view bytes = {};
  std::shared_ptr<const Body> body = {};  ///< keeps the bytes
};

/// What becomes of the connection after this reply.
enum class Afterwards : std::uint8_t {
  open,         ///< HTTP/1.1 needs no word for it
  stated_open,  ///< as an HTTP/1.0 client must be told
  closed,
};

/// The reply as bytes: HEAD, 304 (If-None-Match), 206 and 416 (Range, If-Range), the variant that
/// suits Accept-Encoding, and every header, those included that keep a page to itself. `date` is
/// the value of the header Date.
Wire to_wire(const Request& request, const Response& response, Afterwards afterwards,
             std::string_view date);

/// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7).
std::string http_date(std::time_t time);

}  // namespace wijkbeeld::serve
