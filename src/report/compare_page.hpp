// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "answer/compare.hpp"
#include "base/catalogue.hpp"
#include "report/area_page.hpp"
#include "report/document.hpp"

namespace wijkbeeld::report {

/// Areas side by side, a chapter for each edition that has two of them or more: their paths in one
/// chart (small multiples for five areas and up), where they stand, how they changed, and their
/// dimensions. `more` are ways to other pages, put in front of the chapters.
Document compare_document(const answer::Comparison& comparison, const AreaPageOptions& options,
                          const base::Catalogue& catalogue, Links more = {});

}  // namespace wijkbeeld::report
