// SPDX-License-Identifier: EUPL-1.2
// A theme in one period, area by area and summed per class.
#include <algorithm>
#include <cmath>
#include <map>

#include "answer/detail/row_figures.hpp"
#include "answer/theme.hpp"
#include "base/ensure.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::answer {

using detail::RowFigures;
using instrument::ClassScale;
using instrument::DevelopmentScale;
using series::Period;
using study::Panel;
using table::Absence;
using table::Value;

namespace {

constexpr int kSteps = 7;
constexpr int kMiddle = 4;

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
  }
  return Absence::not_applicable;
}

// The middle of the steps: the national mean of a score, no change, no contribution.
double middle_of(const Panel& panel, const Theme& theme, Period period) {
  if (theme.kind != ThemeKind::score) return 0;
  return panel.national_mean(period.to).value_or(0);
}

// Standard deviation over residents; areas without residents on record count as one.
double spread_of(const Panel& panel, const Theme& theme, Period period) {
  stats::Sum people;
  stats::Sum total;
  stats::Sum squares;
  for (std::size_t row = 0; row < panel.size(); ++row) {
    const auto value = number_of(panel, theme, row, period);
    if (!value) continue;
    const double weight = panel.area(row).residents.value_or(1);
    people.add(weight);
    total.add(weight * *value);
    squares.add(weight * *value * *value);
  }
  if (people.value() <= 0) return 0;
  const double mean = total.value() / people.value();
  return std::sqrt(std::max(0.0, squares.value() / people.value() - mean * mean));
}

// 1, 2 or 5 times a power of ten, not above the given width.
double round_below(double width) {
  if (!(width > 0)) return 1;
  const double power = std::pow(10.0, std::floor(std::log10(width)));
  const double head = width / power;
  return (head >= 5 ? 5 : head >= 2 ? 2 : 1) * power;
}

// Limits between seven steps around `middle`, each `width` wide.
std::vector<double> limits_around(double middle, double width) {
  std::vector<double> out;
  for (int step = 1; step < kSteps; ++step)
    out.push_back(middle + (step - kMiddle + 0.5) * width);
  return out;
}

// A value on a limit belongs to the class above it, as in the classes of the situation.
int class_by(const std::vector<double>& limits, double value) {
  return 1 +
         static_cast<int>(std::upper_bound(limits.begin(), limits.end(), value) - limits.begin());
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
    for (std::size_t i = 0; i < areas_.areas.size(); ++i)
      add(i);
    count();
    low();
    return std::move(out_);
  }

 private:
  [[nodiscard]] RowFigures row(const std::string& key) const {
    return RowFigures(
        "map", {panel_.edition().id.text, std::string(to_text(panel_.level())),
                std::to_string(panel_.vintage().year), out_.theme.id, to_text(out_.period), key});
  }

  void begin_classes() {
    const instrument::Edition& edition = panel_.edition();
    if (out_.theme.kind == ThemeKind::situation)
      of_situation(edition);
    else if (out_.theme.kind == ThemeKind::development)
      of_development(edition);
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

  void of_steps() {
    const Period last = out_.theme.periods.back();
    const double width = round_below(0.8 * spread_of(panel_, out_.theme, last));
    limits_ = limits_around(middle_of(panel_, out_.theme, out_.period), width);
    const Unit unit = out_.theme.kind == ThemeKind::score ? Unit::score : Unit::change;
    for (int number = 1; number <= kSteps; ++number) {
      const auto at = static_cast<std::size_t>(number);
      add_class(number, {}, number > 1 ? std::optional(limits_[at - 2]) : std::nullopt,
                number < kSteps ? std::optional(limits_[at - 1]) : std::nullopt, unit);
    }
    if (out_.theme.kind == ThemeKind::score) out_.classes[kMiddle - 1].holds_mean = true;
  }

  [[nodiscard]] Value<int> class_of(std::size_t row, const Value<double>& number) const {
    if (out_.theme.kind == ThemeKind::situation) return panel_.situation(row, out_.period.to);
    if (out_.theme.kind == ThemeKind::development) return panel_.development(row, out_.period);
    if (!number) return number.absence();
    return class_by(limits_, *number);
  }

  void add(std::size_t ordinal) {
    const auto row = panel_.find(areas_.areas[ordinal].code);
    if (!row) {
      out_.class_of.emplace_back(Absence::no_such_area);
      out_.number_of.emplace_back(Absence::no_such_area);
      return;
    }
    const Value<double> number = number_of(panel_, out_.theme, *row, out_.period);
    out_.class_of.push_back(class_of(*row, number));
    out_.number_of.push_back(number);
  }

  void count() {
    std::vector<std::size_t> areas(out_.classes.size() + 1, 0);
    std::vector<stats::Sum> people(out_.classes.size() + 1);
    std::map<Absence, std::size_t> absent;
    for (std::size_t i = 0; i < out_.class_of.size(); ++i) {
      const Value<int>& one = out_.class_of[i];
      if (!one) {
        ++absent[one.absence()];
        continue;
      }
      const auto at = static_cast<std::size_t>(*one);
      base::ensure(at >= 1 && at < areas.size(), "a class of the map is one of its legend");
      ++areas[at];
      if (areas_.areas[i].residents.has_value()) people[at].add(*areas_.areas[i].residents);
    }
    for (ThemeClass& one : out_.classes) {
      const RowFigures cell = row(std::to_string(one.number));
      const auto at = static_cast<std::size_t>(one.number);
      one.areas = cell.count("areas", areas[at]);
      one.residents = cell("residents", people[at].value(), Unit::residents);
    }
    for (const auto& [reason, number] : absent)
      out_.absences.push_back(
          {reason, row(std::string(table::to_text(reason))).count("areas", number)});
  }

  // What the edition calls low, of the areas that have a class.
  void low() {
    const std::optional<int> limit = panel_.edition().low_class;
    if (!limit || out_.theme.kind != ThemeKind::situation) return;
    stats::Sum areas, people, low_areas, low_people;
    for (const ThemeClass& one : out_.classes) {
      areas.add(*one.areas);
      people.add(*one.residents);
      if (one.number > *limit) continue;
      low_areas.add(*one.areas);
      low_people.add(*one.residents);
    }
    const RowFigures cell = row("low");
    const auto share = [](double part, double whole) {
      return whole > 0 ? Value<double>(part / whole) : Value<double>(Absence::not_applicable);
    };
    out_.low_areas = cell.count("areas", static_cast<std::size_t>(low_areas.value()));
    out_.share_low_areas =
        cell("share_areas", share(low_areas.value(), areas.value()), Unit::share);
    out_.share_low_residents =
        cell("share_residents", share(low_people.value(), people.value()), Unit::share);
  }

  const Panel& panel_;
  const AtlasAreas& areas_;
  std::vector<double> limits_;
  ThemeView out_;
};

}  // namespace

ThemeView theme_view(const Panel& panel, const AtlasAreas& areas, const Theme& theme,
                     Period period) {
  return Viewer(panel, areas, theme, period).take();
}

}  // namespace wijkbeeld::answer
