// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "instrument/area_means.hpp"
#include "stats/order.hpp"

namespace wijkbeeld::instrument {

/// The areas of a level that are scored in a wave, packed together, and how their scores are read.
class ScoredAreas {
 public:
  ScoredAreas(const Instrument& instrument, const Model& model, const AreaMeans& means,
              std::size_t wave);

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  /// Their positions in AreaMeans, rising.
  [[nodiscard]] const std::vector<std::uint32_t>& rows() const { return rows_; }
  [[nodiscard]] const std::vector<double>& residents() const { return residents_; }
  [[nodiscard]] double total_residents() const { return total_residents_; }
  /// What a deviation is added to.
  [[nodiscard]] double reference() const { return reference_; }
  /// 0 when the edition has no class limits.
  [[nodiscard]] int class_count() const { return class_count_; }
  [[nodiscard]] std::uint8_t class_of(double score) const;
  /// Whether the edition says what is low.
  [[nodiscard]] bool knows_low() const { return low_class_ > 0 || low_score_.has_value(); }
  [[nodiscard]] bool is_low(double score) const;

  /// Mean over residents.
  [[nodiscard]] double mean(std::span<const double> values) const;
  /// Standard deviation over residents, around their mean.
  [[nodiscard]] double deviation(std::span<const double> values, double mean) const;
  /// Share of residents in areas with a low score; 0 when nothing is called low.
  [[nodiscard]] double low_share(std::span<const double> scores) const;

 private:
  std::vector<std::uint32_t> rows_;
  std::vector<double> residents_;
  double total_residents_ = 0;
  double reference_ = 0;
  std::vector<double> limits_;
  int class_count_ = 0;
  int low_class_ = 0;
  std::optional<double> low_score_;
};

/// From 1 (lowest) up; equal scores in the order they stand in, which is that of code.
void rank_scores(std::span<const double> scores, stats::Sorter& sorter,
                 std::span<std::uint32_t> ranks);

/// Mean distance between two rankings of the same areas, in places; 0 for none.
double mean_rank_shift(std::span<const std::uint32_t> from, std::span<const std::uint32_t> to);

}  // namespace wijkbeeld::instrument
