// SPDX-License-Identifier: EUPL-1.2
#include "codec/detail/decode.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace wijkbeeld::codec::detail {

using base::Failure;
using base::Place;
using base::say;

namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

Place at_line(Place place, std::string_view before) {
  place.line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
  return place;
}

// The part of the text up to and with the first byte that is not well-formed UTF-8.
std::string_view up_to_fault(std::string_view text) {
  std::size_t line = 0;
  for (std::size_t end = 0; line < text.size(); line = end) {
    end = std::min(text.find('\n', line), text.size() - 1) + 1;
    if (!base::is_utf8(text.substr(line, end - line))) break;
  }
  return text.substr(0, line);
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  constexpr unsigned char kDosEnd = 0x1a;
  return (byte < 0x20 && (byte < '\t' || byte > '\r') && byte != kDosEnd) || byte == 0x7f;
}

Failure no_text(const Place& place) {
  return Failure(say("this is no text file")).at(place);
}

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff");
}

Failure broken_utf16(const Place& place) {
  return Failure(say("the text is damaged"))
      .at(place)
      .because(say("it is stored as UTF-16 ('Unicode text' in Excel), but not all of it is"))
      .help(say("save it as 'CSV UTF-8'"));
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xc0 | (c >> 6));
    put(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    put(0xe0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3f));
    put(0x80 | (c & 0x3f));
  } else {
    put(0xf0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3f));
    put(0x80 | ((c >> 6) & 0x3f));
    put(0x80 | (c & 0x3f));
  }
}

// RFC 2781; the first two bytes say which of a pair comes first.
std::string utf16_to_utf8(std::string_view bytes, const Place& place) {
  const std::size_t high = bytes.starts_with("\xfe\xff") ? 0 : 1;
  const auto unit = [&](std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
    return static_cast<char32_t>(byte(high) << 8U | byte(1 - high));
  };
  if (bytes.size() % 2 != 0) throw broken_utf16(place);
  std::string out;
  out.reserve(bytes.size() / 2);
  for (std::size_t at = 2; at < bytes.size(); at += 2) {
    char32_t c = unit(at);
    if (c >= 0xd800 && c < 0xe000) {
      const char32_t low = c < 0xdc00 && at + 2 < bytes.size() ? unit(at + 2) : 0;
      if (low < 0xdc00 || low >= 0xe000) throw broken_utf16(place);
      c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
      at += 2;
    }
    append_utf8(out, c);
  }
  return out;
}

}  // namespace

void refuse_binary(std::string_view bytes, const Place& place) {
  if (bytes.starts_with("PK\x03\x04"))
    throw no_text(place)
        .because(say("it is a zip archive, perhaps an Excel workbook"))
        .help(say("give it back its own ending, such as .xlsx, or unpack it"));
  if (is_utf16(bytes)) return;
  if (const std::size_t zero = bytes.find('\0'); zero != std::string_view::npos)
    throw no_text(at_line(place, bytes.substr(0, zero)))
        .because(say("it holds a zero byte"))
        .help(say("save it as 'CSV UTF-8'"));
  const std::string_view sample = bytes.substr(0, std::size_t{1} << 16U);
  const auto controls = std::count_if(sample.begin(), sample.end(), is_control);
  if (static_cast<std::size_t>(controls) * 100 > sample.size())
    throw no_text(place)
        .because(say("more than one in a hundred of its bytes are control characters"))
        .help(say("save it as 'CSV UTF-8'"));
}

std::string_view to_utf8(std::string_view bytes, const Place& place, std::string& storage,
                         base::Ledger& ledger) {
  if (is_utf16(bytes)) {
    ledger.add({"not-utf8", base::Severity::note, place,
                say("the text is not UTF-8; it was read as UTF-16 ('Unicode text' in Excel)")});
    storage = utf16_to_utf8(bytes, place);
    refuse_binary(storage, place);
    return storage;
  }
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  if (base::is_utf8(bytes)) return bytes;
  ledger.add({"not-utf8", base::Severity::note, at_line(place, up_to_fault(bytes)),
              say("the text is not UTF-8; it was read as Windows-1252")});
  storage = base::latin1_to_utf8(bytes);
  return storage;
}

}  // namespace wijkbeeld::codec::detail
