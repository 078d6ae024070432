// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "study/cohort.hpp"
#include "study/panel.hpp"

namespace wijkbeeld::study {

/// A set of areas with a name that figures are worked out for.
struct Group {
  std::string id;  ///< a cohort's id, "nation", "<cohort>:rest" or "<cohort>:gemeente"
  Rows rows;
  bool is_cohort = false;
};

/// The cohorts on this panel, each followed by what the plan compares it with, then the nation:
/// all areas of the panel. "rest" is all areas outside the cohort, "gemeente" all areas outside it
/// in the gemeenten in which it has members.
std::vector<Group> groups(const Plan& plan, const std::vector<Cohort>& cohorts, const Panel& panel);

/// Residents of rows; those of unknown size count nothing.
double residents_of(const Panel& panel, const Rows& rows);

}  // namespace wijkbeeld::study
