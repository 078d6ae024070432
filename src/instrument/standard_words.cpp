// SPDX-License-Identifier: EUPL-1.2
#include "instrument/detail/standard_words.hpp"

namespace wijkbeeld::instrument::detail {

using base::say;

base::Failure impossible(const Indicator& indicator, const Units& units, std::size_t unit,
                         series::Wave wave, double value) {
  return base::Failure(say("the transformation of '{}' cannot take {}", indicator.id, value))
      .at(indicator.place)
      .because(say("that is its value in {} in {}", units.codes[unit].text, wave.year))
      .help(say("take log1p, or give the logarithm a lowest value as in log = 1"));
}

void throw_unusable(const Instrument& instrument, std::vector<base::Failure> failures) {
  throw base::Failures(say("the indicators of '{}' cannot be used", instrument.edition.id.text),
                       std::move(failures));
}

}  // namespace wijkbeeld::instrument::detail
