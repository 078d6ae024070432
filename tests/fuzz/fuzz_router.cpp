// SPDX-License-Identifier: EUPL-1.2
// Any path is routed or refused; what a pattern captures can be put back into the path.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/ensure.hpp"
#include "serve/router.hpp"

namespace {

using wijkbeeld::base::ensure;
using wijkbeeld::serve::Captures;
using wijkbeeld::serve::Request;
using wijkbeeld::serve::Response;
using wijkbeeld::serve::Route;
using wijkbeeld::serve::Router;

Response put_back(const std::string& pattern, const Request& request, const Captures& captures) {
  std::string path = pattern;
  std::size_t from = 0;
  for (const auto& [name, value] : captures.all()) {
    ensure(!value.empty(), "a place is never empty");
    const std::size_t open = path.find('{', from);
    path.replace(open, path.find('}', open) + 1 - open, value);
    from = open + value.size();
  }
  ensure(path == request.path, "what is captured is what was in the path");
  return {};
}

Router sample_router() {
  std::vector<Route> routes;
  for (const std::string pattern :
       {"/", "/healthz", "/api/v1/areas/{level}/{vintage}", "/api/v1/table/{edition}/{period}.csv",
        "/api/v1/own-figures", "/api/v1/what-if/{edition}/{period}/table.csv",
        "/api/v1/v{n}x/{last}", "/web/{file...}"})
    routes.push_back({"GET", pattern, "name", wijkbeeld::base::say("summary"),
                      [pattern](const Request& request, const Captures& captures) {
                        return put_back(pattern, request, captures);
                      }});
  return Router(std::move(routes));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijkbeeld;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static const Router router = sample_router();
  Request request;
  request.path = text;
  try {
    router(request);
  } catch (const serve::Refusal& refusal) {
    ensure(refusal.status() == 404, "a path that fits nothing is a 404");
  }
  return 0;
}
