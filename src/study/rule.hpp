// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/failure.hpp"
#include "study/panel.hpp"

namespace wijkbeeld::study {

/// What a comparison in a rule is about.
struct Term {
  enum class Kind {
    situation,     ///< class in 2014
    score,         ///< score in 2014
    contribution,  ///< contribution.vei in 2014
    residents,     ///< residents
    change,        ///< change from 2012 to 2014
    development,   ///< development from 2012 to 2014 (class)
  };
  Kind kind = Kind::residents;
  std::string dimension = {};
  series::Period period = {};
  std::string edition = {};  ///< as written before a wave ("lbm2-2016:2014"); empty mostly
};

/// What a term is compared with.
struct Bound {
  enum class Kind {
    number,
    threshold,  ///< t: the plan's threshold
    nation,     ///< nation: the mean score of all areas in that wave, weighted by residents
  };
  Kind kind = Kind::number;
  double number = 0;  ///< a number, or +1 / -1 before t
};

/// A condition on an area, as a plan writes it:
///
///   class <= 4 in 2002 and residents >= 1000
///   change from 2012 to 2014 < -t and class in 2014 <= 5
///   improved from 2008 to 2014 and not (score in 2014 < nation)
///   all
///
/// `improved` and `declined` mean: the score rose / fell; where the edition has no scores for both
/// waves they mean development class 5 or higher / 3 or lower (above / below the unchanged class).
/// A value that is absent makes a condition unknown; unknown is not true and not false.
class Rule {
 public:
  /// Throws Failure with the place of the mistake: `place` is where the text begins.
  static Rule parse(std::string_view text, const base::Place& place);

  [[nodiscard]] const std::string& text() const { return text_; }
  /// True, false, or nothing when an absent value leaves it unknown.
  [[nodiscard]] std::optional<bool> holds(const Panel& panel, std::size_t row,
                                          double threshold = 0) const;
  /// The terms with their values for an area, as "change 2012-2014 = -0.0301"; for explanations.
  [[nodiscard]] std::vector<Term> terms() const;
  /// Throws Failure when a wave, dimension or edition in it is not the panel's.
  void check(const instrument::Edition& edition, const base::Place& place) const;

  struct Node;

 private:
  std::string text_;
  std::shared_ptr<const Node> root_;
};

/// "the 130 lowest in 2014 among areas with all waves": a number of areas by rank of score.
struct Selection {
  std::size_t count = 0;
  bool is_lowest = true;
  series::Wave wave;
  bool needs_all_waves = false;
  std::optional<Rule> among = {};
  std::string text;

  static Selection parse(std::string_view text, const base::Place& place);
  static bool is_selection(std::string_view text);
  void check(const instrument::Edition& edition, const base::Place& place) const;
};

/// Rows of the panel for which the rule holds; `unknown` counts those for which it cannot be told.
Rows rows_where(const Rule& rule, const Panel& panel, std::size_t* unknown = nullptr);

/// The rows of a selection. Equal scores are ordered by code, so that the result is one and the
/// same always; `tied` tells how many more areas have the score of the last one chosen.
Rows rows_of(const Selection& selection, const Panel& panel, std::size_t* tied = nullptr);

}  // namespace wijkbeeld::study
