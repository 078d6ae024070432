// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "area/area_set.hpp"
#include "base/issue.hpp"
#include "series/project.hpp"
#include "study/plan.hpp"
#include "table/table.hpp"

namespace wijkbeeld::study {

using series::Period;
using series::Wave;
using table::Value;

/// Areas and residents in a class, nationally.
struct NationalClass {
  std::string edition;
  area::Level level;
  Wave wave;
  int class_number;
  std::int64_t areas;
  Value<double> residents;
  double share_areas;
  Value<double> share_residents;
  bool is_class_of_mean;  ///< the class in which the national mean falls
};

/// Published classes set against the class limits.
struct ClassCheck {
  std::string edition;
  area::Level level;
  std::string kind;  ///< situation | development
  Period period;
  std::int64_t areas;  ///< with both a published class and a score (or change)
  std::int64_t mismatches;
};

/// One value on the wrong side of a class limit.
struct ClassMismatch {
  std::string edition;
  area::Level level;
  std::string kind;
  Period period;
  std::string area_code;
  double value;  ///< absolute score, or change
  int class_published;
  int class_computed;
  double distance_to_limit;
};

/// Values of higher areas computed from the lower ones by residents, against the published ones.
struct AggregationCheck {
  std::string edition;
  area::Level level_from;
  area::Level level_to;
  Wave wave;
  std::int64_t areas;
  double median_abs_error;
  double p95_abs_error;
  double max_abs_error;
};

struct CohortMember {
  std::string cohort;
  std::string area_code;
  std::string area_name;
  Value<double> residents;
  std::string source;     ///< the rule, the list, or the cohort of a union
  std::string certainty;  ///< of the match with a list; "rule" for a rule
};

/// An area a list or rule names that is not a member, and why.
struct CohortExclusion {
  std::string cohort;
  std::string area_code;
  std::string area_name;
  std::string label;
  std::string reason;  ///< short stable name
  base::Message explanation;
};

struct CohortOverlap {
  std::string cohort;
  std::string other;
  std::int64_t areas;
  Value<double> residents;
};

/// What a group is: a cohort, or something it is compared with.
struct CohortPath {
  std::string edition;
  std::string cohort;  ///< id of a cohort, "nation", or "<cohort>:rest", "<cohort>:gemeente"
  Wave wave;
  std::int64_t areas;  ///< with a score, or where there are none with a class
  Value<double> mean;
  Value<double> weighted_mean;
  Value<double> sd;
  Value<double> share_low;
  Value<double> residents;
  std::int64_t areas_with_class;
  Value<double> share_weak;  ///< class 4 or lower, of areas
};

struct CohortChange {
  std::string edition;
  std::string cohort;
  Period period;
  std::int64_t areas;
  Value<double> residents;
  Value<std::int64_t> areas_lower;
  Value<double> share_areas_lower;
  Value<double> residents_lower;
  Value<double> share_residents_lower;
  Value<std::int64_t> areas_improved_class;
  Value<double> share_areas_improved_class;
  Value<std::int64_t> areas_declined_class;
  Value<double> share_areas_declined_class;
  Value<double> mean_change;
  Value<double> weighted_mean_change;
  Value<double> weighted_mean_change_per_year;
  Value<double> share_residents_improved_class;
  Value<double> share_residents_declined_class;
};

struct CohortDecomposition {
  std::string edition;
  std::string cohort;
  std::string group;  ///< lower | not_lower | all
  Period period;
  std::string dimension;  ///< total, a dimension's id, or "unallocated"
  std::int64_t areas;
  double mean_change;
  Value<double> weighted_mean_change;
};

struct Typology {
  std::string cohort;
  std::string area_code;
  std::string area_name;
  std::string gemeente;
  Value<double> residents;
  std::string cluster;
  Value<std::int64_t> class_last;
  Value<double> change_since_2008;
  Value<double> change_since_2012;
  std::string rule_line;
  std::string edition;
  Value<std::int64_t> development_since_2008;
  Value<double> score_last;
};

/// Areas and residents per cluster at a threshold, and how many areas changed cluster by it.
struct TypologyCount {
  std::string edition;
  std::string cohort;
  double threshold;
  std::string cluster;
  std::int64_t areas;
  Value<double> residents;
  double share_areas;
  Value<double> share_residents;
  bool is_chosen;  ///< the plan's own threshold
};

/// An area whose cluster depends on the threshold.
struct TypologyMove {
  std::string edition;
  std::string cohort;
  std::string area_code;
  std::string area_name;
  double threshold;
  std::string cluster_at_plan;
  std::string cluster_then;
};

struct Transition {
  std::string edition;
  area::Level level;
  std::string cohort;  ///< "nation" for all areas
  Period period;
  int class_from;
  int class_to;
  std::int64_t areas;
  Value<double> residents;
};

/// Where an area stands and which way it went: class in the later wave x direction.
struct StatusDynamics {
  std::string edition;
  std::string cohort;
  Period period;
  int status;            ///< class in the later wave
  std::string dynamics;  ///< declined | unchanged | improved, by development class
  std::int64_t areas;
  Value<double> residents;
};

/// Expert check 1: which dimension sets areas that fell apart from those that did not.
struct Specificity {
  std::string edition;
  std::string cohort;
  Period period;
  std::string dimension;
  std::int64_t areas_lower;
  std::int64_t areas_not_lower;
  double gap;  ///< mean change of those that fell minus that of those that did not
  double share_of_gap;
  bool is_largest;
};

/// Expert check 2: the same question per edition and per stretch of time.
struct VersionCheck {
  std::string edition;
  std::string cohort;
  std::string comparison;
  Period period;
  Value<double> cohort_change;      ///< mean change, weighted by residents
  Value<double> comparison_change;  ///< the same
  Value<double> difference;
  Value<double> cohort_share_residents_lower;
  Value<double> comparison_share_residents_lower;
  std::string verdict;  ///< behind | ahead | equal | unknown
};

/// Expert check 3: as many areas chosen for a low score in one wave, followed through all.
struct SelectionCheck {
  std::string edition;
  Wave chosen_in;
  std::int64_t areas;
  Wave wave;
  double mean;                  ///< of the chosen areas, unweighted as they were chosen
  double national_mean;         ///< of all areas with scores in both waves, unweighted
  double gap;                   ///< mean minus national mean
  Value<double> expected_mean;  ///< by regression to the mean alone
  Value<double> observed_minus_expected;
};

/// What was drawn of a level, and with which boundaries.
struct Drawn {
  std::string edition;
  area::Level level;
  std::string area_code;
  std::string area_name;
  std::string outline;  ///< vintage of the outline ("2022"); empty when not drawn
  std::string reason;   ///< why not drawn, short stable name
};

/// An edition as it was used.
struct EditionUsed {
  instrument::Edition edition;
  area::Level level;
  area::Vintage vintage;
  std::vector<Wave> waves;
  std::int64_t areas;
  std::string residents_source;
  struct AtWave {
    Wave wave;
    std::int64_t areas_with_score = 0;
    std::int64_t areas_with_class = 0;
    std::int64_t areas_withheld = 0;
    Value<double> reference_mean;
    Value<double> national_mean;  ///< recomputed, weighted by residents
    Value<std::int64_t> class_of_mean;
  };
  std::vector<AtWave> at_wave;
};

/// A score for each area and wave that a map or layer shows.
struct AreaFigure {
  std::string edition;
  std::string area_code;
  std::string area_name;
  std::string gemeente;
  Value<double> residents;
  Value<std::int64_t> class_last;
  Value<double> score_last;
  Value<std::int64_t> development;
  Value<double> change;
  std::string cluster;  ///< empty for areas outside the typology's cohorts
};

/// Everything a study found. Made once by run_study and never changed.
struct Findings {
  Plan plan;
  std::vector<EditionUsed> editions;
  std::vector<NationalClass> national_classes;
  std::vector<ClassCheck> class_check;
  std::vector<ClassMismatch> class_mismatches;
  std::vector<AggregationCheck> aggregation_check;
  std::vector<CohortMember> cohort_members;
  std::vector<CohortExclusion> cohort_exclusions;
  std::vector<CohortOverlap> cohort_overlaps;
  std::vector<CohortPath> cohort_path;
  std::vector<CohortChange> cohort_change;
  std::vector<CohortDecomposition> cohort_decomposition;
  std::vector<Typology> typology;
  std::vector<TypologyCount> typology_counts;
  std::vector<TypologyMove> typology_moves;
  std::vector<Transition> transitions;         ///< of all areas
  std::vector<Transition> cohort_transitions;  ///< of cohorts
  std::vector<StatusDynamics> status_dynamics;
  std::vector<Specificity> specificity;
  std::vector<VersionCheck> version_check;
  std::vector<SelectionCheck> selection_check;
  std::vector<AreaFigure> area_figures;
  std::vector<Drawn> drawn;
  std::vector<area::Outlines> outlines;  ///< those that were used, and borders of gemeenten
  std::vector<series::FileRecord> files;
  base::Ledger ledger;
};

}  // namespace wijkbeeld::study
