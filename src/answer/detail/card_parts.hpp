// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <vector>

#include "answer/model_card.hpp"

namespace wijkbeeld::answer::detail {

/// The name of a gemeente, or its code where the project knows no name.
std::string name_of_gemeente(const series::Project& project, area::Vintage vintage,
                             const std::string& code);

/// Residuals of an outcome by gemeente (by code), then by density of the place, in five groups that
/// hold a fifth of the residents each.
std::vector<CardGroup> card_groups(const instrument::Instrument& instrument,
                                   const instrument::Fitted& fitted, std::size_t outcome,
                                   const series::Project& project);

/// The clusters that move the fit of an outcome most, five at most.
std::vector<CardInfluence> card_influences(const instrument::Fitted& fitted, std::size_t outcome,
                                           const instrument::Outcome& asked,
                                           const series::Project& project);

/// Mean residuals on the finest level that the project can draw in the instrument's vintage and
/// where half of the areas have at least ten rows (one, for a published score); gemeenten when
/// none has. Nothing when not even those can be drawn.
std::optional<ResidualMap> residual_map(const instrument::Instrument& instrument,
                                        const instrument::Fitted& fitted, std::size_t outcome,
                                        const series::Project& project);

/// What a reader must know: see CardLimit.
std::vector<CardLimit> card_limits(const ModelCard& card);

}  // namespace wijkbeeld::answer::detail
