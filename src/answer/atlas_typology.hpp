// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "answer/figure.hpp"
#include "study/plan.hpp"

namespace wijkbeeld::answer {

/// From where the clusters of the study of 2017 count change.
inline constexpr series::Wave kTypesSince = {2008};
inline constexpr series::Wave kTypesStall = {2012};

/// The clusters of the study of 2017 in the words of a plan, for a map of a whole edition: a level
/// is weak below the class of the national mean in the last wave, and a change counts as one from a
/// fifth of the smallest change that the edition calls a development. Nothing when the edition
/// lacks the waves, the class limits or a class below the mean.
std::optional<study::TypologyPlan> atlas_typology(const instrument::Edition& edition,
                                                  series::Wave last);

/// The lines of that plan in words, in their order: "Succes!: class 6 or higher in 2018, and
/// improved since 2008". `threshold` is the plan's own, as a figure. Empty where there is no plan.
std::vector<base::Message> type_rules(const instrument::Edition& edition, series::Wave last,
                                      const Figure& threshold);

}  // namespace wijkbeeld::answer
