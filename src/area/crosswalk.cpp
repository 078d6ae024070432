// SPDX-License-Identifier: EUPL-1.2
#include "area/crosswalk.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/ensure.hpp"
#include "geo/measure.hpp"
#include "geo/overlay.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::area {
namespace {

using table::Absence;
using Values = std::span<const table::Value<double>>;

// The shapes of outlines, fit for overlay.
struct Surfaces {
  std::vector<geo::MultiPolygon> shapes;
  std::vector<double> areas;  // m2
  std::size_t mended = 0;
};

Surfaces surfaces_of(const Outlines& outlines, base::Workers workers) {
  Surfaces all;
  for (geo::Mended& one : geo::mended(outlines.shapes, workers)) {
    all.mended += one.was_invalid ? 1U : 0U;
    all.areas.push_back(geo::area(one.shape));
    all.shapes.push_back(std::move(one.shape));
  }
  return all;
}

// What is known of one target.
struct Tally {
  stats::Sum count;          // of_source times value
  stats::Sum products;       // weight times value
  stats::Sum weight_known;   // with a value
  stats::Sum weight_found;   // with or without
  stats::Sum surface_known;  // of the target, with a value
  stats::Sum surface_found;
  std::array<double, 8> weight_lacking{};  // by reason
  std::array<double, 8> surface_lacking{};
};

double weight_of(const Crosswalk::Part& part, Values weights) {
  if (weights.empty()) return part.of_target;
  const double weight = weights[part.source].value_or(0);
  base::ensure(std::isfinite(weight) && weight >= 0, "a weight is not below zero");
  return part.of_source * weight;
}

Tally tally(std::span<const Crosswalk::Part> parts, Values values, Values weights) {
  Tally sums;
  for (const Crosswalk::Part& part : parts) {
    const table::Value<double>& value = values[part.source];
    const double weight = weight_of(part, weights);
    sums.weight_found.add(weight);
    sums.surface_found.add(part.of_target);
    if (!value) {
      const auto reason = static_cast<std::size_t>(value.absence());
      sums.weight_lacking.at(reason) += weight;
      sums.surface_lacking.at(reason) += part.of_target;
      continue;
    }
    base::ensure(std::isfinite(*value), "a value is a finite number");
    sums.count.add(part.of_source * *value);
    sums.products.add(weight * *value);
    sums.weight_known.add(weight);
    sums.surface_known.add(part.of_target);
  }
  return sums;
}

double share_of(const stats::Sum& part, const stats::Sum& whole) {
  return whole.value() > 0 ? std::clamp(part.value() / whole.value(), 0.0, 1.0) : 0;
}

// Why most is missing; the first in the order of Absence among equals.
Absence main_reason(const Tally& sums) {
  const auto& lacking = sums.weight_found.value() > 0 ? sums.weight_lacking : sums.surface_lacking;
  const auto most = std::max_element(lacking.begin(), lacking.end());
  return *most > 0 ? static_cast<Absence>(most - lacking.begin()) : Absence::not_collected;
}

BroughtOver result_of(const Tally& sums, Quantity quantity, const LeastCoverage& least) {
  BroughtOver result;
  result.of_surface = std::clamp(sums.surface_known.value(), 0.0, 1.0);
  result.of_weight = sums.weight_found.value() > 0
                         ? share_of(sums.weight_known, sums.weight_found)
                         : share_of(sums.surface_known, sums.surface_found);
  if (result.of_surface < least.of_surface || result.of_weight < least.of_weight ||
      !(sums.surface_known.value() > 0))
    result.value = main_reason(sums);
  else if (quantity == Quantity::count)
    result.value = sums.count.value();
  else if (sums.weight_known.value() > 0)
    result.value = sums.products.value() / sums.weight_known.value();
  else
    result.value = Absence::not_applicable;
  return result;
}

// Where targets overlap: nobody goes to two of them.
void scale_down(Crosswalk& crosswalk) {
  const std::vector<double> placed = crosswalk.placed();
  for (Crosswalk::Part& part : crosswalk.parts)
    if (placed[part.source] > 1) part.of_source /= placed[part.source];
}

}  // namespace

std::span<const Crosswalk::Part> Crosswalk::of(std::size_t target) const {
  return std::span(parts).subspan(starts[target], starts[target + 1] - starts[target]);
}

std::vector<double> Crosswalk::placed() const {
  std::vector<stats::Sum> sums(sources.size());
  for (const Part& part : parts)
    sums[part.source].add(part.of_source);
  std::vector<double> shares;
  shares.reserve(sums.size());
  for (const stats::Sum& sum : sums)
    shares.push_back(sum.value());
  return shares;
}

Crosswalk crosswalk(const Outlines& from, const Outlines& to, base::Workers workers) {
  const Surfaces sources = surfaces_of(from, workers);
  const Surfaces targets = surfaces_of(to, workers);
  Crosswalk made;
  made.from = from.level;
  made.from_vintage = from.vintage;
  made.to = to.level;
  made.to_vintage = to.vintage;
  made.sources = from.codes;
  made.targets = to.codes;
  made.mended = sources.mended + targets.mended;
  made.starts.reserve(to.codes.size() + 1);
  for (const geo::Overlap& pair : geo::overlaps(targets.shapes, sources.shapes, workers)) {
    while (made.starts.size() <= pair.first)
      made.starts.push_back(made.parts.size());
    made.parts.push_back({pair.second, pair.area / sources.areas[pair.second],
                          std::min(1.0, pair.area / targets.areas[pair.first])});
  }
  made.starts.resize(to.codes.size() + 1, made.parts.size());
  scale_down(made);
  return made;
}

Crosswalk kept_whole(Crosswalk crosswalk, double least) {
  const std::vector<double> placed = crosswalk.placed();
  for (Crosswalk::Part& part : crosswalk.parts)
    if (placed[part.source] > 0 && placed[part.source] >= least)
      part.of_source /= placed[part.source];
  return crosswalk;
}

std::vector<BroughtOver> brought_over(Values values, Values weights, const Crosswalk& crosswalk,
                                      Quantity quantity, const LeastCoverage& least) {
  base::ensure(values.size() == crosswalk.sources.size(), "one value per source");
  base::ensure(weights.empty() || weights.size() == values.size(), "one weight per source");
  std::vector<BroughtOver> results;
  results.reserve(crosswalk.targets.size());
  for (std::size_t target = 0; target < crosswalk.targets.size(); ++target)
    results.push_back(result_of(tally(crosswalk.of(target), values, weights), quantity, least));
  return results;
}

}  // namespace wijkbeeld::area
