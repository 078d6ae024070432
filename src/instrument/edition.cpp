// SPDX-License-Identifier: EUPL-1.2
#include "instrument/edition.hpp"

#include <algorithm>

#include "base/failure.hpp"
#include "base/text.hpp"

namespace wijkbeeld::instrument {

using series::Wave;

std::optional<double> Reference::mean(Wave wave) const {
  if (constant) return constant;
  const auto found = per_wave.find(wave);
  if (found == per_wave.end()) return std::nullopt;
  return found->second;
}

bool Edition::has_wave(Wave wave) const {
  return std::find(waves.begin(), waves.end(), wave) != waves.end();
}

bool Edition::has_score(Wave wave) const {
  return std::find(score_waves.begin(), score_waves.end(), wave) != score_waves.end();
}

std::optional<double> Edition::absolute(double deviation, Wave wave) const {
  const auto mean = reference.mean(wave);
  if (!mean) return std::nullopt;
  return deviation + *mean;
}

std::optional<int> Edition::class_of_mean(Wave wave) const {
  const auto mean = reference.mean(wave);
  if (!mean || !classes) return std::nullopt;
  return classes->class_of(*mean);
}

const Dimension* Edition::find_dimension(std::string_view dimension_id) const {
  for (const Dimension& dimension : dimensions)
    if (dimension.id == dimension_id) return &dimension;
  return nullptr;
}

const Edition& edition_named(std::span<const Edition> editions, const series::EditionId& id) {
  std::vector<std::string> names;
  for (const Edition& edition : editions) {
    if (edition.id == id) return edition;
    names.push_back(edition.id.text);
  }
  base::Failure failure(base::say("no edition is called '{}'", id.text));
  failure.because(base::say("the editions are: {}", base::join(names, ", ")));
  if (const auto near = base::did_you_mean(id.text, names))
    failure.help(base::say("did you mean '{}'?", *near));
  throw failure;
}

}  // namespace wijkbeeld::instrument
