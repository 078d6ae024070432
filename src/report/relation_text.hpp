// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <string>

#include "answer/relation.hpp"
#include "base/catalogue.hpp"

namespace wijkbeeld::report {

/// A relation in the words of a reader, to stand beside its scatter.
struct RelationText {
  struct Axis {
    std::string title = {};  ///< "Score (2014)"
    std::string unit = {};   ///< "punten", or "klasse"
  };
  struct Quadrant {
    std::string name = {};  ///< "beide boven het gemiddelde"
    std::string areas = {};
    std::string residents = {};
  };
  std::string title = {};
  std::string sentence =
      {};  ///< how far the orders agree, how sure that is, and what it does not say
  std::string source = {};
  Axis x = {};
  Axis y = {};
  std::array<Quadrant, 4> quadrants = {};  ///< in the order of the relation's
};

RelationText relation_text(const answer::Relation& relation, const answer::AtlasAreas& areas,
                           const base::Catalogue& catalogue, base::Language language);

}  // namespace wijkbeeld::report
