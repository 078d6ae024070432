// SPDX-License-Identifier: EUPL-1.2
// What is told first about an area.
#include <algorithm>
#include <cmath>

#include "report/area_page.hpp"
#include "report/detail/area_words.hpp"

namespace wijkbeeld::report {

using answer::Figure;
using answer::Profile;
using answer::ProfileEdition;
using answer::ProfileWave;
using answer::shown;
using answer::shown_size;
using base::Message;
using base::say;

namespace {

// Differences below this many score points are nothing to speak of: a fortieth of the width of the
// widest class of 2.0.
constexpr double kNearly = 0.005;

enum class Way { up, down, level };

Way way_of(double difference) {
  if (std::abs(difference) < kNearly) return Way::level;
  return difference > 0 ? Way::up : Way::down;
}

class Lede {
 public:
  Lede(const Profile& profile, base::Language language) : profile_(profile), language_(language) {}

  std::vector<Message> take() {
    const ProfileEdition& latest = latest_edition();
    out_.push_back(detail::who_lives_there(latest, profile_.code));
    if (const ProfileWave* wave = latest_wave(latest)) {
      standing(latest, *wave);
      against(*wave);
      beside(latest, *wave);
      dimensions(latest);
    }
    path(latest);
    return std::move(out_);
  }

 private:
  static bool is_known(const ProfileWave& wave) {
    return wave.situation.has_value() || wave.score.has_value();
  }

  static const ProfileWave* latest_wave(const ProfileEdition& edition) {
    const auto at = std::find_if(edition.waves.rbegin(), edition.waves.rend(), is_known);
    return at == edition.waves.rend() ? nullptr : &*at;
  }

  // The one with the latest figures of the area.
  const ProfileEdition& latest_edition() const {
    const ProfileEdition* out = &profile_.editions.front();
    int year = -1;
    for (const ProfileEdition& one : profile_.editions) {
      const ProfileWave* wave = latest_wave(one);
      if (wave == nullptr || wave->wave.year <= year) continue;
      out = &one;
      year = wave->wave.year;
    }
    return *out;
  }

  void standing(const ProfileEdition& edition, const ProfileWave& wave) {
    if (!wave.situation) return;
    const int number = *wave.situation;
    const auto& classes = edition.edition->classes;
    if (!classes) {
      out_.push_back(say("In {} the liveability was of class {}.", wave.wave.year, number));
      return;
    }
    out_.push_back(say("In {} the liveability was estimated as '{}', class {} of {}.",
                       wave.wave.year, classes->name(number).in(language_), number,
                       classes->count()));
  }

  void against(const ProfileWave& wave) {
    if (!wave.gap_to_nation.has_value()) return;
    const base::Argument size = shown_size(wave.gap_to_nation);
    const bool has_share = wave.share_residents_lower.has_value();
    const bool has_lower = has_share && *wave.share_residents_lower > 0;
    switch (way_of(*wave.gap_to_nation)) {
      case Way::up:
        if (!has_share)
          out_.push_back(say("The score was {} points above the national mean.", size));
        else
          out_.push_back(
              say("The score was {} points above the national mean; {} of the residents "
                  "live where it was lower.",
                  size, shown(wave.share_residents_lower)));
        break;
      case Way::down:
        if (!has_lower)
          out_.push_back(say("The score was {} points below the national mean.", size));
        else
          out_.push_back(
              say("The score was {} points below the national mean; {} of the residents "
                  "live where it was lower.",
                  size, shown(wave.share_residents_lower)));
        break;
      case Way::level:
        out_.push_back(say("The score was nearly that of the national mean."));
        break;
    }
    if (!wave.gap_to_gemeente.has_value()) return;
    const base::Argument inside = shown_size(wave.gap_to_gemeente);
    switch (way_of(*wave.gap_to_gemeente)) {
      case Way::up:
        out_.push_back(say("Within its gemeente it lay {} points above the mean.", inside));
        break;
      case Way::down:
        out_.push_back(say("Within its gemeente it lay {} points below the mean.", inside));
        break;
      case Way::level:
        out_.push_back(say("Within its gemeente it lay near the mean."));
        break;
    }
  }

  // The score of the smallest area a cell lies in, in the same wave.
  void beside(const ProfileEdition& edition, const ProfileWave& wave) {
    const auto at = static_cast<std::size_t>(&wave - edition.waves.data());
    for (const answer::ProfileAround& one : edition.around) {
      if (one.scores.empty() || !one.scores[at].has_value()) continue;
      out_.push_back(say("The score of the {} it lies in, {}, was {}; that of this square {}.",
                         std::string(to_text(one.level)),
                         one.name.empty() ? one.code.text : one.name, shown(one.scores[at]),
                         shown(wave.score)));
      return;
    }
  }

  // The dimensions that lie furthest above and below the nation, when they do.
  void dimensions(const ProfileEdition& edition) {
    for (auto wave = edition.waves.rbegin(); wave != edition.waves.rend(); ++wave) {
      const Figure* high = nullptr;
      const Figure* low = nullptr;
      std::size_t high_at = 0;
      std::size_t low_at = 0;
      for (std::size_t d = 0; d < wave->contributions.size(); ++d) {
        const Figure& one = wave->contributions[d];
        if (!one.has_value()) continue;
        if (high == nullptr || *one > **high) {
          high = &one;
          high_at = d;
        }
        if (low == nullptr || *one < **low) {
          low = &one;
          low_at = d;
        }
      }
      if (high == nullptr) continue;
      const auto& all = edition.edition->dimensions;
      if (way_of(**high) == Way::up)
        out_.push_back(say("Furthest above the nation was '{}' ({}).",
                           all[high_at].name.in(language_), shown(*high)));
      if (way_of(**low) == Way::down)
        out_.push_back(say("Furthest below the nation was '{}' ({}).",
                           all[low_at].name.in(language_), shown(*low)));
      return;
    }
  }

  // The last change of the score, against that of the nation.
  void path(const ProfileEdition& edition) {
    const auto last = std::find_if(edition.changes.rbegin(), edition.changes.rend(),
                                   [](const auto& one) { return one.change.has_value(); });
    if (last == edition.changes.rend() || !last->national_change.has_value()) return;
    const base::Argument nation = shown(last->national_change);
    const base::Argument size = shown_size(last->change);
    const int from = last->period.from.year;
    const int to = last->period.to.year;
    switch (way_of(*last->change)) {
      case Way::up:
        out_.push_back(
            say("From {} to {} the score rose by {} points; nationally the change was "
                "{}.",
                from, to, size, nation));
        break;
      case Way::down:
        out_.push_back(
            say("From {} to {} the score fell by {} points; nationally the change was "
                "{}.",
                from, to, size, nation));
        break;
      case Way::level:
        out_.push_back(
            say("From {} to {} the score stayed nearly the same; nationally the change "
                "was {}.",
                from, to, nation));
        break;
    }
  }

  const Profile& profile_;
  base::Language language_;
  std::vector<Message> out_;
};

}  // namespace

std::vector<Message> area_lede(const Profile& profile, base::Language language) {
  return Lede(profile, language).take();
}

}  // namespace wijkbeeld::report
