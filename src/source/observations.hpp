// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "source/source.hpp"

namespace wijkbeeld::source {

/// A survey: one row per respondent. The columns are `respondent` (a number or name that stands
/// once a year), `jaar`, and where the respondent lives: one of `cel`, `buurt`, `wijk`, `pc4`,
/// `gemeente` and `gebied`; for all but cells `indeling` (the year of the classification). Known
/// besides: `gewicht` (above zero), `stratum`, `cluster`, `leeftijd`, `koopwoning`, `oordeel`. Any
/// other column is kept, as numbers when most of it are numbers.
bool recognises_survey(const Probe& probe);

/// A sample named after the file. A respondent whose area or year cannot be read, who stands there
/// twice ("duplicate-row") or whose weight is not above zero ("not-above-zero") is refused; an
/// answer that is no number is refused alone ("not-a-number"). Who the respondents are is not kept.
Reading read_survey(const Probe& probe);

/// House sales: one row per sale. The columns are `verkoop`, `datum` (2012-03-31 or 31-3-2012),
/// `prijs`, and where the house stands, as above. Known besides: `woningtype`, `woonoppervlakte`,
/// `perceel`, `bouwjaar`.
bool recognises_sales(const Probe& probe);

/// The same for sales. One without a price above zero ("not-above-zero") or a date
/// ("not-a-date") is refused. Dates are kept as ISO 8601.
Reading read_sales(const Probe& probe);

/// A date as 2012-03-31 or 31-3-2012, as ISO 8601; nothing for another text or a day that never
/// was.
std::optional<std::string> parse_date(std::string_view text);

}  // namespace wijkbeeld::source
