// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "series/project.hpp"
#include "study/findings.hpp"
#include "study/panel.hpp"
#include "study/plan.hpp"

namespace wijkbeeld::study {

/// The ids of the cohorts in a plan made by cohort_plan.
inline constexpr std::string_view kChosenCohort = "gekozen";
inline constexpr std::string_view kOtherCohort = "andere";

/// A cohort as somebody asks for it while looking, without a plan.
struct CohortQuestion {
  std::string list = {};      ///< id of a list; or else
  std::string rule = {};      ///< a rule or a selection, as in a plan
  std::string other = {};     ///< a second rule or selection to hold it against; may be empty
  bool against_rest = false;  ///< compared with all other areas instead of the nation
};

/// The plan that asks it of one edition: one cohort, or two, and a headline when there are waves
/// for it, from the first wave to the last but one and from there to the last. Throws Failure for a
/// mistake in a rule; the column of its place counts the characters of the rule, and is 1 too high,
/// as if the rule stood between quotes.
Plan cohort_plan(const CohortQuestion& question, const Panel& panel);

/// Which periods a cohort is followed over when it is asked for live: from each wave to the next
/// and to the last, and from the first to the last but one.
std::vector<Period> followed_periods(const Panel& panel);

/// What the findings of every cohort on the panel have in common: how it is filled, its classes,
/// and the nation. Depends on the panel alone, so it is worth keeping.
Findings nation_study(const Panel& panel);

/// What a study finds of the plan's cohorts on one panel, over followed_periods: members, paths,
/// changes, decompositions, transitions, types and the check on selection. Nothing of checks of the
/// data, maps and files. `nation` must be that of the panel. Throws Failure when a list is unknown
/// or a cohort has no areas.
Findings study_cohorts(const Plan& plan, const Panel& panel, const Findings& nation,
                       const series::Project& project);

}  // namespace wijkbeeld::study
