// SPDX-License-Identifier: EUPL-1.2
// The clusters without which a fit would be another.
#include <algorithm>

#include "answer/detail/card_parts.hpp"
#include "answer/detail/row_figures.hpp"

namespace wijkbeeld::answer::detail {

using instrument::ClusterInfluence;
using instrument::Observations;
using instrument::Outcome;
using instrument::Units;

namespace {

constexpr std::size_t kShown = 5;

std::string name_of_area(const series::Project& project, const Units& units, std::size_t unit) {
  const area::AreaSet* areas = project.find_areas(units.level, units.vintage);
  const auto at = areas == nullptr ? std::nullopt : areas->find(units.codes[unit]);
  const std::string& name = at ? areas->areas()[*at].name : units.codes[unit].text;
  return name.empty() ? units.codes[unit].text : name;
}

// The row of a cluster that weighs most.
std::size_t heaviest_row(const Observations& rows, const ClusterInfluence& cluster) {
  std::size_t out = cluster.first_row;
  for (std::size_t row = 0; row < rows.rows(); ++row)
    if (rows.clusters[row] == rows.clusters[cluster.first_row] &&
        rows.weights[row] > rows.weights[out])
      out = row;
  return out;
}

void add_place(const Units& units, const Observations& rows, const Outcome& outcome,
               const series::Project& project, const ClusterInfluence& from, CardInfluence& to) {
  const std::size_t unit = rows.units[heaviest_row(rows, from)];
  const std::string& gemeente = units.gemeente[unit];
  const bool is_published = outcome.kind == Outcome::Kind::published;
  if (is_published) to.areas = from.rows;
  to.place = is_published && (from.rows == 1 || gemeente.empty())
                 ? name_of_area(project, units, unit)
                 : name_of_gemeente(project, units.vintage, gemeente);
}

}  // namespace

std::vector<CardInfluence> card_influences(const instrument::Fitted& fitted, std::size_t outcome,
                                           const Outcome& asked, const series::Project& project) {
  const std::vector<ClusterInfluence>& all = fitted.influences[outcome];
  std::vector<CardInfluence> out;
  for (std::size_t i = 0; i < std::min(kShown, all.size()); ++i) {
    const RowFigures row("influences", {asked.id, std::to_string(i + 1)});
    CardInfluence one;
    add_place(fitted.measured.units, fitted.observations[outcome], asked, project, all[i], one);
    if (all[i].steps) one.term = fitted.model.standard.terms[all[i].term].id;
    one.rows = row.count("rows", all[i].rows);
    one.moved = row("moved", all[i].moved, Unit::share);
    one.steps = row("steps", all[i].steps, Unit::coefficient);
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace wijkbeeld::answer::detail
