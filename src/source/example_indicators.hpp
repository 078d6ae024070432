// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "base/parallel.hpp"
#include "source/example_areas.hpp"
#include "source/example_features.hpp"

namespace wijkbeeld::source {

inline constexpr std::array<std::string_view, 5> kDimensions = {"won", "soc", "vrz", "onv", "fys"};

/// Where the values of an indicator stand.
enum class IndicatorKind : std::uint8_t {
  cell_column,   ///< indicatoren_cel.csv
  buurt_count,   ///< indicatoren_buurt.csv: a count, used per 1,000 residents (at least 100)
  point_count,   ///< points of a kind within `reach` metres
  point_near,    ///< metres to the nearest point of a kind, at most `reach`
  line_near,     ///< metres to the nearest line, at most `reach`
  surface_near,  ///< metres to the nearest surface, at most `reach`
  surface_share  ///< share of the circle of `reach` metres that is covered
};

/// What is done to a value before it is standardised.
enum class Transform : std::uint8_t { none, log, log1p };

/// One indicator of the invented instrument, with its planted weight.
struct ExampleIndicator {
  std::string_view id;
  std::size_t dimension;  ///< position in kDimensions
  std::string_view title;
  std::string_view unit;
  IndicatorKind kind;
  Transform transform;
  double weight;           ///< score points per standard deviation; sign is the direction
  bool is_sensitive;       ///< about people's origin, benefits or support
  std::string_view layer;  ///< kind of point, line or surface; empty for columns
  double reach;
};

/// All of them: columns first (per cell, then per buurt), then from geography.
const std::vector<ExampleIndicator>& example_indicators();

/// A row of values per indicator and wave. Cell columns and what comes from geography have a value
/// per inhabited cell, buurt counts one per buurt of 2016.
struct IndicatorValues {
  /// [indicator][wave][cell or buurt], as published: rounded to what the files show.
  std::vector<std::array<std::vector<double>, kExampleWaves.size()>> values;
  /// Fixed standardisation of the transformed values: weighted by residents in the base wave.
  std::vector<double> centre;
  std::vector<double> scale;
};

/// What everything else leans on: features of each inhabited cell, most standardised.
struct ExampleLatents {
  std::vector<double> urban, status, old, postwar, sixties, recent, rural, drift;
  std::vector<double> vulnerable;          ///< concentration of vulnerable groups, 0 to about 3
  std::vector<double> vulnerable_growing;  ///< the part of it that grows after 2012
  std::vector<geo::Point> concentrations;  ///< their middles
  std::vector<std::uint8_t> is_growing;    ///< same order
};

ExampleLatents make_latents(const ExamplePlan& plan, const ExampleLand& land,
                            const ExampleCells& cells, base::Seed seed);

/// The buurt of 2016 of each inhabited cell.
std::vector<Label> buurt_of_cells(const ExampleAreas& areas, const ExampleCells& cells);

IndicatorValues make_indicators(const ExampleLand& land, const ExampleCells& cells,
                                const ExampleAreas& areas, const ExampleLatents& latents,
                                const std::vector<ExamplePoint>& points, base::Seed seed,
                                base::Workers workers);

/// A value as it enters the score, before standardising. For buurt counts `residents` are those of
/// the buurt in the wave.
double transformed(const ExampleIndicator& indicator, double value, double residents);

}  // namespace wijkbeeld::source
