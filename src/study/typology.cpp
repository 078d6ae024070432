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
  const auto names = cluster_names();
  std::vector<std::uint8_t> out(panel.size(), static_cast<std::uint8_t>(names.size() - 1));
  for (std::size_t row = 0; row < panel.size(); ++row) {
    const Decider by = decider(plan, panel, row, plan.threshold);
    if (by.line == nullptr || by.is_open) continue;
    out[row] = static_cast<std::uint8_t>(std::find(names.begin(), names.end(), by.line->cluster) -
                                         names.begin());
  }
  return out;
}

std::vector<TypologyCount> typology_counts(const TypologyPlan& plan, const Panel& panel,
                                           const Group& cohort) {
  const auto all_areas = static_cast<double>(cohort.rows.size());
  const Value<double> all_residents = residents_of(panel, cohort.rows);
  std::vector<TypologyCount> out;
  for (const double threshold : all_thresholds(plan))
    for (const std::string_view cluster : cluster_names()) {
      Rows rows;
      for (const std::size_t row : cohort.rows)
        if (decide(plan, panel, row, threshold).cluster == cluster) rows.push_back(row);
      const Value<double> residents =
          all_residents ? residents_of(panel, rows) : Value<double>(all_residents.absence());
      out.push_back({panel.edition().id.text, cohort.id, threshold, std::string(cluster),
                     static_cast<std::int64_t>(rows.size()), residents,
                     static_cast<double>(rows.size()) / all_areas, share(residents, all_residents),
                     threshold == plan.threshold});
    }
  return out;
}

std::vector<TypologyMove> typology_moves(const TypologyPlan& plan, const Panel& panel,
                                         const Group& cohort) {
  std::vector<TypologyMove> out;
  for (const double threshold : all_thresholds(plan)) {
    if (threshold == plan.threshold) continue;
    for (const std::size_t row : cohort.rows) {
      const std::string at_plan = decide(plan, panel, row, plan.threshold).cluster;
      const std::string then = decide(plan, panel, row, threshold).cluster;
      if (at_plan == then) continue;
      const PanelArea& one = panel.area(row);
      out.push_back(
          {panel.edition().id.text, cohort.id, one.code.text, one.name, threshold, at_plan, then});
    }
  }
  return out;
}

}  // namespace wijkbeeld::study
