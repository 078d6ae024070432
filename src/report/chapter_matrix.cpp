// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "answer/names.hpp"
#include "chart/matrix.hpp"
#include "report/detail/chapters.hpp"

namespace wijkbeeld::report::detail {

using answer::CountMatrix;
using answer::EditionAnswers;
using answer::shown;
using base::Message;
using base::say;

namespace {

// Rows and columns that hold something; the others say nothing.
std::vector<std::size_t> used_rows(const CountMatrix& m) {
  std::vector<std::size_t> out;
  for (std::size_t r = 0; r < m.cells.size(); ++r)
    if (std::any_of(m.cells[r].begin(), m.cells[r].end(),
                    [](const auto& c) { return c.has_value(); }))
      out.push_back(r);
  return out;
}

double largest(const CountMatrix& m) {
  double most = 0;
  for (const auto& row : m.cells)
    for (const auto& one : row)
      if (one) most = std::max(most, *one->areas);
  return most;
}

chart::MatrixCell matrix_cell(const Desk& desk, const std::optional<answer::MatrixCell>& cell,
                              int direction, double most) {
  if (!cell) return {};
  return {base::to_text(shown(cell->areas), desk.language()), most > 0 ? *cell->areas / most : 0,
          direction > 0   ? chart::CellTone::higher
          : direction < 0 ? chart::CellTone::lower
                          : chart::CellTone::neutral};
}

chart::Matrix transition_matrix(const Desk& desk, const EditionAnswers& e, const CountMatrix& m) {
  chart::Matrix c;
  c.row_title = desk.words(say("class in {}", m.period.from.year));
  c.column_title = desk.words(say("class in {}", m.period.to.year));
  const double most = largest(m);
  for (std::size_t r = 0; r < m.cells.size(); ++r) {
    const int number = static_cast<int>(r) + 1;
    c.rows.push_back(fmt::format("{} {}", number, desk.class_name(e.used->edition, number)));
    c.columns.push_back(std::to_string(number));
    c.cells.emplace_back();
    for (std::size_t k = 0; k < m.cells[r].size(); ++k)
      c.cells.back().push_back(
          matrix_cell(desk, m.cells[r][k], static_cast<int>(k) - static_cast<int>(r), most));
  }
  c.has_diagonal = true;
  return c;
}

TableView matrix_table(const CountMatrix& m, const chart::Matrix& c, const std::string& id,
                       const Message& caption, const Message& source, bool has_files) {
  TableView t{"t-" + id, caption, {say("class")}, {}};
  for (const std::string& one : c.columns)
    t.head.push_back(cell(one));
  for (const std::size_t r : used_rows(m)) {
    std::vector<Message> row{cell(c.rows[r])};
    for (const auto& one : m.cells[r])
      row.push_back(one ? cell(one->areas) : say("–"));
    t.rows.push_back(row);
  }
  if (has_files) t.notes.push_back(source);
  return t;
}

ChartView transition_view(const Desk& desk, const EditionAnswers& e, const CountMatrix& m) {
  ChartView view;
  view.id = "fig-transition-" + as_id(e.id + "-" + m.group);
  view.title = say("From {} to {} {} of the {} rose one or more classes, {} fell",
                   m.period.from.year, m.period.to.year, shown(m.share_areas_up),
                   desk.areas(*e.used), shown(m.share_areas_down));
  view.subtitle = say("{} by class in {} (rows) and {} (columns), {}: {}", desk.areas(*e.used),
                      m.period.from.year, m.period.to.year, desk.words(e.used->edition.title),
                      desk.group(m.group));
  view.description =
      m.residents.value
          ? say("Right of the framed diagonal the class rose, left of it the class fell. {} "
                "areas, {} residents.",
                shown(m.areas), shown(m.residents))
          : say("Right of the framed diagonal the class rose, left of it the class fell. {} areas.",
                shown(m.areas));
  view.source = desk.source(*e.used);
  const chart::Matrix c = transition_matrix(desk, e, m);
  view.table = matrix_table(
      m, c, as_id("transition-" + e.id + "-" + m.group), say("Number of areas"),
      say("Table transitions or cohort_transitions, also with residents."), desk.options.has_files);
  draw(desk, view, [&](const chart::Frame& frame) {
    chart::Matrix own = c;
    own.frame = frame;
    if (frame.width < 500)
      for (std::size_t r = 0; r < own.rows.size(); ++r)
        own.rows[r] = std::to_string(r + 1);
    return chart::matrix(own);
  });
  return view;
}

ChartView status_view(const Desk& desk, const EditionAnswers& e, const CountMatrix& m) {
  ChartView view;
  view.id = "fig-status-" + as_id(e.id + "-" + m.group);
  view.title =
      say("For {} of the {} the change from {} to {} was too small for another class",
          shown(m.share_areas_same), desk.areas(*e.used), m.period.from.year, m.period.to.year);
  view.subtitle =
      say("{} by class in {} and direction since {}, {}: {}", desk.areas(*e.used), m.period.to.year,
          m.period.from.year, desk.words(e.used->edition.title), desk.group(m.group));
  view.description =
      m.residents.value
          ? say("Rows are classes, columns are directions by development class. {} areas, "
                "{} residents.",
                shown(m.areas), shown(m.residents))
          : say("Rows are classes, columns are directions by development class. {} areas.",
                shown(m.areas));
  view.source = desk.source(*e.used);
  chart::Matrix c;
  c.row_title = desk.words(say("class in {}", m.period.to.year));
  c.column_title = desk.words(desk.period(m.period));
  c.columns = {desk.words(say("declined")), desk.words(say("unchanged")),
               desk.words(say("improved"))};
  const double most = largest(m);
  for (std::size_t r = 0; r < m.cells.size(); ++r) {
    const int number = static_cast<int>(r) + 1;
    c.rows.push_back(fmt::format("{} {}", number, desk.class_name(e.used->edition, number)));
    c.cells.emplace_back();
    for (std::size_t k = 0; k < 3; ++k)
      c.cells.back().push_back(matrix_cell(desk, m.cells[r][k], static_cast<int>(k) - 1, most));
  }
  view.table =
      matrix_table(m, c, as_id("status-" + e.id + "-" + m.group), say("Number of areas"),
                   say("Table status_dynamics, also with residents."), desk.options.has_files);
  draw(desk, view, [&](const chart::Frame& frame) {
    chart::Matrix own = c;
    own.frame = frame;
    return chart::matrix(own);
  });
  return view;
}

}  // namespace

Chapter matrix_chapter(const Desk& desk) {
  Chapter out{"matrix", say("Level and direction, class to class"), {}};
  for (const EditionAnswers& e : desk.answers.editions) {
    if (e.status_dynamics.empty() && e.cohort_transitions.empty() && !e.national_transitions)
      continue;
    if (desk.has_editions())
      out.blocks.emplace_back(
          Subheading{"matrix-" + as_id(e.id), say("{}", desk.words(e.used->edition.title))});
    for (const CountMatrix& m : e.status_dynamics)
      out.blocks.emplace_back(status_view(desk, e, m));
    for (const CountMatrix& m : e.cohort_transitions)
      if (!e.headline || m.group == e.headline->cohort)
        out.blocks.emplace_back(transition_view(desk, e, m));
    if (e.national_transitions)
      out.blocks.emplace_back(transition_view(desk, e, *e.national_transitions));
  }
  return out;
}

}  // namespace wijkbeeld::report::detail
