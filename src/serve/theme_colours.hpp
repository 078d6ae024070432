// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace wijkbeeld::serve {

/// The style sheet that gives the page the colours of an organisation, from a TOML file of design
/// tokens. Tables [light] and [dark], each with any of ink, quiet, rule, edge, paper, panel and
/// accent as "#rrggbb"; what is not said stays as it is. The colours of data cannot be set: they
/// mean the same everywhere.
///
/// Words must stay readable: ink, quiet and accent have a contrast of at least 4.5 with paper and
/// panel, edge at least 3 with paper (WCAG 2.1, 1.4.3 and 1.4.11). Throws Failures with every
/// mistake, by line and column.
std::string theme_colours(std::string_view toml, const std::string& file);

}  // namespace wijkbeeld::serve
