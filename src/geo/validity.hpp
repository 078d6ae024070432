// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "base/message.hpp"
#include "geo/shape.hpp"

namespace wijkbeeld::geo {

/// Why a shape is not a surface one can calculate with, and where.
struct ValidityProblem {
  base::Message sentence;
  Point at;
};

/// The first thing wrong with the shape by the rules of OGC Simple Features (06-103r4, 6.1.11), as
/// GEOS judges them; nothing when it is valid. A shape without parts is valid. Rings that are not
/// closed, have too few points or numbers that are not finite are problems too. Which way rings run
/// does not matter. May be called from several threads at once.
std::optional<ValidityProblem> validity(const MultiPolygon& shape);

}  // namespace wijkbeeld::geo
