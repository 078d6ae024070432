// SPDX-License-Identifier: EUPL-1.2
#include "serve/atlas.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "study/cohort_study.hpp"
#include "study/describe.hpp"

namespace wijkbeeld::serve {

using base::Failure;
using base::say;
using series::SeriesKey;

namespace {

// Corners of outlines are brought to whole half metres, so that neighbours meet.
constexpr double kGrid = 0.5;

// A map, its legend and its bytes are asked for one after the other, by a few readers at a time.
constexpr std::size_t kViews = 4;

// By edition, level and vintage.
std::vector<SeriesKey> choices_of(const Archive& archive) {
  std::set<SeriesKey> all;
  for (const series::Listed& one : archive.listed())
    if (series::is_leading(one.key) && !one.periods.empty())
      all.insert({one.key.edition, one.key.level, one.key.vintage, ""});
  return {all.begin(), all.end()};
}

// What an instrument of the project measures comes behind what was published.
std::vector<answer::Theme> themes_in(const Archive& archive, const instrument::Edition& edition,
                                     const SeriesKey& choice) {
  std::vector<answer::Theme> out =
      answer::themes_of(edition, choice.level, choice.vintage, archive.listed());
  if (!has_instrument(archive, edition.id.text)) return out;
  const instrument::Kept kept = kept_in(archive, edition.id.text);
  if (kept.instrument.vintage != choice.vintage) return out;
  for (answer::Theme& one :
       answer::indicator_themes(edition, kept.instrument, kept.model, choice.level))
    out.push_back(std::move(one));
  return out;
}

bool is_of(const SeriesKey& key, const SeriesKey& choice) {
  return key.edition == choice.edition && key.level == choice.level &&
         key.vintage == choice.vintage;
}

bool is_contribution(const std::string& quantity) {
  return quantity.starts_with(series::quantity::kContribution);
}

// No later period has a contribution.
bool is_last_divided(const Archive& archive, const SeriesKey& choice, series::Period values) {
  for (const series::Listed& one : archive.listed())
    if (is_of(one.key, choice) && is_contribution(one.key.quantity) && !one.periods.empty() &&
        values < one.periods.back())
      return false;
  return true;
}

// What is kept of cells is what their profile tells: class and score, how sure they are, and the
// dimensions of the last wave that has them. The deviation only where it stands for the score.
bool is_kept_of_cells(const Archive& archive, const SeriesKey& choice, const std::string& quantity,
                      series::Period values) {
  if (quantity == "score.error" || quantity == "class.probability") return true;
  if (is_contribution(quantity)) return is_last_divided(archive, choice, values);
  if (quantity != series::quantity::kDeviation)
    return series::is_leading({choice.edition, choice.level, choice.vintage, quantity});
  return std::none_of(
      archive.listed().begin(), archive.listed().end(), [&](const series::Listed& one) {
        return is_of(one.key, choice) && one.key.quantity == series::quantity::kScore &&
               std::find(one.periods.begin(), one.periods.end(), values) != one.periods.end();
      });
}

// True when a map of cells needs nothing that is not kept of them.
bool is_shown_by_kept(const Archive& archive, const SeriesKey& choice, const answer::Theme& theme,
                      series::Period period) {
  for (const series::Listed& one : archive.listed())
    for (const series::Period values : one.periods)
      if (is_of(one.key, choice) && one.key.quantity != series::quantity::kDeviation &&
          answer::needs(theme, period, one.key.quantity, values) &&
          !is_kept_of_cells(archive, choice, one.key.quantity, values))
        return false;
  return true;
}

// Of cells: where they are and who lives there, and the latest values of each edition.
store::What cells_of(area::Vintage vintage, const Archive& archive) {
  std::map<SeriesKey, series::Period> last;
  for (const series::Listed& one : archive.listed())
    if (one.key.level == area::Level::cell && one.key.vintage == vintage &&
        series::is_leading(one.key) && !one.periods.empty())
      last[one.key] = one.periods.back();
  return {.with_outlines = false,
          .with_ledger = false,
          .levels = {area::Level::cell},
          .with_samples = false,
          .with_places = false,
          .with_nestings = false,
          .wants = [last](const SeriesKey& key, series::Period period) {
            const auto found = last.find(key);
            return found != last.end() && found->second == period;
          }};
}

std::string text_of(const SeriesKey& key) {
  return key.edition.text + "/" + std::string(to_text(key.level)) + "/" +
         std::to_string(key.vintage.year);
}

std::string text_of(const study::Panel& panel) {
  return text_of({panel.edition().id, panel.level(), panel.vintage(), ""});
}

}  // namespace

Atlas::Atlas(Archive archive, std::string name, std::string program_version,
             const base::Catalogue& catalogue, base::Workers workers)
    : archive_(std::move(archive)),
      name_(std::move(name)),
      program_version_(std::move(program_version)),
      catalogue_(catalogue),
      workers_(workers),
      choices_(choices_of(archive_)),
      what_ifs_(kViews),
      views_(kViews) {}

const series::Project& Atlas::project() const {
  return *projects_.get("", [&] {
    std::vector<series::EditionId> ids;
    for (const instrument::Edition& one : editions())
      ids.push_back(one.id);
    return archive_.read({.editions = std::move(ids),
                          .levels = {area::Level::buurt, area::Level::wijk, area::Level::pc4,
                                     area::Level::gemeente, area::Level::own},
                          .with_samples = false,
                          .with_places = false,
                          .with_nestings = false});
  });
}

const answer::AtlasAreas& Atlas::areas(const std::string& level, const std::string& vintage) {
  std::vector<std::string> known;
  for (const SeriesKey& one : choices_) {
    known.push_back(std::string(to_text(one.level)) + "/" + std::to_string(one.vintage.year));
    // Compared as text: of two ways to write a year only one is kept.
    if (known.back() == level + "/" + vintage)
      return areas_.get(known.back(), [&] {
        if (one.level != area::Level::cell)
          return answer::atlas_areas(project(), one.level, one.vintage);
        return answer::atlas_areas(*archive_.read(cells_of(one.vintage, archive_)), one.level,
                                   one.vintage);
      });
  }
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  throw Refusal(404, Failure(say("there are no areas '{}/{}' here", level, vintage))
                         .help(say("there are: {}", base::join(known, ", "))));
}

std::vector<const answer::Standings*> Atlas::standings(const area::AreaCode& code) {
  std::vector<const answer::Standings*> out;
  const area::Level level = area::level_of(code);
  for (const SeriesKey& one : choices_) {
    if (one.level != level) continue;
    const study::Panel& panel =
        layer(one.edition.text, std::string(to_text(level)), std::to_string(one.vintage.year))
            .panel;
    if (panel.find(code)) out.push_back(&standings_of(panel));
  }
  return out;
}

const answer::Standings& Atlas::standings_of(const study::Panel& panel) {
  return standings_.get(text_of(panel), [&] { return answer::Standings(panel); });
}

void Atlas::prepare(const std::function<bool()>& goes_on) {
  std::vector<std::function<void()>> all = {[&] { search(); }};
  for (const SeriesKey& one : choices_)
    if (one.level != area::Level::cell)
      all.emplace_back([&] {
        const study::Panel& made = panel(one);
        standings_of(made);
        lookalikes(made);
        nation(made);
        cohort_choices(made);
      });
  for (const instrument::Edition& one : editions())
    all.emplace_back([&] {
      if (can_explain(one.id.text)) workbench(one.id.text);
    });
  for (const SeriesKey& one : choices_)
    if (one.level != area::Level::cell)
      all.emplace_back([&] {
        neighbours(areas(std::string(to_text(one.level)), std::to_string(one.vintage.year)));
      });
  for (const std::function<void()>& make : all) {
    if (!goes_on()) return;
    make();
  }
}

const study::Findings& Atlas::nation(const study::Panel& panel) {
  return nations_.get(text_of(panel), [&] { return study::nation_study(panel); });
}

const std::map<series::Wave, std::vector<answer::ClassShare>>& Atlas::class_shares(
    const study::Panel& panel) {
  return class_shares_.get(text_of(panel),
                           [&] { return answer::class_shares(study::national_classes(panel)); });
}

const answer::CohortChoices& Atlas::cohort_choices(const study::Panel& panel) {
  return cohort_choices_.get(text_of(panel),
                             [&] { return answer::cohort_choices(panel, project()); });
}

const answer::Lookalikes& Atlas::lookalikes(const study::Panel& panel) {
  return lookalikes_.get(text_of(panel), [&] { return answer::Lookalikes(panel); });
}

const std::vector<std::vector<std::uint32_t>>& Atlas::neighbours(const answer::AtlasAreas& areas) {
  const std::string key =
      std::string(to_text(areas.level)) + "/" + std::to_string(areas.vintage.year);
  return neighbours_.get(key, [&] {
    std::vector<std::vector<std::uint32_t>> out(areas.areas.size());
    if (!areas.has_outlines()) return out;
    for (const geo::SharedBorder& border : geo::neighbours_of(topology(areas))) {
      out[border.first].push_back(border.second);
      out[border.second].push_back(border.first);
    }
    return out;
  });
}

Choice Atlas::choice(const std::string& edition, const std::string& level,
                     const std::string& vintage) {
  const std::string wanted = edition + "/" + level + "/" + vintage;
  std::vector<std::string> known;
  for (const SeriesKey& one : choices_) {
    known.push_back(text_of(one));
    if (known.back() != wanted) continue;
    const instrument::Edition& named = instrument::edition_named(editions(), one.edition);
    return {one, named, themes_.get(wanted, [&] { return themes_in(archive_, named, one); })};
  }
  throw Refusal(404, Failure(say("there is no '{}' here", wanted))
                         .help(say("there are: {}", base::join(known, ", "))));
}

study::Panel Atlas::panel_of(
    const Choice& choice,
    const std::function<bool(const std::string&, series::Period)>& needs) const {
  const SeriesKey& key = choice.key;
  if (key.level != area::Level::cell)
    return study::Panel(choice.edition, key.level, key.vintage, project());
  store::What what = cells_of(key.vintage, archive_);
  what.wants = [&](const SeriesKey& one, series::Period period) {
    return is_of(one, key) && needs(one.quantity, period);
  };
  return study::Panel(choice.edition, key.level, key.vintage, *archive_.read(what));
}

const study::Panel& Atlas::panel(const SeriesKey& choice) {
  return panels_.get(text_of(choice), [&] {
    const Choice whole = this->choice(choice.edition.text, std::string(to_text(choice.level)),
                                      std::to_string(choice.vintage.year));
    return panel_of(whole, [&](const std::string& quantity, series::Period values) {
      return is_kept_of_cells(archive_, choice, quantity, values);
    });
  });
}

Layer Atlas::layer(const std::string& edition, const std::string& level,
                   const std::string& vintage) {
  const Choice choice = this->choice(edition, level, vintage);
  return {panel(choice.key), areas(level, vintage), choice.themes};
}

std::shared_ptr<const answer::ThemeView> Atlas::view(const Choice& choice,
                                                     const answer::Theme& theme,
                                                     series::Period period) {
  const std::string level(to_text(choice.key.level));
  const std::string vintage = std::to_string(choice.key.vintage.year);
  const answer::AtlasAreas& all = areas(level, vintage);
  return views_.get(text_of(choice.key) + "/" + theme.id + "/" + answer::to_text(period), [&] {
    if (theme.kind == answer::ThemeKind::indicator)
      return indicator_view(choice, all, theme, period);
    if (choice.key.level != area::Level::cell ||
        is_shown_by_kept(archive_, choice.key, theme, period))
      return answer::theme_view(panel(choice.key), all, theme, period);
    const study::Panel panel =
        panel_of(choice, [&](const std::string& quantity, series::Period values) {
          return answer::needs(theme, period, quantity, values);
        });
    return answer::theme_view(panel, all, theme, period);
  });
}

answer::ThemeView Atlas::indicator_view(const Choice& choice, const answer::AtlasAreas& all,
                                        const answer::Theme& theme, series::Period period) {
  const std::string& edition = choice.key.edition.text;
  const KeptInstrument& one = instrument(edition);
  if (!one.is_large)
    for (const instrument::IndicatorMeans& means : workbench(edition).indicators)
      if (means.level == choice.key.level)
        return answer::indicator_view(choice.edition, all, theme, period, one.kept.instrument,
                                      means);
  std::set<series::Wave> waves{period.to, theme.periods.back().to};
  const std::string_view id = std::string_view(theme.id).substr(answer::kIndicatorTheme.size());
  const instrument::IndicatorMeans means = indicator_of(archive_, one.kept, id, choice.key.level,
                                                        {waves.begin(), waves.end()}, workers_);
  return answer::indicator_view(choice.edition, all, theme, period, one.kept.instrument, means);
}

const geo::Topology& Atlas::topology(const answer::AtlasAreas& areas) {
  const std::string key =
      std::string(to_text(areas.level)) + "/" + std::to_string(areas.vintage.year);
  return topologies_.get(key, [&] {
    std::vector<geo::MultiPolygon> shapes;
    for (const answer::AtlasArea& one : areas.areas)
      shapes.push_back(one.outline == nullptr ? geo::MultiPolygon{} : *one.outline);
    return geo::topology_of(shapes, kGrid, workers_);
  });
}

const KeptInstrument& Atlas::instrument(const std::string& edition) {
  return instruments_.get(edition, [&] {
    instrument::Kept kept = kept_in(archive_, edition);
    const bool is_large = has_too_many_units(archive_, kept);
    return KeptInstrument{std::move(kept), is_large};
  });
}

bool Atlas::can_explain(const std::string& edition) {
  return has_instrument(archive_, edition) && !instrument(edition).is_large;
}

const Workbench& Atlas::workbench(const std::string& edition) {
  if (!has_instrument(archive_, edition))
    throw Refusal(404, Failure(say("the project keeps no instrument of '{}'", edition))
                           .because(say("its scores were published without the indicators and "
                                        "weights they are made of"))
                           .help(say("'wijkbeeld fit' makes an instrument of your own")));
  return workbenches_.get(edition, [&] {
    const KeptInstrument& one = instrument(edition);
    return workbench_of(archive_, one.kept, one.is_large, workers_, project());
  });
}

const answer::CellHomes& Atlas::cell_homes(const answer::AtlasAreas& cells) {
  return cell_homes_.get(std::to_string(cells.vintage.year), [&] {
    return answer::CellHomes(cells, *archive_.read({.with_areas = false,
                                                    .with_outlines = false,
                                                    .with_ledger = false,
                                                    .with_series = false,
                                                    .with_samples = false,
                                                    .with_places = false}));
  });
}

const base::Ledger& Atlas::ledger() {
  return ledgers_
      .get("",
           [&] {
             return archive_.read({.with_areas = false,
                                   .with_outlines = false,
                                   .with_series = false,
                                   .with_samples = false,
                                   .with_places = false,
                                   .with_nestings = false});
           })
      ->ledger;
}

const answer::AreaSearch& Atlas::search() {
  return search_.get("", [&] { return answer::AreaSearch(project()); });
}

std::shared_ptr<const Body> Atlas::body(const std::string& key,
                                        const std::function<std::string()>& make) {
  return bodies_.get(key, [&] { return make_body(make(), Packing::quick); });
}

}  // namespace wijkbeeld::serve
