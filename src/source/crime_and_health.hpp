// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "source/source.hpp"

namespace wijkbeeld::source {

/// Recorded crime per buurt and gemeente and year (Politie, CBS 47022NED): `niveau`, `code`,
/// `jaar`, `misdrijven`. Edition `politie-47022`, areas of 2024.
bool recognises_crime(const Probe& probe);
Reading read_crime(const Probe& probe);

/// Health of adults per area (RIVM and GGDs, CBS 50090NED): one table per year with the columns of
/// StatLine. Edition `rivm-50090`, areas of 2020; the row of the whole country is left out, noted.
bool recognises_health(const Probe& probe);
Reading read_health(const Probe& probe);

/// Perceived health per area and year (CBS 50150NED). Edition `rivm-50150`, areas of 2024.
bool recognises_perceived_health(const Probe& probe);
Reading read_perceived_health(const Probe& probe);

}  // namespace wijkbeeld::source
