// SPDX-License-Identifier: EUPL-1.2
#include "answer/mean_path.hpp"

#include <string>

#include "stats/mean.hpp"

namespace wijkbeeld::answer {

std::vector<Figure> mean_path(const study::Panel& panel, std::span<const std::size_t> rows,
                              std::string_view id) {
  std::vector<Figure> out;
  std::vector<double> scores;
  std::vector<double> residents;
  for (const series::Wave wave : panel.waves()) {
    scores.clear();
    residents.clear();
    for (const std::size_t row : rows) {
      const table::Value<double> score = panel.score(row, wave);
      const table::Value<double>& people = panel.area(row).residents;
      if (!score || !people) continue;
      scores.push_back(*score);
      residents.push_back(*people);
    }
    const auto mean = stats::weighted_mean(scores, residents);
    out.push_back({std::string(id) + "/" + std::to_string(wave.year) + "#mean",
                   mean ? table::Value<double>(*mean) : table::Absence::not_collected,
                   Unit::score,
                   {}});
  }
  return out;
}

}  // namespace wijkbeeld::answer
