// SPDX-License-Identifier: EUPL-1.2
#include "chart/text_width.hpp"

#include <array>
#include <cstddef>

namespace wijkbeeld::chart {
namespace {

// U+0020 to U+007E.
constexpr std::array<int, 95> kAscii = {
    260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372, 572, 572, 572,
    572, 572, 572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434, 899, 639, 650, 632, 730, 556,
    519, 728, 741, 339, 273, 619, 524, 907, 760, 781, 605, 781, 622, 549, 556, 731, 600, 930, 586,
    566, 572, 329, 372, 329, 572, 444, 281, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534,
    258, 935, 618, 605, 615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572};

// U+00C0 to U+00FF by their base letter; '*' and '/' stand for the two signs among them.
constexpr std::string_view kLatin =
    "AAAAAAMCEEEEIIIIDNOOOOO*OUUUUYPsaaaaaamceeeeiiiidnooooo/ouuuuypy";

constexpr int kAverage = 600;

// The code point at `i`, which moves past it. The text is trusted to be UTF-8; broken bytes only
// cost a wrong width.
char32_t next(std::string_view text, std::size_t& i) {
  const auto byte = static_cast<unsigned char>(text[i++]);
  if (byte < 0x80) return byte;
  const int more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
  char32_t point = static_cast<char32_t>(byte) & (0x3FU >> more);
  for (int k = 0; k < more && i < text.size(); ++k)
    point = (point << 6) | (static_cast<unsigned char>(text[i++]) & 0x3FU);
  return point;
}

int advance(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return kAscii[c - 0x20];
  if (c >= 0xC0 && c <= 0xFF) return advance(static_cast<unsigned char>(kLatin[c - 0xC0]));
  switch (c) {
    case 0x00A0:
      return 260;
    case 0x00B7:
      return 268;
    case 0x2009:
      return 200;
    case 0x2013:
      return 500;
    case 0x2014:
      return 1000;
    case 0x2018:
    case 0x2019:
      return 175;
    case 0x2022:
      return 376;
    case 0x2026:
      return 791;
    case 0x2192:
      return 1000;
    case 0x2212:
      return 572;
    default:
      return c < 0x20 ? 0 : kAverage;
  }
}

bool breaks_after(char c) {
  return c == ' ' || c == '-' || c == '/';
}

// Pieces that may start a new line; a trailing space stays with its piece.
std::vector<std::string_view> pieces(std::string_view text) {
  std::vector<std::string_view> out;
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!breaks_after(text[i])) continue;
    out.push_back(text.substr(start, i + 1 - start));
    start = i + 1;
  }
  if (start < text.size()) out.push_back(text.substr(start));
  return out;
}

std::string without_end_space(std::string text) {
  while (!text.empty() && text.back() == ' ')
    text.pop_back();
  return text;
}

}  // namespace

double text_width(std::string_view utf8, double size, Weight weight) {
  long total = 0;
  for (std::size_t i = 0; i < utf8.size();)
    total += advance(next(utf8, i));
  const double width = static_cast<double>(total) / 1000.0 * size;
  return weight == Weight::semibold ? width * 1.05 : width;
}

std::vector<std::string> wrapped(std::string_view utf8, double width, double size, Weight weight) {
  width += 0.01;
  std::vector<std::string> lines = {""};
  for (const std::string_view piece : pieces(utf8)) {
    const std::string longer = lines.back() + std::string(piece);
    if (lines.back().empty() || text_width(without_end_space(longer), size, weight) <= width) {
      lines.back() = longer;
    } else {
      lines.emplace_back(piece);
    }
  }
  for (std::string& line : lines)
    line = without_end_space(std::move(line));
  return lines;
}

std::string shortened(std::string_view utf8, double width, double size, Weight weight) {
  // A column made for exactly this text must hold it, whatever the rounding.
  width += 0.01;
  if (text_width(utf8, size, weight) <= width) return std::string(utf8);
  std::size_t end = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    next(utf8, i);
    if (text_width(std::string(utf8.substr(0, i)) + "\u2026", size, weight) > width) break;
    end = i;
  }
  return without_end_space(std::string(utf8.substr(0, end))) + "\u2026";
}

}  // namespace wijkbeeld::chart
