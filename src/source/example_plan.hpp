// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace wijkbeeld::source {

/// How big the example country is. `country` is what people meet; `town` is for quick tests;
/// `nation` has as many inhabited cells as the Netherlands.
enum class ExampleSize : std::uint8_t { town, country, nation };

/// The years in which the example's edition has values.
inline constexpr std::array<int, 6> kExampleWaves = {2002, 2008, 2012, 2014, 2016, 2018};
/// The wave on which indicators are standardised and people were asked.
inline constexpr std::size_t kBaseWave = 2;
/// Boundaries of which year: before and after the reform.
inline constexpr std::array<int, 2> kExampleVintages = {2010, 2016};

/// The numbers that make an example of a size. Cells are squares of 100 m.
struct ExamplePlan {
  std::size_t columns = 480;
  std::size_t rows = 400;
  double x0 = 20000;  ///< south-west corner in RD New: in the North Sea for town and country
  double y0 = 552000;
  std::size_t land_cells = 100000;
  std::size_t inhabited_cells = 15000;
  std::size_t residents = 640000;
  std::size_t gemeenten = 5;  ///< after the reform; there was one more before
  std::size_t villages = 16;
  std::size_t wijken = 60;
  std::size_t buurten = 700;
  std::size_t lakes = 16;
  std::size_t parks = 70;
  std::size_t industries = 30;
  std::size_t respondents = 6000;
  std::size_t sales = 8000;
};

ExamplePlan plan_of(ExampleSize size);

}  // namespace wijkbeeld::source
