// SPDX-License-Identifier: EUPL-1.2
#include "serve/http_wire.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "serve/http_negotiation.hpp"

namespace wijkbeeld::serve {

namespace {

std::string_view reason_phrase(int status) {
  static constexpr std::array<std::pair<int, std::string_view>, 25> kPhrases = {{
      {200, "OK"},
      {201, "Created"},
      {202, "Accepted"},
      {204, "No Content"},
      {206, "Partial Content"},
      {301, "Moved Permanently"},
      {302, "Found"},
      {303, "See Other"},
      {304, "Not Modified"},
      {307, "Temporary Redirect"},
      {400, "Bad Request"},
      {403, "Forbidden"},
      {404, "Not Found"},
      {405, "Method Not Allowed"},
      {408, "Request Timeout"},
      {409, "Conflict"},
      {411, "Length Required"},
      {413, "Content Too Large"},
      {414, "URI Too Long"},
      {416, "Range Not Satisfiable"},
      {417, "Expectation Failed"},
      {421, "Misdirected Request"},
      {431, "Request Header Fields Too Large"},
      {500, "Internal Server Error"},
      {503, "Service Unavailable"},
  }};
  const auto* const found = std::find_if(kPhrases.begin(), kPhrases.end(),
                                         [&](const auto& one) { return one.first == status; });
  return found == kPhrases.end() ? "Other" : found->second;
}

std::string_view caching_words(Caching caching) {
  switch (caching) {
    case Caching::immutable:
      return "public, max-age=31536000, immutable";
    case Caching::revalidate:
      return "no-cache";
    case Caching::no_store:
      break;
  }
  return "no-store";
}

std::string_view encoding_name(Encoding encoding) {
  return encoding == Encoding::brotli ? "br" : "gzip";
}

std::string_view variant_of(const Body& body, Encoding encoding) {
  if (encoding == Encoding::brotli) return body.brotli();
  return encoding == Encoding::gzip ? body.gzip() : body.identity;
}

std::string etag_of(const Body& body, Encoding encoding) {
  return encoding == Encoding::identity
             ? '"' + body.tag + '"'
             : '"' + body.tag + '-' + std::string(encoding_name(encoding)) + '"';
}

bool has_variants(const Response& response) {
  return response.body && response.body->is_packable();
}

// What is sent of a response, decided before a byte is written.
struct Chosen {
  int status;
  Encoding encoding = Encoding::identity;
  std::string etag = {};
  std::string content_range = {};
  std::string_view bytes = {};
  bool has_length = true;  // 204 and 304 have no body to measure
};

using Range = std::optional<std::variant<ByteRange, NoSuchRange>>;

// A range is a piece of the plain bytes, of the edition the client holds another piece of.
Range asked_range(const Request& request, const Response& response) {
  if (request.range.empty() || request.method != "GET") return std::nullopt;
  const Body& body = *response.body;
  if (!request.if_range.empty() && request.if_range != etag_of(body, Encoding::identity))
    return std::nullopt;
  return parse_range(request.range, body.identity.size());
}

void narrow(Chosen& choice, const Range& range) {
  const std::size_t size = choice.bytes.size();
  if (const auto* piece = std::get_if<ByteRange>(&*range)) {
    choice.status = 206;
    choice.content_range = fmt::format("bytes {}-{}/{}", piece->first, piece->last, size);
    choice.bytes = choice.bytes.substr(piece->first, piece->last - piece->first + 1);
    return;
  }
  choice.status = 416;
  choice.content_range = fmt::format("bytes */{}", size);
  choice.bytes = {};
}

// Settles the ETag, and the reply when the client holds just that variant: which it can only when
// we sent it, so there is no need to pack it again to know.
bool client_has(Chosen& choice, const Request& request, const Body& body) {
  choice.etag = etag_of(body, choice.encoding);
  if (request.if_none_match.empty() || !matches_etag(request.if_none_match, choice.etag))
    return false;
  choice.status = 304;
  choice.has_length = false;
  choice.bytes = {};
  return true;
}

Chosen choose(const Request& request, const Response& response) {
  Chosen choice{response.status};
  if (response.status == 204 || response.status == 304) choice.has_length = false;
  if (!response.body || !choice.has_length) return choice;
  const Body& body = *response.body;
  const bool is_whole = response.status == 200 && response.caching != Caching::no_store &&
                        (request.method == "GET" || request.method == "HEAD");
  const Range range = is_whole ? asked_range(request, response) : std::nullopt;
  if (!range)
    choice.encoding =
        chosen_encoding(request.accept_encoding, body.is_packable(), body.is_packable());
  if (is_whole && client_has(choice, request, body)) return choice;
  choice.bytes = variant_of(body, choice.encoding);
  if (choice.bytes.empty() && choice.encoding != Encoding::identity) {
    choice.encoding = Encoding::identity;  // packed it would be no smaller
    choice.bytes = body.identity;
    if (is_whole && client_has(choice, request, body)) return choice;
  }
  if (range) narrow(choice, range);
  return choice;
}

// Nothing but our own files: no script inside a page, no other site, no frame around us unless the
// page is made for it.
constexpr std::string_view kAlwaysKept =
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=()\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";

void add_safety(std::string& head, const Response& response) {
  head += "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'";
  if (response.has_inline_styles) head += " 'unsafe-inline'";
  head += "; img-src 'self' data: blob:; font-src 'self'";
  if (response.has_inline_styles) head += " data:";
  head +=
      "; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; "
      "frame-ancestors ";
  head += response.may_be_framed ? "*" : "'self'";
  head += "\r\n";
  head += kAlwaysKept;
}

void add(std::string& head, std::string_view name, std::string_view value) {
  head += name;
  head += ": ";
  head += value;
  head += "\r\n";
}

// A value may hold what a reader typed: a line end in it must not become a header.
void add_cleaned(std::string& head, const std::string& name, const std::string& value) {
  std::string clean;
  std::copy_if(value.begin(), value.end(), std::back_inserter(clean),
               [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; });
  add(head, name, clean);
}

void add_vary(std::string& head, const Request& request, const Response& response) {
  const bool by_encoding = has_variants(response);
  const bool by_language = !request.lang && response.caching != Caching::immutable;
  if (by_encoding && by_language) return add(head, "Vary", "Accept-Encoding, Accept-Language");
  if (by_encoding) add(head, "Vary", "Accept-Encoding");
  if (by_language) add(head, "Vary", "Accept-Language");
}

void add_description(std::string& head, const Request& request, const Response& response,
                     const Chosen& choice) {
  if (!response.content_type.empty() && choice.has_length)
    add_cleaned(head, "Content-Type", response.content_type);
  if (choice.has_length) {
    head += fmt::format("Content-Length: {}\r\n", choice.bytes.size());
    if (choice.encoding != Encoding::identity)
      add(head, "Content-Encoding", encoding_name(choice.encoding));
  }
  if (!choice.content_range.empty()) add(head, "Content-Range", choice.content_range);
  if (!choice.etag.empty()) {
    add(head, "ETag", choice.etag);
    add(head, "Accept-Ranges", "bytes");
  }
  add(head, "Cache-Control", caching_words(response.caching));
  add_vary(head, request, response);
}

}  // namespace

Wire to_wire(const Request& request, const Response& response, Afterwards afterwards,
             std::string_view date) {
  const Chosen choice = choose(request, response);
  Wire wire;
  std::string& head = wire.head;
  head.reserve(1024);
  head += fmt::format("HTTP/1.1 {} {}\r\n", choice.status, reason_phrase(choice.status));
  add(head, "Date", date);
  add_description(head, request, response, choice);
  for (const auto& [name, value] : response.headers)
    add_cleaned(head, name, value);
  add_safety(head, response);
  if (afterwards == Afterwards::closed) add(head, "Connection", "close");
  if (afterwards == Afterwards::stated_open) add(head, "Connection", "keep-alive");
  head += "\r\n";
  if (request.method != "HEAD") {
    wire.bytes = choice.bytes;
    wire.body = response.body;
  }
  return wire;
}

std::string http_date(std::time_t time) {
  static constexpr std::array<std::string_view, 7> kDays = {"Sun", "Mon", "Tue", "Wed",
                                                            "Thu", "Fri", "Sat"};
  static constexpr std::array<std::string_view, 12> kMonths = {
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::tm parts{};
  gmtime_r(&time, &parts);
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT",
                     kDays[static_cast<std::size_t>(parts.tm_wday)], parts.tm_mday,
                     kMonths[static_cast<std::size_t>(parts.tm_mon)], parts.tm_year + 1900,
                     parts.tm_hour, parts.tm_min, parts.tm_sec);
}

}  // namespace wijkbeeld::serve
