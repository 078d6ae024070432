// SPDX-License-Identifier: EUPL-1.2
#include "instrument/drop_one.hpp"

#include <algorithm>

namespace wijkbeeld::instrument {
namespace {

std::vector<std::size_t> used_indicators(const Model& model) {
  std::vector<std::size_t> out;
  for (std::size_t t = 0; t < model.standard.terms.size(); ++t)
    if (model.is_used(t) && (out.empty() || out.back() != model.standard.terms[t].indicator))
      out.push_back(model.standard.terms[t].indicator);
  return out;
}

std::vector<double> scored_only(const AreaMeans& means, std::size_t wave,
                                const std::vector<double>& scores) {
  std::vector<double> out;
  for (std::size_t i = 0; i < scores.size(); ++i)
    if (means.is_scored[wave][i] != 0) out.push_back(scores[i]);
  return out;
}

DropOne figures_of(const WhatIf& what, const Standing& before, std::size_t indicator) {
  DropOne out{.indicator = indicator,
              .areas_up = what.areas_up,
              .areas_down = what.areas_down,
              .residents_up = what.residents_up,
              .residents_down = what.residents_down,
              .mean_rank_shift = what.mean_rank_shift,
              .largest_rank_shift = what.largest_rank_shift,
              .mean_shift = what.mean_shift};
  for (std::size_t i = 0; i < before.number.size(); ++i)
    if (before.number[i] != what.standing.number[i])
      out.moved.push_back({i, before.number[i], what.standing.number[i]});
  return out;
}

}  // namespace

std::vector<DropOne> drop_each(const Instrument& instrument, const Model& model,
                               const AreaMeans& means, std::size_t wave, Anchor anchor,
                               base::Workers workers, base::Progress& progress) {
  progress.begin(base::say("leaving out indicators one by one"));
  const WhatIfBoard board(instrument, model, means, wave);
  const std::vector<double> full = scored_only(means, wave, board.before().score);
  const std::vector<std::size_t> indicators = used_indicators(model);
  std::vector<DropOne> out(indicators.size());
  constexpr std::size_t kChunk = 16;
  for (std::size_t first = 0; first < out.size(); first += kChunk) {
    progress.check();
    progress.advance(first, out.size());
    const std::size_t count = std::min(kChunk, out.size() - first);
    base::for_blocks(count, 4, workers, [&](std::size_t begin, std::size_t end) {
      WhatIfBoard own = board;
      for (std::size_t k = first + begin; k < first + end; ++k) {
        std::vector<double> weights = model.weights;
        for (std::size_t t = 0; t < weights.size(); ++t)
          if (model.standard.terms[t].indicator == indicators[k]) weights[t] = 0;
        const WhatIf& what = own.weigh(weights, anchor);
        out[k] = figures_of(what, own.before(), indicators[k]);
        out[k].rank_correlation =
            stats::rank_correlation(full, scored_only(means, wave, what.standing.score));
      }
    });
  }
  progress.advance(out.size(), out.size());
  return out;
}

}  // namespace wijkbeeld::instrument
