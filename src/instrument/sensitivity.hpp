// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "instrument/drop_one.hpp"
#include "instrument/uncertainty.hpp"
#include "stats/sobol.hpp"

namespace wijkbeeld::instrument {

/// What a sensitivity analysis does.
struct SensitivityPlan {
  Assumptions assumptions = {};
  Anchor anchor = Anchor::reference;  ///< of leaving out indicators one by one
  std::size_t runs = 1000;            ///< of the uncertainty analysis; 0 for none
  /// Of the Sobol design, a power of two at best; times (factors + 2) runs. 0 for none.
  std::size_t samples = 1024;
  double confidence = 0.90;
  std::vector<area::AreaCode> areas = {};  ///< whose scores are to be explained
};

/// Which assumptions an outcome of the instrument depends on.
struct Dependence {
  enum class Outcome : std::uint8_t {
    rank_shift,  ///< mean over areas of the distance to the own rank, in places
    low,         ///< share of residents in areas with a low score
    score,       ///< of one area, matched (see Index::scores)
  };
  Outcome outcome = Outcome::rank_shift;
  area::AreaCode area = {};  ///< of a score
  double mean = 0;           ///< over runs
  double deviation = 0;      ///< standard deviation over runs; 0: it depends on nothing
  /// Per factor; empty when the outcome does not vary. Shares of the variance over runs: by itself,
  /// and with all interactions.
  std::vector<stats::SobolIndex> indices = {};
};

/// As the Handbook on Constructing Composite Indicators (OECD and JRC, 2008, step 7) asks for:
/// docs/method/sensitivity.md.
struct SensitivityAnalysis {
  series::Wave wave = {};
  area::Level level = area::Level::own;
  std::vector<DropOne> drop_one = {};
  std::optional<Uncertainty> uncertainty = {};
  std::vector<Factor> factors = {};
  std::vector<Dependence> dependence = {};
  std::size_t runs = 0;  ///< of the Sobol design
};

/// The same answer for any number of workers. Throws Failures for assumptions that cannot vary so
/// and for areas that are unknown or not scored; stops when asked to.
SensitivityAnalysis sensitivity(const Instrument& instrument, const Model& model,
                                const AreaMeans& means, std::size_t wave,
                                const SensitivityPlan& plan, base::Seed seed, base::Workers workers,
                                base::Progress& progress);

}  // namespace wijkbeeld::instrument
