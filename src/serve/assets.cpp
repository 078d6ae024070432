// SPDX-License-Identifier: EUPL-1.2
#include "serve/assets.hpp"

#include <algorithm>

#include "base/failure.hpp"
#include "base/file.hpp"
#include "serve/embedded.hpp"

namespace wijkbeeld::serve {

using base::say;

namespace {

std::string_view type_of(std::string_view name) {
  const std::string_view kind = name.substr(std::min(name.rfind('.'), name.size()));
  if (kind == ".html") return "text/html; charset=utf-8";
  if (kind == ".js") return "text/javascript; charset=utf-8";
  if (kind == ".css") return "text/css; charset=utf-8";
  if (kind == ".svg") return "image/svg+xml";
  if (kind == ".woff2") return "font/woff2";
  if (kind == ".json") return "application/json";
  if (kind == ".txt") return "text/plain; charset=utf-8";
  return "application/octet-stream";
}

// A name with a hash in it is never another file: "app-1A2B3C4D.js".
bool has_hash(std::string_view name) {
  const std::size_t dash = name.rfind('-');
  const std::size_t dot = name.rfind('.');
  if (dash == std::string_view::npos || dot == std::string_view::npos || dot < dash + 9)
    return false;
  const std::string_view hash = name.substr(dash + 1, dot - dash - 1);
  return std::all_of(hash.begin(), hash.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  });
}

bool is_plain(std::string_view name) {
  return !name.empty() && name[0] != '.' && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_';
  });
}

}  // namespace

Assets Assets::built_in() {
  Assets out;
  for (const embedded::File& file : embedded::files()) {
    if (file.name.rfind("contract/", 0) == 0) continue;  // has an address of its own
    const std::string_view name = file.name.substr(file.name.rfind('/') + 1);
    // Packing them best would take most of the time that a reader waits for the server to start.
    out.files_.emplace(name, make_body(std::string(file.bytes), Packing::quick));
  }
  return out;
}

Assets Assets::of_folder(std::filesystem::path folder) {
  if (!std::filesystem::exists(folder / "index.html"))
    throw base::Failure(say("there is no index.html in '{}'", folder.string()))
        .help(say("name the folder that 'npm run build' writes"));
  Assets out;
  out.folder_ = std::move(folder);
  return out;
}

std::optional<Response> Assets::find(std::string_view name) const {
  if (!is_plain(name)) return std::nullopt;
  if (!folder_.empty()) {
    const std::filesystem::path path = folder_ / std::string(name);
    if (!std::filesystem::is_regular_file(path)) return std::nullopt;
    Response out = reply(std::string(type_of(name)), base::read_file(path));
    out.caching = Caching::no_store;
    return out;
  }
  const auto at = files_.find(name);
  if (at == files_.end()) return std::nullopt;
  return reply(std::string(type_of(name)), at->second,
               has_hash(name) ? Caching::immutable : Caching::revalidate);
}

}  // namespace wijkbeeld::serve
