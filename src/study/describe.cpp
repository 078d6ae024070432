// SPDX-License-Identifier: EUPL-1.2
#include "study/describe.hpp"

#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <utility>

#include "stats/mean.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::study {

using table::Absence;

namespace {

constexpr int kWeakClass = 4;  // 'zwak' and lower

Value<double> or_absent(std::optional<double> value, Absence why = Absence::not_applicable) {
  if (!value) return why;
  return *value;
}

Value<double> share(double part, double whole) {
  if (whole <= 0) return Absence::not_applicable;
  return part / whole;
}

Value<double> share(const People& part, const People& whole) {
  if (!whole.total()) return whole.total().absence();
  if (!part.total()) return part.total().absence();
  return share(*part.total(), *whole.total());
}

// Values of a group with the residents that weigh them.
struct Sample {
  std::vector<double> values;
  std::vector<double> weighted_values;  // of areas whose residents are known
  std::vector<double> residents;

  void add(double value, const Value<double>& people) {
    values.push_back(value);
    if (!people) return;
    weighted_values.push_back(value);
    residents.push_back(*people);
  }
  [[nodiscard]] Value<double> mean() const { return or_absent(stats::mean(values)); }
  [[nodiscard]] Value<double> weighted_mean() const {
    return or_absent(stats::weighted_mean(weighted_values, residents));
  }
};

// Areas and residents that meet a condition, out of those of which it can be told.
struct Tally {
  std::int64_t areas = 0;
  People residents = {};
  void add(const Value<double>& people) {
    ++areas;
    residents.add(people);
  }
};

CohortPath at_wave(const Panel& panel, const Group& group, Wave wave) {
  Sample scores;
  Tally scored;
  Tally classed;
  Tally low;
  Tally weak;
  std::int64_t told = 0;
  for (const std::size_t row : group.rows) {
    const Value<double>& people = panel.area(row).residents;
    if (const auto score = panel.score(row, wave)) {
      scores.add(*score, people);
      scored.add(people);
    }
    if (const auto status = panel.situation(row, wave)) {
      classed.add(people);
      if (*status <= kWeakClass) weak.add(people);
    }
    if (const auto is_low = panel.is_low(row, wave)) {
      ++told;
      if (*is_low) low.add(people);
    }
  }
  const bool has_scores = scored.areas > 0;
  CohortPath out{panel.edition().id.text,
                 group.id,
                 wave,
                 has_scores ? scored.areas : classed.areas,
                 scores.mean(),
                 scores.weighted_mean(),
                 or_absent(stats::standard_deviation(scores.values)),
                 share(static_cast<double>(low.areas), static_cast<double>(told)),
                 has_scores ? scored.residents.total() : classed.residents.total(),
                 classed.areas,
                 share(static_cast<double>(weak.areas), static_cast<double>(classed.areas))};
  if (!has_scores)
    for (Value<double>* value : {&out.mean, &out.weighted_mean, &out.sd})
      *value = Absence::not_collected;
  return out;
}

}  // namespace

std::vector<CohortPath> path(const Panel& panel, const Group& group) {
  std::vector<CohortPath> out;
  for (const Wave wave : panel.waves())
    out.push_back(at_wave(panel, group, wave));
  return out;
}

namespace {

// Counts of a change, kept apart for scores (lower or not) and development classes.
struct ChangeTally {
  Sample changes;
  Tally counted;
  Tally lower;
  Tally developed;
  Tally improved;
  Tally declined;
};

ChangeTally tally_change(const Panel& panel, const Group& group, Period period, bool by_score) {
  ChangeTally t;
  const int unchanged = panel.edition().development ? panel.edition().development->unchanged() : 0;
  for (const std::size_t row : group.rows) {
    const Value<double>& people = panel.area(row).residents;
    const Value<double> moved = panel.change(row, period);
    const Value<int> development = panel.development(row, period);
    if (by_score ? !moved : !development) continue;
    t.counted.add(people);
    if (moved) {
      t.changes.add(*moved, people);
      if (*moved < 0) t.lower.add(people);
    }
    if (!development) continue;
    t.developed.add(people);
    if (*development > unchanged) t.improved.add(people);
    if (*development < unchanged) t.declined.add(people);
  }
  return t;
}

}  // namespace

