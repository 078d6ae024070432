// SPDX-License-Identifier: EUPL-1.2
#include "answer/transition.hpp"

#include <array>

#include "answer/names.hpp"
#include "study/tables.hpp"

namespace wijkbeeld::answer {
namespace {

struct Parts {
  std::vector<Figure> all, residents, up, same, down;
};

void add(CountMatrix& m, Parts& parts, std::size_t row, std::size_t column, MatrixCell cell,
         int direction) {
  if (row >= m.cells.size() || column >= m.cells[row].size()) return;
  parts.all.push_back(cell.areas);
  parts.residents.push_back(cell.residents);
  (direction > 0 ? parts.up : direction < 0 ? parts.down : parts.same).push_back(cell.areas);
  m.cells[row][column] = std::move(cell);
}

Figure share(const std::string& id, const std::vector<Figure>& part, const Figure& whole) {
  Figure count = sum(id, part);
  if (part.empty()) count.value = 0.0;
  Figure out = share_of(id, count, whole);
  out.inputs = part.empty() ? whole.inputs : count.inputs;
  out.inputs.push_back(whole.id);
  return out;
}

std::optional<CountMatrix> completed(CountMatrix m, const Parts& parts, const std::string& table) {
  if (parts.all.empty()) return std::nullopt;
  const std::string id = study::row_id(
      "answers/" + table,
      {m.edition, m.group, std::to_string(m.period.from.year), std::to_string(m.period.to.year)});
  m.areas = sum(id + "#areas", parts.all);
  m.residents = sum(id + "#residents", parts.residents);
  m.share_areas_up = share(id + "#share_areas_up", parts.up, m.areas);
  m.share_areas_same = share(id + "#share_areas_same", parts.same, m.areas);
  m.share_areas_down = share(id + "#share_areas_down", parts.down, m.areas);
  return m;
}

CountMatrix empty(const study::Findings& findings, const std::string& edition,
                  const std::string& group, series::Period period, std::size_t columns) {
  const auto& classes = edition_used(findings, edition).edition.classes;
  const auto rows = static_cast<std::size_t>(classes ? classes->count() : 9);
  CountMatrix m{edition, group, period, {}, {}, {}, {}, {}, {}};
  m.cells.assign(rows, std::vector<std::optional<MatrixCell>>(columns == 0 ? rows : columns));
  return m;
}

}  // namespace

std::optional<CountMatrix> transitions(const study::Findings& findings, const std::string& edition,
                                       const std::string& group, series::Period period) {
  const bool is_nation = group == "nation";
  CountMatrix m = empty(findings, edition, group, period, 0);
  Parts parts;
  for (const study::Transition& r :
       is_nation ? findings.transitions : findings.cohort_transitions) {
    if (r.edition != edition || r.period != period || (!is_nation && r.cohort != group)) continue;
    std::string id = is_nation ? study::row_id("transitions", {r.edition})
                               : study::row_id("cohort_transitions", {r.edition});
    id += "/" + std::string(to_text(r.level)) + (is_nation ? "" : "/" + r.cohort);
    id = study::row_id(id, {std::to_string(r.period.from.year), std::to_string(r.period.to.year),
                            std::to_string(r.class_from), std::to_string(r.class_to)});
    add(m, parts, static_cast<std::size_t>(r.class_from - 1),
        static_cast<std::size_t>(r.class_to - 1),
        {{id + "#areas", static_cast<double>(r.areas), Unit::count},
         {id + "#residents", r.residents, Unit::residents}},
        r.class_to - r.class_from);
  }
  return completed(std::move(m), parts, "transitions");
}

std::optional<CountMatrix> status_dynamics(const study::Findings& findings,
                                           const std::string& edition, const std::string& cohort,
                                           series::Period period) {
  constexpr std::array<std::string_view, 3> columns = {"declined", "unchanged", "improved"};
  CountMatrix m = empty(findings, edition, cohort, period, columns.size());
  Parts parts;
  for (const study::StatusDynamics& r : findings.status_dynamics) {
    if (r.edition != edition || r.period != period || r.cohort != cohort) continue;
    const std::string id =
        study::row_id("status_dynamics",
                      {r.edition, r.cohort, std::to_string(r.period.from.year),
                       std::to_string(r.period.to.year), std::to_string(r.status), r.dynamics});
    std::size_t column = 0;
    while (column < columns.size() && columns[column] != r.dynamics)
      ++column;
    add(m, parts, static_cast<std::size_t>(r.status - 1), column,
        {{id + "#areas", static_cast<double>(r.areas), Unit::count},
         {id + "#residents", r.residents, Unit::residents}},
        static_cast<int>(column) - 1);
  }
  return completed(std::move(m), parts, "status_dynamics");
}

}  // namespace wijkbeeld::answer
