// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/issue.hpp"

namespace wijkbeeld::source {

/// The last year (1990 to 2099, four digits standing alone) in a file or layer name: 2016 in
/// "cbs/wijk_2016.dbf". Folders do not count.
std::optional<int> year_in_name(std::string_view name);

/// The note that a file does not tell its vintage and which one it is taken to be
/// ("vintage-assumed").
base::Issue assumed_vintage(const std::string& file, int year);

}  // namespace wijkbeeld::source
