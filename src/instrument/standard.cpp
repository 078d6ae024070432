// SPDX-License-Identifier: EUPL-1.2
#include "instrument/standard.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "base/number.hpp"
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

base::Failure impossible(const Indicator& indicator, const Units& units, std::size_t unit,
                         series::Wave wave, double value) {
  return base::Failure(say("the transformation of '{}' cannot take {}", indicator.id, value))
      .at(indicator.place)
      .because(say("that is its value in {} in {}", units.codes[unit].text, wave.year))
      .help(say("take log1p, or give the logarithm a lowest value as in log = 1"));
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
    return impossible(indicator, measured.units, *parts.impossible_unit, instrument.base_wave,
                      column.values[*parts.impossible_unit]);
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

[[noreturn]] void throw_all(const Instrument& instrument, std::vector<base::Failure> failures) {
  throw base::Failures(say("the indicators of '{}' cannot be used", instrument.edition.id.text),
                       std::move(failures));
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
  if (!failures.empty()) throw_all(instrument, std::move(failures));
  return standard;
}

namespace {

// Fills one column of z, and tells what stood in for what.
class Filler {
 public:
  Filler(const Instrument& instrument, const Measured& measured, const Standard& standard,
         series::Wave wave, StandardWave& into)
      : instrument_(instrument),
        measured_(measured),
        standard_(standard),
        wave_(wave),
        at_wave_(measured.units.wave_index(wave)),
        into_(into) {}

  void fill(std::size_t term) {
    const Term& one = standard_.terms[term];
    const Indicator& indicator = instrument_.indicators[one.indicator];
    const RawColumn& column = measured_.raw[one.indicator][at_wave_];
    const std::span<double> z = into_.z.column(term);
    copy(one, column, z);
    if (column.present() == column.values.size()) return;
    switch (indicator.missing) {
      case Missing::mean:
        fill_mean(term, column, z);
        break;
      case Missing::gemeente:
        fill_gemeente(term, column, z);
        break;
      case Missing::last_wave:
        fill_other_wave(term, column, z);
        break;
      case Missing::no_score:
        leave_out(column);
        break;
    }
  }

  std::vector<base::Failure> failures;

 private:
  void copy(const Term& term, const RawColumn& column, std::span<double> z) {
    const auto& steps = standard_.transforms[term.indicator];
    const Indicator& indicator = instrument_.indicators[term.indicator];
    for (std::size_t i = 0; i < z.size(); ++i) {
      if (!column.has(i)) continue;
      double value = column.values[i];
      if (!steps.empty()) {
        const auto all = transformed(steps, value);
        if (all.empty()) {
          if (term.part == 0 && indicator.is_included)
            failures.push_back(impossible(indicator, measured_.units, i, wave_, value));
          return;
        }
        value = all[term.part];
      }
      z[i] = (value - term.centre) / term.scale;
    }
  }

  [[nodiscard]] std::span<const double> people() const {
    return measured_.units.residents[at_wave_];
  }

  void note(std::size_t unit, std::size_t term, double deviation) {
    into_.imputed.push_back(
        {static_cast<std::uint32_t>(unit), static_cast<std::uint32_t>(term), deviation});
  }

  void no_values(std::size_t term) {
    const Term& one = standard_.terms[term];
    const Indicator& indicator = instrument_.indicators[one.indicator];
    if (one.part != 0 || !indicator.is_included) return;
    failures.push_back(
        base::Failure(say("the indicator '{}' has no values in {}", indicator.id, wave_.year))
            .at(indicator.place)
            .help(say("write missing = \"last-wave\" to take its nearest wave, or "
                      "leave the wave out")));
  }

  // Mean and spread of z where there is a value, over all units or over some.
  struct Known {
    stats::Sum people, sum, squares;
    void add(double weight, double z) {
      people.add(weight);
      sum.add(weight * z);
      squares.add(weight * z * z);
    }
    [[nodiscard]] double mean() const { return sum.value() / people.value(); }
    [[nodiscard]] double deviation() const {
      return std::sqrt(std::max(0.0, squares.value() / people.value() - mean() * mean()));
    }
  };

  void fill_mean(std::size_t term, const RawColumn& column, std::span<double> z) {
    Known known;
    for (std::size_t i = 0; i < z.size(); ++i)
      if (column.has(i)) known.add(people()[i], z[i]);
    if (known.people.value() <= 0) return no_values(term);
    for (std::size_t i = 0; i < z.size(); ++i) {
      if (column.has(i)) continue;
      z[i] = known.mean();
      note(i, term, known.deviation());
    }
  }

  void fill_gemeente(std::size_t term, const RawColumn& column, std::span<double> z) {
    std::map<std::string_view, Known> by_gemeente;
    Known nation;
    const auto& names = measured_.units.gemeente;
    for (std::size_t i = 0; i < z.size(); ++i) {
      if (!column.has(i)) continue;
      by_gemeente[names[i]].add(people()[i], z[i]);
      nation.add(people()[i], z[i]);
    }
    if (nation.people.value() <= 0) return no_values(term);
    for (std::size_t i = 0; i < z.size(); ++i) {
      if (column.has(i)) continue;
      const auto found = by_gemeente.find(names[i]);
      const bool is_known = found != by_gemeente.end() && found->second.people.value() > 0;
      const Known& from = is_known ? found->second : nation;
      z[i] = from.mean();
      note(i, term, from.deviation());
    }
  }

  // Nearest earlier wave, else nearest later. How far it may be off: the spread of the changes
  // between those waves where both are known; the spread of the indicator itself (1) otherwise.
  void fill_other_wave(std::size_t term, const RawColumn& column, std::span<double> z) {
    const Term& one = standard_.terms[term];
    const auto& waves = measured_.raw[one.indicator];
    std::vector<std::size_t> order;
    for (std::size_t w = at_wave_; w-- > 0;)
      order.push_back(w);
    for (std::size_t w = at_wave_ + 1; w < waves.size(); ++w)
      order.push_back(w);
    std::vector<std::uint8_t> is_open(z.size());
    for (std::size_t i = 0; i < z.size(); ++i)
      is_open[i] = column.has(i) ? 0 : 1;
    for (const std::size_t w : order)
      take_from(term, w, column, is_open, z);
    leave_rest(term, column, is_open, z);
  }

  void take_from(std::size_t term, std::size_t w, const RawColumn& column,
                 std::vector<std::uint8_t>& is_open, std::span<double> z) {
    const Term& one = standard_.terms[term];
    const RawColumn& other = measured_.raw[one.indicator][w];
    const auto& steps = standard_.transforms[one.indicator];
    const auto z_of = [&](std::size_t i) -> std::optional<double> {
      const auto all = transformed(steps, other.values[i]);
      if (all.empty()) return std::nullopt;
      return (all[one.part] - one.centre) / one.scale;
    };
    Known changes;
    for (std::size_t i = 0; i < z.size(); ++i)
      if (column.has(i) && other.has(i))
        if (const auto value = z_of(i)) changes.add(people()[i], z[i] - *value);
    const double doubt = changes.people.value() > 0 ? changes.deviation() : 1;
    for (std::size_t i = 0; i < z.size(); ++i) {
      if (is_open[i] == 0 || !other.has(i)) continue;
      const auto value = z_of(i);
      if (!value) continue;
      z[i] = *value;
      is_open[i] = 0;
      note(i, term, doubt);
    }
  }

  // A unit without a value in any wave gets the mean, with the doubt of a whole spread.
  void leave_rest(std::size_t term, const RawColumn& column,
                  const std::vector<std::uint8_t>& is_open, std::span<double> z) {
    if (std::all_of(is_open.begin(), is_open.end(), [](auto open) { return open != 0; }))
      return no_values(term);
    Known known;
    for (std::size_t i = 0; i < z.size(); ++i)
      if (is_open[i] == 0) known.add(people()[i], z[i]);
    (void)column;
    for (std::size_t i = 0; i < z.size(); ++i) {
      if (is_open[i] == 0) continue;
      z[i] = known.people.value() > 0 ? known.mean() : 0;
      note(i, term, known.people.value() > 0 ? known.deviation() : 1);
    }
  }

  void leave_out(const RawColumn& column) {
    for (std::size_t i = 0; i < column.values.size(); ++i)
      if (!column.has(i)) into_.is_scored[i] = 0;
  }

  const Instrument& instrument_;
  const Measured& measured_;
  const Standard& standard_;
  series::Wave wave_;
  std::size_t at_wave_;
  StandardWave& into_;
};

}  // namespace

StandardWave standardised(const Instrument& instrument, const Measured& measured,
                          const Standard& standard, series::Wave wave) {
  StandardWave out;
  out.z = stats::Matrix(measured.units.size(), standard.terms.size());
  out.is_scored.assign(measured.units.size(), 1);
  Filler filler(instrument, measured, standard, wave, out);
  for (std::size_t term = 0; term < standard.terms.size(); ++term)
    filler.fill(term);
  if (!filler.failures.empty()) throw_all(instrument, std::move(filler.failures));
  return out;
}

}  // namespace wijkbeeld::instrument
