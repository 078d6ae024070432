// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/parallel.hpp"
#include "base/random.hpp"
#include "stats/matrix.hpp"

namespace wijkbeeld::stats {

/// Where a model is to be run to find out which of its inputs its outcomes depend on: the design
/// of Saltelli et al. (2010), "Variance based sensitivity analysis of model output", Computer
/// Physics Communications 181, p. 259-270. Two independent samples A and B of `samples` points in
/// the unit cube, and for each input i the sample AB_i: A with its input i from B.
///
/// Row s (inputs + 2) is point s of A, the next is that of B, then come those of AB_1, AB_2, ...
/// Each row is a pure function of its number, so that rows can be run in blocks, by any number of
/// workers.
///
/// Up to 16 inputs the points are those of the Sobol sequence with the direction numbers of Joe and
/// Kuo (2008), "Constructing Sobol sequences with better two-dimensional projections", SIAM Journal
/// on Scientific Computing 30, p. 2635-2654, shifted digitally at random per input; a power of two
/// is the best number of samples. With more inputs they are random (Philox) points.
class SobolDesign {
 public:
  /// Inputs and samples are positive; samples below 2^32.
  SobolDesign(std::size_t inputs, std::size_t samples, base::Seed seed);

  static constexpr std::size_t kMostSequenceInputs = 16;

  [[nodiscard]] std::size_t inputs() const { return inputs_; }
  [[nodiscard]] std::size_t samples() const { return samples_; }
  [[nodiscard]] std::size_t rows() const { return samples_ * (inputs_ + 2); }
  [[nodiscard]] bool has_sequence() const { return inputs_ <= kMostSequenceInputs; }
  /// The inputs of a row, each strictly between 0 and 1: to be read as probabilities, which the
  /// caller turns into values by their quantile functions.
  [[nodiscard]] std::vector<double> row(std::size_t row) const;

 private:
  [[nodiscard]] double coordinate(std::size_t sample, std::size_t dimension) const;

  std::size_t inputs_ = 0;
  std::size_t samples_ = 0;
  base::Seed seed_;
  std::vector<std::uint32_t> directions_;  // 32 per dimension
  std::vector<std::uint32_t> shifts_;
};

/// An estimate with its bootstrap interval.
struct SobolEstimate {
  double value = 0;
  double low = 0;
  double high = 0;
};

/// The share of the variance of an outcome that an input accounts for.
struct SobolIndex {
  /// By itself: V(E(y | x_i)) / V(y). Estimates can be slightly negative.
  SobolEstimate first;
  /// With all its interactions: E(V(y | all but x_i)) / V(y). Never negative.
  SobolEstimate total;
};

struct SobolIndices {
  double mean = 0;
  double variance = 0;
  std::vector<SobolIndex> inputs;
};

struct SobolSettings {
  /// Bootstrap replicates (of samples: a point of A, of B and of every AB_i go together); 0 for no
  /// intervals, which then are the estimate itself.
  std::size_t replicates = 1000;
  /// Of the percentile intervals.
  double level = 0.95;
  base::Seed seed;
};

/// First-order indices by the estimator of Saltelli et al. (2010, table 2b) and total indices by
/// that of Jansen (1999), "Analysis of variance designs for model output", Computer Physics
/// Communications 117, p. 35-43, with the variance over A and B together. `outcomes` has a row for
/// each row of the design and a column for each outcome; all are finite. One answer per outcome;
/// absent when that outcome does not vary.
///
/// The intervals treat samples as independent. Points of a sequence spread better than that, so
/// that their intervals are on the wide side.
std::vector<std::optional<SobolIndices>> sobol_indices(const SobolDesign& design,
                                                       const Matrix& outcomes,
                                                       const SobolSettings& settings,
                                                       base::Workers workers = {1});

}  // namespace wijkbeeld::stats
