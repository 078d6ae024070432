// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace wijkbeeld::study {

/// docs/reference/tables.md: every published table with its columns, in Markdown.
std::string tables_page();

}  // namespace wijkbeeld::study
