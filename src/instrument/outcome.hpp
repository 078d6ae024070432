// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/failure.hpp"
#include "base/words.hpp"
#include "series/series.hpp"

namespace wijkbeeld::instrument {

/// Something known of a respondent or a sale besides the place, held constant in the fit.
struct Control {
  enum class Kind : std::uint8_t {
    number,    ///< as it is
    log,       ///< natural logarithm
    log1p,     ///< ln(1 + x)
    category,  ///< a term for each word but the commonest
    time,      ///< a date, as years since the first day of the wave
  };
  std::string column;
  Kind kind = Kind::number;
  base::Place place = {};
};

/// What the indicators are fitted to.
struct Outcome {
  enum class Kind : std::uint8_t {
    stated,     ///< answers of residents
    revealed,   ///< prices that were paid, in logarithms (hedonic regression)
    published,  ///< a published score, which the indicators explain
  };
  enum class Model : std::uint8_t { ordinary, ordered_logit, ordered_probit };

  std::string id;
  base::Words name;
  Kind kind = Kind::stated;
  series::Wave wave = {};  ///< of the indicators it is set against
  double share = 1;        ///< in the merged score, over the sum of shares
  base::Place place = {};

  // Stated and revealed.
  std::string sample = {};
  std::string column = {};  ///< answer, or price
  Model model = Model::ordinary;
  int lowest = 1;  ///< answers are whole numbers from lowest to highest
  int highest = 5;
  bool is_reversed = false;  ///< a high answer is a bad one
  std::string weight = {};   ///< column; empty: all count equally
  std::string stratum = {};  ///< column of the survey design; empty: none
  std::string cluster = {};  ///< column; empty: observations at one place are a cluster
  std::vector<Control> controls = {};

  // Published.
  series::EditionId edition = {};
  std::string quantity = {};  ///< "deviation" or "score"
};

}  // namespace wijkbeeld::instrument
