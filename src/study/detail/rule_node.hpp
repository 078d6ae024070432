// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <vector>

#include "study/rule.hpp"

namespace wijkbeeld::study {

enum class Comparison { less, less_equal, greater, greater_equal, equal };

/// A node of a parsed rule.
struct Rule::Node {
  enum class Kind { all, both, either, negation, comparison, improved, declined };
  Kind kind = Kind::all;
  std::vector<std::shared_ptr<const Node>> parts = {};  ///< of both, either, negation
  Term term = {};                                       ///< of the rest
  Comparison comparison = Comparison::equal;
  Bound bound = {};
};

}  // namespace wijkbeeld::study
