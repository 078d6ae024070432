// SPDX-License-Identifier: EUPL-1.2
// Every function of GEOS that is called, handed on to the library when somebody calls it: most
// commands lay no shapes over each other.
#include <geos_c.h>

#include "base/late_library.hpp"

static wijkbeeld::base::LateLibrary libgeos(WIJKBEELD_GEOS_LIBRARY, "GEOS", "libgeos-c1v5");

#define GEOS_CALL(result, name, parameters, arguments) \
  WIJKBEELD_LATE_CALL(libgeos, result, name, parameters, arguments)

// clang-format off
extern "C" {
GEOS_CALL(GEOSContextHandle_t, GEOS_init_r, (), ())
GEOS_CALL(void, GEOS_finish_r, (GEOSContextHandle_t geos), (geos))
GEOS_CALL(void, GEOSFree_r, (GEOSContextHandle_t geos, void* memory), (geos, memory))

GEOS_CALL(GEOSCoordSequence*, GEOSCoordSeq_copyFromBuffer_r,
          (GEOSContextHandle_t geos, const double* from, unsigned size, int has_z, int has_m), (geos, from, size, has_z, has_m))
GEOS_CALL(int, GEOSCoordSeq_copyToBuffer_r,
          (GEOSContextHandle_t geos, const GEOSCoordSequence* points, double* to, int has_z, int has_m), (geos, points, to, has_z, has_m))
GEOS_CALL(int, GEOSCoordSeq_getSize_r, (GEOSContextHandle_t geos, const GEOSCoordSequence* points, unsigned* size), (geos, points, size))

GEOS_CALL(GEOSGeometry*, GEOSGeom_createLinearRing_r, (GEOSContextHandle_t geos, GEOSCoordSequence* points), (geos, points))
GEOS_CALL(GEOSGeometry*, GEOSGeom_createPolygon_r,
          (GEOSContextHandle_t geos, GEOSGeometry* shell, GEOSGeometry** holes, unsigned size), (geos, shell, holes, size))
GEOS_CALL(GEOSGeometry*, GEOSGeom_createCollection_r,
          (GEOSContextHandle_t geos, int type, GEOSGeometry** parts, unsigned size), (geos, type, parts, size))
GEOS_CALL(void, GEOSGeom_destroy_r, (GEOSContextHandle_t geos, GEOSGeometry* shape), (geos, shape))

GEOS_CALL(int, GEOSGeomTypeId_r, (GEOSContextHandle_t geos, const GEOSGeometry* shape), (geos, shape))
GEOS_CALL(char, GEOSisEmpty_r, (GEOSContextHandle_t geos, const GEOSGeometry* shape), (geos, shape))
GEOS_CALL(const GEOSCoordSequence*, GEOSGeom_getCoordSeq_r, (GEOSContextHandle_t geos, const GEOSGeometry* shape), (geos, shape))
GEOS_CALL(const GEOSGeometry*, GEOSGetExteriorRing_r, (GEOSContextHandle_t geos, const GEOSGeometry* shape), (geos, shape))
GEOS_CALL(int, GEOSGetNumInteriorRings_r, (GEOSContextHandle_t geos, const GEOSGeometry* shape), (geos, shape))
GEOS_CALL(const GEOSGeometry*, GEOSGetInteriorRingN_r, (GEOSContextHandle_t geos, const GEOSGeometry* shape, int ring), (geos, shape, ring))
GEOS_CALL(int, GEOSGetNumGeometries_r, (GEOSContextHandle_t geos, const GEOSGeometry* shape), (geos, shape))
GEOS_CALL(const GEOSGeometry*, GEOSGetGeometryN_r, (GEOSContextHandle_t geos, const GEOSGeometry* shape, int part), (geos, shape, part))
GEOS_CALL(int, GEOSGeomGetX_r, (GEOSContextHandle_t geos, const GEOSGeometry* point, double* x), (geos, point, x))
GEOS_CALL(int, GEOSGeomGetY_r, (GEOSContextHandle_t geos, const GEOSGeometry* point, double* y), (geos, point, y))

GEOS_CALL(int, GEOSArea_r, (GEOSContextHandle_t geos, const GEOSGeometry* shape, double* area), (geos, shape, area))
GEOS_CALL(GEOSGeometry*, GEOSClipByRect_r,
          (GEOSContextHandle_t geos, const GEOSGeometry* shape, double west, double south, double east, double north),
          (geos, shape, west, south, east, north))
GEOS_CALL(GEOSGeometry*, GEOSIntersection_r, (GEOSContextHandle_t geos, const GEOSGeometry* a, const GEOSGeometry* b), (geos, a, b))
GEOS_CALL(GEOSGeometry*, GEOSUnaryUnion_r, (GEOSContextHandle_t geos, const GEOSGeometry* shape), (geos, shape))
GEOS_CALL(GEOSGeometry*, GEOSMakeValid_r, (GEOSContextHandle_t geos, const GEOSGeometry* shape), (geos, shape))
GEOS_CALL(char, GEOSisValidDetail_r,
          (GEOSContextHandle_t geos, const GEOSGeometry* shape, int flags, char** reason, GEOSGeometry** place),
          (geos, shape, flags, reason, place))
}
// clang-format on
#undef GEOS_CALL
