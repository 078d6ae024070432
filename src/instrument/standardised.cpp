// SPDX-License-Identifier: EUPL-1.2
// One wave of standardised values, and what stands in for those that are missing.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "instrument/detail/standard_words.hpp"
#include "instrument/standard.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::instrument {
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
            failures.push_back(detail::impossible(indicator, measured_.units, i, wave_, value));
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
    failures.push_back(detail::no_values(indicator, wave_));
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
    leave_rest(term, is_open, z);
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
  void leave_rest(std::size_t term, const std::vector<std::uint8_t>& is_open, std::span<double> z) {
    if (std::all_of(is_open.begin(), is_open.end(), [](auto open) { return open != 0; }))
      return no_values(term);
    Known known;
    for (std::size_t i = 0; i < z.size(); ++i)
      if (is_open[i] == 0) known.add(people()[i], z[i]);
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
  if (!filler.failures.empty()) detail::throw_unusable(instrument, std::move(filler.failures));
  return out;
}

}  // namespace wijkbeeld::instrument
