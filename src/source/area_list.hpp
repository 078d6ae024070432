// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "source/source.hpp"

namespace wijkbeeld::source {

/// Lists of labelled areas matched to CBS codes: the forty aandachtswijken and the twenty focus
/// areas of the NPLV, one row per area (`code_<year>`, `naam_<year>`, `zekerheid`).
bool recognises_matched_list(const Probe& probe);
/// A label without a code goes to `unmatched`.
Reading read_matched_list(const Probe& probe);

/// Lists of names only (`lijst`, `jaar`, `gemeente`, `wijk`): the statutory list of 2007 and what
/// is known of the one of 2003. Every label is unmatched.
bool recognises_named_list(const Probe& probe);
Reading read_named_list(const Probe& probe);

}  // namespace wijkbeeld::source
