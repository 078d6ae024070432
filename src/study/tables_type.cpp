// SPDX-License-Identifier: EUPL-1.2
#include "study/detail/published_tables.hpp"
#include "table/table_builder.hpp"

namespace wijkbeeld::study {

using base::say;
using detail::whole;
using detail::year;
using table::TableBuilder;

namespace {

table::Table typology(const Findings& findings) {
  TableBuilder<Typology> t("typology", say("Cluster of each area"), findings.typology,
                           {"edition", "cohort", "area_code"});
  t.column("cohort", say("cohort or group"), [](const Typology& r) { return r.cohort; });
  t.column("area_code", say("code of the area"), [](const Typology& r) { return r.area_code; });
  t.column("area_name", say("name of the area"), [](const Typology& r) { return r.area_name; });
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
  t.column("edition", say("edition"), [](const Typology& r) { return r.edition; });
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
  t.column("edition", say("edition"), [](const TypologyCount& r) { return r.edition; });
  t.column("cohort", say("cohort or group"), [](const TypologyCount& r) { return r.cohort; });
  t.column("threshold", say("threshold t, in score points"),
           [](const TypologyCount& r) { return r.threshold; });
  t.column("cluster", say("cluster"), [](const TypologyCount& r) { return r.cluster; });
  t.column("areas", say("areas"), [](const TypologyCount& r) { return r.areas; });
  t.column("residents", say("residents of those areas"),
           [](const TypologyCount& r) { return r.residents; });
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
  t.column("edition", say("edition"), [](const TypologyMove& r) { return r.edition; });
  t.column("cohort", say("cohort or group"), [](const TypologyMove& r) { return r.cohort; });
  t.column("threshold", say("threshold t, in score points"),
           [](const TypologyMove& r) { return r.threshold; });
  t.column("area_code", say("code of the area"), [](const TypologyMove& r) { return r.area_code; });
  t.column("area_name", say("name of the area"), [](const TypologyMove& r) { return r.area_name; });
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
  t.column("edition", say("edition"), [](const Transition& r) { return r.edition; });
  t.column("level", say("level of the areas"),
           [](const Transition& r) { return std::string(to_text(r.level)); });
  t.column("from", say("earlier wave"), [](const Transition& r) { return year(r.period.from); });
  t.column("to", say("later wave"), [](const Transition& r) { return year(r.period.to); });
  t.column("class_from", say("class in the earlier wave"),
           [](const Transition& r) { return whole(r.class_from); });
  t.column("class_to", say("class in the later wave"),
           [](const Transition& r) { return whole(r.class_to); });
  t.column("areas", say("areas"), [](const Transition& r) { return r.areas; });
  t.column("residents", say("residents of those areas"),
           [](const Transition& r) { return r.residents; });
  return t.build();
}

table::Table cohort_transitions(const Findings& findings) {
  TableBuilder<Transition> t(
      "cohort_transitions", say("Areas of the cohorts by class in two waves"),
      findings.cohort_transitions,
      {"edition", "level", "cohort", "from", "to", "class_from", "class_to"});
  t.column("edition", say("edition"), [](const Transition& r) { return r.edition; });
  t.column("level", say("level of the areas"),
           [](const Transition& r) { return std::string(to_text(r.level)); });
  t.column("cohort", say("cohort or group"), [](const Transition& r) { return r.cohort; });
  t.column("from", say("earlier wave"), [](const Transition& r) { return year(r.period.from); });
  t.column("to", say("later wave"), [](const Transition& r) { return year(r.period.to); });
  t.column("class_from", say("class in the earlier wave"),
           [](const Transition& r) { return whole(r.class_from); });
  t.column("class_to", say("class in the later wave"),
           [](const Transition& r) { return whole(r.class_to); });
  t.column("areas", say("areas"), [](const Transition& r) { return r.areas; });
  t.column("residents", say("residents of those areas"),
           [](const Transition& r) { return r.residents; });
  return t.build();
}

table::Table status_dynamics(const Findings& findings) {
  TableBuilder<StatusDynamics> t("status_dynamics", say("Class and direction of development"),
                                 findings.status_dynamics,
                                 {"edition", "cohort", "from", "to", "status", "dynamics"});
  t.column("edition", say("edition"), [](const StatusDynamics& r) { return r.edition; });
  t.column("cohort", say("cohort or group"), [](const StatusDynamics& r) { return r.cohort; });
  t.column("from", say("earlier wave"),
           [](const StatusDynamics& r) { return year(r.period.from); });
  t.column("to", say("later wave"), [](const StatusDynamics& r) { return year(r.period.to); });
  t.column("status", say("situation class in the later wave"),
           [](const StatusDynamics& r) { return whole(r.status); });
  t.column("dynamics", say("declined, unchanged or improved, by development class"),
           [](const StatusDynamics& r) { return r.dynamics; });
  t.column("areas", say("areas"), [](const StatusDynamics& r) { return r.areas; });
  t.column("residents", say("residents of those areas"),
           [](const StatusDynamics& r) { return r.residents; });
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
