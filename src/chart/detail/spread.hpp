// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

namespace wijkbeeld::chart::detail {

/// A label that wants its middle at `wanted` and takes `size` along one direction.
struct Place1d {
  double wanted = 0;
  double size = 0;
};

/// The middles, in the given order, moved as little as possible (least squares per cluster of
/// touching labels) so that no two overlap and all lie within low..high when they fit. Labels
/// keep the order of what they want; equal wishes keep the order given. When they do not fit,
/// they still do not overlap and start at `low`.
std::vector<double> spread(const std::vector<Place1d>& labels, double low, double high);

}  // namespace wijkbeeld::chart::detail
