// SPDX-License-Identifier: EUPL-1.2
#include "study/check.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "stats/quantile.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::study {

using base::say;
using table::Absence;

namespace {

ClassMismatch mismatch(const Panel& panel, const char* kind, Period period, std::size_t row,
                       double value, int published, int computed, double distance) {
  return {panel.edition().id.text,
          panel.level(),
          kind,
          period,
          panel.area(row).code.text,
          value,
          published,
          computed,
          distance};
}

void check_situation(const Panel& panel, Wave wave, ClassChecks& out) {
  const auto& scale = *panel.edition().classes;
  ClassCheck check{panel.edition().id.text, panel.level(), "situation", series::at(wave), 0, 0};
  for (std::size_t row = 0; row < panel.size(); ++row) {
    const auto published = panel.published(series::quantity::kClass, row, series::at(wave));
    const auto score = panel.score(row, wave);
    if (!published || !score) continue;
    ++check.areas;
    const int computed = scale.class_of(*score);
    if (computed == static_cast<int>(*published)) continue;
    ++check.mismatches;
    out.mismatches.push_back(mismatch(panel, "situation", series::at(wave), row, *score,
                                      static_cast<int>(*published), computed,
                                      scale.distance_to_limit(*score)));
  }
  if (check.areas > 0) out.checks.push_back(check);
}

void check_development(const Panel& panel, Period period, ClassChecks& out) {
  const auto& scale = *panel.edition().development;
  ClassCheck check{panel.edition().id.text, panel.level(), "development", period, 0, 0};
  for (std::size_t row = 0; row < panel.size(); ++row) {
    const auto published = panel.published(series::quantity::kDevelopment, row, period);
    const auto moved = panel.change(row, period);
    if (!published || !moved) continue;
    ++check.areas;
    const int computed = scale.class_of(*moved);
    if (computed == static_cast<int>(*published)) continue;
    ++check.mismatches;
    out.mismatches.push_back(mismatch(panel, "development", period, row, *moved,
                                      static_cast<int>(*published), computed,
                                      scale.distance_to_limit(*moved)));
  }
  if (check.areas > 0) out.checks.push_back(check);
}

// The code of the higher area that a lower code lies in.
std::optional<area::AreaCode> parent(const area::AreaCode& code, area::Level level) {
  if (level == area::Level::gemeente) return area::gemeente_of(code);
  if (level == area::Level::wijk) return area::wijk_of(code);
  return std::nullopt;
}

struct Parts {
  stats::Sum weighted = {};
  stats::Sum residents = {};
};

std::vector<double> aggregation_errors(const Panel& lower, const Panel& higher, Wave wave) {
  std::map<area::AreaCode, Parts> sums;
  for (std::size_t row = 0; row < lower.size(); ++row) {
    const auto score = lower.score(row, wave);
    const auto up = parent(lower.area(row).code, higher.level());
    if (!score || !up || !lower.area(row).residents) continue;
    sums[*up].weighted.add(*score * *lower.area(row).residents);
    sums[*up].residents.add(*lower.area(row).residents);
  }
  std::vector<double> errors;
  for (const auto& [code, parts] : sums) {
    const auto row = higher.find(code);
    if (!row || parts.residents.value() <= 0) continue;
    const auto published = higher.score(*row, wave);
    if (!published) continue;
    errors.push_back(std::abs(parts.weighted.value() / parts.residents.value() - *published));
  }
  return errors;
}

}  // namespace

ClassChecks check_classes(const Panel& panel) {
  ClassChecks out;
  if (panel.edition().classes)
    for (const Wave wave : panel.waves())
      check_situation(panel, wave, out);
  if (panel.edition().development)
    for (const Period period : panel.pairs())
      check_development(panel, period, out);
  return out;
}

std::vector<AggregationCheck> check_aggregation(const Panel& lower, const Panel& higher) {
  std::vector<AggregationCheck> out;
  for (const Wave wave : lower.waves()) {
    const std::vector<double> errors = aggregation_errors(lower, higher, wave);
    if (errors.empty()) continue;
    out.push_back({lower.edition().id.text, lower.level(), higher.level(), wave,
                   static_cast<std::int64_t>(errors.size()), *stats::quantile(errors, 0.5),
                   *stats::quantile(errors, 0.95), *stats::quantile(errors, 1)});
  }
  return out;
}

