// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "serve/assets.hpp"
#include "serve/atlas.hpp"
#include "serve/router.hpp"

namespace wijkbeeld::serve {

/// All addresses of the atlas, as contract/openapi.json describes them. Atlas and assets must
/// outlive the routes.
std::vector<Route> atlas_routes(Atlas& atlas, const Assets& assets);

}  // namespace wijkbeeld::serve
