// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "source/source.hpp"

namespace wijkbeeld::source {

/// Lists of labelled areas in the form of the example, one row per area: `lijst, label, gemeente,
/// code, naam, indeling, zekerheid`, and where known the title of the list and its dates. Several
/// lists may share a file. Anyone's own list can be brought in this form. A label without a code is
/// unmatched; what is no code of a buurt, wijk, gemeente or PC4 is refused ("not-a-code"), and so
/// are a second row of a label for the same area ("duplicate-row") and a row whose classification
/// is not the list's
/// ("vintage-differs").
bool recognises_voorbeeld_list(const Probe& probe);
Reading read_voorbeeld_list(const Probe& probe);

}  // namespace wijkbeeld::source
