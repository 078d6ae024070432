// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "answer/explain.hpp"
#include "base/catalogue.hpp"
#include "report/document.hpp"

namespace wijkbeeld::report {

/// What the score of one area is made of, indicator by indicator, and its change when there is one:
/// largest contribution first. Contributions are descriptive: they say which measured differences
/// the score adds up, not what would follow from changing one.
Document explanation_document(const answer::Explanation& found, base::Language language,
                              const std::string& program_version, const base::Catalogue& catalogue);

}  // namespace wijkbeeld::report
