// SPDX-License-Identifier: EUPL-1.2
#include "serve/http_negotiation.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"

namespace wijkbeeld::serve {

namespace {

// "0.85" as 850. Only what RFC 9110 allows: 0 or 1, and up to three decimals.
std::optional<int> parse_weight(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
  int weight = (text[0] - '0') * 1000;
  if (text.size() > 1 && text[1] != '.') return std::nullopt;
  int place = 100;
  for (const char digit : text.substr(std::min<std::size_t>(2, text.size()))) {
    if (digit < '0' || digit > '9') return std::nullopt;
    weight += (digit - '0') * place;
    place /= 10;
  }
  return weight <= 1000 ? std::optional(weight) : std::nullopt;
}

int weight_of(const std::vector<std::string_view>& parts) {
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::string_view part = base::trim(parts[i]);
    if (part.starts_with("q=") || part.starts_with("Q="))
      return parse_weight(part.substr(2)).value_or(0);
  }
  return 1000;
}

std::optional<std::size_t> parse_position(std::string_view digits) {
  std::size_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stopped, error] = std::from_chars(digits.data(), end, value);
  if (error != std::errc() || stopped != end) return std::nullopt;
  return value;
}

}  // namespace

std::vector<Weighted> weighted_list(std::string_view header) {
  std::vector<Weighted> list;
  for (const std::string_view item : base::split(header, ',')) {
    const auto parts = base::split(item, ';');
    const std::string_view name = base::trim(parts[0]);
    if (!name.empty()) list.push_back({base::lower(name), weight_of(parts)});
  }
  return list;
}

Encoding chosen_encoding(std::string_view accept_encoding, bool has_gzip, bool has_brotli) {
  if (accept_encoding.empty() || (!has_gzip && !has_brotli)) return Encoding::identity;
  std::optional<int> brotli;
  std::optional<int> gzip;
  std::optional<int> identity;
  int any = 0;
  for (const Weighted& one : weighted_list(accept_encoding)) {
    if (one.name == "br") brotli = one.weight;
    if (one.name == "gzip" || one.name == "x-gzip") gzip = one.weight;
    if (one.name == "identity") identity = one.weight;
    if (one.name == "*") any = one.weight;
  }
  // Packed is preferred at equal weight; identity counts only where the client ranks it.
  Encoding best = Encoding::identity;
  int most = identity.value_or(0);
  if (const int weight = gzip.value_or(any); has_gzip && weight > 0 && weight >= most) {
    best = Encoding::gzip;
    most = weight;
  }
  if (const int weight = brotli.value_or(any); has_brotli && weight > 0 && weight >= most)
    best = Encoding::brotli;
  return best;
}

bool matches_etag(std::string_view if_none_match, std::string_view etag) {
  for (std::string_view one : base::split(if_none_match, ',')) {
    one = base::trim(one);
    if (one.starts_with("W/")) one.remove_prefix(2);
    if (one == etag || one == "*") return true;
  }
  return false;
}

std::optional<std::variant<ByteRange, NoSuchRange>> parse_range(std::string_view header,
                                                                std::size_t size) {
  constexpr std::string_view kUnit = "bytes=";
  if (!header.starts_with(kUnit)) return std::nullopt;
  const std::string_view range = base::trim(header.substr(kUnit.size()));
  const std::size_t dash = range.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto first = parse_position(range.substr(0, dash));
  const auto last = parse_position(range.substr(dash + 1));
  if (dash == 0) {  // the last so many bytes
    if (!last) return std::nullopt;
    if (*last == 0 || size == 0) return NoSuchRange{};
    return ByteRange{size - std::min(*last, size), size - 1};
  }
  if (!first || (!last && dash + 1 != range.size()) || (last && *last < *first))
    return std::nullopt;
  if (*first >= size) return NoSuchRange{};
  return ByteRange{*first, std::min(last.value_or(size - 1), size - 1)};
}

}  // namespace wijkbeeld::serve
