// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace wijkbeeld::base {

/// Gives memory that was freed back to the system. The C library keeps it for later; after work
/// that took hundreds of megabytes once, later never comes. Takes milliseconds.
void give_memory_back();

}  // namespace wijkbeeld::base
