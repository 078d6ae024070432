// SPDX-License-Identifier: EUPL-1.2
#include "answer/theme.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "answer/atlas_typology.hpp"
#include "base/text.hpp"

namespace wijkbeeld::answer {

using base::say;
using series::Period;

namespace quantity = series::quantity;

namespace {

constexpr std::string_view kScoreError = "score.error";
constexpr std::string_view kChangeError = "change.error";

// When which quantity has values, as a panel of them would tell.
class Holdings {
 public:
  Holdings(const instrument::Edition& edition, area::Level level, area::Vintage vintage,
           std::span<const series::Listed> listed)
      : edition_(edition) {
    for (const series::Listed& one : listed) {
      const series::SeriesKey& key = one.key;
      if (key.edition == edition.id && key.level == level && key.vintage == vintage)
        periods_[key.quantity].insert(one.periods.begin(), one.periods.end());
    }
  }

  [[nodiscard]] bool has(std::string_view quantity, Period period) const {
    const auto found = periods_.find(quantity);
    return found != periods_.end() && found->second.contains(period);
  }
  [[nodiscard]] bool has(std::string_view quantity) const {
    const auto found = periods_.find(quantity);
    return found != periods_.end() && !found->second.empty();
  }
  [[nodiscard]] bool has_score(series::Wave wave) const {
    return has(quantity::kScore, series::at(wave)) ||
           (has(quantity::kDeviation, series::at(wave)) && edition_.reference.mean(wave));
  }
  [[nodiscard]] bool has_class(series::Wave wave) const {
    return has(quantity::kClass, series::at(wave)) || (edition_.classes && has_score(wave));
  }
  [[nodiscard]] bool has_change(Period step) const {
    return has_score(step.from) && has_score(step.to);
  }
  [[nodiscard]] bool has_development(Period step) const {
    return has(quantity::kDevelopment, step) || (edition_.development && has_change(step));
  }
  [[nodiscard]] std::vector<series::Wave> waves() const {
    std::vector<series::Wave> out;
    for (const series::Wave wave : edition_.waves)
      if (has_class(wave) || has_score(wave)) out.push_back(wave);
    return out;
  }

 private:
  const instrument::Edition& edition_;
  std::map<std::string, std::set<Period>, std::less<>> periods_;
};

class Themes {
 public:
  Themes(const instrument::Edition& edition, const Holdings& holdings)
      : edition_(edition), holdings_(holdings), waves_(holdings.waves()) {}

  std::vector<Theme> take() {
    const bool has_score_error = holdings_.has(kScoreError);
    const bool has_change_error = holdings_.has(kChangeError);
    at_waves({.id = "class",
              .kind = ThemeKind::situation,
              .name = say("liveability"),
              .has_sure = has_score_error},
             [&](Period at) { return holdings_.has_class(at.to); });
    between_waves({.id = "development",
                   .kind = ThemeKind::development,
                   .name = say("development"),
                   .has_sure = has_change_error},
                  [&](Period step) { return holdings_.has_development(step); });
    at_waves({.id = "score",
              .kind = ThemeKind::score,
              .name = say("score"),
              .has_sure = has_score_error},
             [&](Period at) { return holdings_.has_score(at.to); });
    between_waves({.id = "change",
                   .kind = ThemeKind::change,
                   .name = say("change of the score"),
                   .has_sure = has_change_error},
                  [&](Period step) { return holdings_.has_change(step); });
    for (const instrument::Dimension& one : edition_.dimensions)
      dimension(one);
    at_waves({.id = "typology", .kind = ThemeKind::typology, .name = say("types")},
             [&](Period at) { return has_types(at.to); });
    at_waves({.id = "interval", .kind = ThemeKind::interval, .name = say("width of the interval")},
             [&](Period at) { return holdings_.has(kScoreError, at); });
    return std::move(out_);
  }

 private:
  template <class Has>
  void at_waves(Theme theme, Has has) {
    for (const series::Wave wave : waves_)
      if (has(series::at(wave))) theme.periods.push_back(series::at(wave));
    keep(std::move(theme));
  }

  // Every pair of waves, by the earlier one: the latest step comes last.
  template <class Has>
  void between_waves(Theme theme, Has has) {
    for (std::size_t i = 0; i < waves_.size(); ++i)
      for (std::size_t j = i + 1; j < waves_.size(); ++j)
        if (const Period step{waves_[i], waves_[j]}; has(step)) theme.periods.push_back(step);
    keep(std::move(theme));
  }

  void keep(Theme theme) {
    if (!theme.periods.empty()) out_.push_back(std::move(theme));
  }

  // The clusters need a level below the mean, and how it moved since both earlier waves.
  [[nodiscard]] bool has_types(series::Wave last) const {
    const auto plan = atlas_typology(edition_, last);
    return plan && holdings_.has_class(last) && holdings_.has_change({plan->stall, last}) &&
           (holdings_.has_change({plan->since, last}) ||
            holdings_.has_development({plan->since, last}));
  }

  void dimension(const instrument::Dimension& one) {
    const std::string id = std::string(quantity::kContribution) + one.id;
    at_waves({.id = id, .kind = ThemeKind::contribution, .dimension = &one},
             [&](Period at) { return holdings_.has(id, at); });
  }

