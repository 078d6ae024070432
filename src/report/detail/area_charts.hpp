// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "report/detail/area_desk.hpp"

namespace wijkbeeld::report::detail {

/// Two scores at least: one point is no path.
bool has_path(const answer::ProfileEdition& edition);

/// The score per wave beside nation and gemeente, the mean of the areas that look like it, and that
/// of the first group it belongs to. Of a cell: beside what it lies in. `context` may be null.
ChartView path_view(const AreaDesk& desk, const answer::ProfileContext* context);

/// The last wave with contributions of dimensions; null when there is none.
const answer::ProfileWave* with_contributions(const answer::ProfileEdition& edition);

/// What the dimensions add in that wave, beside what they added in the first.
ChartView dimensions_view(const AreaDesk& desk, const answer::ProfileWave& wave);

}  // namespace wijkbeeld::report::detail
