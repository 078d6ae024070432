// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "source/source.hpp"

namespace wijkbeeld::source {

/// Scores of Leefbaarometer 3.0 per PC4: `PC4`,
/// `jaar`, `lbm`, `afw` and the five contributions. Edition `lbm3-2022`.
bool recognises_lbm3(const Probe& probe);

/// `NA` is withheld, except in a wave for which a column was not published at all: not collected.
/// The file names no vintage; PC4 are read as those of 2020 ("vintage-assumed").
Reading read_lbm3(const Probe& probe);

}  // namespace wijkbeeld::source