CohortChange change(const Panel& panel, const Group& group, Period period) {
  const bool by_score = panel.has_scores(period.from) && panel.has_scores(period.to);
  const ChangeTally t = tally_change(panel, group, period, by_score);
  const auto areas = static_cast<double>(t.counted.areas);
  CohortChange out{panel.edition().id.text,
                   group.id,
                   period,
                   t.counted.areas,
                   t.counted.residents.total(),
                   Absence::not_collected,
                   Absence::not_collected,
                   Absence::not_collected,
                   Absence::not_collected,
                   Absence::not_applicable,
                   Absence::not_applicable,
                   Absence::not_applicable,
                   Absence::not_applicable,
                   Absence::not_collected,
                   Absence::not_collected,
                   Absence::not_collected,
                   Absence::not_applicable,
                   Absence::not_applicable};
  if (by_score) {
    out.areas_lower = t.lower.areas;
    out.share_areas_lower = share(static_cast<double>(t.lower.areas), areas);
    out.residents_lower =
        out.residents ? t.lower.residents.total() : Value<double>(out.residents.absence());
    out.share_residents_lower = share(t.lower.residents, t.counted.residents);
    out.mean_change = t.changes.mean();
    out.weighted_mean_change = t.changes.weighted_mean();
    if (out.weighted_mean_change)
      out.weighted_mean_change_per_year = *out.weighted_mean_change / period.years();
  }
  if (t.developed.areas > 0) {
    const auto developed = static_cast<double>(t.developed.areas);
    out.areas_improved_class = t.improved.areas;
    out.share_areas_improved_class = share(static_cast<double>(t.improved.areas), developed);
    out.areas_declined_class = t.declined.areas;
    out.share_areas_declined_class = share(static_cast<double>(t.declined.areas), developed);
    out.share_residents_improved_class = share(t.improved.residents, t.developed.residents);
    out.share_residents_declined_class = share(t.declined.residents, t.developed.residents);
  }
  return out;
}

namespace {

// Per area the change of every dimension; absent when one of them is.
std::optional<std::vector<double>> dimension_changes(const Panel& panel, std::size_t row,
                                                     Period period) {
  std::vector<double> out;
  for (std::size_t d = 0; d < panel.edition().dimensions.size(); ++d) {
    const auto earlier = panel.contribution(row, d, period.from);
    const auto later = panel.contribution(row, d, period.to);
    if (!earlier || !later) return std::nullopt;
    out.push_back(*later - *earlier);
  }
  return out;
}

// Samples of the total, the dimensions and what is left, for one group of areas.
struct Decomposed {
  Sample total;
  std::vector<Sample> dimensions;
  Sample unallocated;
};

void add(Decomposed& out, double total, const std::vector<double>& parts,
         const Value<double>& people) {
  out.total.add(total, people);
  out.dimensions.resize(parts.size());
  stats::Sum left;
  left.add(total);
  for (std::size_t d = 0; d < parts.size(); ++d) {
    out.dimensions[d].add(parts[d], people);
    left.add(-parts[d]);
  }
  out.unallocated.add(left.value(), people);
}

// Below this, what is left is the rounding of doubles and not a part worth a row.
constexpr double kNothingLeft = 1e-10;

}  // namespace

