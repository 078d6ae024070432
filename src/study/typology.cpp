// SPDX-License-Identifier: EUPL-1.2
#include "study/typology.hpp"

#include <algorithm>

namespace wijkbeeld::study {
namespace {

// The line that decides, if one does.
struct Decider {
  const TypologyLine* line = nullptr;
  std::size_t number = 0;
  bool is_open = false;  // an absent value leaves it undecided
};

Decider decider(const TypologyPlan& plan, const Panel& panel, std::size_t row, double threshold) {
  for (std::size_t i = 0; i < plan.lines.size(); ++i) {
    const auto holds = plan.lines[i].when.holds(panel, row, threshold);
    // A line that cannot be decided cannot be passed over: a later line would then take an area
    // that perhaps belongs to this one.
    if (!holds || *holds) return {&plan.lines[i], i + 1, !holds};
  }
  return {};
}

struct Decision {
  std::string cluster;
  std::string line;
};

Decision decide(const TypologyPlan& plan, const Panel& panel, std::size_t row, double threshold) {
  const Decider by = decider(plan, panel, row, threshold);
  const std::string none(cluster_names().back());
  if (by.line == nullptr) return {none, "no line holds"};
  const std::string shown = fmt::format("{}. {}", by.number, by.line->when.text());
  if (by.is_open) return {none, "undecided: " + shown};
  return {by.line->cluster, shown};
}

// The plan's own threshold first, then the others, each once.
std::vector<double> all_thresholds(const TypologyPlan& plan) {
  std::vector<double> out{plan.threshold};
  for (const double t : plan.thresholds)
    if (std::find(out.begin(), out.end(), t) == out.end()) out.push_back(t);
  return out;
}

Value<double> share(const Value<double>& part, const Value<double>& whole) {
  if (!whole) return whole.absence();
  if (!part) return part.absence();
  return *whole > 0 ? *part / *whole : 0;
}

// Position in cluster_names of the cluster of a row.
std::size_t cluster_at(const TypologyPlan& plan, const Panel& panel, std::size_t row,
                       double threshold) {
  const auto names = cluster_names();
  const Decider by = decider(plan, panel, row, threshold);
  if (by.line == nullptr || by.is_open) return names.size() - 1;
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), by.line->cluster) -
                                  names.begin());
}

// The same of every row of a cohort, in order.
std::vector<std::size_t> clusters_at(const TypologyPlan& plan, const Panel& panel,
                                     const Group& cohort, double threshold) {
  std::vector<std::size_t> out;
  for (const std::size_t row : cohort.rows)
    out.push_back(cluster_at(plan, panel, row, threshold));
  return out;
}

}  // namespace

std::vector<Typology> typology(const TypologyPlan& plan, const Panel& panel, const Group& cohort) {
  std::vector<Typology> out;
  for (const std::size_t row : cohort.rows) {
    const PanelArea& one = panel.area(row);
    const Decision decision = decide(plan, panel, row, plan.threshold);
    out.push_back(
        {cohort.id, one.code.text, one.name, one.gemeente, one.residents, decision.cluster,
         as_integer(panel.situation(row, plan.last)), panel.change(row, {plan.since, plan.last}),
         panel.change(row, {plan.stall, plan.last}), decision.line, panel.edition().id.text,
         as_integer(panel.development(row, {plan.since, plan.last})), panel.score(row, plan.last)});
  }
  return out;
}

std::vector<std::uint8_t> clusters(const TypologyPlan& plan, const Panel& panel) {
  std::vector<std::uint8_t> out;
  for (std::size_t row = 0; row < panel.size(); ++row)
    out.push_back(static_cast<std::uint8_t>(cluster_at(plan, panel, row, plan.threshold)));
  return out;
}

std::vector<TypologyCount> typology_counts(const TypologyPlan& plan, const Panel& panel,
                                           const Group& cohort) {
  const auto names = cluster_names();
  const auto all_areas = static_cast<double>(cohort.rows.size());
  const Value<double> all_residents = residents_of(panel, cohort.rows);
  std::vector<TypologyCount> out;
  for (const double threshold : all_thresholds(plan)) {
    std::vector<Rows> rows(names.size());
    const std::vector<std::size_t> at = clusters_at(plan, panel, cohort, threshold);
    for (std::size_t i = 0; i < at.size(); ++i)
      rows[at[i]].push_back(cohort.rows[i]);
    for (std::size_t c = 0; c < names.size(); ++c) {
      const Value<double> residents =
          all_residents ? residents_of(panel, rows[c]) : Value<double>(all_residents.absence());
      out.push_back({panel.edition().id.text, cohort.id, threshold, std::string(names[c]),
                     static_cast<std::int64_t>(rows[c].size()), residents,
                     static_cast<double>(rows[c].size()) / all_areas,
                     share(residents, all_residents), threshold == plan.threshold});
    }
  }
  return out;
}

std::vector<TypologyMove> typology_moves(const TypologyPlan& plan, const Panel& panel,
                                         const Group& cohort) {
  const auto names = cluster_names();
  const std::vector<std::size_t> at_plan = clusters_at(plan, panel, cohort, plan.threshold);
  std::vector<TypologyMove> out;
  for (const double threshold : all_thresholds(plan)) {
    if (threshold == plan.threshold) continue;
    const std::vector<std::size_t> then = clusters_at(plan, panel, cohort, threshold);
    for (std::size_t i = 0; i < then.size(); ++i) {
      if (then[i] == at_plan[i]) continue;
      const PanelArea& one = panel.area(cohort.rows[i]);
      out.push_back({panel.edition().id.text, cohort.id, one.code.text, one.name, threshold,
                     std::string(names[at_plan[i]]), std::string(names[then[i]])});
    }
  }
  return out;
}

}  // namespace wijkbeeld::study
