// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "base/message.hpp"

namespace wijkbeeld::codec::detail {

/// What toml++ (3.3) says of a text that is no TOML, in our words where it is what people get
/// wrong, else quoted.
base::Message toml_reason(std::string_view description);

}  // namespace wijkbeeld::codec::detail
