// SPDX-License-Identifier: EUPL-1.2
#include "geo/mixture.hpp"

#include <algorithm>
#include <cmath>

namespace wijkbeeld::geo {
namespace {

// Sums that were rounded on the way may make a part seem larger than its whole by this share.
constexpr double kPartRounding = 1e-9;

std::optional<double> share_of(PartOfWhole of) {
  if (!(of.whole > 0) || !std::isfinite(of.whole)) return std::nullopt;
  if (!(of.part >= 0) || of.part > of.whole * (1 + kPartRounding)) return std::nullopt;
  return std::min(1.0, of.part / of.whole);
}

}  // namespace

std::optional<double> land_use_mix(std::span<const double> amounts) {
  double sum = 0;
  for (const double amount : amounts) {
    if (!std::isfinite(amount) || amount < 0) return std::nullopt;
    sum += amount;
  }
  if (amounts.size() < 2 || !(sum > 0) || !std::isfinite(sum)) return std::nullopt;
  double entropy = 0;
  for (const double amount : amounts) {
    const double share = amount / sum;
    if (share > 0) entropy -= share * std::log(share);
  }
  return std::clamp(entropy / std::log(static_cast<double>(amounts.size())), 0.0, 1.0);
}

std::optional<double> dominance(PartOfWhole dwellings, PartOfWhole footprint) {
  const std::optional<double> by_number = share_of(dwellings);
  const std::optional<double> by_surface = share_of(footprint);
  if (!by_number || !by_surface) return std::nullopt;
  return (*by_number + *by_surface) / 2;
}

}  // namespace wijkbeeld::geo
