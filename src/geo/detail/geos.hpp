// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>

#include "geo/shape.hpp"

// As geos_c.h calls them; that header stays in .cpp files.
struct GEOSContextHandle_HS;
struct GEOSGeom_t;

namespace wijkbeeld::geo::detail {

/// Calls of GEOS through one context, for one thread. What it says goes nowhere: callers look at
/// what it gives.
class Geos {
 public:
  Geos();
  Geos(const Geos&) = delete;
  Geos& operator=(const Geos&) = delete;
  ~Geos();

  struct Destroy {
    GEOSContextHandle_HS* context;
    void operator()(GEOSGeom_t* shape) const;
  };
  /// A shape of GEOS; must not outlive the context it came from.
  using Owned = std::unique_ptr<GEOSGeom_t, Destroy>;

  [[nodiscard]] GEOSContextHandle_HS* handle() const { return context_; }
  [[nodiscard]] Owned own(GEOSGeom_t* made) const { return Owned(made, {context_}); }

  /// Rings must be closed, finite, and of four points or more.
  [[nodiscard]] Owned to_geos(const MultiPolygon& shape) const;
  /// The surfaces in it, outer rings counter-clockwise and holes clockwise; its lines and points
  /// are left out.
  [[nodiscard]] MultiPolygon to_shape(const GEOSGeom_t* shape) const;
  /// Square metres.
  [[nodiscard]] double area(const GEOSGeom_t* shape) const;

 private:
  [[nodiscard]] GEOSGeom_t* polygon(const Polygon& polygon) const;
  [[nodiscard]] GEOSGeom_t* ring(const Ring& ring) const;
  [[nodiscard]] Ring to_ring(const GEOSGeom_t* ring, bool is_outer) const;
  void add_surfaces(const GEOSGeom_t* shape, MultiPolygon& to) const;

  GEOSContextHandle_HS* context_;
};

}  // namespace wijkbeeld::geo::detail
