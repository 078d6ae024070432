// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "answer/figure.hpp"
#include "study/findings.hpp"

namespace wijkbeeld::answer {

/// One cluster of a cohort at one threshold.
struct ClusterCount {
  std::string cluster;
  Figure areas;
  Figure residents;
  Figure share_areas;
  Figure share_residents;
};

/// All clusters at one threshold, and how many areas are then elsewhere than at the plan's.
struct ThresholdCounts {
  double threshold = 0;
  bool is_chosen = false;
  std::vector<ClusterCount> clusters;
  Figure moved;
  [[nodiscard]] const ClusterCount* find(const std::string& cluster) const;
};

/// The types of one cohort.
struct TypologyAnswer {
  std::string edition;
  std::string cohort;
  Figure areas;
  Figure residents;
  std::vector<ThresholdCounts> thresholds;  ///< rising
  const ThresholdCounts* chosen = nullptr;
  /// Areas that change cluster at any of the other thresholds.
  Figure areas_that_move;
  Figure share_that_moves;
  Figure undrawn;  ///< areas of the cohort without an outline: on no map, in every figure
  std::vector<const study::Typology*> rows;  ///< by gemeente, then name
  std::vector<const study::TypologyMove*> moves;

  TypologyAnswer() = default;
  TypologyAnswer(TypologyAnswer&&) = default;
  TypologyAnswer& operator=(TypologyAnswer&&) = default;
};

/// Of every cohort the plan asks it for; empty without a typology.
std::vector<TypologyAnswer> typologies(const study::Findings& findings);

/// The letter that always stands beside a cluster's colour: S, G, T, V, or "" for none.
std::string letter_of_cluster(const std::string& cluster);

}  // namespace wijkbeeld::answer
