// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "answer/figure.hpp"
#include "study/findings.hpp"

namespace wijkbeeld::answer {

/// One cell of a matrix: areas and their residents.
struct MatrixCell {
  Figure areas;
  Figure residents;
};

/// Counts in rows and columns; a pair that does not occur has no cell.
struct CountMatrix {
  std::string edition;
  std::string group;
  series::Period period;
  std::vector<std::vector<std::optional<MatrixCell>>> cells;  ///< [row][column]
  Figure areas;                                               ///< in all cells
  Figure residents;
  Figure share_areas_up;  ///< above the diagonal, or improved
  Figure share_areas_same;
  Figure share_areas_down;
};

/// Class in the earlier wave (rows, 1 first) against class in the later one (columns); of a cohort
/// or "nation". Nothing when no area has both.
std::optional<CountMatrix> transitions(const study::Findings& findings, const std::string& edition,
                                       const std::string& group, series::Period period);

/// Class in the later wave (rows, 1 first) against direction (columns: declined, unchanged,
/// improved) by development class.
std::optional<CountMatrix> status_dynamics(const study::Findings& findings,
                                           const std::string& edition, const std::string& cohort,
                                           series::Period period);

}  // namespace wijkbeeld::answer
