// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "base/progress.hpp"
#include "instrument/what_if.hpp"

namespace wijkbeeld::instrument {

/// An area that gets another class.
struct Moved {
  std::size_t area = 0;   ///< position in AreaMeans
  std::uint8_t from = 0;  ///< class
  std::uint8_t to = 0;
  bool operator==(const Moved&) const = default;
};

/// What goes when one indicator goes: all its terms get weight 0, other weights stay.
struct DropOne {
  std::size_t indicator = 0;  ///< position in the definition
  std::size_t areas_up = 0;
  std::size_t areas_down = 0;
  double residents_up = 0;
  double residents_down = 0;
  /// Of the scores without it with the full scores (Spearman); absent when either does not vary.
  std::optional<double> rank_correlation = {};
  double mean_rank_shift = 0;  ///< in places, over areas
  std::uint32_t largest_rank_shift = 0;
  double mean_shift = 0;          ///< of the mean over residents, in score points
  std::vector<Moved> moved = {};  ///< in order of area

  [[nodiscard]] std::size_t areas() const { return areas_up + areas_down; }
  [[nodiscard]] double residents() const { return residents_up + residents_down; }
};

/// Who changes class if an indicator goes, for each indicator the model uses, in the order of the
/// definition. The same figures as a what-if with `without`.
std::vector<DropOne> drop_each(const Instrument& instrument, const Model& model,
                               const AreaMeans& means, std::size_t wave, Anchor anchor,
                               base::Workers workers, base::Progress& progress);

}  // namespace wijkbeeld::instrument
