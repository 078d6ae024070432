// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "answer/answers.hpp"
#include "report/document.hpp"
#include "report/study_output.hpp"

namespace wijkbeeld::report {

/// The report of a study as a document: a lede whose sentences follow the figures, then the
/// chapters for which there are findings.
Document study_document(const study::Findings& findings, const answer::Answers& answers,
                        const OutputOptions& options, const base::Catalogue& catalogue);

/// The same as one HTML file.
std::string study_report(const study::Findings& findings, const answer::Answers& answers,
                         const OutputOptions& options, const base::Catalogue& catalogue);

}  // namespace wijkbeeld::report
