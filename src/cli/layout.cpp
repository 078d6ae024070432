// SPDX-License-Identifier: EUPL-1.2
#include "cli/layout.hpp"

#include "base/text.hpp"

namespace wijkbeeld::cli {
namespace {

// Where the first n characters of UTF-8 text end.
std::size_t bytes_of(std::string_view text, std::size_t n) {
  std::size_t at = 0;
  while (at < text.size() && n-- > 0) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
      ++at;
  }
  return at;
}

}  // namespace

std::string shortened(std::string_view text, std::size_t width) {
  if (base::length_utf8(text) <= width) return std::string(text);
  if (width == 0) return {};
  return std::string(base::trim(text.substr(0, bytes_of(text, width - 1)))) + "…";
}

std::string padded(std::string_view text, std::size_t width, bool is_right) {
  const std::size_t length = base::length_utf8(text);
  const std::string blanks(length < width ? width - length : 0, ' ');
  return is_right ? blanks + std::string(text) : std::string(text) + blanks;
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent,
                    std::size_t used) {
  std::string lines;
  std::size_t at = used;
  for (const std::string_view word : base::split(text, ' ')) {
    const std::size_t length = base::length_utf8(word);
    const bool is_first = lines.empty();
    if (!is_first && at + 1 + length > width) {
      lines += "\n" + std::string(indent, ' ');
      at = indent;
    } else if (!is_first) {
      lines += ' ';
      ++at;
    }
    lines += word;
    at += length;
  }
  return lines;
}

}  // namespace wijkbeeld::cli
