// SPDX-License-Identifier: EUPL-1.2
// How the score of an area went, and what its dimensions add to it.
#include "report/detail/area_charts.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "chart/lines.hpp"
#include "chart/points.hpp"

namespace wijkbeeld::report::detail {

using answer::Figure;
using answer::ProfileEdition;
using answer::ProfileWave;
using base::say;

namespace {

chart::Line line_of(const AreaDesk& desk, std::string name, chart::LineStyle style,
                    Figure ProfileWave::*member) {
  chart::Line out{std::move(name), style, {}};
  for (const ProfileWave& one : desk.edition.waves)
    out.values.push_back(optional(one.*member));
  return out;
}

chart::Line line_of(std::string name, chart::LineStyle style, const std::vector<Figure>& values) {
  chart::Line out{std::move(name), style, {}};
  for (const Figure& one : values)
    out.values.push_back(optional(one));
  return out;
}

bool is_empty(const chart::Line& line) {
  return std::none_of(line.values.begin(), line.values.end(),
                      [](const auto& value) { return value.has_value(); });
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
  for (const answer::ProfileAround& one : desk.edition.around)
    chart.lines.push_back(line_of(desk.name_of(one), kStyles.at(style++), one.scores));
  std::erase_if(chart.lines, is_empty);
  chart.axis.format = {desk.options.language, 2, false, false};
  chart.absent_label = desk.words(say("no score"));
  return chart;
}

// A group it belongs to, by list or rule, with the path of its mean; the first that has one.
struct GroupPath {
  std::string title;
  const std::vector<Figure>* means;
};

std::optional<GroupPath> group_path(const AreaDesk& desk, const answer::ProfileContext* context) {
  if (context == nullptr) return std::nullopt;
  for (const answer::ListChoice* one : context->lists)
    if (!one->means.empty()) return GroupPath{one->list->title, &one->means};
  for (const answer::RuleChoice* one : context->rules)
    return GroupPath{desk.words(one->title), &one->means};
  return std::nullopt;
}

// Lines beside those of nation and gemeente, in the words of the chart.
struct OtherLines {
  std::vector<std::pair<std::string, const std::vector<Figure>*>> lines = {};
  std::vector<std::string> explained = {};
};

OtherLines other_lines(const AreaDesk& desk, const answer::ProfileContext* context) {
  OtherLines out;
  if (context == nullptr || desk.is_cell()) return out;
  if (!context->similar_means.empty() && !context->similar.empty()) {
    out.lines.emplace_back(desk.words(say("alike")), &context->similar_means);
    out.explained.push_back(
        desk.words(say("'alike' is the mean of the {} areas that look most like it",
                       base::Count{static_cast<std::int64_t>(context->similar.size())})));
  }
  if (const auto group = group_path(desk, context)) {
    out.lines.emplace_back(desk.words(say("group")), group->means);
    out.explained.push_back(desk.words(say("'group' is: {}", group->title)));
  }
  return out;
}

void add_lines(const OtherLines& others, chart::LineChart& chart) {
  constexpr std::array kStyles = {chart::LineStyle::comparison_2, chart::LineStyle::comparison_3};
  std::size_t style = 0;
  for (const auto& [name, means] : others.lines) {
    chart::Line line = line_of(name, kStyles.at(style++), *means);
    if (!is_empty(line)) chart.lines.push_back(std::move(line));
  }
}

TableView path_table(const AreaDesk& desk, const OtherLines& others) {
  TableView t{desk.id("t-path"),
              say("The score beside that of others"),
              {say("wave"), say("{}", desk.name()), say("nation"), say("gemeente")},
              {}};
  for (const auto& line : others.lines)
    t.head.push_back(say("{}", line.first));
  for (std::size_t w = 0; w < desk.edition.waves.size(); ++w) {
    const ProfileWave& wave = desk.edition.waves[w];
    t.rows.push_back({say("{}", wave.wave.year), cell(wave.score), cell(wave.national_mean),
                      cell(wave.gemeente_mean)});
    for (const auto& line : others.lines)
      t.rows.back().push_back(cell((*line.second)[w]));
  }
  return t;
}

void describe_path(const AreaDesk& desk, const OtherLines& others, ChartView& view) {
  if (desk.is_cell()) {
    view.title = say("The score of {} beside what it lies in", desk.name());
    view.subtitle =
        say("Estimated score per wave; the nation is the mean of all squares, weighted "
            "by residents");
    view.description =
        say("A line for the square, one for the mean of all squares, and one for each area it lies "
            "in; the table has the figures.");
    return;
  }
  const std::string more = base::join(others.explained, "; ");
  view.title = say("The score of {} beside nation and gemeente", desk.name());
  view.subtitle = more.empty()
                      ? say("Estimated score per wave; nation and gemeente weighted by residents")
                      : say("Estimated score per wave; means weighted by residents; {}", more);
  view.description =
      say("A line for the area and one for each mean beside it; the table has the figures.");
  view.table = path_table(desk, others);
}

TableView dimensions_table(const AreaDesk& desk, const ProfileWave& wave) {
  const auto& then = desk.edition.dimensions;
  TableView t{desk.id("t-dimensions"),
              say("Contribution of each dimension"),
              {say("dimension"), say("contribution in {}", wave.wave.year)},
              {}};
  if (then) {
    t.head.push_back(say("contribution in {}", then->period.from.year));
    t.head.push_back(say("change"));
  }
  for (std::size_t d = 0; d < wave.contributions.size(); ++d) {
    t.rows.push_back(
        {cell(desk.words(desk.edition.edition->dimensions[d].name)), cell(wave.contributions[d])});
    if (!then) continue;
    t.rows.back().push_back(cell(then->before[d]));
    t.rows.back().push_back(cell(then->change[d]));
  }
  return t;
}

void describe_dimensions(const AreaDesk& desk, const ProfileWave& wave, ChartView& view) {
  const auto& then = desk.edition.dimensions;
  if (!then) {
    view.title = say("The dimensions of {} in {}", desk.name(), wave.wave.year);
    view.description =
        say("A point per dimension: to the right of the line it lies above the nation, "
            "to the left below.");
  } else {
    view.title = say("The dimensions of {} in {} and {}", desk.name(), then->period.from.year,
                     then->period.to.year);
    view.description =
        say("Two points per dimension, now and then: to the right of the line it lies above the "
            "nation, to the left below.");
  }
  view.subtitle = say("Contribution to the score, in points above or below the national mean");
}

}  // namespace

bool has_path(const ProfileEdition& edition) {
  return std::count_if(edition.waves.begin(), edition.waves.end(),
                       [](const ProfileWave& one) { return one.score.has_value(); }) > 1;
}

ChartView path_view(const AreaDesk& desk, const answer::ProfileContext* context) {
  const OtherLines others = other_lines(desk, context);
  ChartView view;
  view.id = desk.id("fig-path");
  describe_path(desk, others, view);
  view.source = desk.source();
  draw(desk, view, [&](const chart::Frame& frame) {
    chart::LineChart chart = path_chart(desk);
    add_lines(others, chart);
    chart.frame = frame;
    return chart::line_chart(chart);
  });
  return view;
}

const ProfileWave* with_contributions(const ProfileEdition& edition) {
  const auto at =
      std::find_if(edition.waves.rbegin(), edition.waves.rend(), answer::has_contributions);
  return at == edition.waves.rend() ? nullptr : &*at;
}

ChartView dimensions_view(const AreaDesk& desk, const ProfileWave& wave) {
  const auto& then = desk.edition.dimensions;
  ChartView view;
  view.id = desk.id("fig-dimensions");
  describe_dimensions(desk, wave, view);
  view.source = desk.source();
  view.table = dimensions_table(desk, wave);
  draw(desk, view, [&](const chart::Frame& frame) {
    chart::DotInterval chart;
    chart.frame = frame;
    chart.series = {std::to_string(wave.wave.year)};
    if (then) chart.series.push_back(std::to_string(then->period.from.year));
    chart.axis.format = {desk.options.language, 3, false, true};
    chart.axis.has_zero_line = true;
    chart.absent_label = desk.words(say("no value"));
    for (std::size_t d = 0; d < wave.contributions.size(); ++d) {
      chart.rows.push_back({desk.words(desk.edition.edition->dimensions[d].name),
                            {{optional(wave.contributions[d])}},
                            ""});
      if (then) chart.rows.back().values.push_back({optional(then->before[d])});
    }
    return chart::dot_interval(chart);
  });
  return view;
}

}  // namespace wijkbeeld::report::detail
