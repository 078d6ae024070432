// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>

#include "base/parallel.hpp"
#include "base/progress.hpp"
#include "instrument/edition.hpp"
#include "series/project.hpp"
#include "study/findings.hpp"
#include "study/plan.hpp"

namespace wijkbeeld::study {

/// Does what the plan says. The findings depend on plan, project and editions alone, not on the
/// number of workers. Throws Failure when the plan asks what the data do not hold.
Findings run_study(const Plan& plan, const series::Project& project,
                   std::span<const instrument::Edition> editions, base::Workers workers,
                   base::Progress& progress);

}  // namespace wijkbeeld::study
