// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answer/figure.hpp"
#include "stats/nearest.hpp"
#include "study/panel.hpp"

namespace wijkbeeld::answer {

/// An area that looks like another, and in what.
struct Lookalike {
  area::AreaCode code = {};
  std::string name = {};
  std::string gemeente = {};
  Figure score = {};   ///< in the last wave with scores
  Figure change = {};  ///< of the score, from the first wave with scores to the last
  /// How far apart they lie: 0 is equal, 1 is a standard deviation of the panel in everything.
  Figure distance = {};
  /// The dimension in which they differ least, and most; nothing when the panel has none.
  const instrument::Dimension* most_alike = nullptr;
  const instrument::Dimension* least_alike = nullptr;
};

/// Which areas of a panel look like each other. Three things count a third each: the score of the
/// last wave, its changes from wave to wave, and the contributions of the dimensions in the last
/// wave that has them, all in standard deviations over the areas of the panel. Worked out once for
/// a panel, which must outlive it.
class Lookalikes {
 public:
  explicit Lookalikes(const study::Panel& panel);

  /// The most alike first; only areas of which everything is known that is known of this one. None
  /// for an area without a score.
  [[nodiscard]] std::vector<Lookalike> of(std::size_t row, std::size_t count) const;

  [[nodiscard]] std::optional<series::Wave> wave() const { return last_; }

 private:
  void fill(std::size_t row);
  void say_in_what(std::size_t row, std::size_t other, Lookalike& out) const;

  const study::Panel& panel_;
  std::optional<series::Wave> first_;  // with scores
  std::optional<series::Wave> last_;
  std::vector<series::Period> steps_;
  std::optional<series::Wave> dimensions_at_;
  stats::Features features_;
  std::vector<double> weights_;
};

}  // namespace wijkbeeld::answer
