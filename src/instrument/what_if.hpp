// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "instrument/scored_areas.hpp"
#include "instrument/weight_change.hpp"
#include "stats/order.hpp"

namespace wijkbeeld::instrument {

/// Where the areas of a level stand in one wave, in the order of AreaMeans. An area that is not
/// scored has class 0, rank 0 and zeros.
struct Standing {
  std::vector<double> score = {};         ///< absolute: reference plus deviation
  std::vector<std::uint8_t> number = {};  ///< class, 1 lowest; 0 when there are no class limits
  std::vector<std::uint32_t> rank = {};   ///< 1 lowest; equal scores in order of code
  /// Share of residents who live in lower ranked areas, with half of the area's own: 0 to 1.
  std::vector<double> percentile = {};
  double mean = 0;                           ///< of scores, over residents
  std::vector<double> class_residents = {};  ///< share of residents per class, 1 first
  std::vector<std::size_t> class_areas = {};
  std::optional<double> low_residents = {};  ///< share in low areas; absent when nothing is low
};

/// What other weights do to the areas of a level in one wave.
struct WhatIf {
  std::vector<double> weights = {};  ///< per term
  Standing standing = {};
  // Compared with the model's own weights:
  std::size_t areas = 0;  ///< that are scored
  double residents = 0;   ///< of those
  std::size_t areas_up = 0;
  std::size_t areas_down = 0;  ///< in a lower class than before
  double residents_up = 0;
  double residents_down = 0;
  double mean_shift = 0;       ///< of the mean over residents, in score points
  double mean_rank_shift = 0;  ///< in places, over areas
  std::uint32_t largest_rank_shift = 0;
};

/// What the national mean does when weights change.
enum class Anchor : std::uint8_t {
  /// The score stays reference plus contributions, exactly as `score` would give with these
  /// weights: contributions add up, waves can be compared, and the mean goes where it goes.
  reference,
  /// All scores are shifted by one number, so that the mean over residents stays where it was: who
  /// gains and loses compared with the nation.
  national_mean,
};

/// The areas of a level and wave, ready for weights that move: one change costs a pass over one
/// column of standardised values, then all classes and ranks are made anew
/// (docs/method/what-if.md). The answer depends on the weights only, not on those asked before.
class WhatIfBoard {
 public:
  /// Borrows `means`, which must outlive it.
  WhatIfBoard(const Instrument& instrument, const Model& model, const AreaMeans& means,
              std::size_t wave);

  /// With the model's own weights.
  [[nodiscard]] const Standing& before() const { return before_; }
  /// With these weights, per term. The answer is good until the next call.
  const WhatIf& weigh(std::span<const double> weights, Anchor anchor = Anchor::reference);

 private:
  void add(std::span<const double> weights, std::span<double> deviation) const;
  void read(std::span<const double> deviation, double shift, Standing& into);
  void compare();

  const AreaMeans* means_;
  std::size_t wave_;
  ScoredAreas areas_;
  std::vector<double> model_weights_;
  std::vector<double> deviation_;  // of all areas, with the model's weights
  std::vector<double> moved_;      // the same, with others
  Standing before_;
  WhatIf answer_;
  stats::Sorter sorter_;
  std::vector<double> packed_;  // scores of scored areas
};

}  // namespace wijkbeeld::instrument
