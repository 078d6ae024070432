// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "study/findings.hpp"

namespace wijkbeeld::answer {

/// What a group is called: the title of a cohort, "all other areas" for "<cohort>:rest", "other
/// areas in the same gemeenten" for "<cohort>:gemeente", "all areas" for the nation.
base::Message name_of_group(const study::Plan& plan, const std::string& group,
                            base::Language language);

/// The cohort a group belongs to: "weak-2002" of "weak-2002:rest"; empty for the nation.
std::string cohort_of_group(const std::string& group);

/// The edition as it was used; a bug when the findings have none of this id.
const study::EditionUsed& edition_used(const study::Findings& findings, const std::string& id);

/// Name of a dimension; "total" and "unallocated" have names of ours.
base::Message name_of_dimension(const instrument::Edition& edition, const std::string& dimension,
                                base::Language language);

/// "(alle) wijken": the areas of an edition in the plural, as its level is called.
base::Message areas_of(const study::EditionUsed& edition);

}  // namespace wijkbeeld::answer
