// SPDX-License-Identifier: EUPL-1.2
#include "study/detail/table_columns.hpp"

namespace wijkbeeld::study {

using base::say;
using detail::whole;
using table::TableBuilder;

namespace {

table::Table typology(const Findings& findings) {
  TableBuilder<Typology> t("typology", say("Cluster of each area"), findings.typology,
                           {"edition", "cohort", "area_code"});
  detail::add_cohort(t);
  detail::add_area(t);
  t.column("gemeente", say("gemeente"), [](const Typology& r) { return r.gemeente; });
  t.column("residents", say("residents"), [](const Typology& r) { return r.residents; });
  t.column("cluster", say("cluster"), [](const Typology& r) { return r.cluster; });
  t.column("class_last", say("situation class in the wave judged"),
           [](const Typology& r) { return r.class_last; });
  t.column("change_since_2008",
           say("change of the score since the start of the long trend (2008); empty where there "
               "are no scores"),
           [](const Typology& r) { return r.change_since_2008; });
  t.column("change_since_2012",
           say("change of the score since the start of the recent trend (2012)"),
           [](const Typology& r) { return r.change_since_2012; });
  t.column("rule_line", say("line of the rule that decided"),
           [](const Typology& r) { return r.rule_line; });
  detail::add_edition(t);
  t.column("development_since_2008",
           say("published development class since the start of the long trend"),
           [](const Typology& r) { return r.development_since_2008; });
  t.column("score_last", say("score in the wave judged"),
           [](const Typology& r) { return r.score_last; });
  return t.build();
}

table::Table typology_counts(const Findings& findings) {
  TableBuilder<TypologyCount> t(
      "typology_counts", say("Areas and residents per cluster, at each threshold"),
      findings.typology_counts, {"edition", "cohort", "threshold", "cluster"});
  detail::add_edition(t);
  detail::add_cohort(t);
  t.column("threshold", say("threshold t, in score points"),
           [](const TypologyCount& r) { return r.threshold; });
  t.column("cluster", say("cluster"), [](const TypologyCount& r) { return r.cluster; });
  detail::add_sizes(t);
  t.column("share_areas", say("share of the cohort's areas"),
           [](const TypologyCount& r) { return r.share_areas; });
  t.column("share_residents", say("share of the cohort's residents"),
           [](const TypologyCount& r) { return r.share_residents; });
  t.column("is_chosen", say("1 at the threshold of the plan"),
           [](const TypologyCount& r) { return whole(r.is_chosen); });
  return t.build();
}

table::Table typology_moves(const Findings& findings) {
  TableBuilder<TypologyMove> t(
      "typology_moves", say("Areas whose cluster depends on the threshold"),
      findings.typology_moves, {"edition", "cohort", "threshold", "area_code"});
  detail::add_edition(t);
  detail::add_cohort(t);
  t.column("threshold", say("threshold t, in score points"),
           [](const TypologyMove& r) { return r.threshold; });
  detail::add_area(t);
  t.column("cluster_at_plan", say("cluster at the threshold of the plan"),
           [](const TypologyMove& r) { return r.cluster_at_plan; });
  t.column("cluster_then", say("cluster at this threshold"),
           [](const TypologyMove& r) { return r.cluster_then; });
  return t.build();
}

table::Table transitions(const Findings& findings) {
  TableBuilder<Transition> t("transitions", say("Areas by class in two waves"),
                             findings.transitions,
                             {"edition", "level", "from", "to", "class_from", "class_to"});
  detail::add_edition(t);
  detail::add_level(t);
  detail::add_period(t);
  t.column("class_from", say("class in the earlier wave"),
           [](const Transition& r) { return whole(r.class_from); });
  t.column("class_to", say("class in the later wave"),
           [](const Transition& r) { return whole(r.class_to); });
  detail::add_sizes(t);
  return t.build();
}

table::Table cohort_transitions(const Findings& findings) {
  TableBuilder<Transition> t(
      "cohort_transitions", say("Areas of the cohorts by class in two waves"),
      findings.cohort_transitions,
      {"edition", "level", "cohort", "from", "to", "class_from", "class_to"});
  detail::add_edition(t);
  detail::add_level(t);
  detail::add_cohort(t);
  detail::add_period(t);
  t.column("class_from", say("class in the earlier wave"),
           [](const Transition& r) { return whole(r.class_from); });
  t.column("class_to", say("class in the later wave"),
           [](const Transition& r) { return whole(r.class_to); });
  detail::add_sizes(t);
  return t.build();
}

table::Table status_dynamics(const Findings& findings) {
  TableBuilder<StatusDynamics> t("status_dynamics", say("Class and direction of development"),
                                 findings.status_dynamics,
                                 {"edition", "cohort", "from", "to", "status", "dynamics"});
  detail::add_edition(t);
  detail::add_cohort(t);
  detail::add_period(t);
  t.column("status", say("situation class in the later wave"),
           [](const StatusDynamics& r) { return whole(r.status); });
  t.column("dynamics", say("declined, unchanged or improved, by development class"),
           [](const StatusDynamics& r) { return r.dynamics; });
  detail::add_sizes(t);
  return t.build();
}

}  // namespace

void detail::add_tables_type(const Findings& findings, std::vector<table::Table>& out) {
  out.push_back(typology(findings));
  out.push_back(typology_counts(findings));
  out.push_back(typology_moves(findings));
  out.push_back(transitions(findings));
  out.push_back(cohort_transitions(findings));
  out.push_back(status_dynamics(findings));
}

}  // namespace wijkbeeld::study
