// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answer/figure.hpp"
#include "series/project.hpp"
#include "study/panel.hpp"
#include "study/rule.hpp"

namespace wijkbeeld::answer {

/// A published list of which this panel has areas.
struct ListChoice {
  const series::AreaList* list = nullptr;
  Figure areas = {};  ///< of the list that are areas of the panel, by code
  /// Their mean score per wave of the panel; nothing for a list of other boundaries, where a code
  /// may be another area.
  std::vector<Figure> means = {};
};

/// A rule that makes sense for a panel, to begin with.
struct RuleChoice {
  study::Rule rule;
  base::Message title = {};
  Figure areas = {};               ///< that meet it
  std::vector<Figure> means = {};  ///< their mean score per wave of the panel
};

/// What a cohort can be chosen by.
struct CohortChoices {
  std::vector<ListChoice> lists = {};
  std::vector<RuleChoice> rules = {};  ///< each is met by some area, and not by all
};

/// The choices on a panel. The project must outlive the answer.
CohortChoices cohort_choices(const study::Panel& panel, const series::Project& project);

/// What a rule about this panel may say, with its waves and dimensions: a sentence for each part.
std::vector<base::Message> rule_help(const study::Panel& panel, base::Language language);

}  // namespace wijkbeeld::answer
