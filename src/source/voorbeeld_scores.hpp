// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "source/source.hpp"

namespace wijkbeeld::source {

/// voorbeeld_stand.csv: class, score, deviation and contributions per area and wave.
bool recognises_voorbeeld_situation(const Probe& probe);
Reading read_voorbeeld_situation(const Probe& probe);

/// voorbeeld_ontwikkeling.csv: development class, change and change of contributions per area and
/// pair of waves.
bool recognises_voorbeeld_development(const Probe& probe);
Reading read_voorbeeld_development(const Probe& probe);

/// The other files of the example: what became of which area in 2016, what was planted, and what to
/// read first. They are recognised and add nothing to a project ("file-not-used").
bool recognises_voorbeeld_other(const Probe& probe);
Reading read_voorbeeld_other(const Probe& probe);

}  // namespace wijkbeeld::source
