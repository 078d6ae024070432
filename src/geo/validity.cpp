// SPDX-License-Identifier: EUPL-1.2
#include "geo/validity.hpp"

#include <geos_c.h>

#include <cmath>
#include <memory>
#include <string_view>

#include "base/ensure.hpp"
#include "geo/detail/geos.hpp"

namespace wijkbeeld::geo {
namespace {

using base::Message;
using base::say;

// What GEOS would not even take in as a ring.
std::optional<ValidityProblem> ring_problem(const Ring& ring) {
  if (ring.empty()) return ValidityProblem{say("a ring has no points"), {}};
  for (const Point p : ring)
    if (!std::isfinite(p.x) || !std::isfinite(p.y))
      return ValidityProblem{say("a coordinate is not a finite number"), p};
  const base::Decimal x{ring[0].x, 1};
  const base::Decimal y{ring[0].y, 1};
  if (ring.size() < 4)
    return ValidityProblem{say("a ring has fewer than four points at x {}, y {}", x, y), ring[0]};
  if (ring.front() != ring.back())
    return ValidityProblem{say("a ring is not closed at x {}, y {}", x, y), ring[0]};
  return std::nullopt;
}

std::optional<ValidityProblem> ring_problem(const MultiPolygon& shape) {
  for (const Polygon& part : shape.parts) {
    if (auto problem = ring_problem(part.outer)) return problem;
    for (const Ring& hole : part.holes)
      if (auto problem = ring_problem(hole)) return problem;
  }
  return std::nullopt;
}

// GEOS's terms (TopologyValidationError) in plain words.
Message in_words(std::string_view reason, Point at) {
  const base::Decimal x{at.x, 1};
  const base::Decimal y{at.y, 1};
  if (reason == "Self-intersection") return say("the outline crosses itself at x {}, y {}", x, y);
  if (reason == "Ring Self-intersection") return say("a ring touches itself at x {}, y {}", x, y);
  if (reason == "Hole lies outside shell")
    return say("a hole lies outside the surface at x {}, y {}", x, y);
  if (reason == "Holes are nested") return say("a hole lies in another hole at x {}, y {}", x, y);
  if (reason == "Nested shells") return say("a part lies inside another part at x {}, y {}", x, y);
  if (reason == "Duplicate Rings") return say("a ring is given twice at x {}, y {}", x, y);
  if (reason == "Interior is disconnected")
    return say("holes cut the surface in two at x {}, y {}", x, y);
  if (reason == "Too few points in geometry component")
    return say("a ring has fewer than four points at x {}, y {}", x, y);
  return say("GEOS calls it invalid at x {}, y {}: {}", x, y, reason);
}

Point place_of(GEOSContextHandle_t context, const GEOSGeometry* location) {
  Point at;
  if (location != nullptr) {
    GEOSGeomGetX_r(context, location, &at.x);
    GEOSGeomGetY_r(context, location, &at.y);
  }
  return at;
}

}  // namespace

std::optional<ValidityProblem> validity(const MultiPolygon& shape) {
  if (auto problem = ring_problem(shape)) return problem;
  const detail::Geos geos;
  const auto release = [&](char* text) { GEOSFree_r(geos.handle(), text); };
  const detail::Geos::Owned made = geos.to_geos(shape);
  char* reason = nullptr;
  GEOSGeometry* location = nullptr;
  const char is_valid = GEOSisValidDetail_r(geos.handle(), made.get(), 0, &reason, &location);
  const std::unique_ptr<char, decltype(release)> owned_reason(reason, release);
  const detail::Geos::Owned owned_location = geos.own(location);
  base::ensure(is_valid != 2, "GEOS judges every closed finite shape");
  if (is_valid == 1) return std::nullopt;
  const Point at = place_of(geos.handle(), location);
  return ValidityProblem{in_words(reason == nullptr ? "" : reason, at), at};
}

}  // namespace wijkbeeld::geo
