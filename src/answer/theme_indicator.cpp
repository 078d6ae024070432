// SPDX-License-Identifier: EUPL-1.2
// What an instrument measures, as a map.
#include <algorithm>
#include <cmath>

#include "answer/detail/theme_steps.hpp"
#include "base/ensure.hpp"
#include "base/failure.hpp"

namespace wijkbeeld::answer {

using detail::Spread;
using series::Period;
using table::Absence;
using table::Value;

namespace {

// [wave][area]
const std::vector<std::vector<Value<float>>>& values_of_indicator(
    const Theme& theme, const instrument::Instrument& instrument,
    const instrument::IndicatorMeans& means) {
  const std::string id = theme.id.substr(kIndicatorTheme.size());
  for (std::size_t i = 0; i < instrument.indicators.size(); ++i)
    if (instrument.indicators[i].id == id && !means.values[i].empty()) return means.values[i];
  throw base::Failure(base::say("indicator '{}' was not measured", id));
}

// The values of one indicator, brought to the order of a list of areas.
class IndicatorValues {
 public:
  IndicatorValues(const AtlasAreas& areas, const instrument::IndicatorMeans& means,
                  const std::vector<std::vector<Value<float>>>& values)
      : areas_(areas), means_(means), values_(values) {}

  [[nodiscard]] std::vector<Value<double>> at(series::Wave wave) const {
    const auto w = std::find(means_.waves.begin(), means_.waves.end(), wave);
    std::vector<Value<double>> out;
    std::size_t row = 0;  // both are in order of code
    for (const AtlasArea& one : areas_.areas) {
      while (row < means_.codes.size() && means_.codes[row] < one.code)
        ++row;
      if (row == means_.codes.size() || means_.codes[row] != one.code || w == means_.waves.end()) {
        out.emplace_back(Absence::no_such_area);
        continue;
      }
      const Value<float>& value = values_[static_cast<std::size_t>(w - means_.waves.begin())][row];
      out.push_back(value ? Value<double>(double{*value}) : Value<double>(value.absence()));
    }
    return out;
  }

  [[nodiscard]] Spread spread(series::Wave wave) const {
    const std::vector<Value<double>> values = at(wave);
    Spread out;
    for (std::size_t i = 0; i < values.size(); ++i)
      if (values[i]) out.add(*values[i], areas_.areas[i].residents.value);
    return out;
  }

 private:
  const AtlasAreas& areas_;
  const instrument::IndicatorMeans& means_;
  const std::vector<std::vector<Value<float>>>& values_;
};

}  // namespace

ThemeView indicator_view(const instrument::Edition& edition, const AtlasAreas& areas,
                         const Theme& theme, Period period,
                         const instrument::Instrument& instrument,
                         const instrument::IndicatorMeans& means) {
  base::ensure(means.level == areas.level && means.vintage == areas.vintage,
               "a map has areas of the level and vintage that was measured");
  ThemeView out;
  out.edition = &edition;
  out.theme = theme;
  out.period = period;
  const IndicatorValues values(areas, means, values_of_indicator(theme, instrument, means));
  const Spread spread = values.spread(theme.periods.back().to);
  out.digits = std::clamp(
      1 - static_cast<int>(std::floor(std::log10(std::max(spread.deviation(), 1e-9)))), 0, 4);
  const std::vector<double> limits = detail::limits_of_amounts(spread);
  detail::add_steps(out, areas, limits);
  out.number_of = values.at(period.to);
  for (const Value<double>& one : out.number_of)
    out.class_of.push_back(one ? Value<int>(detail::class_by(limits, *one))
                               : Value<int>(one.absence()));
  detail::count_classes(out, areas);
  return out;
}

}  // namespace wijkbeeld::answer
