// SPDX-License-Identifier: EUPL-1.2
#include "answer/names.hpp"

#include "base/ensure.hpp"

namespace wijkbeeld::answer {

using base::say;

std::string cohort_of_group(const std::string& group) {
  if (group == "nation") return "";
  return group.substr(0, group.find(':'));
}

base::Message name_of_group(const study::Plan& plan, const std::string& group,
                            base::Language language) {
  if (group == "nation") return say("all areas");
  if (group.ends_with(":rest")) return say("all other areas");
  if (group.ends_with(":gemeente")) return say("other areas in the same gemeenten");
  for (const study::CohortPlan& cohort : plan.cohorts)
    if (cohort.id == group && !cohort.title.in(language).empty())
      return say("{}", cohort.title.in(language));
  return say("{}", group);
}

const study::EditionUsed& edition_used(const study::Findings& findings, const std::string& id) {
  for (const study::EditionUsed& one : findings.editions)
    if (one.edition.id.text == id) return one;
  base::ensure(false, "asked for an edition the findings do not have");
  return findings.editions.front();
}

base::Message name_of_dimension(const instrument::Edition& edition, const std::string& dimension,
                                base::Language language) {
  if (dimension == "total") return say("total score");
  if (dimension == "unallocated") return say("not divided over dimensions");
  const instrument::Dimension* found = edition.find_dimension(dimension);
  return say("{}", found == nullptr ? dimension : found->name.in(language));
}

base::Message areas_of(const study::EditionUsed& edition) {
  return area::name_of(edition.level, true);
}

}  // namespace wijkbeeld::answer
