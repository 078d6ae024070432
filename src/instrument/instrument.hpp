// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.hpp"
#include "instrument/edition.hpp"
#include "instrument/indicator.hpp"
#include "instrument/outcome.hpp"

namespace wijkbeeld::instrument {

/// How weights are found.
struct FitPlan {
  enum class Method : std::uint8_t { least_squares, ridge, lasso, elastic_net };
  Method method = Method::least_squares;
  double mix = 0.5;           ///< of the elastic net: 0 is ridge, 1 is lasso
  bool takes_one_se = false;  ///< the sparsest model within one standard error of the best
  int folds = 10;
  double block = 2000;     ///< side in metres of the blocks that folds are made of
  int replications = 200;  ///< of the bootstrap; 0 for none
  double confidence = 0.90;
  /// Gemeenten (codes) kept apart: the model is fitted without them and judged on them.
  std::vector<std::string> held_out = {};
  base::Seed seed = {1};
  base::Place place = {};
};

/// A definition file: everything that makes an instrument, apart from the data.
struct Instrument {
  Edition edition;  ///< id, titles, waves, reference, classes, dimensions: how scores are read
  std::string version;
  area::Level level = area::Level::cell;  ///< where indicators are measured and scored
  area::Vintage vintage = {};
  series::Wave base_wave = {};  ///< whose residents, means and spreads standardise, for good
  /// Residents per unit and wave; those of the area set when absent.
  std::optional<Quantity> residents = {};
  double minimum_residents = 100;  ///< below it an area gets no published score
  /// The same for cells, which hold few residents; as for other areas when absent.
  std::optional<double> minimum_residents_cell = {};
  std::vector<area::Level> levels = {};  ///< coarser levels that get scores too
  std::vector<Indicator> indicators = {};
  std::vector<Outcome> outcomes = {};
  FitPlan fit;
  /// Standard deviation, weighted by residents, of scores in the base wave; without it the spread
  /// that the first outcome shows.
  std::optional<double> spread = {};
  std::string sha256;  ///< of the definition file
  std::string text;    ///< the definition file itself

  /// The fewest residents with which an area of the level gets a published score.
  [[nodiscard]] double fewest_residents(area::Level of) const {
    return of == area::Level::cell ? minimum_residents_cell.value_or(minimum_residents)
                                   : minimum_residents;
  }
  [[nodiscard]] const Indicator* find(std::string_view id) const;
  /// Position in edition.dimensions; a bug for an unknown id.
  [[nodiscard]] std::size_t dimension_of(const Indicator& indicator) const;
};

/// Reads a definition file (TOML; docs/reference/instrument.md). Throws Failures with all mistakes,
/// each with line and column.
Instrument parse_instrument(std::string_view toml, const std::string& file);

}  // namespace wijkbeeld::instrument
