// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <vector>

namespace wijkbeeld::stats {

/// A column that is a linear combination of others, so that no data can tell their effects apart.
/// `on` names the others, smallest first; empty: the column is zero, or (where the model has a
/// constant of its own) constant. A column is always the last of those that depend on each other.
struct Dependence {
  std::size_t column = 0;
  std::vector<std::size_t> on = {};
  bool operator==(const Dependence&) const = default;
};

/// Why a regression has no answer, in numbers that the caller can put into words.
struct NoFit {
  enum class Why {
    too_few_rows,       ///< `rows` with a positive weight, not more than `parameters`
    too_few_clusters,   ///< `clusters` not more than `strata`: nothing to see spread from
    dependent_columns,  ///< see `dependent`
    empty_categories,   ///< nobody gave the answers in `categories`
    separation,         ///< the columns in `separated` predict answers without a single exception
  };
  Why why = Why::too_few_rows;
  std::size_t rows = 0;
  std::size_t parameters = 0;
  std::size_t clusters = 0;
  std::size_t strata = 0;
  std::vector<Dependence> dependent = {};
  std::vector<std::size_t> categories = {};
  std::vector<std::size_t> separated = {};
};

}  // namespace wijkbeeld::stats
