// SPDX-License-Identifier: EUPL-1.2
#include "geo/validity.hpp"

#include <geos_c.h>

#include <cmath>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ensure.hpp"

namespace wijkbeeld::geo {
namespace {

using base::Message;
using base::say;

// Owns what GEOS makes, through one context that belongs to one call.
class Geos {
 public:
  Geos() : context_(GEOS_init_r()) { base::ensure(context_ != nullptr, "GEOS gives a context"); }
  Geos(const Geos&) = delete;
  Geos& operator=(const Geos&) = delete;
  ~Geos() { GEOS_finish_r(context_); }

  [[nodiscard]] GEOSContextHandle_t handle() const { return context_; }

  // Takes the parts over, whatever happens.
  [[nodiscard]] GEOSGeometry* to_geos(const MultiPolygon& shape) const {
    std::vector<GEOSGeometry*> parts;
    for (const Polygon& part : shape.parts)
      parts.push_back(to_geos(part));
    GEOSGeometry* made = GEOSGeom_createCollection_r(context_, GEOS_MULTIPOLYGON, parts.data(),
                                                     static_cast<unsigned>(parts.size()));
    base::ensure(made != nullptr, "GEOS makes a collection of its own polygons");
    return made;
  }

 private:
  [[nodiscard]] GEOSGeometry* to_geos(const Polygon& polygon) const {
    std::vector<GEOSGeometry*> holes;
    for (const Ring& hole : polygon.holes)
      holes.push_back(to_geos(hole));
    GEOSGeometry* made = GEOSGeom_createPolygon_r(context_, to_geos(polygon.outer), holes.data(),
                                                  static_cast<unsigned>(holes.size()));
    base::ensure(made != nullptr, "GEOS makes a polygon of its own rings");
    return made;
  }

  [[nodiscard]] GEOSGeometry* to_geos(const Ring& ring) const {
    static_assert(sizeof(Point) == 2 * sizeof(double));
    GEOSCoordSequence* points = GEOSCoordSeq_copyFromBuffer_r(
        context_, &ring.front().x, static_cast<unsigned>(ring.size()), 0, 0);
    GEOSGeometry* made = GEOSGeom_createLinearRing_r(context_, points);
    base::ensure(made != nullptr, "GEOS makes a ring of closed points");
    return made;
  }

  GEOSContextHandle_t context_;
};

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
  const Geos geos;
  const auto destroy = [&](GEOSGeometry* g) { GEOSGeom_destroy_r(geos.handle(), g); };
  const auto release = [&](char* text) { GEOSFree_r(geos.handle(), text); };
  const std::unique_ptr<GEOSGeometry, decltype(destroy)> made(geos.to_geos(shape), destroy);
  char* reason = nullptr;
  GEOSGeometry* location = nullptr;
  const char is_valid = GEOSisValidDetail_r(geos.handle(), made.get(), 0, &reason, &location);
  const std::unique_ptr<char, decltype(release)> owned_reason(reason, release);
  const std::unique_ptr<GEOSGeometry, decltype(destroy)> owned_location(location, destroy);
  base::ensure(is_valid != 2, "GEOS judges every closed finite shape");
  if (is_valid == 1) return std::nullopt;
  const Point at = place_of(geos.handle(), location);
  return ValidityProblem{in_words(reason == nullptr ? "" : reason, at), at};
}

}  // namespace wijkbeeld::geo
