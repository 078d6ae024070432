// SPDX-License-Identifier: EUPL-1.2
// Any text is a target or a complaint; a target holds what its header promises.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ensure.hpp"
#include "base/text.hpp"
#include "serve/request.hpp"

namespace {

using wijkbeeld::base::ensure;

void judge_path(std::string_view path) {
  ensure(path.starts_with('/'), "a path begins with '/'");
  ensure(wijkbeeld::base::is_utf8(path), "a path is UTF-8");
  ensure(path.find("//") == std::string_view::npos, "a path has no empty part");
  for (const char c : path)
    ensure(static_cast<unsigned char>(c) >= 0x20 && c != 0x7f, "a path has no control characters");
  for (const std::string_view part : wijkbeeld::base::split(path, '/'))
    ensure(part != "." && part != "..", "a path goes nowhere but down");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijkbeeld;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto read = serve::parse_target(text);
  if (const auto* complaint = std::get_if<serve::Complaint>(&read)) {
    ensure(complaint->status == 400, "a complaint about a target is a 400");
    return 0;
  }
  const auto& target = std::get<serve::Target>(read);
  judge_path(target.path);
  ensure(target.query.pairs().size() <= 100, "a query is not long");
  for (const auto& [name, value] : target.query.pairs()) {
    ensure(base::is_utf8(name) && base::is_utf8(value), "a query is UTF-8");
    ensure(value.find('\0') == std::string::npos, "a query holds no NUL");
    ensure(target.query.find(name).has_value(), "what is in a query can be found");
  }
  serve::Request request;
  request.query = target.query;
  serve::read_language(request);
  return 0;
}
