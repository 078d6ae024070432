// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "study/panel.hpp"
#include "table/value.hpp"

namespace wijkbeeld::answer {

/// Where areas stand among the others of a panel, wave by wave. Worked out once for all profiles
/// and comparisons of the panel, which must outlive it. Cells are too many to keep in order for
/// every wave: of them the position is known in the last wave with scores, and no gemeente.
class Standings {
 public:
  explicit Standings(const study::Panel& panel);

  [[nodiscard]] const study::Panel& panel() const { return panel_; }

  /// Shares with a score below this one: of the areas with a score, and of their residents (absent
  /// when none of them has residents on record).
  struct Position {
    table::Value<double> areas = table::Absence::not_applicable;
    table::Value<double> residents = table::Absence::not_applicable;
  };
  [[nodiscard]] Position position(double score, series::Wave wave) const;

  /// Mean score of the areas in the gemeente of `row`, weighted by residents; an area that is alone
  /// in its gemeente, or is one itself, has nothing to be held against.
  [[nodiscard]] table::Value<double> gemeente_mean(std::size_t row, series::Wave wave) const;

 private:
  struct AtWave {
    std::vector<double> scores = {};           // rising
    std::vector<double> residents_below = {};  // before each score, and of all behind the last
    std::unordered_map<std::string, double> gemeente_means = {};
  };
  AtWave make(series::Wave wave) const;
  [[nodiscard]] const AtWave* at(series::Wave wave) const;

  const study::Panel& panel_;
  std::vector<std::string> gemeenten_;  // per row: what tells its gemeente; none for cells
  std::map<series::Wave, AtWave> waves_;
};

}  // namespace wijkbeeld::answer
