// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

namespace wijkbeeld::source::purpose {

/// What a random stream of the example is for. Each purpose has numbers of its own, so that a
/// change in one does not move the others.
enum : std::uint64_t {
  kShape = 100,
  kRiver,
  kTowns,
  kUrbanWarp,
  kRibbon,
  kAge,
  kLakes,
  kParks,
  kIndustry,
  kLines,
  kRough,
  kGemeenten,
  kWijken,
  kBuurten,
  kReform,
  kNames,
  kDensity,
  kSettle,
  kGrowth,
  kStatus,
  kStatusFine,
  kDrift,
  kVulnerable,
  kPoints,
  kShock,
  kCellNoise,
  kProgramme,
  kLists,
  kSurvey,
  kSales,
  kIndicator = 1000,
  kIndicatorField = 2000,
  kNuisance = 3000,
};

}  // namespace wijkbeeld::source::purpose
