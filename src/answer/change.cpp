// SPDX-License-Identifier: EUPL-1.2
#include "answer/change.hpp"

#include <algorithm>

#include "answer/names.hpp"
#include "study/tables.hpp"

namespace wijkbeeld::answer {
namespace {

PathPoint point(const study::CohortPath& row) {
  const std::string id =
      study::row_id("cohort_path", {row.edition, row.cohort, std::to_string(row.wave.year)});
  return {row.wave,
          {id + "#areas", static_cast<double>(row.areas), Unit::count},
          {id + "#residents", row.residents, Unit::residents},
          {id + "#mean", row.mean, Unit::score},
          {id + "#weighted_mean", row.weighted_mean, Unit::score},
          {id + "#share_low", row.share_low, Unit::share},
          {id + "#share_weak", row.share_weak, Unit::share}};
}

Change moved(const study::CohortChange& r) {
  const std::string id =
      study::row_id("cohort_change", {r.edition, r.cohort, std::to_string(r.period.from.year),
                                      std::to_string(r.period.to.year)}) +
      "#";
  return {r.edition,
          r.cohort,
          r.period,
          r.weighted_mean_change.has_value() || r.mean_change.has_value(),
          {id + "areas", static_cast<double>(r.areas), Unit::count},
          {id + "residents", r.residents, Unit::residents},
          {id + "areas_lower", real(r.areas_lower), Unit::count},
          {id + "share_areas_lower", r.share_areas_lower, Unit::share},
          {id + "residents_lower", r.residents_lower, Unit::residents},
          {id + "share_residents_lower", r.share_residents_lower, Unit::share},
          {id + "areas_improved_class", real(r.areas_improved_class), Unit::count},
          {id + "share_areas_improved_class", r.share_areas_improved_class, Unit::share},
          {id + "areas_declined_class", real(r.areas_declined_class), Unit::count},
          {id + "share_areas_declined_class", r.share_areas_declined_class, Unit::share},
          {id + "share_residents_improved_class", r.share_residents_improved_class, Unit::share},
          {id + "share_residents_declined_class", r.share_residents_declined_class, Unit::share},
          {id + "mean_change", r.mean_change, Unit::change},
          {id + "weighted_mean_change", r.weighted_mean_change, Unit::change},
          {id + "weighted_mean_change_per_year", r.weighted_mean_change_per_year, Unit::change}};
}

}  // namespace

const PathPoint* Path::at(series::Wave wave) const {
  for (const PathPoint& one : points)
    if (one.wave == wave) return &one;
  return nullptr;
}

Path path(const study::Findings& findings, const std::string& edition, const std::string& group) {
  Path out{edition, group, {}};
  for (const study::CohortPath& row : findings.cohort_path)
    if (row.edition == edition && row.cohort == group) out.points.push_back(point(row));
  return out;
}

std::vector<Path> paths(const study::Findings& findings, const std::string& edition) {
  std::vector<Path> out;
  for (const study::CohortPath& row : findings.cohort_path) {
    if (row.edition != edition) continue;
    if (out.empty() || out.back().group != row.cohort) out.push_back({edition, row.cohort, {}});
    out.back().points.push_back(point(row));
  }
  return out;
}

std::optional<Change> change(const study::Findings& findings, const std::string& edition,
                             const std::string& group, series::Period period) {
  for (const study::CohortChange& row : findings.cohort_change)
    if (row.edition == edition && row.cohort == group && row.period == period) return moved(row);
  return std::nullopt;
}

std::vector<Change> steps(const study::Findings& findings, const std::string& edition,
                          const std::string& group) {
  std::vector<Change> out;
  const std::vector<series::Wave>& waves = edition_used(findings, edition).waves;
  for (std::size_t i = 0; i + 1 < waves.size(); ++i)
    if (auto one = change(findings, edition, group, {waves[i], waves[i + 1]}))
      out.push_back(std::move(*one));
  return out;
}

}  // namespace wijkbeeld::answer
