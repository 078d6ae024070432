// SPDX-License-Identifier: EUPL-1.2
#include "report/area_page.hpp"

#include <algorithm>

#include "report/detail/area_charts.hpp"
#include "report/detail/area_context.hpp"
#include "report/detail/area_words.hpp"
#include "report/detail/desk.hpp"

namespace wijkbeeld::report {

using answer::Figure;
using answer::Profile;
using answer::ProfileChange;
using answer::ProfileEdition;
using answer::ProfileWave;
using answer::shown;
using base::Message;
using base::say;
using detail::AreaDesk;
using detail::cell;

namespace {

// The doubt about a score is known of instruments fitted here.
bool knows_doubt(const ProfileEdition& edition) {
  return std::any_of(edition.waves.begin(), edition.waves.end(),
                     [](const ProfileWave& one) { return one.low.has_value(); });
}

TableView waves_table(const AreaDesk& desk) {
  const bool is_doubted = knows_doubt(desk.edition);
  TableView t{desk.id("t-waves"),
              say("Liveability per wave"),
              {say("wave"), say("class"), say("score"), say("against nation")},
              {},
              {false, false, true, true}};
  // Of cells the gemeente stands in a table of its own, and their order is known in one wave.
  if (!desk.is_cell()) {
    t.head.insert(t.head.end(), {say("against gemeente"), say("residents lower")});
    t.is_number.insert(t.is_number.end(), 2, true);
  }
  if (is_doubted)
    for (const Message& name : {say("90% from"), say("90% to"), say("chance of this class")}) {
      t.head.push_back(name);
      t.is_number.push_back(true);
    }
  for (const ProfileWave& one : desk.edition.waves) {
    t.rows.push_back(
        {say("{}", one.wave.year),
         detail::class_words(*desk.edition.edition, one.situation, desk.options.language),
         cell(one.score), cell(one.gap_to_nation)});
    if (!desk.is_cell())
      for (const Figure* figure : {&one.gap_to_gemeente, &one.share_residents_lower})
        t.rows.back().push_back(cell(*figure));
    if (is_doubted)
      for (const Figure* figure : {&one.low, &one.high, &one.class_probability})
        t.rows.back().push_back(cell(*figure));
  }
  return t;
}

TableView changes_table(const AreaDesk& desk) {
  TableView t{desk.id("t-changes"),
              say("Change between waves"),
              {say("period"), say("development"), say("change"), say("of the nation")},
              {},
              {false, false, true, true}};
  for (const ProfileChange& one : desk.edition.changes)
    t.rows.push_back(
        {say("{} to {}", one.period.from.year, one.period.to.year),
         detail::development_words(*desk.edition.edition, one.development, desk.options.language),
         cell(one.change), cell(one.national_change)});
  return t;
}

// The scores of a cell beside those of what it lies in.
std::optional<TableView> around_table(const AreaDesk& desk) {
  TableView t{desk.id("t-around"),
              say("The score beside that of the areas it lies in"),
              {say("wave"), say("this square")},
              {}};
  for (const answer::ProfileAround& one : desk.edition.around)
    if (!one.scores.empty()) t.head.push_back(cell(desk.name_of(one)));
  if (t.head.size() == 2) return std::nullopt;
  t.head.push_back(say("all squares"));
  for (std::size_t w = 0; w < desk.edition.waves.size(); ++w) {
    const ProfileWave& wave = desk.edition.waves[w];
    t.rows.push_back({say("{}", wave.wave.year), cell(wave.score)});
    for (const answer::ProfileAround& one : desk.edition.around)
      if (!one.scores.empty()) t.rows.back().push_back(cell(one.scores[w]));
    t.rows.back().push_back(cell(wave.national_mean));
  }
  return t;
}

Links ways_around(const AreaDesk& desk) {
  Links out;
  if (!desk.options.ways.to_area) return out;
  for (const answer::ProfileAround& one : desk.edition.around)
    if (!one.scores.empty())
      out.items.emplace_back(cell(desk.name_of(one)), desk.options.ways.to_area(one.code));
  return out;
}

// What the score is made of is a page of its own: dozens of indicators.
Links way_to_explanation(const AreaDesk& desk) {
  Links out;
  const bool has_score = std::any_of(desk.edition.waves.begin(), desk.edition.waves.end(),
                                     [](const ProfileWave& one) { return one.score.has_value(); });
  if (!has_score || !desk.options.ways.to_explanation) return out;
  const std::string address = desk.options.ways.to_explanation(*desk.edition.edition);
  if (!address.empty())
    out.items.emplace_back(say("What this score is made of, by indicator"), address);
  return out;
}

Chapter edition_chapter(const AreaDesk& desk, const answer::ProfileContext* context) {
  Chapter out{desk.id("editie"), say("{}", desk.words(desk.edition.edition->title)), {}};
  out.blocks.emplace_back(
      Paragraph{{say("Area {}, {}, boundaries of {}.", desk.profile.code.text,
                     std::string(to_text(desk.edition.level)), desk.edition.vintage.year)},
                Paragraph::Kind::note});
  if (detail::has_path(desk.edition)) out.blocks.emplace_back(detail::path_view(desk, context));
  out.blocks.emplace_back(waves_table(desk));
  if (auto table = around_table(desk)) {
    out.blocks.emplace_back(std::move(*table));
    if (Links ways = ways_around(desk); !ways.items.empty())
      out.blocks.emplace_back(std::move(ways));
  }
  if (!desk.edition.changes.empty()) out.blocks.emplace_back(changes_table(desk));
  if (const ProfileWave* wave = detail::with_contributions(desk.edition))
    out.blocks.emplace_back(detail::dimensions_view(desk, *wave));
  if (Links way = way_to_explanation(desk); !way.items.empty())
    out.blocks.emplace_back(std::move(way));
  const std::string name = desk.name();
  if (context != nullptr)
    for (Block& block :
         detail::context_blocks({desk.edition, *context, name, desk.options, desk.catalogue}))
      out.blocks.push_back(std::move(block));
  Bullets caveats = detail::edition_caveats(*desk.edition.edition, desk.options.language);
  if (desk.is_cell())
    caveats.items.insert(
        caveats.items.begin(),
        say("A square of 100 by 100 metres holds few residents. Its score says something of the "
            "place, less surely than that of a buurt, and nothing of the people who live there."));
  if (!caveats.items.empty()) out.blocks.emplace_back(std::move(caveats));
  return out;
}

// With the smallest area around it that has a name.
Message title_of_cell(const Profile& profile) {
  const ProfileEdition& edition = profile.editions.front();
  for (const answer::ProfileAround& one : edition.around)
    if (one.level != area::Level::gemeente && !one.name.empty())
      return answer::name_of_cell(profile.code, one.name, edition.gemeente);
  return answer::name_of_cell(profile.code, "", edition.gemeente);
}

// Which of the rules to begin with it meets, and ways to the groups themselves.
void add_rules(const answer::ProfileContext& context, const AreaPageOptions& options,
               const base::Catalogue& catalogue, Bullets& items, Links& links) {
  for (const answer::RuleChoice* one : context.rules) {
    const std::string title = base::render(one->title, catalogue, options.language);
    items.items.push_back(say("Belongs to the group '{}'.", title));
    if (options.ways.to_rule)
      links.items.emplace_back(say("The group: {}", title), options.ways.to_rule(one->rule.text()));
  }
}

// What was noted of the area when the data were read.
Chapter notes_chapter(const Profile& profile, const AreaPageOptions& options,
                      const base::Catalogue& catalogue) {
  Chapter out{"opmerkingen", say("Noted when the data were read"), {}};
  Bullets items;
  for (const base::Issue* note : profile.notes)
    items.items.push_back(
        say("{}: {}", note->place.file, base::render(note->message, catalogue, options.language)));
  if (!items.items.empty()) out.blocks.emplace_back(std::move(items));
  return out;
}

Chapter lists_chapter(const Profile& profile, const AreaPageOptions& options,
                      const base::Catalogue& catalogue, const answer::ProfileContext* context) {
  Chapter out{"lijsten", say("Lists and cohorts"), {}};
  Bullets items;
  Links links;
  if (options.ways.to_list)
    for (const series::AreaList* list : profile.lists)
      links.items.emplace_back(say("The group: {}", list->title), options.ways.to_list(list->id));
  for (const series::AreaList* list : profile.lists)
    items.items.push_back(say("Stands on the list '{}'.", list->title));
  for (const std::string& cohort : profile.cohorts)
    items.items.push_back(say("Belongs to the cohort '{}'.", cohort));
  if (context != nullptr) add_rules(*context, options, catalogue, items, links);
  if (!items.items.empty()) out.blocks.emplace_back(std::move(items));
  if (!links.items.empty()) out.blocks.emplace_back(std::move(links));
  return out;
}

}  // namespace

Document area_document(const Profile& profile, const AreaPageOptions& options,
                       const base::Catalogue& catalogue,
                       std::span<const answer::ProfileContext> contexts) {
  const AreaDesk first{profile, profile.editions.front(), options, catalogue};
  Document out;
  out.language = options.language;
  out.is_short = true;
  out.title = first.is_cell() ? first.words(title_of_cell(profile)) : first.name();
  out.summary =
      first.words(say("What is known of this area: estimated scores, no measurements on "
                      "the spot and no judgement of its residents."));
  out.running_head = first.is_cell() ? out.title : first.name() + " " + profile.code.text;
  out.imprint = {say("Wijkbeeld {}.", options.program_version)};
  out.lede.emplace_back(Paragraph{area_lede(profile, options.language), Paragraph::Kind::lede});
  const auto context = [&](std::size_t edition) {
    return edition < contexts.size() ? &contexts[edition] : nullptr;
  };
  for (std::size_t i = 0; i < profile.editions.size(); ++i)
    out.chapters.push_back(
        edition_chapter({profile, profile.editions[i], options, catalogue}, context(i)));
  if (Chapter lists = lists_chapter(profile, options, catalogue, context(0)); !lists.blocks.empty())
    out.chapters.push_back(std::move(lists));
  if (Chapter notes = notes_chapter(profile, options, catalogue); !notes.blocks.empty())
    out.chapters.push_back(std::move(notes));
  return out;
}

}  // namespace wijkbeeld::report
