// SPDX-License-Identifier: EUPL-1.2
#include "instrument/standard.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <optional>

#include "base/number.hpp"
#include "instrument/detail/standard_words.hpp"
#include "instrument/detail/wave_values.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::instrument {
namespace {

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
    if (step.kind == Transform::Kind::winsorise || step.kind == Transform::Kind::rank) {
      const auto sorted = sorted_values(out, base, residents);
      double total = 0;
      for (const Weighted& one : sorted)
        total += one.weight;
      if (sorted.empty()) return out;
      if (step.kind == Transform::Kind::winsorise) {
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
  if (last.kind == Transform::Kind::dummies)
    return indicator.id + ":" + base::to_text(last.numbers[part]);
  if (last.kind == Transform::Kind::piecewise && part > 0)
    return indicator.id + ":" + base::to_text(last.numbers[part - 1]);
  return indicator.id;
}

// Values of all parts of an indicator per unit; absent where the raw value is.
struct Parts {
  std::size_t count = 0;
  std::vector<std::vector<double>> values = {};  // [part][unit]
  bool is_impossible = false;                    // a value that some step cannot take
};

Parts parts_of(const std::vector<FrozenTransform>& steps, const RawColumn& column) {
  Parts out;
  const std::size_t n = column.values.size();
  const bool is_plain = steps.empty();
  for (std::size_t i = 0; i < n && !out.is_impossible; ++i) {
    if (!column.has(i)) continue;
    if (is_plain) {
      if (out.count == 0) out.values.assign(out.count = 1, std::vector<double>(n, 0));
      out.values[0][i] = column.values[i];
      continue;
    }
    const auto all = transformed(steps, column.values[i]);
    if (all.empty()) {
      out.is_impossible = true;
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

// The terms of one indicator, and what is wrong with it. Wrong values in another wave than the base
// wave keep no terms away: an indicator that does not count may have them.
std::vector<base::Failure> add_terms(const Instrument& instrument, const Measured& measured,
                                     std::size_t at, Standard& standard) {
  const Indicator& indicator = instrument.indicators[at];
  const std::size_t base = measured.units.wave_index(instrument.base_wave);
  const RawColumn& column = measured.raw[at][base];
  const std::vector<double>& residents = measured.units.residents[base];
  const auto steps = frozen(indicator.transforms, column, residents);
  std::vector<base::Failure> failures = detail::wave_failures(instrument, measured, at, steps);
  const Parts parts = parts_of(steps, column);
  if (parts.is_impossible) return failures;
  std::vector<Term> terms;
  for (std::size_t part = 0; part < parts.count; ++part) {
    const auto spread = spread_of(parts.values[part], column, residents);
    if (!spread) break;
    const std::string id = term_id(indicator, steps, part);
    if (spread->deviation <= 1e-12 * std::max(1.0, std::abs(spread->mean))) {
      failures.push_back(
          detail::same_everywhere(indicator, id, instrument.base_wave, spread->mean));
      return failures;
    }
    terms.push_back({id, at, part, spread->mean, spread->deviation});
  }
  if (terms.empty()) {
    failures.push_back(detail::no_base_values(indicator, instrument.base_wave));
    return failures;
  }
  standard.transforms[at] = steps;
  standard.terms.insert(standard.terms.end(), terms.begin(), terms.end());
  return failures;
}

}  // namespace

Standard standard_of(const Instrument& instrument, const Measured& measured) {
  Standard standard;
  standard.transforms.resize(instrument.indicators.size());
  std::vector<base::Failure> failures;
  for (std::size_t at = 0; at < instrument.indicators.size(); ++at) {
    if (!measured.is_measured(at)) continue;
    auto found = add_terms(instrument, measured, at, standard);
    if (instrument.indicators[at].is_included)
      std::move(found.begin(), found.end(), std::back_inserter(failures));
  }
  if (!failures.empty()) detail::throw_unusable(instrument, std::move(failures));
  return standard;
}

}  // namespace wijkbeeld::instrument
