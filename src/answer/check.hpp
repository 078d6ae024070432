// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "answer/figure.hpp"
#include "study/findings.hpp"

namespace wijkbeeld::answer {

/// Whether published classes follow from scores and class limits.
struct ClassCheckAnswer {
  enum class Verdict : std::uint8_t { all_agree, some_differ, nothing_to_check };
  std::string edition;
  Figure situation_checked;
  Figure situation_mismatches;
  Figure development_checked;
  Figure development_mismatches;
  Figure largest_distance;  ///< of a mismatch to its limit, in score points
  Verdict verdict = Verdict::nothing_to_check;
  std::vector<const study::ClassCheck*> rows;
  std::vector<const study::ClassMismatch*> mismatches;
};
ClassCheckAnswer class_check(const study::Findings& findings, const std::string& edition);

/// Whether higher areas are the mean of their parts, weighted by residents.
struct AggregationAnswer {
  struct Row {
    const study::AggregationCheck* check = nullptr;
    Figure areas;
    Figure median;
    Figure p95;
    Figure max;
  };
  std::vector<Row> rows;
  Figure largest_p95;
  Figure largest;
};
AggregationAnswer aggregation(const study::Findings& findings, const std::string& edition);

}  // namespace wijkbeeld::answer
