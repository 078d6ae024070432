// SPDX-License-Identifier: EUPL-1.2
#include "answer/detail/scored_waves.hpp"

#include "base/text.hpp"

namespace wijkbeeld::answer::detail {

using base::Failure;
using base::say;
using instrument::AreaMeans;

std::vector<const AreaMeans*> levels_asked(const instrument::Scored& scored,
                                           std::optional<area::Level> level) {
  std::vector<const AreaMeans*> out;
  std::vector<std::string> levels;
  for (const AreaMeans& one : scored.levels) {
    levels.emplace_back(area::to_text(one.level));
    if (!level || one.level == *level) out.push_back(&one);
  }
  if (out.empty())
    throw Failure(say("the instrument has no scores per {}", std::string(area::to_text(*level))))
        .help(say("choose one of: {}", base::join(levels, ", ")));
  return out;
}

std::size_t wave_asked(const AreaMeans& means, std::optional<series::Wave> wave) {
  if (!wave) return means.waves.size() - 1;
  if (const auto at = means.wave_index(*wave)) return *at;
  std::vector<std::string> waves;
  for (const series::Wave one : means.waves)
    waves.push_back(std::to_string(one.year));
  throw Failure(say("the instrument has no wave {}", wave->year))
      .help(say("choose one of: {}", base::join(waves, ", ")));
}

}  // namespace wijkbeeld::answer::detail
