// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "answer/relation.hpp"
#include "base/catalogue.hpp"
#include "report/document.hpp"

namespace wijkbeeld::report {

/// What a page of a relation is made from; the views are those of the relation.
struct RelationPage {
  const answer::Relation& relation;
  const answer::AtlasAreas& areas;
  const answer::ThemeView& x;
  const answer::ThemeView& y;
  Links other_x = {};  ///< ways to the same page with another quantity to the right
  Links other_y = {};  ///< and upwards
};

/// Two quantities of the same areas as a page that needs no script: how far they went together, a
/// cloud with a dot for each area, the four quadrants, and the figures of every area (not of cells,
/// which are too many for a table).
Document relation_document(const RelationPage& page, const base::Catalogue& catalogue,
                           base::Language language);

}  // namespace wijkbeeld::report
