// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "base/catalogue.hpp"
#include "report/document.hpp"

namespace wijkbeeld::report {

/// One HTML file that needs nothing else: style, fonts and drawings are in it, and no script.
/// Figures in sentences and tables are `<data class="figure" data-finding="...">` with the id of
/// their row in findings.json. The same document gives the same bytes.
std::string to_html(const Document& document, const base::Catalogue& catalogue);

/// The words of a document without markup, block by block: for checks of language.
std::string to_plain_text(const Document& document, const base::Catalogue& catalogue);

}  // namespace wijkbeeld::report
