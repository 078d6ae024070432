// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>

namespace wijkbeeld::geo {

/// How evenly amounts (m2 of land, floor space, dwellings) are spread over k kinds: the entropy of
/// their shares p divided by its largest possible value, -sum(p ln p) / ln k. 0 when all is of one
/// kind, 1 when all kinds have as much. Kinds of which there is nothing add nothing, but count in
/// k, so that places are compared on the same list of kinds.
///
/// Nothing when the amounts add up to zero, when an amount is below zero or no finite number, and
/// for fewer than two kinds.
///
/// Shannon 1948, "A mathematical theory of communication", Bell System Technical Journal 27,
/// p. 379-423; as a measure of land use mix Frank, Andresen and Schmid 2004, "Obesity relationships
/// with community design, physical activity, and time spent in cars", American Journal of
/// Preventive Medicine 27, p. 87-96.
std::optional<double> land_use_mix(std::span<const double> amounts);

/// A part and the whole it is of, in the same unit.
struct PartOfWhole {
  double part = 0;
  double whole = 0;
};

/// How much a building period sets the tone of a place: the mean of its share in the dwellings and
/// its share in the footprint of buildings within some radius (the Leefbaarometer 2.0 took 200 m).
/// 0 to 1. Nothing when there are no dwellings or no footprint, or when a part is below zero or
/// more than its whole.
std::optional<double> dominance(PartOfWhole dwellings, PartOfWhole footprint);

}  // namespace wijkbeeld::geo
