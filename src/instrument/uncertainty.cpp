// SPDX-License-Identifier: EUPL-1.2
#include "instrument/uncertainty.hpp"

#include <algorithm>
#include <cmath>

#include "base/ensure.hpp"
#include "stats/mean.hpp"
#include "stats/quantile.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::instrument {
namespace {

constexpr std::uint64_t kPoint = 0x73656e7303;  // "sens", 3
constexpr double kSettled = 0.9;

// What every run said: rank and class of each scored area, run after run.
struct Runs {
  std::size_t areas = 0;
  std::vector<std::uint32_t> ranks = {};
  std::vector<std::uint8_t> numbers = {};
  std::vector<double> shifts = {};
};

class Runner {
 public:
  Runner(const IndexMaker& maker, const AssumptionSpace& space, base::Seed seed, Runs& into)
      : maker_(maker), space_(space), seed_(seed), into_(into) {}

  void run(std::size_t begin, std::size_t end) const {
    IndexRoom room;
    IndexPlan plan;
    std::vector<double> point(space_.factors().size());
    for (std::size_t r = begin; r < end; ++r) {
      base::Stream stream(seed_, kPoint, r);
      for (double& u : point)
        u = stream.uniform();
      space_.plan_at(point, plan);
      const Index& index = maker_.make(plan, room);
      const auto at = static_cast<std::ptrdiff_t>(r * into_.areas);
      std::copy(index.ranks.begin(), index.ranks.end(), into_.ranks.begin() + at);
      std::copy(index.numbers.begin(), index.numbers.end(), into_.numbers.begin() + at);
      into_.shifts[r] = mean_rank_shift(maker_.own().ranks, index.ranks);
    }
  }

 private:
  const IndexMaker& maker_;
  const AssumptionSpace& space_;
  base::Seed seed_;
  Runs& into_;
};

// The runs of one area become intervals and shares.
class Reader {
 public:
  Reader(const IndexMaker& maker, const Runs& runs, Uncertainty& into)
      : maker_(maker), runs_(runs), into_(into) {
    const auto last = static_cast<double>(into.runs - 1);
    const double tail = (1 - into.confidence) / 2;
    low_ = static_cast<std::size_t>(std::floor(tail * last));
    high_ = static_cast<std::size_t>(std::ceil((1 - tail) * last));
  }

  void read(std::size_t begin, std::size_t end) const {
    std::vector<std::uint32_t> ranks(into_.runs);
    for (std::size_t i = begin; i < end; ++i) {
      for (std::size_t r = 0; r < ranks.size(); ++r)
        ranks[r] = runs_.ranks[r * runs_.areas + i];
      std::sort(ranks.begin(), ranks.end());
      const std::size_t row = maker_.areas().rows()[i];
      into_.rank[row] = maker_.own().ranks[i];
      into_.rank_low[row] = ranks[low_];
      into_.rank_median[row] = ranks[(ranks.size() - 1) / 2];
      into_.rank_high[row] = ranks[high_];
      read_classes(i, row);
    }
  }

 private:
  void read_classes(std::size_t i, std::size_t row) const {
    into_.number[row] = maker_.own().numbers[i];
    if (into_.number[row] == 0) return;
    std::vector<std::size_t> counts(into_.class_share.columns());
    for (std::size_t r = 0; r < into_.runs; ++r)
      ++counts[runs_.numbers[r * runs_.areas + i] - 1U];
    for (std::size_t c = 0; c < counts.size(); ++c)
      into_.class_share.at(row, c) =
          static_cast<double>(counts[c]) / static_cast<double>(into_.runs);
    into_.own_class[row] = into_.class_share.at(row, into_.number[row] - 1U);
  }

  const IndexMaker& maker_;
  const Runs& runs_;
  Uncertainty& into_;
  std::size_t low_ = 0;
  std::size_t high_ = 0;
};

void size_answer(std::size_t areas, int classes, Uncertainty& out) {
  out.rank.resize(areas);
  out.rank_low.resize(areas);
  out.rank_median.resize(areas);
  out.rank_high.resize(areas);
  out.number.resize(areas);
  out.own_class.resize(areas);
  out.class_share = stats::Matrix(classes > 0 ? areas : 0, static_cast<std::size_t>(classes));
}

double settled(const ScoredAreas& areas, const Uncertainty& found) {
  stats::Sum people;
  for (std::size_t i = 0; i < areas.size(); ++i)
    if (found.own_class[areas.rows()[i]] >= kSettled) people.add(areas.residents()[i]);
  return areas.total_residents() > 0 ? people.value() / areas.total_residents() : 0;
}

}  // namespace

Uncertainty uncertainty_of(const IndexMaker& maker, const AssumptionSpace& space,
                           std::size_t areas_in_all, std::size_t runs, double confidence,
                           base::Seed seed, base::Workers workers, base::Progress& progress) {
  base::ensure(runs > 0 && confidence > 0 && confidence < 1, "an analysis has runs and a level");
  progress.begin(base::say("varying all assumptions at once"));
  const std::size_t n = maker.areas().size();
  Runs all{n, std::vector<std::uint32_t>(runs * n), std::vector<std::uint8_t>(runs * n),
           std::vector<double>(runs)};
  const Runner runner(maker, space, seed, all);
  constexpr std::size_t kChunk = 64;
  for (std::size_t first = 0; first < runs; first += kChunk) {
    progress.check();
    progress.advance(first, runs);
    base::for_blocks(
        std::min(kChunk, runs - first), 8, workers,
        [&](std::size_t begin, std::size_t end) { runner.run(first + begin, first + end); });
  }
  Uncertainty out{.runs = runs, .confidence = confidence, .factors = space.factors()};
  size_answer(areas_in_all, maker.areas().class_count(), out);
  const Reader reader(maker, all, out);
  base::for_blocks(n, 64, workers,
                   [&](std::size_t begin, std::size_t end) { reader.read(begin, end); });
  out.mean_rank_shift = *stats::mean(all.shifts);
  out.median_rank_shift = *stats::quantile(all.shifts, 0.5);
  out.settled_residents = settled(maker.areas(), out);
  progress.advance(runs, runs);
  return out;
}

}  // namespace wijkbeeld::instrument
