// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/issue.hpp"
#include "instrument/standard.hpp"
#include "series/project.hpp"

namespace wijkbeeld::instrument {

/// What one outcome is fitted on: a row per respondent, sale or area.
struct Observations {
  stats::Matrix x = {};                    ///< indicator terms, then controls; no intercept
  std::vector<std::size_t> terms = {};     ///< position in Standard::terms of the first columns
  std::vector<std::string> controls = {};  ///< names of the columns behind those
  std::vector<double> y = {};              ///< answer (turned when reversed), log price, or score
  std::vector<double> weights = {};
  std::vector<std::size_t> units = {};         ///< where each row stands
  std::vector<std::size_t> clusters = {};      ///< dense numbers
  std::vector<std::size_t> strata = {};        ///< dense numbers; empty without strata
  std::vector<std::uint8_t> is_held_out = {};  ///< 1: in a gemeente that is kept apart
  std::size_t cluster_count = 0;
  std::size_t stratum_count = 0;
  std::size_t dropped = 0;  ///< rows that could not be used; the ledger says why

  [[nodiscard]] std::size_t rows() const { return y.size(); }
};

/// Terms of indicators that are included, in order.
std::vector<std::size_t> included_terms(const Instrument& instrument, const Standard& standard);

/// Gathers the rows of an outcome. A row whose place is not known, or that lacks a value, is left
/// out and counted in the ledger ("observation-without-place", "observation-without-value"). Throws
/// Failures for a sample or column that does not exist, an answer outside its scale, a price that
/// is not positive, a date that is none, and for fewer rows than columns.
Observations observations_of(const Instrument& instrument, const Outcome& outcome,
                             const series::Project& project, const Measured& measured,
                             const Standard& standard, const StandardWave& wave,
                             base::Ledger& ledger);

}  // namespace wijkbeeld::instrument
