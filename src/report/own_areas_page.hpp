// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "answer/own_areas.hpp"
#include "base/catalogue.hpp"
#include "report/document.hpp"

namespace wijkbeeld::report {

/// The figures of areas of the reader's own: what was computed and from which areas, a table, and
/// what to keep in mind.
Document own_areas_document(const answer::OwnAreasAnswer& answer, base::Language language,
                            const base::Catalogue& catalogue);

}  // namespace wijkbeeld::report
