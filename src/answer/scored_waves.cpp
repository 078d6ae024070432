// SPDX-License-Identifier: EUPL-1.2
#include "answer/detail/scored_waves.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace wijkbeeld::answer::detail {

using base::Failure;
using base::say;
using instrument::AreaMeans;

namespace {

[[noreturn]] void throw_no_level(area::Level level, const std::vector<std::string>& levels) {
  throw Failure(say("the instrument has no scores per {}", std::string(area::to_text(level))))
      .help(say("choose one of: {}", base::join(levels, ", ")));
}

[[noreturn]] void throw_no_wave(series::Wave wave, const std::vector<series::Wave>& waves) {
  throw Failure(say("the instrument has no wave {}", wave.year)).help(choice_of(waves));
}

}  // namespace

std::vector<const AreaMeans*> levels_asked(const instrument::Scored& scored,
                                           std::optional<area::Level> level) {
  std::vector<const AreaMeans*> out;
  std::vector<std::string> levels;
  for (const AreaMeans& one : scored.levels) {
    levels.emplace_back(area::to_text(one.level));
    if (!level || one.level == *level) out.push_back(&one);
  }
  if (out.empty()) throw_no_level(*level, levels);
  return out;
}

std::size_t wave_asked(const AreaMeans& means, std::optional<series::Wave> wave) {
  if (!wave) return means.waves.size() - 1;
  if (const auto at = means.wave_index(*wave)) return *at;
  throw_no_wave(*wave, means.waves);
}

base::Message choice_of(const std::vector<series::Wave>& waves) {
  std::vector<std::string> years;
  for (const series::Wave one : waves)
    years.push_back(std::to_string(one.year));
  return say("choose one of: {}", base::join(years, ", "));
}

void check_asked(const instrument::Instrument& instrument, std::optional<area::Level> level,
                 std::optional<series::Wave> wave) {
  std::vector<std::string> levels = {std::string(area::to_text(instrument.level))};
  for (const area::Level one : instrument.levels)
    if (one != instrument.level) levels.emplace_back(area::to_text(one));
  if (level && std::find(levels.begin(), levels.end(), area::to_text(*level)) == levels.end())
    throw_no_level(*level, levels);
  if (wave && !instrument.edition.has_wave(*wave)) throw_no_wave(*wave, instrument.edition.waves);
}

}  // namespace wijkbeeld::answer::detail
