// SPDX-License-Identifier: EUPL-1.2
#include "answer/compare.hpp"

#include <algorithm>
#include <set>

namespace wijkbeeld::answer {

using series::Wave;

namespace {

const ProfileEdition* latest_in(const Profile& profile, const instrument::Edition& edition) {
  const ProfileEdition* out = nullptr;
  for (const ProfileEdition& one : profile.editions)
    if (one.edition->id == edition.id && (out == nullptr || out->vintage < one.vintage)) out = &one;
  return out;
}

// Editions in the order in which the areas have them.
std::vector<const instrument::Edition*> editions_in(const std::vector<Profile>& profiles) {
  std::vector<const instrument::Edition*> out;
  for (const Profile& profile : profiles)
    for (const ProfileEdition& one : profile.editions)
      if (std::none_of(out.begin(), out.end(),
                       [&](const auto* known) { return known->id == one.edition->id; }))
        out.push_back(one.edition);
  return out;
}

class Comparer {
 public:
  Comparer(const std::vector<Profile>& profiles, const instrument::Edition& edition) {
    out_.edition = &edition;
    std::set<Wave> waves;
    for (const Profile& profile : profiles) {
      out_.areas.push_back(latest_in(profile, edition));
      if (out_.areas.back() != nullptr)
        for (const ProfileWave& one : out_.areas.back()->waves)
          waves.insert(one.wave);
    }
    out_.waves.assign(waves.begin(), waves.end());
  }

  ComparedEdition take() {
    out_.last = last_with([](const ProfileWave& one) { return one.score.has_value(); });
    if (!out_.last)
      out_.last = last_with([](const ProfileWave& one) { return one.situation.has_value(); });
    if (out_.last) extremes(*out_.last);
    changes();
    return std::move(out_);
  }

 private:
  template <class Has>
  [[nodiscard]] std::size_t count(Wave wave, Has has) const {
    std::size_t out = 0;
    for (std::size_t i = 0; i < out_.areas.size(); ++i)
      if (const ProfileWave* one = out_.at(i, wave); one != nullptr && has(*one)) ++out;
    return out;
  }

  template <class Has>
  [[nodiscard]] std::optional<Wave> last_with(Has has) const {
    const auto found = std::find_if(out_.waves.rbegin(), out_.waves.rend(),
                                    [&](Wave wave) { return count(wave, has) > 1; });
    return found == out_.waves.rend() ? std::nullopt : std::optional(*found);
  }

  [[nodiscard]] const Figure& score(std::size_t area, Wave wave) const {
    static const Figure none = {};
    const ProfileWave* one = out_.at(area, wave);
    return one == nullptr ? none : one->score;
  }

  // The first of equals is named.
  void extremes(Wave wave) {
    for (std::size_t i = 0; i < out_.areas.size(); ++i) {
      const Figure& own = score(i, wave);
      if (!own.has_value()) continue;
      if (!out_.highest || *own > *score(*out_.highest, wave)) out_.highest = i;
      if (!out_.lowest || *own < *score(*out_.lowest, wave)) out_.lowest = i;
    }
    if (!out_.highest || *score(*out_.highest, wave) == *score(*out_.lowest, wave)) {
      out_.highest = out_.lowest = std::nullopt;
      return;
    }
    const ProfileWave& high = *out_.at(*out_.highest, wave);
    const ProfileWave& low = *out_.at(*out_.lowest, wave);
    out_.spread = difference(id("spread", wave), high.score, low.score);
    if (high.low.has_value() && low.high.has_value()) out_.intervals_meet = *high.low <= *low.high;
  }

  void changes() {
    const std::size_t all = out_.size();
    std::vector<Wave> common;
    for (const Wave wave : out_.waves)
      if (count(wave, [](const ProfileWave& one) { return one.score.has_value(); }) == all)
        common.push_back(wave);
    out_.changes.resize(out_.areas.size());
    if (common.size() < 2) return;
    out_.common = {common.front(), common.back()};
    std::size_t risen = 0;
    for (std::size_t i = 0; i < out_.areas.size(); ++i) {
      out_.changes[i] = difference(id("change/" + std::to_string(i + 1), common.back()),
                                   score(i, common.back()), score(i, common.front()));
      if (out_.changes[i].has_value() && *out_.changes[i] > 0) ++risen;
    }
    out_.risen = {id("risen", common.back()), static_cast<double>(risen), Unit::count, {}};
    out_.counted = {id("counted", common.back()), static_cast<double>(all), Unit::count, {}};
    for (std::size_t i = 0; i < out_.areas.size() && !out_.national_change.has_value(); ++i)
      if (out_.areas[i] != nullptr)
        out_.national_change = difference(id("national_change", common.back()),
                                          out_.at(i, common.back())->national_mean,
                                          out_.at(i, common.front())->national_mean);
  }

  [[nodiscard]] std::string id(const std::string& what, Wave wave) const {
    return "answers/compare/" + out_.edition->id.text + "/" + std::to_string(wave.year) + "#" +
           what;
  }

  ComparedEdition out_;
};

}  // namespace

const ProfileWave* ComparedEdition::at(std::size_t area, Wave wave) const {
  if (areas[area] == nullptr) return nullptr;
  for (const ProfileWave& one : areas[area]->waves)
    if (one.wave == wave) return &one;
  return nullptr;
}

std::size_t ComparedEdition::size() const {
  return static_cast<std::size_t>(
      std::count_if(areas.begin(), areas.end(), [](const auto* one) { return one != nullptr; }));
}

Comparison compare(std::vector<Profile> profiles) {
  Comparison out;
  out.profiles = std::move(profiles);
  for (const instrument::Edition* edition : editions_in(out.profiles)) {
    ComparedEdition one = Comparer(out.profiles, *edition).take();
    if (one.size() > 1) out.editions.push_back(std::move(one));
  }
  return out;
}

}  // namespace wijkbeeld::answer
