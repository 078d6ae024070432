// SPDX-License-Identifier: EUPL-1.2
// A theme in one period, area by area and summed per class.
#include <algorithm>

#include "answer/atlas_typology.hpp"
#include "answer/detail/theme_steps.hpp"
#include "answer/theme.hpp"
#include "base/ensure.hpp"
#include "stats/distributions.hpp"
#include "stats/sum.hpp"
#include "study/typology.hpp"

namespace wijkbeeld::answer {

using detail::add_steps;
using detail::class_by;
using detail::count_classes;
using detail::count_low;
using detail::kSteps;
using detail::map_row;
using detail::part_of;
using detail::RowFigures;
using detail::Spread;
using instrument::ClassScale;
using instrument::DevelopmentScale;
using series::Period;
using study::Panel;
using table::Absence;
using table::Value;

namespace {

// Between the 5th and 95th percentile of the normal distribution, in standard deviations.
constexpr double kInterval = 2 * 1.6448536269514722;

Value<double> number_of(const Panel& panel, const Theme& theme, std::size_t row, Period period) {
  switch (theme.kind) {
    case ThemeKind::situation:
    case ThemeKind::score:
      return panel.score(row, period.to);
    case ThemeKind::development:
    case ThemeKind::change:
      return panel.change(row, period);
    case ThemeKind::contribution:
      return panel.published(theme.id, row, period);
    case ThemeKind::interval: {
      const Value<double> error = panel.published("score.error", row, period);
      if (!error) return error.absence();
      return kInterval * *error;
    }
    case ThemeKind::typology:
    case ThemeKind::indicator:
      break;
  }
  return Absence::not_applicable;
}

// The middle of the steps: the national mean of a score, no change, no contribution.
double middle_of(const Panel& panel, const Theme& theme, Period period) {
  if (theme.kind != ThemeKind::score) return 0;
  return panel.national_mean(period.to).value_or(0);
}

Spread spread_of(const Panel& panel, const Theme& theme, Period period) {
  Spread out;
  for (std::size_t row = 0; row < panel.size(); ++row)
    if (const auto value = number_of(panel, theme, row, period))
      out.add(*value, panel.area(row).residents);
  return out;
}

class Viewer {
 public:
  Viewer(const Panel& panel, const AtlasAreas& areas, const Theme& theme, Period period)
      : panel_(panel), areas_(areas) {
    base::ensure(panel.level() == areas.level && panel.vintage() == areas.vintage,
                 "a map has areas of the panel's level and vintage");
    out_.edition = &panel.edition();
    out_.theme = theme;
    out_.period = period;
  }

  ThemeView take() {
    begin_classes();
    std::size_t row = 0;  // both are in order of code
    for (std::size_t i = 0; i < areas_.areas.size(); ++i) {
      const area::AreaCode& code = areas_.areas[i].code;
      while (row < panel_.size() && panel_.area(row).code < code)
        ++row;
      const bool is_known = row < panel_.size() && panel_.area(row).code == code;
      add(is_known ? std::optional(row) : std::nullopt);
    }
    count_classes(out_, areas_);
    count_low(out_, areas_);
    if (out_.theme.has_sure) count_unsure();
    return std::move(out_);
  }

 private:
  [[nodiscard]] RowFigures row(const std::string& key) const { return map_row(out_, areas_, key); }

  void begin_classes() {
    const instrument::Edition& edition = panel_.edition();
    if (out_.theme.kind == ThemeKind::situation)
      of_situation(edition);
    else if (out_.theme.kind == ThemeKind::development)
      of_development(edition);
    else if (out_.theme.kind == ThemeKind::typology)
      of_types(edition);
    else
      of_steps();
    const auto mean = panel_.national_mean(out_.period.to);
    if (out_.period.is_wave())
      out_.national_mean = row("nation")(
          "mean", mean ? Value<double>(*mean) : Value<double>(Absence::not_applicable),
          Unit::score);
  }

  void add_class(int number, base::Words name, std::optional<double> from, std::optional<double> to,
                 Unit unit) {
    const RowFigures cell = row(std::to_string(number));
    ThemeClass one;
    one.number = number;
    one.name = std::move(name);
    one.from = cell("from", from, unit);
    one.to = cell("to", to, unit);
    out_.classes.push_back(std::move(one));
  }

  void of_situation(const instrument::Edition& edition) {
    const int highest = highest_class();
    const std::optional<int> mean = edition.class_of_mean(out_.period.to);
    for (int number = 1; number <= highest; ++number) {
      std::optional<double> from, to;
      base::Words name;
      if (edition.classes) {
        const auto at = static_cast<std::size_t>(number);
        if (number > 1) from = edition.classes->limits()[at - 2];
        if (number < edition.classes->count()) to = edition.classes->limits()[at - 1];
        name = edition.classes->name(number);
      }
      add_class(number, std::move(name), from, to, Unit::score);
      out_.classes.back().holds_mean = mean == number;
    }
  }

  // Classes without known limits are as many as occur.
  [[nodiscard]] int highest_class() const {
    if (panel_.edition().classes) return panel_.edition().classes->count();
    int out = 1;
    for (std::size_t row = 0; row < panel_.size(); ++row)
      out = std::max(out, panel_.situation(row, out_.period.to).value_or(1));
    return out;
  }

