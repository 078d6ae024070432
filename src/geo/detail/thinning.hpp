// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/detail/arcs.hpp"

namespace wijkbeeld::geo::detail {

/// Takes vertices out of the arcs as described at geo::simplified: those whose triangle is smaller
/// than `smallest_m2`. Ends of arcs stay.
void thin_out(Linework& linework, double smallest_m2);

}  // namespace wijkbeeld::geo::detail