  const instrument::Edition& edition_;
  const Holdings& holdings_;
  std::vector<series::Wave> waves_;
  std::vector<Theme> out_;
};

bool is_of_score(std::string_view name) {
  return name == quantity::kScore || name == quantity::kDeviation;
}

bool needs_quantity(const Theme& theme, std::string_view name) {
  switch (theme.kind) {
    case ThemeKind::situation:
      return is_of_score(name) || name == quantity::kClass || name == kScoreError;
    case ThemeKind::score:
      return is_of_score(name) || name == kScoreError;
    case ThemeKind::development:
      return is_of_score(name) || name == quantity::kDevelopment || name == kChangeError;
    case ThemeKind::change:
      return is_of_score(name) || name == kChangeError;
    case ThemeKind::contribution:
      return is_of_score(name) || name == theme.id;
    case ThemeKind::typology:
      return is_of_score(name) || name == quantity::kClass || name == quantity::kDevelopment;
    case ThemeKind::interval:
      return is_of_score(name) || name == kScoreError;
    case ThemeKind::indicator:
      return false;
  }
  return false;
}

}  // namespace

std::string_view to_text(ThemeKind kind) {
  switch (kind) {
    case ThemeKind::situation:
      return "class";
    case ThemeKind::development:
      return "development";
    case ThemeKind::score:
      return "score";
    case ThemeKind::change:
      return "change";
    case ThemeKind::contribution:
      return "contribution";
    case ThemeKind::typology:
      return "typology";
    case ThemeKind::interval:
      return "interval";
    case ThemeKind::indicator:
      return "indicator";
  }
  return "";
}

Unit unit_of(ThemeKind kind) {
  switch (kind) {
    case ThemeKind::situation:
    case ThemeKind::score:
      return Unit::score;
    case ThemeKind::interval:
      return Unit::error;
    case ThemeKind::typology:
      return Unit::class_number;
    case ThemeKind::indicator:
      return Unit::amount;
    default:
      return Unit::change;
  }
}

std::vector<Theme> themes_of(const instrument::Edition& edition, area::Level level,
                             area::Vintage vintage, std::span<const series::Listed> listed) {
  const Holdings holdings(edition, level, vintage, listed);
  return Themes(edition, holdings).take();
}

std::vector<Theme> indicator_themes(const instrument::Edition& edition,
                                    const instrument::Instrument& instrument,
                                    const instrument::Model& model, area::Level level) {
  const bool is_scored = level == instrument.level ||
                         std::find(instrument.levels.begin(), instrument.levels.end(), level) !=
                             instrument.levels.end();
  std::vector<Theme> out;
  for (std::size_t i = 0; is_scored && i < instrument.indicators.size(); ++i) {
    const instrument::Indicator& one = instrument.indicators[i];
    const auto& terms = model.standard.terms;
    if (std::none_of(terms.begin(), terms.end(),
                     [&](const instrument::Term& term) { return term.indicator == i; }))
      continue;
    Theme theme{.id = std::string(kIndicatorTheme) + one.id, .kind = ThemeKind::indicator};
    theme.dimension = edition.find_dimension(one.dimension);
    theme.words = one.name;
    theme.unit = one.unit;
    for (const series::Wave wave : edition.waves)
      theme.periods.push_back(series::at(wave));
    out.push_back(std::move(theme));
  }
  return out;
}

bool needs(const Theme& theme, Period period, std::string_view quantity, Period values) {
  if (!needs_quantity(theme, quantity)) return false;
  // Limits are those of the last period.
  const Period last = theme.periods.back();
  std::vector<series::Wave> waves{period.from, period.to, last.from, last.to};
  if (theme.kind == ThemeKind::typology) waves.insert(waves.end(), {kTypesSince, kTypesStall});
  const auto is_one = [&](series::Wave wave) {
    return std::find(waves.begin(), waves.end(), wave) != waves.end();
  };
  return is_one(values.from) && is_one(values.to);
}

const Theme& theme_named(const std::vector<Theme>& themes, const std::string& id) {
  std::vector<std::string> known;
  for (const Theme& one : themes) {
    if (one.id == id) return one;
    known.push_back(one.id);
  }
  base::Failure failure(say("there is no theme '{}'", id));
  failure.because(say("known are: {}", base::join(known, ", ")));
  if (const auto meant = base::did_you_mean(id, known))
    failure.help(say("did you mean '{}'?", *meant));
  throw failure;
}

std::string to_text(Period period) {
  const std::string from = std::to_string(period.from.year);
  return period.is_wave() ? from : from + "-" + std::to_string(period.to.year);
}

Period period_named(const Theme& theme, const std::string& text) {
  std::vector<std::string> known;
  for (const Period one : theme.periods) {
    known.push_back(to_text(one));
    if (known.back() == text) return one;
  }
  throw base::Failure(say("the theme '{}' has nothing for '{}'", theme.id, text))
      .help(say("choose one of: {}", base::join(known, ", ")));
}

}  // namespace wijkbeeld::answer
