// SPDX-License-Identifier: EUPL-1.2
#include "instrument/sensitivity.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/failure.hpp"
#include "base/text.hpp"

namespace wijkbeeld::instrument {
namespace {

using base::Failure;
using base::say;

Failure unknown_area(const AreaMeans& means, const area::AreaCode& code) {
  std::vector<std::string> codes;
  for (const area::AreaCode& one : means.codes)
    codes.push_back(one.text);
  Failure failure(say("there is no {} '{}'", std::string(area::to_text(means.level)), code.text));
  if (const auto near = base::did_you_mean(code.text, codes))
    failure.help(say("did you mean '{}'?", *near));
  return failure;
}

// Positions of the chosen areas among the scored ones.
std::vector<std::size_t> positions_of(const std::vector<area::AreaCode>& chosen,
                                      const AreaMeans& means, std::size_t wave,
                                      const ScoredAreas& areas) {
  std::vector<std::size_t> out;
  std::vector<Failure> failures;
  for (const area::AreaCode& code : chosen) {
    const auto at = means.find(code);
    if (!at) {
      failures.push_back(unknown_area(means, code));
    } else if (means.is_scored[wave][*at] == 0) {
      failures.push_back(Failure(say("'{}' has no score in {}", code.text, means.waves[wave].year))
                             .because(say("too few people live there, or a value is missing")));
    } else {
      const auto& rows = areas.rows();
      out.push_back(
          static_cast<std::size_t>(std::lower_bound(rows.begin(), rows.end(), *at) - rows.begin()));
    }
  }
  if (!failures.empty())
    throw base::Failures(say("the areas cannot be explained"), std::move(failures));
  return out;
}

// The outcomes of every row of a Sobol design.
class Design {
 public:
  Design(const IndexMaker& maker, const AssumptionSpace& space, std::vector<std::size_t> chosen,
         std::size_t samples, base::Seed seed)
      : maker_(maker),
        space_(space),
        chosen_(std::move(chosen)),
        design_(space.factors().size(), samples, seed),
        outcomes_(design_.rows(), 2 + chosen_.size()) {}

  void run(base::Workers workers, base::Progress& progress) {
    progress.begin(say("varying assumptions one by one and together"));
    constexpr std::size_t kChunk = 256;
    for (std::size_t first = 0; first < design_.rows(); first += kChunk) {
      progress.check();
      progress.advance(first, design_.rows());
      base::for_blocks(
          std::min(kChunk, design_.rows() - first), 32, workers,
          [&](std::size_t begin, std::size_t end) { run_rows(first + begin, first + end); });
    }
    progress.advance(design_.rows(), design_.rows());
  }

  [[nodiscard]] std::vector<Dependence> dependence(const std::vector<area::AreaCode>& areas,
                                                   double confidence, base::Seed seed,
                                                   base::Workers workers) const {
    const auto indices = stats::sobol_indices(
        design_, outcomes_, {.replicates = 1000, .level = confidence, .seed = seed}, workers);
    std::vector<Dependence> out;
    for (std::size_t k = 0; k < indices.size(); ++k) {
      Dependence one{.outcome = k == 0   ? Dependence::Outcome::rank_shift
                                : k == 1 ? Dependence::Outcome::low
                                         : Dependence::Outcome::score};
      if (k >= 2) one.area = areas[k - 2];
      one.mean = outcomes_.at(0, k);
      if (indices[k]) {
        one.mean = indices[k]->mean;
        one.deviation = std::sqrt(indices[k]->variance);
        one.indices = indices[k]->inputs;
      }
      if (k != 1 || maker_.areas().knows_low()) out.push_back(std::move(one));
    }
    return out;
  }

  [[nodiscard]] std::size_t rows() const { return design_.rows(); }

 private:
  void run_rows(std::size_t begin, std::size_t end) {
    IndexRoom room;
    IndexPlan plan;
    for (std::size_t r = begin; r < end; ++r) {
      space_.plan_at(design_.row(r), plan);
      const Index& index = maker_.make(plan, room);
      outcomes_.at(r, 0) = mean_rank_shift(maker_.own().ranks, index.ranks);
      outcomes_.at(r, 1) = maker_.areas().low_share(index.scores);
      for (std::size_t k = 0; k < chosen_.size(); ++k)
        outcomes_.at(r, 2 + k) = index.scores[chosen_[k]];
    }
  }

  const IndexMaker& maker_;
  const AssumptionSpace& space_;
  std::vector<std::size_t> chosen_;
  stats::SobolDesign design_;
  stats::Matrix outcomes_;
};

}  // namespace

SensitivityAnalysis sensitivity(const Instrument& instrument, const Model& model,
                                const AreaMeans& means, std::size_t wave,
                                const SensitivityPlan& plan, base::Seed seed, base::Workers workers,
                                base::Progress& progress) {
  IndexMaker maker(instrument, model, means, wave);
  const AssumptionSpace space(plan.assumptions, model, maker, seed);
  auto chosen = positions_of(plan.areas, means, wave, maker.areas());
  SensitivityAnalysis out{
      .wave = means.waves[wave], .level = means.level, .factors = space.factors()};
  out.drop_one = drop_each(instrument, model, means, wave, plan.anchor, workers, progress);
  if (out.factors.empty() || maker.areas().size() == 0) return out;
  maker.keep(space.forms(), workers);
  if (plan.runs > 0)
    out.uncertainty = uncertainty_of(maker, space, means.size(), plan.runs, plan.confidence, seed,
                                     workers, progress);
  if (plan.samples > 0) {
    Design design(maker, space, std::move(chosen), plan.samples, seed);
    design.run(workers, progress);
    out.dependence = design.dependence(plan.areas, plan.confidence, seed, workers);
    out.runs = design.rows();
  }
  return out;
}

}  // namespace wijkbeeld::instrument
