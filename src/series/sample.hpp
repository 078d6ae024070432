// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "area/level.hpp"
#include "table/value.hpp"

namespace wijkbeeld::series {

/// One thing known of each observation of a sample: numbers, or words (a dwelling type, a date as
/// ISO 8601 text, the code of a stratum).
struct SampleColumn {
  std::string name;
  bool is_text = false;
  std::vector<double> numbers = {};         ///< of a column of numbers; 0 where absent
  std::vector<std::uint8_t> absences = {};  ///< table::Absence, one a row
  std::vector<std::string> texts = {};      ///< of a column of words; empty where absent
  bool operator==(const SampleColumn&) const = default;
};

/// Observations, each at a place: respondents of a survey, house sales. What an instrument is
/// fitted to. These are records about persons or dwellings, not about areas: they stay in the
/// project file and never reach a report row by row.
struct Sample {
  std::string id;  ///< "enquete"
  std::string title = {};
  area::Level level = area::Level::cell;  ///< of the areas
  area::Vintage vintage = {};
  std::vector<area::AreaCode> areas = {};  ///< where each observation stands, in file order
  std::vector<SampleColumn> columns = {};

  [[nodiscard]] std::size_t rows() const { return areas.size(); }
  [[nodiscard]] const SampleColumn* find(std::string_view name) const;
  bool operator==(const Sample&) const = default;
};

}  // namespace wijkbeeld::series
