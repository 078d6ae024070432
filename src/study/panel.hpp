// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "instrument/edition.hpp"
#include "series/project.hpp"

namespace wijkbeeld::study {

/// Positions of areas in a panel, rising.
using Rows = std::vector<std::size_t>;

/// An area as a study sees it.
struct PanelArea {
  area::AreaCode code;
  std::string name;
  std::string gemeente;
  table::Value<double> residents = table::Absence::not_collected;
};

/// All values of one edition at one level and vintage. Every calculation of a study takes one
/// panel, so values of two editions can never be subtracted, averaged or drawn in one line: there
/// is no function that accepts two, and a panel cannot be made from two.
class Panel {
 public:
  /// `waves` empty means: every wave of the edition for which the project has values. Throws
  /// Failure when the project has no values of this edition at this level and vintage, or a wave
  /// is asked for that the edition does not have.
  /// Areas with fewer than `minimum_residents` on record are withheld in every wave.
  Panel(const instrument::Edition& edition, area::Level level, area::Vintage vintage,
        const series::Project& project, std::vector<series::Wave> waves = {},
        double minimum_residents = 0);

  [[nodiscard]] const instrument::Edition& edition() const { return *edition_; }
  [[nodiscard]] area::Level level() const { return level_; }
  [[nodiscard]] area::Vintage vintage() const { return vintage_; }
  [[nodiscard]] const std::vector<series::Wave>& waves() const { return waves_; }
  [[nodiscard]] const std::string& residents_source() const { return residents_source_; }

  [[nodiscard]] std::size_t size() const { return areas_.size(); }
  /// How many areas were withheld for having too few residents.
  [[nodiscard]] std::size_t withheld() const { return withheld_; }
  [[nodiscard]] const PanelArea& area(std::size_t row) const { return areas_[row]; }
  [[nodiscard]] std::optional<std::size_t> find(const area::AreaCode& code) const;
  [[nodiscard]] Rows all() const;

  [[nodiscard]] bool has_scores(series::Wave wave) const;
  /// Pairs of waves (earlier, later) of this panel, by earlier then later.
  [[nodiscard]] std::vector<series::Period> pairs() const;

  /// Published situation class; computed from the score where none is published but limits are
  /// known.
  [[nodiscard]] table::Value<int> situation(std::size_t row, series::Wave wave) const;
  /// Absolute score, on the scale of the edition.
  [[nodiscard]] table::Value<double> score(std::size_t row, series::Wave wave) const;
  /// Contribution of a dimension, comparable between waves where the edition tells how its
  /// national mean moved (see instrument::Dimension).
  [[nodiscard]] table::Value<double> contribution(std::size_t row, std::size_t dimension,
                                                  series::Wave wave) const;
  /// Score of the later wave minus that of the earlier.
  [[nodiscard]] table::Value<double> change(std::size_t row, series::Period period) const;
  /// Published development class; computed from the change where none is published but limits are
  /// known.
  [[nodiscard]] table::Value<int> development(std::size_t row, series::Period period) const;
  /// True when low by the edition's own definition; absent when that cannot be told.
  [[nodiscard]] table::Value<bool> is_low(std::size_t row, series::Wave wave) const;

  /// As published, for the checks.
  [[nodiscard]] table::Value<double> published(std::string_view quantity, std::size_t row,
                                               series::Period period) const;

  /// Mean score of a wave over all areas with a score and residents, weighted by residents.
  [[nodiscard]] std::optional<double> national_mean(series::Wave wave) const;

 private:
  // Values of one series, re-ordered to the rows of the panel; number and absence apart, since a
  // panel of cells has hundreds of thousands of rows.
  struct Column {
    std::string quantity;
    series::Period period;
    std::vector<double> numbers;
    std::vector<std::uint8_t> absences;  // 0 for a value that is there

    [[nodiscard]] table::Value<double> at(std::size_t row) const {
      if (absences[row] != 0) return static_cast<table::Absence>(absences[row]);
      return numbers[row];
    }
    void set(std::size_t row, const table::Value<double>& value) {
      numbers[row] = value.value_or(0);
      absences[row] = static_cast<std::uint8_t>(value.absence());
    }
  };
  // Where the columns of a wave stand, for what is asked of every row; nothing when there are none.
  struct AtWave {
    series::Wave wave;
    std::optional<std::size_t> score = {};
    std::optional<std::size_t> situation = {};
    bool has_scores = false;
    std::vector<std::optional<std::size_t>> contributions = {};  // per dimension
  };
  [[nodiscard]] const AtWave* at_wave(series::Wave wave) const;
  [[nodiscard]] std::optional<std::size_t> place_of(std::string_view quantity,
                                                    series::Period period) const;
  [[nodiscard]] table::Value<double> value_at(std::optional<std::size_t> place,
                                              std::size_t row) const;
  void index_columns();
  const Column* column(std::string_view quantity, series::Period period) const;
  void collect_areas(const series::Project& project);
  void collect_columns(const series::Project& project);
  void choose_waves(std::vector<series::Wave> asked);
  [[nodiscard]] Rows rows_of(const series::Series& one) const;
  void fill_scores();
  void fill_national_means();
  void withhold_below(double minimum_residents);

  const instrument::Edition* edition_;
  area::Level level_;
  area::Vintage vintage_;
  std::vector<series::Wave> waves_;
  std::vector<PanelArea> areas_;
  std::vector<Column> columns_;  // sorted by quantity, then period
  std::vector<AtWave> at_waves_;
  std::map<series::Wave, double> national_means_;
  std::string residents_source_;
  std::size_t withheld_ = 0;
};

}  // namespace wijkbeeld::study
