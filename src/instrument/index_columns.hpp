// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "instrument/index_plan.hpp"
#include "instrument/scored_areas.hpp"

namespace wijkbeeld::instrument {

/// What a column looks like when it is added up.
struct ColumnForm {
  Treatment treatment = Treatment::none;
  Normalisation normalisation = Normalisation::z;
  bool is_logarithm = false;  ///< of a column from 1 to 100
  static constexpr std::size_t kCount = 18;
  [[nodiscard]] std::size_t number() const {
    return (static_cast<std::size_t>(treatment) * 3 + static_cast<std::size_t>(normalisation)) * 2 +
           (is_logarithm ? 1 : 0);
  }
};

/// The form that a plan adds up.
ColumnForm form_of(const IndexPlan& plan);

/// The terms that a model uses, over the scored areas of a level and wave, turned so that more is
/// better; with their order and moments, found once. A column is then treated and normalised in one
/// or two passes.
class IndexColumns {
 public:
  IndexColumns(const Model& model, const AreaMeans& means, std::size_t wave,
               const ScoredAreas& areas);

  [[nodiscard]] std::size_t size() const { return columns_.size(); }
  /// Position in Standard::terms.
  [[nodiscard]] std::size_t term(std::size_t column) const { return columns_[column].term; }
  /// 1, or -1 when more of the term is worse.
  [[nodiscard]] double sign(std::size_t column) const { return columns_[column].sign; }
  /// Standard deviation of the standardised value over residents.
  [[nodiscard]] double spread(std::size_t column) const { return columns_[column].spread; }
  [[nodiscard]] bool is_skewed(std::size_t column) const { return columns_[column].is_skewed; }
  /// The values as they are, turned.
  [[nodiscard]] std::span<const double> values(std::size_t column) const {
    return columns_[column].values;
  }
  /// The values in a form. A column that is the same everywhere is 0 as z, and halfway otherwise.
  void fill(std::size_t column, ColumnForm form, std::span<double> into) const;

 private:
  struct Column {
    std::size_t term = 0;
    double sign = 1;
    double spread = 0;
    double skewness = 0;
    bool is_skewed = false;
    std::vector<double> values = {};
    std::vector<std::uint32_t> order = {};  // of the values, rising
  };
  [[nodiscard]] static Column column_of(const Model& model, std::size_t term,
                                        std::span<const double> z, const ScoredAreas& areas,
                                        stats::Sorter& sorter);
  static void treat(const Column& column, Treatment treatment, std::span<double> values);
  static void to_z(const ScoredAreas& areas, std::span<double> values);
  static void to_bounds(const Column& column, std::span<double> values);
  static void to_ranks(const Column& column, std::span<double> values);

  ScoredAreas areas_;
  std::vector<Column> columns_;
};

}  // namespace wijkbeeld::instrument
