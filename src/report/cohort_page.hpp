// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "answer/answers.hpp"
#include "answer/cohort_choices.hpp"
#include "answer/cohort_shift.hpp"
#include "base/catalogue.hpp"
#include "report/area_page.hpp"
#include "report/document.hpp"
#include "study/findings.hpp"

namespace wijkbeeld::report {

/// The chapters of a study about one cohort, made while somebody looks: who belongs to it, how it
/// did against its comparison, dimensions, types, and from class to class; and who comes and goes
/// by another rule. The findings come from study::study_cohorts. `more` are ways to other pages.
Document cohort_document(const study::Findings& findings, const answer::Answers& answers,
                         const std::optional<answer::CohortShift>& shift,
                         const AreaPageOptions& options, const base::Catalogue& catalogue,
                         Links more = {});

/// What a cohort can be chosen by: `ways` to the lists and rules to begin with, and what a rule may
/// say.
Document cohort_choices_document(const study::Panel& panel, const AreaPageOptions& options,
                                 const base::Catalogue& catalogue, Links ways);

}  // namespace wijkbeeld::report
