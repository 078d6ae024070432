// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace wijkbeeld::codec {

/// How hard to try. `quick`: some 100 MB/s; `best`: some 1 MB/s, for what is made once.
enum class Effort : std::uint8_t { quick, best };

/// The bytes as one gzip member (RFC 1952) without name or time: the same bytes give the same.
std::string to_gzip(std::string_view bytes, Effort effort);

/// The bytes as one brotli stream (RFC 7932).
std::string to_brotli(std::string_view bytes, Effort effort);

}  // namespace wijkbeeld::codec
