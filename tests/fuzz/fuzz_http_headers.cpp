// SPDX-License-Identifier: EUPL-1.2
// Any headers: one per line Accept-Encoding, Accept-Language, If-None-Match, Range, If-Range, Host
// and a value of our own. The reply is well formed, and a piece of the body lies within it.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/ensure.hpp"
#include "base/text.hpp"
#include "serve/http_fault.hpp"
#include "serve/http_wire.hpp"

namespace {

using wijkbeeld::base::ensure;

void judge_head(std::string_view head) {
  ensure(head.starts_with("HTTP/1.1 ") && head.ends_with("\r\n\r\n"), "a head has its two ends");
  ensure(head.find("\r\n\r\n") == head.size() - 4, "a head ends once");
  for (std::size_t i = 0; i < head.size(); ++i)
    ensure((head[i] == '\r') == (i + 1 < head.size() && head[i + 1] == '\n'), "lines end whole");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijkbeeld;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  auto lines = base::split(text, '\n');
  lines.resize(7);
  serve::Request request;
  request.accept_encoding = lines[0];
  request.accept_language = lines[1];
  request.if_none_match = lines[2];
  request.range = lines[3];
  request.if_range = lines[4];
  request.reader_language = serve::preferred_language(request.accept_language);
  static const auto body = serve::make_body(std::string(1000, 'x'), serve::Packing::best);
  serve::Response response = serve::reply("text/plain", body, serve::Caching::revalidate);
  response.headers = {{"X-Own", std::string(lines[6])}};
  const serve::Wire wire = to_wire(request, response, serve::Afterwards::open, "now");
  judge_head(wire.head);
  ensure(wire.bytes.size() <= 1000, "no more is sent than there is");
  if (serve::is_own_host(lines[5], "127.0.0.1", {}))
    ensure(base::lower(lines[5]).starts_with("localhost") || lines[5].starts_with("127.") ||
               lines[5].starts_with("[::1]"),
           "a host of our own is a loopback name");
  return 0;
}
