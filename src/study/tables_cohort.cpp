// SPDX-License-Identifier: EUPL-1.2
#include "study/detail/table_columns.hpp"

namespace wijkbeeld::study {

using base::say;
using table::TableBuilder;

namespace {

table::Table cohort_members(const Findings& findings) {
  TableBuilder<CohortMember> t("cohort_members", say("Members of the cohorts"),
                               findings.cohort_members, {"cohort", "area_code"});
  detail::add_cohort(t);
  detail::add_area(t);
  t.column("residents", say("residents"), [](const CohortMember& r) { return r.residents; });
  t.column("source", say("rule, list or cohort it came from"),
           [](const CohortMember& r) { return r.source; });
  t.column("certainty", say("certainty of the match with a list; 'rule' for a rule"),
           [](const CohortMember& r) { return r.certainty; });
  return t.build();
}

table::Table cohort_exclusions(const Findings& findings) {
  TableBuilder<CohortExclusion> t(
      "cohort_exclusions", say("Areas on a list that are no members, and why"),
      findings.cohort_exclusions, {"cohort", "area_code", "label", "reason"});
  detail::add_cohort(t);
  t.column("area_code", say("code on the list"),
           [](const CohortExclusion& r) { return r.area_code; });
  t.column("area_name", say("name of that code on the list"),
           [](const CohortExclusion& r) { return r.area_name; });
  t.column("label", say("name the programme used"),
           [](const CohortExclusion& r) { return r.label; });
  t.column("reason", say("why it is no member"), [](const CohortExclusion& r) { return r.reason; });
  t.column("explanation", say("the same in a sentence (English)"),
           [](const CohortExclusion& r) { return base::to_text(r.explanation); });
  return t.build();
}

table::Table cohort_overlaps(const Findings& findings) {
  TableBuilder<CohortOverlap> t("cohort_overlaps", say("Areas that two cohorts share"),
                                findings.cohort_overlaps, {"cohort", "other"});
  detail::add_cohort(t);
  t.column("other", say("the other cohort"), [](const CohortOverlap& r) { return r.other; });
  t.column("areas", say("areas in both"), [](const CohortOverlap& r) { return r.areas; });
  t.column("residents", say("residents of those areas"),
           [](const CohortOverlap& r) { return r.residents; });
  return t.build();
}

table::Table cohort_path(const Findings& findings) {
  TableBuilder<CohortPath> t("cohort_path", say("Cohorts and groups per wave"),
                             findings.cohort_path, {"edition", "cohort", "wave"});
  detail::add_edition(t);
  detail::add_cohort(t);
  detail::add_wave(t);
  t.column("areas", say("areas with a score, or with a class where there are no scores"),
           [](const CohortPath& r) { return r.areas; });
  t.column("mean", say("mean score, each area counting once"),
           [](const CohortPath& r) { return r.mean; });
  t.column("weighted_mean", say("mean score, weighted by residents"),
           [](const CohortPath& r) { return r.weighted_mean; });
  t.column("sd", say("standard deviation of the scores over areas"),
           [](const CohortPath& r) { return r.sd; });
  t.column("share_low", say("share of areas that are low by the edition's definition"),
           [](const CohortPath& r) { return r.share_low; });
  t.column("residents", say("residents of those areas"),
           [](const CohortPath& r) { return r.residents; });
  t.column("areas_with_class", say("areas with a situation class"),
           [](const CohortPath& r) { return r.areas_with_class; });
  t.column("share_weak", say("share of areas in class 4 or lower"),
           [](const CohortPath& r) { return r.share_weak; });
  return t.build();
}

table::Table cohort_change(const Findings& findings) {
  TableBuilder<CohortChange> t("cohort_change",
                               say("Change of cohorts and groups between two waves"),
                               findings.cohort_change, {"edition", "cohort", "from", "to"});
  detail::add_edition(t);
  detail::add_cohort(t);
  detail::add_period(t);
  t.column("areas",
           say("areas with a score in both waves, or with a development class where there are no "
               "scores"),
           [](const CohortChange& r) { return r.areas; });
  t.column("residents", say("residents of those areas"),
           [](const CohortChange& r) { return r.residents; });
  t.column("areas_lower", say("areas whose score fell"),
           [](const CohortChange& r) { return r.areas_lower; });
  t.column("share_areas_lower", say("share of areas whose score fell"),
           [](const CohortChange& r) { return r.share_areas_lower; });
  t.column("residents_lower", say("residents of areas whose score fell"),
           [](const CohortChange& r) { return r.residents_lower; });
  t.column("share_residents_lower", say("share of residents in areas whose score fell"),
           [](const CohortChange& r) { return r.share_residents_lower; });
  t.column("areas_improved_class", say("areas in development class 5 or higher"),
           [](const CohortChange& r) { return r.areas_improved_class; });
  t.column("share_areas_improved_class", say("share of areas in development class 5 or higher"),
           [](const CohortChange& r) { return r.share_areas_improved_class; });
  t.column("areas_declined_class", say("areas in development class 3 or lower"),
           [](const CohortChange& r) { return r.areas_declined_class; });
  t.column("share_areas_declined_class", say("share of areas in development class 3 or lower"),
           [](const CohortChange& r) { return r.share_areas_declined_class; });
  t.column("mean_change", say("mean change of the score, each area counting once"),
           [](const CohortChange& r) { return r.mean_change; });
  t.column("weighted_mean_change", say("mean change of the score, weighted by residents"),
           [](const CohortChange& r) { return r.weighted_mean_change; });
  t.column("weighted_mean_change_per_year", say("the same per year between the waves"),
           [](const CohortChange& r) { return r.weighted_mean_change_per_year; });
  t.column("share_residents_improved_class",
           say("share of residents in areas of development class 5 or higher"),
           [](const CohortChange& r) { return r.share_residents_improved_class; });
  t.column("share_residents_declined_class",
           say("share of residents in areas of development class 3 or lower"),
           [](const CohortChange& r) { return r.share_residents_declined_class; });
  return t.build();
}

table::Table cohort_decomposition(const Findings& findings) {
  TableBuilder<CohortDecomposition> t(
      "cohort_decomposition", say("Changes divided over the dimensions"),
      findings.cohort_decomposition, {"edition", "cohort", "group", "from", "to", "dimension"});
  detail::add_edition(t);
  detail::add_cohort(t);
  t.column("group", say("areas whose score fell (lower), the others (not_lower), or all"),
           [](const CohortDecomposition& r) { return r.group; });
  detail::add_period(t);
  t.column("dimension", say("total, a dimension, or what is not allocated to one"),
           [](const CohortDecomposition& r) { return r.dimension; });
  t.column("areas", say("areas"), [](const CohortDecomposition& r) { return r.areas; });
  t.column("mean_change", say("mean change, each area counting once"),
           [](const CohortDecomposition& r) { return r.mean_change; });
  t.column("weighted_mean_change", say("mean change, weighted by residents"),
           [](const CohortDecomposition& r) { return r.weighted_mean_change; });
  return t.build();
}

}  // namespace

void detail::add_tables_cohort(const Findings& findings, std::vector<table::Table>& out) {
  out.push_back(cohort_members(findings));
  out.push_back(cohort_exclusions(findings));
  out.push_back(cohort_overlaps(findings));
  out.push_back(cohort_path(findings));
  out.push_back(cohort_change(findings));
  out.push_back(cohort_decomposition(findings));
}

}  // namespace wijkbeeld::study
