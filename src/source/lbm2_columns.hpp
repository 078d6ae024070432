// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string_view>

#include "source/cells.hpp"

namespace wijkbeeld::source {

/// What a column name of Leefbaarometer 2.0 means: `KL12` class in 2012, `VKL1214` development
/// class from 2012 to 2014, `RLBWON` or `RLBWON12` contribution of housing (`RLBRMTR` the total, as
/// deviation from the national mean), `DLBWON` or `DLBWON1214` its change. Names without years
/// (the long sheets) come without a period. Case does not matter; nothing for other names.
std::optional<ValueColumn> lbm2_column(std::string_view name);

}  // namespace wijkbeeld::source
