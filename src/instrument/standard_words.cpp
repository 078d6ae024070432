// SPDX-License-Identifier: EUPL-1.2
#include "instrument/detail/standard_words.hpp"

#include "base/number.hpp"

namespace wijkbeeld::instrument::detail {

using base::say;

base::Failure impossible(const Indicator& indicator, const Units& units, std::size_t unit,
                         series::Wave wave, double value, std::size_t count) {
  base::Failure failure(
      say("the transformation of '{}' cannot take {}", indicator.id, base::as_found(value)));
  failure.at(indicator.place)
      .because(say("that is its value in {} in {}", units.codes[unit].text, wave.year));
  if (count > 1)
    failure.because(say("{} more values of that wave are too low for it",
                        base::Count{static_cast<std::int64_t>(count - 1)}));
  if (value < 0)
    failure.help(say("correct the data, or keep values within limits first, as in cap = [1, 100]"));
  else
    failure.help(say("take log1p, or give the logarithm a lowest value as in log = 1"));
  return failure;
}

base::Failure no_values(const Indicator& indicator, series::Wave wave) {
  return base::Failure(say("the indicator '{}' has no values in {}", indicator.id, wave.year))
      .at(indicator.place)
      .help(say("write missing = \"last-wave\" to take its nearest wave, or "
                "leave the wave out"));
}

base::Failure same_everywhere(const Indicator& indicator, const std::string& id, series::Wave wave,
                              double value) {
  return base::Failure(say("the indicator '{}' is the same everywhere in {}", id, wave.year))
      .at(indicator.place)
      .because(say("its value is {} wherever people live", base::as_found(value)))
      .help(say("leave it out with include = false"));
}

base::Failure no_base_values(const Indicator& indicator, series::Wave wave) {
  return base::Failure(
             say("the indicator '{}' has no values in the base wave {}", indicator.id, wave.year))
      .at(indicator.place)
      .help(say("leave it out, or take another base wave"));
}

void throw_unusable(const Instrument& instrument, std::vector<base::Failure> failures) {
  throw base::Failures(say("the indicators of '{}' cannot be used", instrument.edition.id.text),
                       std::move(failures));
}

}  // namespace wijkbeeld::instrument::detail
