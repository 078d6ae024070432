// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "answer/what_if.hpp"
#include "base/catalogue.hpp"
#include "report/document.hpp"

namespace wijkbeeld::report {

/// What other weights do to one level in one wave (the first of the answer): who gets another
/// class, what that means for the classes, and what was asked.
Document what_if_document(const answer::WhatIfAnswer& answer, base::Language language,
                          const base::Catalogue& catalogue);

}  // namespace wijkbeeld::report
