// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace wijkbeeld::cli {

/// From here on Ctrl-C, a closed terminal and a polite kill are remembered instead of ending the
/// process at once, so that work stops where nothing is half done. The second one does end it.
void listen_for_interruption();

/// True after the first of those signals.
bool is_interrupted();

}  // namespace wijkbeeld::cli
