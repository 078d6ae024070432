// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace wijkbeeld::serve {

/// One item of a header that lists what a client likes: "br;q=0.8".
struct Weighted {
  std::string name;  ///< lower case
  int weight;        ///< the q-value in thousandths: 0 (not at all) to 1000
};

/// The items of Accept-Encoding or Accept-Language (RFC 9110, 12.4). A malformed q-value counts as
/// 0; items without a name are left out.
std::vector<Weighted> weighted_list(std::string_view header);

/// A variant of a body.
enum class Encoding : std::uint8_t { identity, gzip, brotli };

/// The variant to send: of those there are, the one the client likes best; brotli, then gzip, when
/// it likes them as much. Identity when it says nothing, and when it refuses all there is (a body
/// it can perhaps not read is more use than none, RFC 9110, 12.5.3).
Encoding chosen_encoding(std::string_view accept_encoding, bool has_gzip, bool has_brotli);

/// True when If-None-Match holds the ETag (given with quotes) or "*": the client has it already.
bool matches_etag(std::string_view if_none_match, std::string_view etag);

/// The bytes from `first` to `last`, both included.
struct ByteRange {
  std::size_t first;
  std::size_t last;
  bool operator==(const ByteRange&) const = default;
};
/// The range lies wholly beyond the end.
struct NoSuchRange {
  bool operator==(const NoSuchRange&) const = default;
};

/// What a Range header asks of a body of `size` bytes: nothing (send it all) when it is absent,
/// malformed, in other units than bytes, or several ranges, which RFC 9110, 14.2 lets us ignore.
std::optional<std::variant<ByteRange, NoSuchRange>> parse_range(std::string_view header,
                                                                std::size_t size);

}  // namespace wijkbeeld::serve