std::vector<CohortDecomposition> decomposition(const Panel& panel, const Group& group,
                                               Period period) {
  std::array<std::pair<std::string_view, Decomposed>, 3> groups = {
      {{"lower", {}}, {"not_lower", {}}, {"all", {}}}};
  for (const std::size_t row : group.rows) {
    const Value<double> total = panel.change(row, period);
    const auto parts = dimension_changes(panel, row, period);
    if (!total || !parts || parts->empty()) continue;
    const Value<double>& people = panel.area(row).residents;
    add(*total < 0 ? groups[0].second : groups[1].second, *total, *parts, people);
    add(groups[2].second, *total, *parts, people);
  }
  std::vector<CohortDecomposition> out;
  for (const auto& [name, one] : groups) {
    if (one.total.values.empty()) continue;
    const auto areas = static_cast<std::int64_t>(one.total.values.size());
    const auto row = [&](const std::string& dimension, const Sample& sample) {
      out.push_back({panel.edition().id.text, group.id, std::string(name), period, dimension, areas,
                     *sample.mean(), sample.weighted_mean()});
    };
    row("total", one.total);
    for (std::size_t d = 0; d < one.dimensions.size(); ++d)
      row(panel.edition().dimensions[d].id, one.dimensions[d]);
    if (std::abs(*one.unallocated.mean()) > kNothingLeft) row("unallocated", one.unallocated);
  }
  return out;
}

std::vector<Transition> transitions(const Panel& panel, const Group& group, Period period) {
  std::map<std::pair<int, int>, Tally> cells;
  for (const std::size_t row : group.rows) {
    const auto from = panel.situation(row, period.from);
    const auto to = panel.situation(row, period.to);
    if (from && to) cells[{*from, *to}].add(panel.area(row).residents);
  }
  std::vector<Transition> out;
  for (const auto& [classes, tally] : cells)
    out.push_back({panel.edition().id.text, panel.level(), group.id, period, classes.first,
                   classes.second, tally.areas, tally.residents.total()});
  return out;
}

std::vector<StatusDynamics> status_dynamics(const Panel& panel, const Group& group, Period period) {
  std::vector<StatusDynamics> out;
  if (!panel.edition().development) return out;
  const int unchanged = panel.edition().development->unchanged();
  std::map<std::pair<int, int>, Tally> cells;
  for (const std::size_t row : group.rows) {
    const auto status = panel.situation(row, period.to);
    const auto development = panel.development(row, period);
    if (!status || !development) continue;
    const int direction = *development < unchanged ? 0 : *development == unchanged ? 1 : 2;
    cells[{*status, direction}].add(panel.area(row).residents);
  }
  constexpr std::array<std::string_view, 3> names = {"declined", "unchanged", "improved"};
  for (const auto& [cell, tally] : cells)
    out.push_back({panel.edition().id.text, group.id, period, cell.first,
                   std::string(names.at(static_cast<std::size_t>(cell.second))), tally.areas,
                   tally.residents.total()});
  return out;
}

std::vector<NationalClass> national_classes(const Panel& panel) {
  std::vector<NationalClass> out;
  for (const Wave wave : panel.waves()) {
    std::map<int, Tally> classes;
    Tally all;
    for (std::size_t row = 0; row < panel.size(); ++row)
      if (const auto status = panel.situation(row, wave)) {
        classes[*status].add(panel.area(row).residents);
        all.add(panel.area(row).residents);
      }
    const auto mean_class = panel.edition().class_of_mean(wave);
    for (const auto& [number, tally] : classes)
      out.push_back({panel.edition().id.text, panel.level(), wave, number, tally.areas,
                     tally.residents.total(),
                     static_cast<double>(tally.areas) / static_cast<double>(all.areas),
                     share(tally.residents, all.residents), mean_class == number});
  }
  return out;
}

namespace {

template <class T>
void add_rows(std::vector<T>& to, std::vector<T> rows) {
  to.insert(to.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
}

}  // namespace

void describe_group(const Panel& panel, const Group& group, const std::vector<Period>& periods,
                    const std::vector<Period>& decomposed, Findings& out) {
  const bool is_nation = group.id == "nation";
  add_rows(out.cohort_path, path(panel, group));
  for (const Period period : periods) {
    out.cohort_change.push_back(change(panel, group, period));
    if (group.is_cohort || is_nation)
      add_rows(is_nation ? out.transitions : out.cohort_transitions,
               transitions(panel, group, period));
    if (group.is_cohort) add_rows(out.status_dynamics, status_dynamics(panel, group, period));
  }
  for (const Period period : decomposed)
    add_rows(out.cohort_decomposition, decomposition(panel, group, period));
}

}  // namespace wijkbeeld::study
