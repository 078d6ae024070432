// SPDX-License-Identifier: EUPL-1.2
#include "answer/theme.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace wijkbeeld::answer {

using base::say;
using series::Period;
using study::Panel;

namespace {

template <class Has>
bool any_row(const Panel& panel, Has has) {
  for (std::size_t row = 0; row < panel.size(); ++row)
    if (has(row)) return true;
  return false;
}

// The first to the last wave, then neighbouring ones: the latest step comes last.
std::vector<Period> steps_of(const Panel& panel) {
  const auto& waves = panel.waves();
  std::vector<Period> out;
  if (waves.size() > 2) out.push_back({waves.front(), waves.back()});
  for (std::size_t i = 0; i + 1 < waves.size(); ++i)
    out.push_back({waves[i], waves[i + 1]});
  return out;
}

class Themes {
 public:
  explicit Themes(const Panel& panel) : panel_(panel) {}

  std::vector<Theme> take() {
    at_waves({"class", ThemeKind::situation, say("liveability"), nullptr, {}},
             [&](std::size_t row, Period at) { return panel_.situation(row, at.to).has_value(); });
    between_waves(
        {"development", ThemeKind::development, say("development"), nullptr, {}},
        [&](std::size_t row, Period step) { return panel_.development(row, step).has_value(); });
    at_waves({"score", ThemeKind::score, say("score"), nullptr, {}},
             [&](std::size_t row, Period at) { return panel_.score(row, at.to).has_value(); });
    between_waves(
        {"change", ThemeKind::change, say("change of the score"), nullptr, {}},
        [&](std::size_t row, Period step) { return panel_.change(row, step).has_value(); });
    for (const instrument::Dimension& one : panel_.edition().dimensions)
      dimension(one);
    return std::move(out_);
  }

 private:
  template <class Has>
  void at_waves(Theme theme, Has has) {
    for (const series::Wave wave : panel_.waves())
      if (any_row(panel_, [&](std::size_t row) { return has(row, series::at(wave)); }))
        theme.periods.push_back(series::at(wave));
    if (!theme.periods.empty()) out_.push_back(std::move(theme));
  }

  template <class Has>
  void between_waves(Theme theme, Has has) {
    for (const Period step : steps_of(panel_))
      if (any_row(panel_, [&](std::size_t row) { return has(row, step); }))
        theme.periods.push_back(step);
    if (!theme.periods.empty()) out_.push_back(std::move(theme));
  }

  void dimension(const instrument::Dimension& one) {
    const std::string id = std::string(series::quantity::kContribution) + one.id;
    at_waves({id, ThemeKind::contribution, {}, &one, {}},
             [&](std::size_t row, Period at) { return panel_.published(id, row, at).has_value(); });
  }

  const Panel& panel_;
  std::vector<Theme> out_;
};

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
  }
  return "";
}

std::vector<Theme> themes_of(const Panel& panel) {
  return Themes(panel).take();
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
