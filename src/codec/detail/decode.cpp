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

}  // namespace

void refuse_binary(std::string_view bytes, const Place& place) {
  if (bytes.starts_with("PK\x03\x04"))
    throw no_text(place)
        .because(say("it is a zip archive, perhaps an Excel workbook"))
        .help(say("give it back its own ending, such as .xlsx, or unpack it"));
  if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff"))
    throw no_text(place)
        .because(say("it is stored as UTF-16 ('Unicode text' in Excel)"))
        .help(say("save it as 'CSV UTF-8'"));
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
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  if (base::is_utf8(bytes)) return bytes;
  ledger.add({"not-utf8", base::Severity::note, at_line(place, up_to_fault(bytes)),
              say("the text is not UTF-8; it was read as Windows-1252")});
  storage = base::latin1_to_utf8(bytes);
  return storage;
}

}  // namespace wijkbeeld::codec::detail
