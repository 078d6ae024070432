// SPDX-License-Identifier: EUPL-1.2
#include "report/area_page.hpp"

#include <algorithm>
#include <array>

#include "answer/area_at.hpp"
#include "chart/lines.hpp"
#include "chart/points.hpp"
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
using detail::as_id;
using detail::cell;

namespace {

// With what the blocks of an edition are written; `draw` asks for words().
struct AreaDesk {
  const Profile& profile;
  const ProfileEdition& edition;
  const AreaPageOptions& options;
  const base::Catalogue& catalogue;

  [[nodiscard]] std::string words(const Message& message) const {
    return base::render(message, catalogue, options.language);
  }
  [[nodiscard]] const std::string& words(const base::Words& words) const {
    return words.in(options.language);
  }
  [[nodiscard]] std::string id(std::string_view what) const {
    return std::string(what) + "-" + as_id(edition.edition->id.text) + "-" +
           as_id(to_text(edition.level)) + "-" + std::to_string(edition.vintage.year);
  }
  [[nodiscard]] std::string name() const {
    if (!is_cell()) return edition.name.empty() ? profile.code.text : edition.name;
    return words(answer::name_of_cell(profile.code, "", ""));
  }
  [[nodiscard]] bool is_cell() const { return edition.level == area::Level::cell; }
  [[nodiscard]] Message source() const {
    return detail::edition_source(*edition.edition, options.language);
  }
};

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

chart::Line line_of(const AreaDesk& desk, std::string name, chart::LineStyle style,
                    Figure ProfileWave::*member) {
  chart::Line out{std::move(name), style, {}};
  for (const ProfileWave& one : desk.edition.waves)
    out.values.push_back(detail::optional(one.*member));
  return out;
}

bool is_empty(const chart::Line& line) {
  return std::none_of(line.values.begin(), line.values.end(),
                      [](const auto& value) { return value.has_value(); });
}

std::string around_name(const AreaDesk& desk, const answer::ProfileAround& one) {
  return desk.words(
      say("{} {}", std::string(to_text(one.level)), one.name.empty() ? one.code.text : one.name));
}

// The scores of a cell beside those of what it lies in.
std::optional<TableView> around_table(const AreaDesk& desk) {
  TableView t{desk.id("t-around"),
              say("The score beside that of the areas it lies in"),
              {say("wave"), say("this square")},
              {}};
  for (const answer::ProfileAround& one : desk.edition.around)
    if (!one.scores.empty()) t.head.push_back(cell(around_name(desk, one)));
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

chart::LineChart path_chart(const AreaDesk& desk) {
  chart::LineChart chart;
  for (const ProfileWave& one : desk.edition.waves)
    chart.waves.push_back({static_cast<double>(one.wave.year), std::to_string(one.wave.year)});
  chart.lines = {line_of(desk, desk.name(), chart::LineStyle::cohort, &ProfileWave::score),
                 line_of(desk, desk.words(say("nation")), chart::LineStyle::nation,
                         &ProfileWave::national_mean),
                 line_of(desk, desk.words(say("gemeente")), chart::LineStyle::comparison_1,
                         &ProfileWave::gemeente_mean)};
  for (const ProfileWave& one : desk.edition.waves)
    chart.lines.front().intervals.push_back(
        one.low.has_value() && one.high.has_value()
            ? std::optional(chart::Interval{*one.low, *one.high})
            : std::nullopt);
  constexpr std::array kStyles = {chart::LineStyle::comparison_1, chart::LineStyle::comparison_2,
                                  chart::LineStyle::comparison_3};
  std::size_t style = 0;
  for (const answer::ProfileAround& one : desk.edition.around) {
    chart::Line line{around_name(desk, one), kStyles.at(style++), {}};
    for (const Figure& score : one.scores)
      line.values.push_back(detail::optional(score));
    chart.lines.push_back(std::move(line));
  }
  std::erase_if(chart.lines, is_empty);
  chart.axis.format = {desk.options.language, 2, false, false};
  chart.absent_label = desk.words(say("no score"));
  return chart;
}

// Two scores at least: one point is no path.
bool has_path(const ProfileEdition& edition) {
  return std::count_if(edition.waves.begin(), edition.waves.end(),
                       [](const ProfileWave& one) { return one.score.has_value(); }) > 1;
}

ChartView path_view(const AreaDesk& desk) {
  ChartView view;
  view.id = desk.id("fig-path");
  if (desk.is_cell()) {
    view.title = say("The score of {} beside what it lies in", desk.name());
    view.subtitle =
        say("Estimated score per wave; the nation is the mean of all squares, weighted "
            "by residents");
    view.description =
        say("A line for the square, one for the mean of all squares, and one for each area it lies "
            "in; the table has the figures.");
  } else {
    view.title = say("The score of {} beside nation and gemeente", desk.name());
    view.subtitle = say("Estimated score per wave; nation and gemeente weighted by residents");
    view.description =
        say("A line per wave of the area, with the means of the nation and of the "
            "gemeente; the table has the figures.");
  }
  view.source = desk.source();
  detail::draw(desk, view, [&](const chart::Frame& frame) {
    chart::LineChart chart = path_chart(desk);
    chart.frame = frame;
    return chart::line_chart(chart);
  });
  return view;
}

const ProfileWave* with_contributions(const ProfileEdition& edition) {
  const auto at =
      std::find_if(edition.waves.rbegin(), edition.waves.rend(), [](const ProfileWave& wave) {
        return std::any_of(wave.contributions.begin(), wave.contributions.end(),
                           [](const Figure& one) { return one.has_value(); });
      });
  return at == edition.waves.rend() ? nullptr : &*at;
}

ChartView dimensions_view(const AreaDesk& desk, const ProfileWave& wave) {
  ChartView view;
  view.id = desk.id("fig-dimensions");
  view.title = say("The dimensions of {} in {}", desk.name(), wave.wave.year);
  view.subtitle = say("Contribution to the score, in points above or below the national mean");
  view.description =
      say("A point per dimension: to the right of the line it lies above the nation, "
          "to the left below.");
  view.source = desk.source();
  TableView t{desk.id("t-dimensions"),
              say("Contribution of each dimension"),
              {say("dimension"), say("contribution")},
              {}};
  for (std::size_t d = 0; d < wave.contributions.size(); ++d)
    t.rows.push_back(
        {cell(desk.words(desk.edition.edition->dimensions[d].name)), cell(wave.contributions[d])});
  view.table = std::move(t);
  detail::draw(desk, view, [&](const chart::Frame& frame) {
    chart::DotInterval chart;
    chart.frame = frame;
    chart.series = {desk.words(say("contribution"))};
    chart.axis.format = {desk.options.language, 3, false, true};
    chart.axis.has_zero_line = true;
    chart.absent_label = desk.words(say("no value"));
    for (std::size_t d = 0; d < wave.contributions.size(); ++d)
      chart.rows.push_back({desk.words(desk.edition.edition->dimensions[d].name),
                            {{detail::optional(wave.contributions[d])}},
                            ""});
    return chart::dot_interval(chart);
  });
  return view;
}

Links ways_around(const AreaDesk& desk) {
  Links out;
  if (!desk.options.ways.to_area) return out;
  for (const answer::ProfileAround& one : desk.edition.around)
    if (!one.scores.empty())
      out.items.emplace_back(cell(around_name(desk, one)), desk.options.ways.to_area(one.code));
  return out;
}

Chapter edition_chapter(const AreaDesk& desk, const answer::ProfileContext* context) {
  Chapter out{desk.id("editie"), say("{}", desk.words(desk.edition.edition->title)), {}};
  out.blocks.emplace_back(
      Paragraph{{say("Area {}, {}, boundaries of {}.", desk.profile.code.text,
                     std::string(to_text(desk.edition.level)), desk.edition.vintage.year)},
                Paragraph::Kind::note});
  if (has_path(desk.edition)) out.blocks.emplace_back(path_view(desk));
  out.blocks.emplace_back(waves_table(desk));
  if (auto table = around_table(desk)) {
    out.blocks.emplace_back(std::move(*table));
    if (Links ways = ways_around(desk); !ways.items.empty())
      out.blocks.emplace_back(std::move(ways));
  }
  if (!desk.edition.changes.empty()) out.blocks.emplace_back(changes_table(desk));
  if (const ProfileWave* wave = with_contributions(desk.edition))
    out.blocks.emplace_back(dimensions_view(desk, *wave));
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
  return out;
}

}  // namespace wijkbeeld::report
