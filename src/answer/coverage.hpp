// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "answer/figure.hpp"
#include "study/findings.hpp"

namespace wijkbeeld::answer {

/// How one wave of an edition is filled.
struct WaveCoverage {
  series::Wave wave;
  Figure with_score;
  Figure with_class;
  Figure withheld;
  Figure reference_mean;
  Figure national_mean;
  table::Value<std::int64_t> class_of_mean = table::Absence::not_applicable;
};

/// An edition as it was used.
struct EditionCoverage {
  const study::EditionUsed* used = nullptr;
  Figure areas;
  std::vector<WaveCoverage> waves;
};
std::vector<EditionCoverage> coverage(const study::Findings& findings);

/// With which boundaries the areas of an edition are drawn.
struct DrawingAnswer {
  std::string edition;
  Figure areas;
  Figure drawn;
  Figure undrawn;
  struct PerOutline {
    std::string outline;  ///< vintage
    Figure areas;
  };
  std::vector<PerOutline> outlines;
  std::vector<const study::Drawn*> undrawn_rows;
};
DrawingAnswer drawing(const study::Findings& findings, const std::string& edition);

/// The files behind the study. `data_hash` is the SHA-256 of their names and check sums together:
/// equal when every byte read was equal.
struct FilesAnswer {
  std::vector<const series::FileRecord*> used;     ///< recognised by a source
  std::vector<const series::FileRecord*> ignored;  ///< not recognised
  Figure rows_read;
  Figure rows_refused;
  std::string data_hash;
};
FilesAnswer files(const study::Findings& findings);

/// The wave a map or layer shows, and the stretch its change is about: those of the typology when
/// the plan has one, else the last wave and the step before it.
struct ShownWaves {
  series::Wave wave;
  series::Period recent;
};
ShownWaves shown_waves(const study::Findings& findings, const std::string& edition);

}  // namespace wijkbeeld::answer