namespace {

void check_additivity(const Panel& panel, Wave wave, base::Ledger& ledger) {
  const auto& dimensions = panel.edition().dimensions;
  for (std::size_t row = 0; row < panel.size(); ++row) {
    const auto total = panel.published(series::quantity::kDeviation, row, series::at(wave));
    if (!total) continue;
    stats::Sum sum;
    bool is_complete = !dimensions.empty();
    for (const instrument::Dimension& one : dimensions) {
      const auto part = panel.published(std::string(series::quantity::kContribution) + one.id, row,
                                        series::at(wave));
      if (part)
        sum.add(*part);
      else
        is_complete = false;
    }
    const double error = std::abs(*total - sum.value());
    if (!is_complete || error <= panel.edition().additivity_tolerance) continue;
    ledger.add({"not-additive",
                base::Severity::warning,
                {panel.edition().id.text, panel.area(row).code.text, 0, 0},
                say("in {} the dimensions of {} add up to {}, the score is {}", wave.year,
                    panel.area(row).code.text, sum.value(), *total)});
  }
}

void check_change(const Panel& panel, Period period, base::Ledger& ledger) {
  constexpr double tolerance = 1e-9;
  for (std::size_t row = 0; row < panel.size(); ++row) {
    const auto published = panel.published(series::quantity::kChange, row, period);
    const auto computed = panel.change(row, period);
    if (!published || !computed) continue;
    if (std::abs(*published - *computed) <= tolerance + panel.edition().rounding) continue;
    ledger.add({"change-differs",
                base::Severity::warning,
                {panel.edition().id.text, panel.area(row).code.text, 0, 0},
                say("from {} to {} {} changed {} by its scores, {} as published", period.from.year,
                    period.to.year, panel.area(row).code.text, *computed, *published)});
  }
}

void check_outlines(const Panel& panel, const series::Project& project, base::Ledger& ledger) {
  std::int64_t without = 0;
  std::string first;
  const area::Outlines* outlines = project.find_outlines(panel.level(), panel.vintage());
  for (std::size_t row = 0; row < panel.size(); ++row)
    if ((outlines == nullptr || !outlines->find(panel.area(row).code)) && without++ == 0)
      first = panel.area(row).code.text;
  if (without > 0)
    ledger.add(
        {"no-outline",
         base::Severity::note,
         {panel.edition().id.text, std::string(to_text(panel.level())), 0, 0},
         say("{} of {} areas have no outline of {}, the first is {}", base::Count{without},
             base::Count{static_cast<std::int64_t>(panel.size())}, panel.vintage().year, first)});
}

}  // namespace

void check_sums(const Panel& panel, base::Ledger& ledger) {
  for (const Wave wave : panel.waves())
    check_additivity(panel, wave, ledger);
  for (const Period period : panel.pairs())
    check_change(panel, period, ledger);
}

void check_residents(const Panel& panel, base::Ledger& ledger) {
  std::size_t without = 0;
  std::string first;
  for (std::size_t row = 0; row < panel.size(); ++row)
    if (!panel.area(row).residents && without++ == 0) first = panel.area(row).code.text;
  if (without == 0) return;
  const base::Place place{panel.edition().id.text, std::string(to_text(panel.level())), 0, 0};
  if (without == panel.size())
    ledger.add({"residents-unknown", base::Severity::warning, place,
                say("of none of the {} areas are residents on record: figures of residents and "
                    "means weighted by them are empty",
                    base::Count{static_cast<std::int64_t>(without)})});
  else
    ledger.add({"no-residents", base::Severity::note, place,
                say("{} areas have no residents on record, the first is {}; they count in figures "
                    "of areas and not in figures of residents",
                    base::Count{static_cast<std::int64_t>(without)}, first)});
}

EditionUsed coverage(const Panel& panel) {
  EditionUsed used{panel.edition(),
                   panel.level(),
                   panel.vintage(),
                   panel.waves(),
                   static_cast<std::int64_t>(panel.size()),
                   panel.residents_source(),
                   {}};
  const auto optional = [](const std::optional<double>& v) -> Value<double> {
    if (!v) return Absence::not_collected;
    return *v;
  };
  for (const Wave wave : panel.waves()) {
    EditionUsed::AtWave at{wave,
                           0,
                           0,
                           0,
                           optional(panel.edition().reference.mean(wave)),
                           optional(panel.national_mean(wave)),
                           Absence::not_applicable};
    if (const auto number = panel.edition().class_of_mean(wave)) at.class_of_mean = *number;
    for (std::size_t row = 0; row < panel.size(); ++row) {
      const auto score = panel.score(row, wave);
      const auto status = panel.situation(row, wave);
      at.areas_with_score += score ? 1 : 0;
      at.areas_with_class += status ? 1 : 0;
      at.areas_withheld +=
          !score && !status &&
                  (score.absence() == Absence::withheld || status.absence() == Absence::withheld)
              ? 1
              : 0;
    }
    used.at_wave.push_back(at);
  }
  return used;
}

ProjectChecks check_project(const series::Project& project,
                            std::span<const instrument::Edition> editions) {
  ProjectChecks out;
  for (const instrument::Edition& edition : editions) {
    std::set<std::pair<area::Level, area::Vintage>> present;
    for (const series::Series& one : project.series)
      if (one.key().edition == edition.id) present.insert({one.key().level, one.key().vintage});
    std::vector<Panel> panels;
    for (const auto& [level, vintage] : present)
      panels.emplace_back(edition, level, vintage, project);
    for (const Panel& panel : panels) {
      const ClassChecks classes = check_classes(panel);
      out.class_check.insert(out.class_check.end(), classes.checks.begin(), classes.checks.end());
      out.class_mismatches.insert(out.class_mismatches.end(), classes.mismatches.begin(),
                                  classes.mismatches.end());
      check_sums(panel, out.ledger);
      check_residents(panel, out.ledger);
      check_outlines(panel, project, out.ledger);
      out.coverage.push_back(coverage(panel));
      for (const Panel& higher : panels) {
        if (higher.vintage() != panel.vintage()) continue;
        const auto sums = check_aggregation(panel, higher);
        out.aggregation_check.insert(out.aggregation_check.end(), sums.begin(), sums.end());
      }
    }
  }
  return out;
}

}  // namespace wijkbeeld::study
