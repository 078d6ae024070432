// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "answer/figure.hpp"
#include "study/findings.hpp"

namespace wijkbeeld::answer {

/// Areas and residents in one class.
struct ClassShare {
  int class_number = 0;
  Figure areas;
  Figure residents;
  Figure share_areas;
  Figure share_residents;
};

/// The nation in one wave.
struct NationalWave {
  series::Wave wave;
  std::vector<ClassShare> classes;  ///< low to high; classes without areas are left out
  Figure areas;
  Figure residents;
  /// Class 7 of nine or higher ('good'): for scales of nine classes.
  Figure share_residents_good;
  /// At or below the edition's own definition of low.
  Figure share_residents_low;
  std::optional<int> class_of_mean;
  Figure mean;  ///< recomputed national mean score, weighted by residents
};

/// How the nation is divided over the situation classes of an edition, wave by wave.
struct NationalPicture {
  std::string edition;
  std::vector<NationalWave> waves;  ///< those with classes
  Figure change_share_good;         ///< last wave minus first, percentage points
};

NationalPicture national(const study::Findings& findings, const std::string& edition);

/// The classes of each wave of one panel, as study::national_classes counts them.
std::map<series::Wave, std::vector<ClassShare>> class_shares(
    const std::vector<study::NationalClass>& rows);

}  // namespace wijkbeeld::answer