  void of_development(const instrument::Edition& edition) {
    const int count = edition.development ? edition.development->count() : kSteps;
    for (int number = 1; number <= count; ++number) {
      std::optional<double> from, to;
      base::Words name;
      if (edition.development) {
        const std::vector<double>& limits = edition.development->limits();
        const int half = static_cast<int>(limits.size());
        const auto limit = [&](int between) {  // between class `between` and the next
          return between <= half ? -limits[static_cast<std::size_t>(half - between)]
                                 : limits[static_cast<std::size_t>(between - half - 1)];
        };
        if (number > 1) from = limit(number - 1);
        if (number < count) to = limit(number);
        name = edition.development->name(number);
      }
      add_class(number, std::move(name), from, to, Unit::change);
    }
  }

  void of_types(const instrument::Edition& edition) {
    for (const std::string_view name : study::cluster_names())
      out_.classes.push_back({.number = static_cast<int>(out_.classes.size()) + 1,
                              .name = {std::string(name), std::string(name)}});
    out_.classes.back().name.en = "not classified";
    const auto plan = atlas_typology(edition, out_.period.to);
    base::ensure(plan.has_value(), "a map of types is of an edition that has them");
    type_of_ = study::clusters(*plan, panel_);
    out_.rules = type_rules(edition, out_.period.to,
                            row("types")("threshold", plan->threshold, Unit::error));
  }

  void of_steps() {
    const Spread spread = spread_of(panel_, out_.theme, out_.theme.periods.back());
    limits_ = out_.theme.kind == ThemeKind::interval
                  ? detail::limits_of_amounts(spread)
                  : detail::limits_around(middle_of(panel_, out_.theme, out_.period),
                                          detail::round_below(0.8 * spread.deviation()));
    add_steps(out_, areas_, limits_);
    if (out_.theme.kind == ThemeKind::score)
      out_.classes[detail::kMiddleStep - 1].holds_mean = true;
  }

  [[nodiscard]] Value<int> class_of(std::size_t row, const Value<double>& number) const {
    if (out_.theme.kind == ThemeKind::situation) return panel_.situation(row, out_.period.to);
    if (out_.theme.kind == ThemeKind::development) return panel_.development(row, out_.period);
    if (out_.theme.kind == ThemeKind::typology) {
      // Without a class in the last wave there is nothing to classify.
      const Value<int> last = panel_.situation(row, out_.period.to);
      return last ? Value<int>(int{type_of_[row]} + 1) : last;
    }
    if (!number) return number.absence();
    return class_by(limits_, *number);
  }

  void add(std::optional<std::size_t> row) {
    const Value<double> number = row ? number_of(panel_, out_.theme, *row, out_.period)
                                     : Value<double>(Absence::no_such_area);
    out_.class_of.push_back(row ? class_of(*row, number) : Value<int>(Absence::no_such_area));
    out_.number_of.push_back(number);
    if (out_.theme.has_sure)
      out_.sure_of.push_back(row ? surety(*row, number, out_.class_of.back()) : Surety::unknown);
  }

  // From the limits that the map itself has.
  [[nodiscard]] Surety surety(std::size_t row, const Value<double>& number,
                              const Value<int>& in) const {
    const bool is_change =
        out_.theme.kind == ThemeKind::development || out_.theme.kind == ThemeKind::change;
    const Value<double> error =
        panel_.published(is_change ? "change.error" : "score.error", row, out_.period);
    if (!number || !in || !error) return Surety::unknown;
    const ThemeClass& one = out_.classes[static_cast<std::size_t>(*in - 1)];
    if (!one.from.has_value() && !one.to.has_value()) return Surety::unknown;
    if (*error <= 0) return Surety::sure;
    const double below =
        one.from.has_value() ? stats::normal_cdf((*one.from - *number) / *error) : 0;
    const double above =
        one.to.has_value() ? stats::normal_upper_tail((*one.to - *number) / *error) : 0;
    return 1 - below - above >= kSureClass ? Surety::sure : Surety::unsure;
  }

  void count_unsure() {
    std::size_t known = 0;
    std::size_t unsure = 0;
    stats::Sum people, unsure_people;
    for (std::size_t i = 0; i < out_.sure_of.size(); ++i) {
      if (out_.sure_of[i] == Surety::unknown) continue;
      const double residents = areas_.areas[i].residents.value.value_or(0);
      ++known;
      people.add(residents);
      if (out_.sure_of[i] == Surety::sure) continue;
      ++unsure;
      unsure_people.add(residents);
    }
    const RowFigures cell = row("unsure");
    out_.unsure_areas = cell.count("areas", unsure);
    out_.share_unsure_areas =
        cell("share_areas", part_of(static_cast<double>(unsure), static_cast<double>(known)),
             Unit::share);
    out_.share_unsure_residents =
        cell("share_residents", part_of(unsure_people.value(), people.value()), Unit::share);
  }

  const Panel& panel_;
  const AtlasAreas& areas_;
  std::vector<double> limits_;
  std::vector<std::uint8_t> type_of_;
  ThemeView out_;
};

}  // namespace

ThemeView theme_view(const Panel& panel, const AtlasAreas& areas, const Theme& theme,
                     Period period) {
  return Viewer(panel, areas, theme, period).take();
}

ThemeView reclassed(ThemeView view, const AtlasAreas& areas, std::vector<Value<int>> class_of,
                    std::vector<Value<double>> number_of) {
  view.class_of = std::move(class_of);
  view.number_of = std::move(number_of);
  view.theme.has_sure = false;
  view.sure_of.clear();
  count_classes(view, areas);
  count_low(view, areas);
  return view;
}

}  // namespace wijkbeeld::answer
