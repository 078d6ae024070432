// SPDX-License-Identifier: EUPL-1.2
#include "study/detail/table_columns.hpp"

namespace wijkbeeld::study {

using base::say;
using detail::whole;
using detail::year;
using table::TableBuilder;

namespace {

table::Table specificity(const Findings& findings) {
  TableBuilder<Specificity> t(
      "specificity", say("Check 1: which dimension sets areas that fell apart from the others"),
      findings.specificity, {"edition", "cohort", "from", "to", "dimension"});
  detail::add_edition(t);
  detail::add_cohort(t);
  detail::add_period(t);
  t.column("dimension", say("total, a dimension, or what is not allocated to one"),
           [](const Specificity& r) { return r.dimension; });
  t.column("areas_lower", say("areas whose score fell"),
           [](const Specificity& r) { return r.areas_lower; });
  t.column("areas_not_lower", say("the other areas"),
           [](const Specificity& r) { return r.areas_not_lower; });
  t.column("gap", say("mean change of areas that fell minus that of the others"),
           [](const Specificity& r) { return r.gap; });
  t.column("share_of_gap", say("share of the total gap"),
           [](const Specificity& r) { return r.share_of_gap; });
  t.column("is_largest", say("1 for the dimension with the largest gap"),
           [](const Specificity& r) { return whole(r.is_largest); });
  return t.build();
}

table::Table version_check(const Findings& findings) {
  TableBuilder<VersionCheck> t(
      "version_check",
      say("Check 2: the cohort against its comparison, per edition and stretch of time"),
      findings.version_check, {"edition", "cohort", "comparison", "from", "to"});
  detail::add_edition(t);
  detail::add_cohort(t);
  t.column("comparison", say("what it is compared with"),
           [](const VersionCheck& r) { return r.comparison; });
  detail::add_period(t);
  t.column("cohort_change", say("mean change of the cohort, weighted by residents"),
           [](const VersionCheck& r) { return r.cohort_change; });
  t.column("comparison_change", say("mean change of the comparison, weighted by residents"),
           [](const VersionCheck& r) { return r.comparison_change; });
  t.column("difference", say("the first minus the second"),
           [](const VersionCheck& r) { return r.difference; });
  t.column("cohort_share_residents_lower",
           say("share of the cohort's residents in areas whose score fell"),
           [](const VersionCheck& r) { return r.cohort_share_residents_lower; });
  t.column("comparison_share_residents_lower", say("the same of the comparison"),
           [](const VersionCheck& r) { return r.comparison_share_residents_lower; });
  t.column("verdict", say("behind, ahead, equal or unknown"),
           [](const VersionCheck& r) { return r.verdict; });
  return t.build();
}

table::Table selection_check(const Findings& findings) {
  TableBuilder<SelectionCheck> t(
      "selection_check", say("Check 3: as many areas, chosen for a low score in another wave"),
      findings.selection_check, {"edition", "chosen_in", "wave"});
  detail::add_edition(t);
  t.column("chosen_in", say("wave in which the lowest were chosen"),
           [](const SelectionCheck& r) { return year(r.chosen_in); });
  t.column("areas", say("areas chosen"), [](const SelectionCheck& r) { return r.areas; });
  detail::add_wave(t);
  t.column("mean", say("mean score of the chosen areas, each counting once"),
           [](const SelectionCheck& r) { return r.mean; });
  t.column("national_mean",
           say("mean score of all areas with scores in every wave, each counting once"),
           [](const SelectionCheck& r) { return r.national_mean; });
  t.column("gap", say("the first minus the second"), [](const SelectionCheck& r) { return r.gap; });
  t.column("expected_mean", say("where regression to the mean alone would put the chosen areas"),
           [](const SelectionCheck& r) { return r.expected_mean; });
  t.column("observed_minus_expected", say("mean minus that expectation"),
           [](const SelectionCheck& r) { return r.observed_minus_expected; });
  return t.build();
}

}  // namespace

void detail::add_tables_expert(const Findings& findings, std::vector<table::Table>& out) {
  out.push_back(specificity(findings));
  out.push_back(version_check(findings));
  out.push_back(selection_check(findings));
}

}  // namespace wijkbeeld::study
