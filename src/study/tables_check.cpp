// SPDX-License-Identifier: EUPL-1.2
#include "study/detail/table_columns.hpp"

namespace wijkbeeld::study {

using base::say;
using detail::whole;
using table::TableBuilder;

namespace {

table::Table national_classes(const Findings& findings) {
  TableBuilder<NationalClass> t("national_classes", say("Areas and residents per class"),
                                findings.national_classes, {"edition", "level", "wave", "class"});
  detail::add_edition(t);
  detail::add_level(t);
  detail::add_wave(t);
  t.column("class", say("situation class, 1 is lowest"),
           [](const NationalClass& r) { return whole(r.class_number); });
  t.column("areas", say("areas in this class"), [](const NationalClass& r) { return r.areas; });
  t.column("residents", say("residents of those areas"),
           [](const NationalClass& r) { return r.residents; });
  t.column("share_areas", say("share of all areas with a class"),
           [](const NationalClass& r) { return r.share_areas; });
  t.column("share_residents", say("share of their residents"),
           [](const NationalClass& r) { return r.share_residents; });
  t.column("is_class_of_mean", say("1 where the national mean falls in this class"),
           [](const NationalClass& r) { return whole(r.is_class_of_mean); });
  return t.build();
}

table::Table class_check(const Findings& findings) {
  TableBuilder<ClassCheck> t("class_check", say("Published classes against the class limits"),
                             findings.class_check, {"edition", "level", "kind", "from", "to"});
  detail::add_edition(t);
  detail::add_level(t);
  t.column("kind", say("situation or development"), [](const ClassCheck& r) { return r.kind; });
  detail::add_period(t);
  t.column("areas", say("areas with both a published class and a score"),
           [](const ClassCheck& r) { return r.areas; });
  t.column("mismatches", say("areas whose class does not follow from the score"),
           [](const ClassCheck& r) { return r.mismatches; });
  return t.build();
}

table::Table class_mismatches(const Findings& findings) {
  TableBuilder<ClassMismatch> t(
      "class_mismatches", say("Areas whose class does not follow from the score"),
      findings.class_mismatches, {"edition", "level", "kind", "from", "to", "area_code"});
  detail::add_edition(t);
  detail::add_level(t);
  t.column("kind", say("situation or development"), [](const ClassMismatch& r) { return r.kind; });
  detail::add_period(t);
  t.column("area_code", say("code of the area"),
           [](const ClassMismatch& r) { return r.area_code; });
  t.column("value", say("score or change, in score points"),
           [](const ClassMismatch& r) { return r.value; });
  t.column("class_published", say("class as published"),
           [](const ClassMismatch& r) { return whole(r.class_published); });
  t.column("class_computed", say("class by the limits"),
           [](const ClassMismatch& r) { return whole(r.class_computed); });
  t.column("distance_to_limit", say("distance to the nearest class limit, in score points"),
           [](const ClassMismatch& r) { return r.distance_to_limit; });
  return t.build();
}

table::Table aggregation_check(const Findings& findings) {
  TableBuilder<AggregationCheck> t(
      "aggregation_check", say("Higher areas recomputed from lower ones by residents"),
      findings.aggregation_check, {"edition", "level_from", "level_to", "wave"});
  detail::add_edition(t);
  t.column("level_from", say("level of the parts"),
           [](const AggregationCheck& r) { return std::string(to_text(r.level_from)); });
  t.column("level_to", say("level that was recomputed"),
           [](const AggregationCheck& r) { return std::string(to_text(r.level_to)); });
  detail::add_wave(t);
  t.column("areas", say("higher areas compared"),
           [](const AggregationCheck& r) { return r.areas; });
  t.column("median_abs_error", say("median of the absolute errors, in score points"),
           [](const AggregationCheck& r) { return r.median_abs_error; });
  t.column("p95_abs_error", say("95th percentile of the absolute errors"),
           [](const AggregationCheck& r) { return r.p95_abs_error; });
  t.column("max_abs_error", say("largest absolute error"),
           [](const AggregationCheck& r) { return r.max_abs_error; });
  return t.build();
}

table::Table drawn(const Findings& findings) {
  TableBuilder<Drawn> t("drawn", say("With which boundaries areas are drawn"), findings.drawn,
                        {"edition", "area_code"});
  detail::add_edition(t);
  detail::add_level(t);
  detail::add_area(t);
  t.column("outline", say("vintage of the outline; empty where not drawn"),
           [](const Drawn& r) { return r.outline; });
  t.column("reason", say("why it is not drawn"), [](const Drawn& r) { return r.reason; });
  return t.build();
}

table::Table area_figures(const Findings& findings) {
  TableBuilder<AreaFigure> t("area_figures", say("Latest figures of every area"),
                             findings.area_figures, {"edition", "area_code"});
  detail::add_edition(t);
  detail::add_area(t);
  t.column("gemeente", say("gemeente"), [](const AreaFigure& r) { return r.gemeente; });
  t.column("residents", say("residents"), [](const AreaFigure& r) { return r.residents; });
  t.column("class_last", say("situation class in the wave shown"),
           [](const AreaFigure& r) { return r.class_last; });
  t.column("score_last", say("score in the wave shown"),
           [](const AreaFigure& r) { return r.score_last; });
  t.column("development", say("development class of the recent stretch"),
           [](const AreaFigure& r) { return r.development; });
  t.column("change", say("change of the score over the recent stretch"),
           [](const AreaFigure& r) { return r.change; });
  t.column("cluster", say("cluster, where the area belongs to a typed cohort"),
           [](const AreaFigure& r) { return r.cluster; });
  return t.build();
}

}  // namespace

void detail::add_tables_check(const Findings& findings, std::vector<table::Table>& out) {
  out.push_back(national_classes(findings));
  out.push_back(class_check(findings));
  out.push_back(class_mismatches(findings));
  out.push_back(aggregation_check(findings));
  out.push_back(drawn(findings));
  out.push_back(area_figures(findings));
}

}  // namespace wijkbeeld::study
