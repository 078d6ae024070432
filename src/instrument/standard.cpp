// SPDX-License-Identifier: EUPL-1.2
#include "instrument/standard.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "base/number.hpp"
#include "instrument/detail/standard_words.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::instrument {
namespace {

using base::say;
using Kind = Transform::Kind;

struct Weighted {
  double value;
  double weight;
};

// The value below which a share p of the weight lies; `sorted` by value, with positive weights.
double weighted_quantile(const std::vector<Weighted>& sorted, double total, double p) {
  double passed = 0;
  for (const Weighted& one : sorted) {
    passed += one.weight;
    if (passed >= p * total) return one.value;
  }
  return sorted.back().value;
}

std::vector<Weighted> sorted_values(const std::vector<FrozenTransform>& so_far,
                                    const RawColumn& column, const std::vector<double>& residents) {
  std::vector<Weighted> out;
  for (std::size_t i = 0; i < column.values.size(); ++i) {
    if (!column.has(i) || residents[i] <= 0) continue;
    const auto value = transformed(so_far, column.values[i]);
    if (!value.empty()) out.push_back({value.front(), residents[i]});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Weighted& a, const Weighted& b) { return a.value < b.value; });
  return out;
}

// Quantiles of winsorising and ranking become numbers, step by step.
std::vector<FrozenTransform> frozen(const std::vector<Transform>& steps, const RawColumn& base,
                                    const std::vector<double>& residents) {
  std::vector<FrozenTransform> out;
  for (const Transform& step : steps) {
    FrozenTransform next{step.kind, step.low, step.high, step.knots};
    if (step.kind == Kind::winsorise || step.kind == Kind::rank) {
      const auto sorted = sorted_values(out, base, residents);
      double total = 0;
      for (const Weighted& one : sorted)
        total += one.weight;
      if (sorted.empty()) return out;
      if (step.kind == Kind::winsorise) {
        next.low = weighted_quantile(sorted, total, step.low);
        next.high = weighted_quantile(sorted, total, step.high);
      } else {
        for (int percent = 0; percent <= 100; ++percent)
          next.numbers.push_back(weighted_quantile(sorted, total, percent / 100.0));
      }
    }
    out.push_back(std::move(next));
  }
  return out;
}

std::string term_id(const Indicator& indicator, const std::vector<FrozenTransform>& steps,
                    std::size_t part) {
  if (steps.empty()) return indicator.id;
  const FrozenTransform& last = steps.back();
  if (last.kind == Kind::dummies) return indicator.id + ":" + base::to_text(last.numbers[part]);
  if (last.kind == Kind::piecewise && part > 0)
    return indicator.id + ":" + base::to_text(last.numbers[part - 1]);
  return indicator.id;
}

// Values of all parts of an indicator per unit; absent where the raw value is.
struct Parts {
  std::size_t count = 0;
  std::vector<std::vector<double>> values = {};  // [part][unit]
  std::optional<std::size_t> impossible_unit = {};
};

Parts parts_of(const std::vector<FrozenTransform>& steps, const RawColumn& column) {
  Parts out;
  const std::size_t n = column.values.size();
  const bool is_plain = steps.empty();
  for (std::size_t i = 0; i < n && !out.impossible_unit; ++i) {
    if (!column.has(i)) continue;
    if (is_plain) {
      if (out.count == 0) out.values.assign(out.count = 1, std::vector<double>(n, 0));
      out.values[0][i] = column.values[i];
      continue;
    }
    const auto all = transformed(steps, column.values[i]);
    if (all.empty()) {
      out.impossible_unit = i;
      break;
    }
    if (out.count == 0) out.values.assign(out.count = all.size(), std::vector<double>(n, 0));
    for (std::size_t part = 0; part < all.size(); ++part)
      out.values[part][i] = all[part];
  }
  return out;
}

struct Spread {
  double mean = 0;
  double deviation = 0;
};

std::optional<Spread> spread_of(const std::vector<double>& values, const RawColumn& column,
                                const std::vector<double>& weights) {
  stats::Sum people;
  stats::Sum sum;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!column.has(i)) continue;
    people.add(weights[i]);
    sum.add(weights[i] * values[i]);
  }
  if (people.value() <= 0) return std::nullopt;
  const double mean = sum.value() / people.value();
  stats::Sum squares;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (column.has(i)) squares.add(weights[i] * (values[i] - mean) * (values[i] - mean));
  return Spread{mean, std::sqrt(squares.value() / people.value())};
}

// The terms of one indicator, or why there are none.
std::optional<base::Failure> add_terms(const Instrument& instrument, const Measured& measured,
                                       std::size_t at, Standard& standard) {
  const Indicator& indicator = instrument.indicators[at];
  const std::size_t base = measured.units.wave_index(instrument.base_wave);
  const RawColumn& column = measured.raw[at][base];
  const std::vector<double>& residents = measured.units.residents[base];
  const auto steps = frozen(indicator.transforms, column, residents);
  const Parts parts = parts_of(steps, column);
  if (parts.impossible_unit)
    return detail::impossible(indicator, measured.units, *parts.impossible_unit,
                              instrument.base_wave, column.values[*parts.impossible_unit]);
  std::vector<Term> terms;
  for (std::size_t part = 0; part < parts.count; ++part) {
    const auto spread = spread_of(parts.values[part], column, residents);
    if (!spread) break;
    if (spread->deviation <= 1e-12 * std::max(1.0, std::abs(spread->mean)))
      return base::Failure(say("the indicator '{}' is the same everywhere in {}",
                               term_id(indicator, steps, part), instrument.base_wave.year))
          .at(indicator.place)
          .because(say("its value is {} wherever people live", spread->mean))
          .help(say("leave it out with include = false"));
    terms.push_back({term_id(indicator, steps, part), at, part, spread->mean, spread->deviation});
  }
  if (terms.empty())
    return base::Failure(say("the indicator '{}' has no values in the base wave {}", indicator.id,
                             instrument.base_wave.year))
        .at(indicator.place)
        .help(say("leave it out, or take another base wave"));
  standard.transforms[at] = steps;
  standard.terms.insert(standard.terms.end(), terms.begin(), terms.end());
  return std::nullopt;
}

}  // namespace

Standard standard_of(const Instrument& instrument, const Measured& measured) {
  Standard standard;
  standard.transforms.resize(instrument.indicators.size());
  std::vector<base::Failure> failures;
  for (std::size_t at = 0; at < instrument.indicators.size(); ++at) {
    if (!measured.is_measured(at)) continue;
    auto failure = add_terms(instrument, measured, at, standard);
    if (failure && instrument.indicators[at].is_included) failures.push_back(std::move(*failure));
  }
  if (!failures.empty()) detail::throw_unusable(instrument, std::move(failures));
  return standard;
}

}  // namespace wijkbeeld::instrument
