// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "stats/sum.hpp"
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

/// Residents of areas, added one by one. Areas of unknown size count nothing; when there are areas
/// and not one of them is of known size, the total is absent, for that is not zero people.
class People {
 public:
  void add(const Value<double>& residents);
  [[nodiscard]] Value<double> total() const;

 private:
  stats::Sum known_ = {};
  table::Absence why_ = table::Absence::none;  // of the first area without
  bool is_any_known_ = false;
};

/// The residents of rows, counted so.
Value<double> residents_of(const Panel& panel, const Rows& rows);

}  // namespace wijkbeeld::study
