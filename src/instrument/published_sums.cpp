// SPDX-License-Identifier: EUPL-1.2
#include "instrument/detail/published_sums.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/number.hpp"
#include "instrument/project_editions.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::instrument::detail {
namespace {

using base::say;
using series::Series;

// The series of a total's dimensions; nothing when one of them is not there.
std::vector<const Series*> parts_of(const Series& total, const Edition& edition,
                                    const series::Project& project) {
  std::vector<const Series*> out;
  series::SeriesKey key = total.key();
  for (const Dimension& one : edition.dimensions) {
    key.quantity = std::string(series::quantity::kContribution) + one.id;
    out.push_back(project.find_series(key));
    if (out.back() == nullptr) return {};
  }
  return out;
}

std::optional<double> sum_at(const std::vector<const Series*>& parts, const area::AreaCode& code,
                             series::Wave wave) {
  stats::Sum sum;
  for (const Series* one : parts) {
    const auto part = one->value(code, series::at(wave));
    if (!part.has_value()) return std::nullopt;
    sum.add(*part);
  }
  return sum.value();
}

struct Unequal {
  std::size_t count = 0;
  std::string area = {};  // the first
  double sum = 0;
  double total = 0;
};

}  // namespace

void tell_unequal_sums(const Outcome& outcome, const series::Project& project, const Units& units,
                       std::span<const std::size_t> rows, base::Ledger& ledger) {
  if (outcome.quantity != series::quantity::kDeviation) return;
  const std::vector<Edition> editions = editions_of(project);
  const auto edition = std::find_if(editions.begin(), editions.end(),
                                    [&](const Edition& one) { return one.id == outcome.edition; });
  if (edition == editions.end()) return;
  const Series& total = series_named(
      project, {outcome.edition, outcome.quantity, units.level, units.vintage, outcome.wave},
      outcome.place);
  const std::vector<const Series*> parts = parts_of(total, *edition, project);
  if (parts.empty()) return;
  Unequal found;
  for (const std::size_t unit : rows) {
    const area::AreaCode& code = units.codes[unit];
    const auto value = total.value(code, series::at(outcome.wave));
    const auto sum = sum_at(parts, code, outcome.wave);
    if (!value.has_value() || !sum) continue;
    if (std::abs(*value - *sum) <= edition->additivity_tolerance) continue;
    if (found.count++ == 0) found = {1, code.text, *sum, *value};
  }
  if (found.count > 0)
    ledger.add({"not-additive", base::Severity::warning, outcome.place,
                say("in {} of {} areas the dimensions of '{}' do not add up to its score; the "
                    "first is {}, where they add up to {} and the score is {} from the reference",
                    base::Count{static_cast<std::int64_t>(found.count)},
                    base::Count{static_cast<std::int64_t>(rows.size())}, outcome.edition.text,
                    found.area, base::as_found(found.sum), base::as_found(found.total))});
}

}  // namespace wijkbeeld::instrument::detail
