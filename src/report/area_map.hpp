// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "report/detail/desk.hpp"
#include "report/document.hpp"

namespace wijkbeeld::report {

/// The situation class of every area that can be drawn, in the wave shown; nothing when no area of
/// the edition has an outline.
std::optional<ChartView> situation_map(const detail::Desk& desk, const answer::EditionAnswers& e);

/// The clusters of one cohort, with letters; areas outside it pale.
std::optional<ChartView> typology_map(const detail::Desk& desk, const answer::TypologyAnswer& t);

}  // namespace wijkbeeld::report
