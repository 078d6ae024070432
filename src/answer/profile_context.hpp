// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "answer/cohort_choices.hpp"
#include "answer/lookalikes.hpp"
#include "answer/national.hpp"

namespace wijkbeeld::answer {

/// An area that has a border in common with another.
struct NearbyArea {
  area::AreaCode code = {};
  std::string name = {};
  table::Value<int> situation = table::Absence::not_collected;
  Figure score = {};
  Figure difference = {};  ///< its score minus that of the area asked about
};

/// What stands around one area in one edition. Points into what it was made from.
struct ProfileContext {
  /// The last wave in which the area has a score or a class.
  std::optional<series::Wave> wave = {};
  std::vector<NearbyArea> neighbours = {};    ///< in that wave, by name
  std::vector<Lookalike> similar = {};        ///< most alike first
  std::vector<Figure> similar_means = {};     ///< of their scores, per wave of the panel
  std::vector<ClassShare> classes = {};       ///< all areas over the classes in that wave
  std::vector<const RuleChoice*> rules = {};  ///< to begin with, that the area meets
  std::vector<const ListChoice*> lists = {};  ///< on which its code stands
};

/// What is worked out once for a panel and serves every profile on it.
struct PanelContext {
  const study::Panel& panel;
  const Lookalikes& lookalikes;
  const study::Findings& nation;  ///< study::nation_study of the panel
  const CohortChoices& choices;
};

/// Of that only the wave and the neighbours.
ProfileContext context_without_likes(const study::Panel& panel, std::size_t row,
                                     std::span<const area::AreaCode> neighbours);

/// Around the area of a row; `neighbours` are the codes of those that share a border with it.
ProfileContext profile_context(const PanelContext& panel, std::size_t row,
                               std::span<const area::AreaCode> neighbours);

}  // namespace wijkbeeld::answer
