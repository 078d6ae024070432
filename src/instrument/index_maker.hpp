// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "base/parallel.hpp"
#include "instrument/index_columns.hpp"

namespace wijkbeeld::instrument {

/// A composite index over the scored areas of a level and wave, packed as ScoredAreas has them.
struct Index {
  /// The weighted mean of what was added up: in standard deviations, or from 1 to 100.
  std::vector<double> values = {};
  /// The same on the scale of the score: shifted and stretched so that mean and standard deviation
  /// over residents are those of the model's own scores. Class limits mean something here only.
  std::vector<double> scores = {};
  std::vector<std::uint8_t> numbers = {};  ///< classes of those; 0 without class limits
  std::vector<std::uint32_t> ranks = {};   ///< 1 lowest; equal scores in order of code
};

/// Room for one regeneration; each thread has its own and uses it again.
struct IndexRoom {
  Index index = {};
  stats::Sorter sorter = {};
  std::vector<double> weights = {};      ///< per column
  std::vector<double> column = {};       ///< a column in its form
  std::vector<double> sum = {};          ///< of a dimension
  std::vector<std::uint8_t> is_in = {};  ///< per indicator
};

/// Makes a composite index anew under other choices (IndexPlan): what the Handbook calls the steps
/// of treatment, normalisation, weighting and aggregation. The default plan gives the scores of the
/// model, exactly but for rounding.
class IndexMaker {
 public:
  IndexMaker(const Instrument& instrument, const Model& model, const AreaMeans& means,
             std::size_t wave);

  [[nodiscard]] const ScoredAreas& areas() const { return areas_; }
  [[nodiscard]] const IndexColumns& columns() const { return columns_; }
  /// Scores, classes and ranks by the model itself.
  [[nodiscard]] const Index& own() const { return own_; }
  /// Positions of the indicators that the model uses, in the order of the definition.
  [[nodiscard]] const std::vector<std::size_t>& indicators() const { return indicators_; }

  /// How many indicators the definition has.
  [[nodiscard]] std::size_t definition_size() const { return dimension_.size(); }

  /// Keeps all columns in these forms, so that a regeneration only adds them up: 8 bytes per area
  /// and term for each form.
  void keep(std::span<const ColumnForm> forms, base::Workers workers);

  /// The index of a plan; the answer stands in the room. Any number of threads may ask at once.
  const Index& make(const IndexPlan& plan, IndexRoom& room) const;

 private:
  void weigh(const IndexPlan& plan, IndexRoom& room) const;
  void weigh_equally(const IndexPlan& plan, IndexRoom& room) const;
  [[nodiscard]] std::span<const double> column(std::size_t at, ColumnForm form,
                                               IndexRoom& room) const;
  void add_dimension(const IndexPlan& plan, double share, IndexRoom& room) const;
  void place(IndexRoom& room) const;

  ScoredAreas areas_;
  IndexColumns columns_;
  std::vector<double> model_weights_;                   // per term
  std::vector<std::size_t> indicator_;                  // of each column
  std::vector<std::size_t> dimension_;                  // of each indicator of the definition
  std::vector<std::vector<std::size_t>> in_dimension_;  // columns of each dimension
  std::vector<double> portion_;                         // of each column in its indicator
  std::vector<std::size_t> indicators_;
  std::array<std::optional<stats::Matrix>, ColumnForm::kCount> kept_;
  Index own_;
  double own_mean_ = 0;
  double own_spread_ = 0;
};

}  // namespace wijkbeeld::instrument
