// SPDX-License-Identifier: EUPL-1.2
#include "geo/detail/geos.hpp"

#include <geos_c.h>

#include <algorithm>
#include <vector>

#include "base/ensure.hpp"
#include "geo/measure.hpp"

namespace wijkbeeld::geo::detail {

static_assert(sizeof(Point) == 2 * sizeof(double), "points are copied as pairs of numbers");

Geos::Geos() : context_(GEOS_init_r()) {
  base::ensure(context_ != nullptr, "GEOS gives a context");
}

Geos::~Geos() {
  GEOS_finish_r(context_);
}

void Geos::Destroy::operator()(GEOSGeom_t* shape) const {
  GEOSGeom_destroy_r(context, shape);
}

Geos::Owned Geos::to_geos(const MultiPolygon& shape) const {
  std::vector<GEOSGeometry*> parts;
  for (const Polygon& part : shape.parts)
    parts.push_back(polygon(part));
  GEOSGeometry* made = GEOSGeom_createCollection_r(context_, GEOS_MULTIPOLYGON, parts.data(),
                                                   static_cast<unsigned>(parts.size()));
  base::ensure(made != nullptr, "GEOS makes a collection of its own polygons");
  return own(made);
}

GEOSGeometry* Geos::polygon(const Polygon& polygon) const {
  std::vector<GEOSGeometry*> holes;
  for (const Ring& hole : polygon.holes)
    holes.push_back(ring(hole));
  GEOSGeometry* made = GEOSGeom_createPolygon_r(context_, ring(polygon.outer), holes.data(),
                                                static_cast<unsigned>(holes.size()));
  base::ensure(made != nullptr, "GEOS makes a polygon of its own rings");
  return made;
}

GEOSGeometry* Geos::ring(const Ring& ring) const {
  GEOSCoordSequence* points = GEOSCoordSeq_copyFromBuffer_r(
      context_, &ring.front().x, static_cast<unsigned>(ring.size()), 0, 0);
  GEOSGeometry* made = GEOSGeom_createLinearRing_r(context_, points);
  base::ensure(made != nullptr, "GEOS makes a ring of closed points");
  return made;
}

Ring Geos::to_ring(const GEOSGeometry* ring, bool is_outer) const {
  const GEOSCoordSequence* points = GEOSGeom_getCoordSeq_r(context_, ring);
  unsigned size = 0;
  GEOSCoordSeq_getSize_r(context_, points, &size);
  Ring copy(size);
  if (size > 0) GEOSCoordSeq_copyToBuffer_r(context_, points, &copy.front().x, 0, 0);
  if ((signed_area(copy) > 0) != is_outer) std::reverse(copy.begin(), copy.end());
  return copy;
}

void Geos::add_surfaces(const GEOSGeometry* shape, MultiPolygon& to) const {
  if (GEOSisEmpty_r(context_, shape) != 0) return;
  const int type = GEOSGeomTypeId_r(context_, shape);
  if (type == GEOS_POLYGON) {
    Polygon part{to_ring(GEOSGetExteriorRing_r(context_, shape), true), {}};
    const int holes = GEOSGetNumInteriorRings_r(context_, shape);
    for (int i = 0; i < holes; ++i)
      part.holes.push_back(to_ring(GEOSGetInteriorRingN_r(context_, shape, i), false));
    to.parts.push_back(std::move(part));
  } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
    const int count = GEOSGetNumGeometries_r(context_, shape);
    for (int i = 0; i < count; ++i)
      add_surfaces(GEOSGetGeometryN_r(context_, shape, i), to);
  }
}

MultiPolygon Geos::to_shape(const GEOSGeometry* shape) const {
  MultiPolygon surfaces;
  add_surfaces(shape, surfaces);
  return surfaces;
}

double Geos::area(const GEOSGeometry* shape) const {
  double m2 = 0;
  base::ensure(GEOSArea_r(context_, shape, &m2) == 1, "GEOS measures its own shapes");
  return m2;
}

}  // namespace wijkbeeld::geo::detail
