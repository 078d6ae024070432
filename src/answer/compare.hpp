// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "answer/profile.hpp"

namespace wijkbeeld::answer {

/// Several areas side by side in one edition. Pointers are into the profiles of the comparison.
struct ComparedEdition {
  const instrument::Edition* edition = nullptr;
  /// Parallel to the profiles: the area in this edition, with its latest boundaries; nothing when
  /// the edition does not have it.
  std::vector<const ProfileEdition*> areas = {};
  std::vector<series::Wave> waves = {};  ///< of any of the areas, rising
  /// The last wave in which two areas or more have a score, or else a class.
  std::optional<series::Wave> last = {};
  /// Positions of the highest and the lowest score in that wave; absent when fewer than two have
  /// one, or all are equal.
  std::optional<std::size_t> highest = {};
  std::optional<std::size_t> lowest = {};
  Figure spread = {};  ///< the highest score minus the lowest
  /// What is known of the doubt about those two: whether their 90% intervals have something in
  /// common. Nothing when an error is not known.
  std::optional<bool> intervals_meet = {};
  /// First and last wave in which every area here has a score; nothing for fewer than two.
  std::optional<series::Period> common = {};
  std::vector<Figure> changes = {};  ///< of the score over `common`, parallel to the profiles
  Figure risen = {};                 ///< how many areas have a higher score at the end of it
  Figure counted = {};               ///< out of how many
  Figure national_change = {};       ///< of the national mean over it

  /// The area in a wave; nothing when the edition lacks one of them.
  [[nodiscard]] const ProfileWave* at(std::size_t area, series::Wave wave) const;
  [[nodiscard]] std::size_t size() const;  ///< how many of the areas it has
};

/// Areas side by side: never a figure across two editions.
struct Comparison {
  std::vector<Profile> profiles = {};
  std::vector<ComparedEdition> editions = {};  ///< those that have two of the areas or more

  Comparison() = default;
  Comparison(Comparison&&) = default;
  Comparison& operator=(Comparison&&) = default;
};

/// Sets the areas beside each other, edition by edition, in the order given. Levels may differ: a
/// buurt beside its wijk and gemeente.
Comparison compare(std::vector<Profile> profiles);

}  // namespace wijkbeeld::answer
