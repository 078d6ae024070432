// SPDX-License-Identifier: EUPL-1.2
#include "study/expert.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "stats/mean.hpp"
#include "stats/regression_to_mean.hpp"
#include "study/describe.hpp"

namespace wijkbeeld::study {

using table::Absence;

namespace {

// The two halves of a gap: the mean change of areas that fell and of the others.
struct Halves {
  const CohortDecomposition* lower = nullptr;
  const CohortDecomposition* not_lower = nullptr;
};

void mark_largest(std::vector<Specificity>& rows, std::size_t begin) {
  std::size_t best = rows.size();
  for (std::size_t i = begin; i < rows.size(); ++i) {
    if (rows[i].dimension == "total" || rows[i].dimension == "unallocated") continue;
    if (best == rows.size() || rows[i].gap < rows[best].gap) best = i;
  }
  if (best < rows.size()) rows[best].is_largest = true;
}

}  // namespace

std::vector<Specificity> specificity(const std::vector<CohortDecomposition>& decomposition) {
  using Key = std::tuple<std::string, std::string, Period>;
  std::map<Key, std::vector<std::pair<std::string, Halves>>> groups;
  for (const CohortDecomposition& row : decomposition) {
    if (row.group == "all") continue;
    auto& parts = groups[{row.edition, row.cohort, row.period}];
    auto found = std::find_if(parts.begin(), parts.end(),
                              [&](const auto& part) { return part.first == row.dimension; });
    if (found == parts.end()) found = parts.insert(parts.end(), {row.dimension, {}});
    (row.group == "lower" ? found->second.lower : found->second.not_lower) = &row;
  }
  std::vector<Specificity> out;
  for (const auto& [key, parts] : groups) {
    const auto& [edition, cohort, period] = key;
    const std::size_t begin = out.size();
    for (const auto& [dimension, halves] : parts) {
      if (halves.lower == nullptr || halves.not_lower == nullptr) continue;
      out.push_back({edition, cohort, period, dimension, halves.lower->areas,
                     halves.not_lower->areas,
                     halves.lower->mean_change - halves.not_lower->mean_change, 0, false});
    }
    if (begin == out.size()) continue;
    const double total = out[begin].gap;  // "total" is the first row of a decomposition
    for (std::size_t i = begin; i < out.size(); ++i)
      out[i].share_of_gap = total != 0 ? out[i].gap / total : 0;
    mark_largest(out, begin);
  }
  return out;
}

std::vector<VersionCheck> version_check(const Panel& panel, const Group& cohort,
                                        const Group& comparison) {
  std::vector<VersionCheck> out;
  for (std::size_t i = 0; i + 1 < panel.waves().size(); ++i) {
    const Period period{panel.waves()[i], panel.waves()[i + 1]};
    const CohortChange own = change(panel, cohort, period);
    const CohortChange other = change(panel, comparison, period);
    VersionCheck row{panel.edition().id.text,
                     cohort.id,
                     comparison.id,
                     period,
                     own.weighted_mean_change,
                     other.weighted_mean_change,
                     Absence::not_collected,
                     own.share_residents_lower,
                     other.share_residents_lower,
                     "unknown"};
    if (own.weighted_mean_change && other.weighted_mean_change) {
      const double difference = *own.weighted_mean_change - *other.weighted_mean_change;
      row.difference = difference;
      row.verdict = std::abs(difference) < kEqual ? "equal" : difference < 0 ? "behind" : "ahead";
    }
    out.push_back(row);
  }
  return out;
}

namespace {

// Scores of the areas that have one in every wave with scores: waves x areas.
struct Complete {
  std::vector<Wave> waves;
  std::vector<std::vector<double>> scores;
  std::size_t areas = 0;
};

Complete complete_scores(const Panel& panel, const Group& population) {
  Complete out;
  for (const Wave wave : panel.waves())
    if (panel.has_scores(wave)) out.waves.push_back(wave);
  out.scores.resize(out.waves.size());
  for (const std::size_t row : population.rows) {
    const bool has_all = std::all_of(out.waves.begin(), out.waves.end(),
                                     [&](Wave wave) { return panel.score(row, wave).has_value(); });
    if (!has_all) continue;
    ++out.areas;
    for (std::size_t w = 0; w < out.waves.size(); ++w)
      out.scores[w].push_back(*panel.score(row, out.waves[w]));
  }
  return out;
}

std::vector<std::size_t> lowest(const std::vector<double>& scores, std::size_t count) {
  std::vector<std::size_t> order(scores.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return scores[a] < scores[b]; });
  order.resize(std::min(count, order.size()));
  return order;
}

double mean_of(const std::vector<double>& scores, const std::vector<std::size_t>& chosen) {
  std::vector<double> own;
  for (const std::size_t i : chosen)
    own.push_back(scores[i]);
  return stats::mean(own).value_or(0);
}

}  // namespace

std::vector<SelectionCheck> selection_check(const Panel& panel, const Group& population,
                                            std::size_t count) {
  const Complete data = complete_scores(panel, population);
  std::vector<SelectionCheck> out;
  if (data.areas < 3 || count == 0) return out;
  for (std::size_t chosen = 0; chosen < data.waves.size(); ++chosen) {
    const auto areas = lowest(data.scores[chosen], count);
    const double start = mean_of(data.scores[chosen], areas);
    for (std::size_t w = 0; w < data.waves.size(); ++w) {
      const double mean = mean_of(data.scores[w], areas);
      const double national = *stats::mean(data.scores[w]);
      SelectionCheck row{panel.edition().id.text,
                         data.waves[chosen],
                         static_cast<std::int64_t>(areas.size()),
                         data.waves[w],
                         mean,
                         national,
                         mean - national,
                         Absence::not_applicable,
                         Absence::not_applicable};
      const auto line = stats::regression_to_mean(data.scores[chosen], data.scores[w]);
      if (line && w != chosen) {
        row.expected_mean = line->expected(start);
        row.observed_minus_expected = mean - line->expected(start);
      }
      out.push_back(row);
    }
  }
  return out;
}

}  // namespace wijkbeeld::study
