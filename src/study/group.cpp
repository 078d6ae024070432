// SPDX-License-Identifier: EUPL-1.2
#include "study/group.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace wijkbeeld::study {
namespace {

Rows without(const Rows& all, const Rows& some) {
  Rows rest;
  std::set_difference(all.begin(), all.end(), some.begin(), some.end(), std::back_inserter(rest));
  return rest;
}

// What tells the gemeente of an area: its code where the code is built from it, else the name.
std::string gemeente_key(const PanelArea& one) {
  const auto code = area::gemeente_of(one.code);
  return code ? code->text : one.gemeente;
}

Rows neighbours_in_gemeente(const Panel& panel, const Rows& members) {
  std::set<std::string> gemeenten;
  for (const std::size_t row : members)
    gemeenten.insert(gemeente_key(panel.area(row)));
  gemeenten.erase("");
  Rows rows;
  for (std::size_t row = 0; row < panel.size(); ++row)
    if (gemeenten.count(gemeente_key(panel.area(row))) > 0) rows.push_back(row);
  return without(rows, members);
}

}  // namespace

std::vector<Group> groups(const Plan& plan, const std::vector<Cohort>& cohorts,
                          const Panel& panel) {
  std::vector<Group> out;
  for (const Cohort& cohort : cohorts) {
    const Rows rows = cohort.rows_in(panel);
    out.push_back({cohort.id, rows, true});
    if (rows.size() == panel.size()) continue;  // nothing outside it to compare with
    if (plan.compare_with_rest)
      out.push_back({cohort.id + ":rest", without(panel.all(), rows), false});
    if (plan.compare_with_gemeente)
      out.push_back({cohort.id + ":gemeente", neighbours_in_gemeente(panel, rows), false});
  }
  if (plan.compare_with_nation) out.push_back({"nation", panel.all(), false});
  return out;
}

void People::add(const Value<double>& residents) {
  if (residents) {
    known_.add(*residents);
    is_any_known_ = true;
  } else if (why_ == table::Absence::none) {
    why_ = residents.absence();
  }
}

Value<double> People::total() const {
  if (!is_any_known_ && why_ != table::Absence::none) return why_;
  return known_.value();
}

Value<double> residents_of(const Panel& panel, const Rows& rows) {
  People total;
  for (const std::size_t row : rows)
    total.add(panel.area(row).residents);
  return total.total();
}

}  // namespace wijkbeeld::study
