// SPDX-License-Identifier: EUPL-1.2
#include "serve/http_wire.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/random.hpp"

namespace wijkbeeld::serve {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::shared_ptr<const Body> sample_body() {
  return make_body(std::string(2000, 'a') + std::string(2000, 'b'), Packing::best);
}

Response sample(Caching caching = Caching::revalidate) {
  return reply("text/plain", sample_body(), caching);
}

Wire wire_of(const Request& request, const Response& response = sample()) {
  return to_wire(request, response, Afterwards::open, "the date");
}

std::string etag_in(const Wire& wire) {
  const std::size_t begin = wire.head.find("ETag: ") + 6;
  return wire.head.substr(begin, wire.head.find("\r\n", begin) - begin);
}

TEST(Wire, IsWrittenLineByLine) {
  const Wire wire = wire_of({}, reply("text/plain", make_body("hello"), Caching::revalidate));
  EXPECT_EQ(wire.bytes, "hello");
  EXPECT_EQ(wire.head,
            "HTTP/1.1 200 OK\r\n"
            "Date: the date\r\n"
            "Content-Type: text/plain\r\n"
            "Content-Length: 5\r\n"
            // sha256("hello") = 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824
            "ETag: \"2cf24dba5fb0a30e26e83b2ac5b9e29e\"\r\n"
            "Accept-Ranges: bytes\r\n"
            "Cache-Control: no-cache\r\n"
            "Vary: Accept-Language\r\n"
            "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "
            "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
            "base-uri 'none'; form-action 'self'; frame-ancestors 'self'\r\n"
            "X-Content-Type-Options: nosniff\r\n"
            "Referrer-Policy: no-referrer\r\n"
            "Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=()\r\n"
            "Cross-Origin-Opener-Policy: same-origin\r\n"
            "Cross-Origin-Resource-Policy: same-origin\r\n"
            "\r\n");
}

TEST(Wire, SendsTheVariantTheClientCanRead) {
  Request request;
  request.accept_encoding = "gzip, br";
  const Wire brotli = wire_of(request);
  EXPECT_THAT(brotli.head, HasSubstr("Content-Encoding: br\r\n"));
  EXPECT_EQ(brotli.bytes, sample_body()->brotli());
  request.accept_encoding = "gzip";
  const Wire gzip = wire_of(request);
  EXPECT_THAT(gzip.head, HasSubstr("Content-Encoding: gzip\r\n"));
  EXPECT_EQ(gzip.bytes, sample_body()->gzip());
  const Wire plain = wire_of({});
  EXPECT_THAT(plain.head, Not(HasSubstr("Content-Encoding")));
  // Each has an ETag of its own, and a cache knows that they differ.
  EXPECT_NE(etag_in(brotli), etag_in(gzip));
  EXPECT_NE(etag_in(gzip), etag_in(plain));
  for (const Wire* one : {&brotli, &gzip, &plain})
    EXPECT_THAT(one->head, HasSubstr("Vary: Accept-Encoding, Accept-Language\r\n"));
}

TEST(Wire, LeavesTheBodyOutForHeadAndKeepsItsLength) {
  Request request;
  request.method = "HEAD";
  const Wire wire = wire_of(request);
  EXPECT_EQ(wire.bytes, "");
  EXPECT_THAT(wire.head, HasSubstr("Content-Length: 4000\r\n"));
  EXPECT_EQ(etag_in(wire), etag_in(wire_of({})));
}

TEST(Wire, SendsNothingTheClientHasAlready) {
  Request request;
  request.accept_encoding = "br";
  request.if_none_match = etag_in(wire_of(request));
  const Wire wire = wire_of(request);
  EXPECT_THAT(wire.head, StartsWith("HTTP/1.1 304 Not Modified\r\n"));
  EXPECT_EQ(wire.bytes, "");
  EXPECT_EQ(etag_in(wire), request.if_none_match);
  for (const char* name : {"\nContent-Length", "\nContent-Type", "\nContent-Encoding"})
    EXPECT_THAT(wire.head, Not(HasSubstr(name)));
}

TEST(Wire, SendsAnotherVariantThanTheClientHas) {
  Request request;
  request.if_none_match = etag_in(wire_of({}));
  request.accept_encoding = "br";
  EXPECT_THAT(wire_of(request).head, StartsWith("HTTP/1.1 200 OK\r\n"));
}

TEST(Wire, NeverSaysNotModifiedOfWhatMayNotBeKept) {
  Request request;
  request.if_none_match = "*";
  const Wire wire = wire_of(request, sample(Caching::no_store));
  EXPECT_THAT(wire.head, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(wire.head, HasSubstr("Cache-Control: no-store\r\n"));
  EXPECT_THAT(wire.head, Not(HasSubstr("ETag")));
}

TEST(Wire, SendsAPieceOfThePlainBytes) {
  Request request;
  request.accept_encoding = "br";
  request.range = "bytes=1999-2000";
  const Wire wire = wire_of(request);
  EXPECT_THAT(wire.head, StartsWith("HTTP/1.1 206 Partial Content\r\n"));
  EXPECT_THAT(wire.head, HasSubstr("Content-Range: bytes 1999-2000/4000\r\n"));
  EXPECT_THAT(wire.head, HasSubstr("Content-Length: 2\r\n"));
  EXPECT_THAT(wire.head, Not(HasSubstr("Content-Encoding")));
  EXPECT_EQ(wire.bytes, "ab");
}

TEST(Wire, RefusesAPieceBeyondTheEnd) {
  Request request;
  request.range = "bytes=4000-";
  const Wire wire = wire_of(request);
  EXPECT_THAT(wire.head, StartsWith("HTTP/1.1 416 Range Not Satisfiable\r\n"));
  EXPECT_THAT(wire.head, HasSubstr("Content-Range: bytes */4000\r\n"));
  EXPECT_EQ(wire.bytes, "");
}

TEST(Wire, SendsAllWhenThePieceIsOfAnotherEdition) {
  Request request;
  request.range = "bytes=0-0";
  request.if_range = etag_in(wire_of({}));
  EXPECT_EQ(wire_of(request).bytes, "a");
  request.if_range = "\"other\"";
  EXPECT_EQ(wire_of(request).bytes.size(), 4000U);
}

TEST(Wire, SendsARefusalWhole) {
  Request request;
  request.range = "bytes=0-0";
  request.if_none_match = "*";
  Response response = sample(Caching::no_store);
  response.status = 404;
  const Wire wire = wire_of(request, response);
  EXPECT_THAT(wire.head, StartsWith("HTTP/1.1 404 Not Found\r\n"));
  EXPECT_EQ(wire.bytes.size(), 4000U);
}

TEST(Wire, MakesNoHeaderOfALineEndInAValue) {
  Response response = sample();
  response.headers = {{"Content-Disposition", "attachment; filename=\"a\r\nSet-Cookie: b\x7f\""}};
  EXPECT_THAT(wire_of({}, response).head,
              HasSubstr("\r\nContent-Disposition: attachment; filename=\"aSet-Cookie: b\"\r\n"));
}

TEST(Wire, SaysWhatBecomesOfTheConnection) {
  const auto head = [](Afterwards afterwards) {
    return to_wire({}, sample(), afterwards, "").head;
  };
  EXPECT_THAT(head(Afterwards::open), Not(HasSubstr("Connection")));
  EXPECT_THAT(head(Afterwards::stated_open), HasSubstr("\r\nConnection: keep-alive\r\n"));
  EXPECT_THAT(head(Afterwards::closed), HasSubstr("\r\nConnection: close\r\n"));
}

TEST(Wire, LetsAPageBeFramedOnlyWhenItSaysSo) {
  Response response = sample();
  response.may_be_framed = true;
  EXPECT_THAT(wire_of({}, response).head, HasSubstr("frame-ancestors *\r\n"));
}

TEST(Wire, NeverAllowsAScriptInAPage) {
  Response response = sample();
  response.has_inline_styles = true;
  const std::string head = wire_of({}, response).head;
  EXPECT_THAT(head, HasSubstr("style-src 'self' 'unsafe-inline'; "));
  EXPECT_THAT(head, HasSubstr("font-src 'self' data:; "));
  EXPECT_THAT(head, HasSubstr("script-src 'self'; "));
}

TEST(Wire, LetsWhatHasItsHashInItsNameBeKept) {
  const std::string head = wire_of({}, sample(Caching::immutable)).head;
  EXPECT_THAT(head, HasSubstr("Cache-Control: public, max-age=31536000, immutable\r\n"));
  EXPECT_THAT(head, HasSubstr("Vary: Accept-Encoding\r\n"));
}

TEST(Wire, MaySendNoBody) {
  Response response;
  response.status = 204;
  EXPECT_THAT(wire_of({}, response).head, Not(HasSubstr("Content-Length")));
  response.status = 303;
  response.headers = {{"Location", "/"}};
  EXPECT_THAT(wire_of({}, response).head, HasSubstr("Content-Length: 0\r\n"));
}

// The example of RFC 9110, 5.6.7.
TEST(HttpDate, IsWrittenAsTheRfcDoes) {
  EXPECT_EQ(http_date(784111777), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(http_date(0), "Thu, 01 Jan 1970 00:00:00 GMT");
}

TEST(Wire, SendsPlainWhatPackingMakesNoSmaller) {
  base::Stream stream(base::Seed{7}, 0);
  std::string noise(2000, '\0');
  for (char& c : noise)
    c = static_cast<char>(stream.below(256));
  const Response response = reply("application/octet-stream", noise);
  Request request;
  request.accept_encoding = "br, gzip";
  const Wire wire = to_wire(request, response, Afterwards::open, "now");
  EXPECT_EQ(wire.bytes, noise);
  EXPECT_THAT(wire.head, Not(HasSubstr("Content-Encoding")));
  request.if_none_match = etag_in(wire);
  EXPECT_THAT(to_wire(request, response, Afterwards::open, "now").head, HasSubstr(" 304 "));
}

}  // namespace
}  // namespace wijkbeeld::serve
