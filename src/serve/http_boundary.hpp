// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string_view>

#include "base/catalogue.hpp"
#include "serve/request.hpp"
#include "serve/response.hpp"

namespace wijkbeeld::serve {

/// Where failures end: calls the handler and turns whatever it throws into a reply in the language
/// of the reader. A failure by our own fault (500) is also told to `report`, when there is one: the
/// method, the path and what went wrong, on one line.
Response answer_of(const std::function<Response(const Request&)>& handler, const Request& request,
                   const base::Catalogue& catalogue,
                   const std::function<void(std::string_view line)>& report);

}  // namespace wijkbeeld::serve
