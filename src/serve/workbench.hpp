// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "base/parallel.hpp"
#include "instrument/project_editions.hpp"
#include "instrument/scored.hpp"
#include "serve/archive.hpp"

namespace wijkbeeld::serve {

/// An instrument that the project keeps, measured and standardised anew, so that an answer to other
/// weights is a matter of milliseconds. To make one takes seconds on a large project.
struct Workbench {
  instrument::Kept kept;
  instrument::Scored scored;
  std::vector<instrument::IndicatorMeans> indicators = {};  ///< per level
  /// Names of areas.
  const series::Project* project = nullptr;
};

/// True when the project keeps an instrument under this id. Reads no figures.
bool has_instrument(const Archive& archive, const std::string& edition);

/// Throws Failure when it keeps none, or no model of it.
instrument::Kept kept_in(const Archive& archive, const std::string& edition);

/// Throws Failure when it keeps none, or no model of it; and as measuring does. `project` must
/// outlive the workbench.
Workbench workbench_of(const Archive& archive, const std::string& edition, base::Workers workers,
                       const series::Project& project);

}  // namespace wijkbeeld::serve
