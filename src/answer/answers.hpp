// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "answer/change.hpp"
#include "answer/check.hpp"
#include "answer/cohort.hpp"
#include "answer/coverage.hpp"
#include "answer/decomposition.hpp"
#include "answer/expert.hpp"
#include "answer/headline.hpp"
#include "answer/national.hpp"
#include "answer/transition.hpp"
#include "answer/typology.hpp"

namespace wijkbeeld::answer {

/// Everything asked of one edition.
struct EditionAnswers {
  const study::EditionUsed* used = nullptr;
  std::string id;
  NationalPicture national;
  std::vector<Path> paths;
  std::optional<Headline> headline;
  /// Changes of every group from wave to wave, then start to turn and turn to end of the headline
  /// where those are longer.
  std::vector<std::vector<Change>> changes;  ///< [group], parallel to paths
  std::optional<series::Period> decomposed;
  std::vector<Decomposition> decompositions;  ///< of the headline's cohort and comparison, or all
  ShownWaves shown;
  std::optional<CountMatrix> national_transitions;  ///< first to last wave with classes
  std::vector<CountMatrix> cohort_transitions;
  std::vector<CountMatrix> status_dynamics;
  std::optional<SpecificityAnswer> specificity;
  std::optional<SelectionAnswer> selection;
  ClassCheckAnswer class_check;
  AggregationAnswer aggregation;
  DrawingAnswer drawing;
};

/// Every answer a report gives, made once from findings, which must outlive it.
struct Answers {
  std::vector<EditionCoverage> coverage;
  std::vector<EditionAnswers> editions;
  std::vector<CohortAnswer> cohorts;
  std::vector<TypologyAnswer> typologies;
  std::optional<VersionAnswer> versions;
  FilesAnswer files;
};

Answers answers(const study::Findings& findings);

/// The figures in the answers that are no cell of a table, each id once, in order of id: what
/// findings.json holds under "answers".
std::vector<Figure> derived_figures(const Answers& answers);

}  // namespace wijkbeeld::answer
