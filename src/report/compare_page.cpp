// SPDX-License-Identifier: EUPL-1.2
#include "report/compare_page.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "chart/lines.hpp"
#include "report/detail/area_words.hpp"
#include "report/detail/desk.hpp"

namespace wijkbeeld::report {

using answer::ComparedEdition;
using answer::Comparison;
using answer::Figure;
using answer::ProfileWave;
using answer::shown;
using base::Message;
using base::say;
using detail::cell;

namespace {

// A chart holds five lines: four areas and the nation.
constexpr std::size_t kMostLines = 4;

// What the blocks of one edition are written with; `draw` asks for words().
struct CompareDesk {
  const Comparison& comparison;
  const ComparedEdition& edition;
  const std::vector<std::string>& names;  ///< parallel to the profiles
  const AreaPageOptions& options;
  const base::Catalogue& catalogue;

  [[nodiscard]] std::string words(const Message& message) const {
    return base::render(message, catalogue, options.language);
  }
  [[nodiscard]] std::string id(std::string_view what) const {
    return std::string(what) + "-" + detail::as_id(edition.edition->id.text);
  }
  [[nodiscard]] const std::string& title() const {
    return edition.edition->title.in(options.language);
  }
};

// Names of areas as they are told apart: with the gemeente where two are called the same, with the
// code where that does not help.
std::vector<std::string> names_apart(const Comparison& comparison) {
  std::vector<std::string> out;
  for (const answer::Profile& one : comparison.profiles)
    out.push_back(one.editions.front().name.empty() ? one.code.text : one.editions.front().name);
  const auto is_twice = [&](const std::string& name) {
    return std::count(out.begin(), out.end(), name) > 1;
  };
  const auto add = [&](auto suffix_of) {
    std::vector<std::string> apart = out;
    for (std::size_t i = 0; i < out.size(); ++i)
      if (const std::string suffix = suffix_of(comparison.profiles[i]);
          is_twice(out[i]) && !suffix.empty())
        apart[i] += " (" + suffix + ")";
    out = std::move(apart);
  };
  add([](const answer::Profile& one) { return one.editions.front().gemeente; });
  add([](const answer::Profile& one) { return one.code.text; });
  return out;
}

Message extremes_sentence(const CompareDesk& desk) {
  const ComparedEdition& e = desk.edition;
  return say("In {} the score was highest in {} ({}) and lowest in {} ({}): a difference of {}.",
             e.last->year, desk.names[*e.highest], shown(e.at(*e.highest, *e.last)->score),
             desk.names[*e.lowest], shown(e.at(*e.lowest, *e.last)->score), shown_size(e.spread));
}

// What there is to say of one edition.
std::vector<Message> sentences(const CompareDesk& desk) {
  const ComparedEdition& e = desk.edition;
  std::vector<Message> out;
  if (e.highest) out.push_back(extremes_sentence(desk));
  if (e.intervals_meet)
    out.push_back(*e.intervals_meet
                      ? say("Their 90% intervals overlap: which of the two is higher is not sure.")
                      : say("Their 90% intervals do not overlap."));
  if (e.common && e.national_change.has_value())
    out.push_back(
        say("From {} to {} the score rose in {} of the {} areas; nationally the change was {}.",
            e.common->from.year, e.common->to.year, shown(e.risen), shown(e.counted),
            shown(e.national_change)));
  return out;
}

const answer::ProfileEdition& first_here(const ComparedEdition& e) {
  return **std::find_if(e.areas.begin(), e.areas.end(),
                        [](const auto* one) { return one != nullptr; });
}

chart::Line path_of(const CompareDesk& desk, std::size_t area, chart::LineStyle style) {
  chart::Line out{desk.names[area], style, {}};
  for (const series::Wave wave : desk.edition.waves) {
    const ProfileWave* one = desk.edition.at(area, wave);
    out.values.push_back(one == nullptr ? std::nullopt : detail::optional(one->score));
    if (one != nullptr && one->low.has_value() && one->high.has_value())
      out.intervals.emplace_back(chart::Interval{*one->low, *one->high});
    else
      out.intervals.emplace_back(std::nullopt);
  }
  return out;
}

chart::Line nation_path(const CompareDesk& desk) {
  chart::Line out{desk.words(say("nation")), chart::LineStyle::nation, {}};
  const answer::ProfileEdition& of = first_here(desk.edition);
  for (const series::Wave wave : desk.edition.waves) {
    const auto at = std::find_if(of.waves.begin(), of.waves.end(),
                                 [&](const ProfileWave& one) { return one.wave == wave; });
    out.values.push_back(at == of.waves.end() ? std::nullopt : detail::optional(at->national_mean));
  }
  return out;
}

bool has_two_values(const chart::Line& line) {
  return std::count_if(line.values.begin(), line.values.end(),
                       [](const auto& value) { return value.has_value(); }) > 1;
}

std::vector<chart::Line> paths_drawn(const CompareDesk& desk) {
  constexpr chart::LineStyle styles[] = {chart::LineStyle::cohort, chart::LineStyle::comparison_1,
                                         chart::LineStyle::comparison_2,
                                         chart::LineStyle::comparison_3};
  std::vector<chart::Line> out;
  for (std::size_t i = 0; i < desk.names.size(); ++i)
    if (desk.edition.areas[i] != nullptr)
      out.push_back(path_of(desk, i, styles[std::min(out.size(), kMostLines - 1)]));
  return out;
}

chart::Drawing together(const CompareDesk& desk, const chart::Frame& frame,
                        std::vector<chart::Line> lines) {
  chart::LineChart c;
  c.frame = frame;
  c.waves = detail::chart_waves(desk.edition.waves);
  c.lines = std::move(lines);
  if (chart::Line nation = nation_path(desk); has_two_values(nation))
    c.lines.push_back(std::move(nation));
  c.axis.format = {desk.options.language, 2, false, false};
  c.absent_label = desk.words(say("no score"));
  return chart::line_chart(c);
}

chart::Drawing one_by_one(const CompareDesk& desk, const chart::Frame& frame,
                          const std::vector<chart::Line>& lines) {
  chart::SmallMultiples c;
  c.frame = frame;
  c.waves = detail::chart_waves(desk.edition.waves);
  for (chart::Line line : lines) {
    chart::Panel panel{line.name, {}};
    line.name = desk.words(say("area"));
    line.style = chart::LineStyle::cohort;
    panel.lines.push_back(std::move(line));
    if (chart::Line nation = nation_path(desk); has_two_values(nation))
      panel.lines.push_back(std::move(nation));
    c.panels.push_back(std::move(panel));
  }
  c.axis.format = {desk.options.language, 2, false, false};
  c.absent_label = desk.words(say("no score"));
  return chart::small_multiples(c);
}

std::optional<ChartView> path_chart_of(const CompareDesk& desk) {
  const std::vector<chart::Line> lines = paths_drawn(desk);
  if (std::none_of(lines.begin(), lines.end(), has_two_values)) return std::nullopt;
  ChartView view;
  view.id = desk.id("fig-paths");
  view.title = say("The scores side by side, wave by wave");
  view.subtitle =
      say("Estimated score per wave, {}; the nation weighted by residents", desk.title());
  view.description =
      say("One line per area and one for the nation; where intervals are known they stand behind "
          "the points as thin bars of 90%. The axis of time is to scale.");
  view.source = detail::edition_source(*desk.edition.edition, desk.options.language);
  detail::draw(desk, view, [&](const chart::Frame& frame) {
    return lines.size() <= kMostLines ? together(desk, frame, lines)
                                      : one_by_one(desk, frame, lines);
  });
  return view;
}

bool has_doubt(const CompareDesk& desk) {
  for (std::size_t i = 0; i < desk.names.size(); ++i)
    if (const ProfileWave* one = desk.edition.at(i, *desk.edition.last))
      if (one->low.has_value() || one->class_probability.has_value()) return true;
  return false;
}

// Where the areas stand in the last wave that two of them share.
TableView standing_table(const CompareDesk& desk) {
  const ComparedEdition& e = desk.edition;
  const bool is_doubted = has_doubt(desk);
  TableView t{desk.id("t-standing"),
              say("Where they stand in {}", e.last->year),
              {say("area"), say("level"), say("residents"), say("class"), say("score")},
              {},
              {false, false, true, false, true}};
  const auto column = [&](Message name) {
    t.head.push_back(std::move(name));
    t.is_number.push_back(true);
  };
  if (is_doubted) {
    column(say("90% from"));
    column(say("90% to"));
    column(say("chance of this class"));
  }
  column(say("against nation"));
  column(say("residents lower"));
  for (std::size_t i = 0; i < desk.names.size(); ++i) {
    const ProfileWave* one = e.at(i, *e.last);
    if (one == nullptr) continue;
    std::vector<Message> row{cell(desk.names[i]), cell(std::string(to_text(e.areas[i]->level))),
                             cell(e.areas[i]->residents),
                             detail::class_words(*e.edition, one->situation, desk.options.language),
                             cell(one->score)};
    if (is_doubted)
      for (const Figure* figure : {&one->low, &one->high, &one->class_probability})
        row.push_back(cell(*figure));
    row.push_back(cell(one->gap_to_nation));
    row.push_back(cell(one->share_residents_lower));
    t.rows.push_back(std::move(row));
  }
  t.notes.push_back(
      say("Residents lower: the share of the residents, in areas of the same level, who live where "
          "the score was lower."));
  return t;
}

std::optional<TableView> changes_table_of(const CompareDesk& desk) {
  const ComparedEdition& e = desk.edition;
  if (!e.common) return std::nullopt;
  TableView t{desk.id("t-change"), say("Change of the score, wave by wave"), {say("period")}, {}};
  for (std::size_t i = 0; i < desk.names.size(); ++i)
    if (e.areas[i] != nullptr) t.head.push_back(cell(desk.names[i]));
  t.head.push_back(say("of the nation"));
  const answer::ProfileEdition& nation = first_here(e);
  for (const answer::ProfileChange& step : nation.changes) {
    std::vector<Message> row{say("{} to {}", step.period.from.year, step.period.to.year)};
    bool is_known = false;
    for (const answer::ProfileEdition* area : e.areas) {
      if (area == nullptr) continue;
      const auto own = std::find_if(area->changes.begin(), area->changes.end(),
                                    [&](const auto& one) { return one.period == step.period; });
      is_known = is_known || (own != area->changes.end() && own->change.has_value());
      row.push_back(own == area->changes.end() ? say("–") : cell(own->change));
    }
    row.push_back(cell(step.national_change));
    if (is_known) t.rows.push_back(std::move(row));
  }
  if (t.rows.size() > 1) {
    std::vector<Message> row{say("{} to {}", e.common->from.year, e.common->to.year)};
    for (std::size_t i = 0; i < desk.names.size(); ++i)
      if (e.areas[i] != nullptr) row.push_back(cell(e.changes[i]));
    row.push_back(cell(e.national_change));
    t.rows.push_back(std::move(row));
  }
  return t;
}

// Contributions in the last wave in which two areas or more have them.
std::optional<TableView> dimensions_table_of(const CompareDesk& desk) {
  const ComparedEdition& e = desk.edition;
  for (auto wave = e.waves.rbegin(); wave != e.waves.rend(); ++wave) {
    TableView t{desk.id("t-dimensions"),
                say("Contribution of each dimension in {}, in points above or below the national "
                    "mean",
                    wave->year),
                {say("dimension")},
                {}};
    std::vector<const ProfileWave*> shown_areas;
    for (std::size_t i = 0; i < desk.names.size(); ++i) {
      const ProfileWave* one = e.at(i, *wave);
      const bool has_any =
          one != nullptr && std::any_of(one->contributions.begin(), one->contributions.end(),
                                        [](const Figure& f) { return f.has_value(); });
      if (!has_any) continue;
      shown_areas.push_back(one);
      t.head.push_back(cell(desk.names[i]));
    }
    if (shown_areas.size() < 2) continue;
    for (std::size_t d = 0; d < e.edition->dimensions.size(); ++d) {
      t.rows.push_back({cell(e.edition->dimensions[d].name.in(desk.options.language))});
      for (const ProfileWave* one : shown_areas)
        t.rows.back().push_back(cell(one->contributions[d]));
    }
    return t;
  }
  return std::nullopt;
}

// Those of which the edition knows nothing are named: they are not forgotten.
Message who_is_in_it(const CompareDesk& desk) {
  std::vector<std::string> others;
  for (std::size_t i = 0; i < desk.names.size(); ++i)
    if (desk.edition.areas[i] == nullptr) others.push_back(desk.names[i]);
  if (others.empty())
    return say("Figures of this edition only; values of two editions are never set side by side.");
  return say(
      "Figures of this edition only; values of two editions are never set side by side. Not in it: "
      "{}.",
      base::join(others, ", "));
}

Chapter compared_chapter(const CompareDesk& desk, bool says_more) {
  Chapter out{desk.id("editie"), say("{}", desk.title()), {}};
  out.blocks.emplace_back(Paragraph{{who_is_in_it(desk)}, Paragraph::Kind::note});
  if (std::vector<Message> more = sentences(desk); says_more && !more.empty())
    out.blocks.emplace_back(Paragraph{std::move(more)});
  if (auto chart = path_chart_of(desk)) out.blocks.emplace_back(std::move(*chart));
  if (desk.edition.last) out.blocks.emplace_back(standing_table(desk));
  if (auto table = changes_table_of(desk)) out.blocks.emplace_back(std::move(*table));
  if (auto table = dimensions_table_of(desk)) out.blocks.emplace_back(std::move(*table));
  Bullets caveats = detail::edition_caveats(*desk.edition.edition, desk.options.language);
  if (!caveats.items.empty()) out.blocks.emplace_back(std::move(caveats));
  return out;
}

}  // namespace

Document compare_document(const Comparison& comparison, const AreaPageOptions& options,
                          const base::Catalogue& catalogue, Links more) {
  const std::vector<std::string> names = names_apart(comparison);
  Document out;
  out.language = options.language;
  const auto words = [&](const Message& message) {
    return base::render(message, catalogue, options.language);
  };
  out.title = words(say("Side by side: {}", base::join(names, ", ")));
  out.summary =
      words(say("Estimated scores of areas beside each other: no measurements on the spot, and no "
                "judgement of their residents."));
  out.running_head = out.title;
  out.imprint = {say("Wijkbeeld {}.", options.program_version)};
  Paragraph lede{{}, Paragraph::Kind::lede};
  for (const answer::Profile& one : comparison.profiles)
    lede.sentences.push_back(detail::who_lives_there(one.editions.front(), one.code));
  const auto desk_of = [&](const ComparedEdition& edition) {
    return CompareDesk{comparison, edition, names, options, catalogue};
  };
  if (comparison.editions.empty())
    lede.sentences.push_back(
        say("No edition has figures of two of these areas, and values of two editions are never "
            "set side by side."));
  else
    for (const Message& one : sentences(desk_of(comparison.editions.front())))
      lede.sentences.push_back(one);
  out.lede.emplace_back(std::move(lede));
  if (!more.items.empty()) out.lede.emplace_back(std::move(more));
  for (const ComparedEdition& edition : comparison.editions)
    out.chapters.push_back(
        compared_chapter(desk_of(edition), &edition != &comparison.editions.front()));
  return out;
}

}  // namespace wijkbeeld::report
