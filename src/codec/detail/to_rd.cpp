// SPDX-License-Identifier: EUPL-1.2
#include "codec/detail/to_rd.hpp"

#include <ogr_srs_api.h>

#include <algorithm>
#include <memory>
#include <string_view>

#include "base/ensure.hpp"
#include "base/failure.hpp"
#include "base/text.hpp"
#include "codec/detail/each_point.hpp"
#include "geo/rd_grid.hpp"

namespace wijkbeeld::codec::detail {
namespace {

using base::Failure;
using base::say;
using base::Severity;

using Reference = std::unique_ptr<void, decltype(&OSRDestroySpatialReference)>;
using Transformation = std::unique_ptr<void, decltype(&OCTDestroyCoordinateTransformation)>;

// Where the points lie, as far as it tells systems apart.
struct Whereabouts {
  std::size_t points = 0;
  std::size_t in_rd = 0;
  std::size_t in_degrees = 0;
  geo::Point outside_rd = {};  // the first one that is
};

Whereabouts whereabouts(std::vector<Shape>& shapes) {
  Whereabouts found;
  for_each_point(shapes, [&](const geo::Point& p) {
    const bool is_rd = geo::is_in_rd(p);
    if (!is_rd && found.in_rd == found.points) found.outside_rd = p;
    ++found.points;
    found.in_rd += is_rd ? 1 : 0;
    found.in_degrees += p.x >= -360 && p.x <= 360 && p.y >= -90 && p.y <= 90 ? 1 : 0;
  });
  return found;
}

bool is_code(OGRSpatialReferenceH system, std::string_view wanted) {
  const char* authority = OSRGetAuthorityName(system, nullptr);
  const char* code = OSRGetAuthorityCode(system, nullptr);
  return authority != nullptr && code != nullptr && std::string_view(authority) == "EPSG" &&
         code == wanted;
}

std::string name_of(OGRSpatialReferenceH system) {
  const char* name = OSRGetName(system);
  return name == nullptr ? "" : name;
}

// RD New by its code (7415 is RD New with heights above NAP), or by what ESRI software writes.
bool is_rd(OGRSpatialReferenceH system) {
  if (is_code(system, "28992") || is_code(system, "7415")) return true;
  const std::string name = base::folded(name_of(system));
  return name == "rdnew" || name == "amersfoortrdnew" || name == "amersfoortrdnewnapheight";
}

// GeoPackage's numbers 0 and -1, "undefined", are not a declaration.
bool is_declared(OGRSpatialReferenceH system) {
  return system != nullptr && !name_of(system).empty() && !name_of(system).starts_with("Undefined");
}

base::Message told(geo::Point p) {
  return say("a coordinate is x {}, y {}", base::Decimal{p.x, 1}, base::Decimal{p.y, 1});
}

base::Message advice() {
  return say("save the layer in RD New (EPSG:28992) with its coordinate system declared");
}

void transform(std::vector<Shape>& shapes, OGRSpatialReferenceH declared,
               const base::Place& layer) {
  const Reference from(OSRClone(declared), &OSRDestroySpatialReference);
  const Reference rd(OSRNewSpatialReference(nullptr), &OSRDestroySpatialReference);
  base::ensure(OSRImportFromEPSG(rd.get(), 28992) == OGRERR_NONE, "PROJ knows EPSG:28992");
  OSRSetAxisMappingStrategy(from.get(), OAMS_TRADITIONAL_GIS_ORDER);
  OSRSetAxisMappingStrategy(rd.get(), OAMS_TRADITIONAL_GIS_ORDER);
  const Transformation change(OCTNewCoordinateTransformation(from.get(), rd.get()),
                              &OCTDestroyCoordinateTransformation);
  if (!change)
    throw Failure(say("there is no way from '{}' to RD New", name_of(declared)))
        .at(layer)
        .help(advice());
  std::vector<double> x;
  std::vector<double> y;
  for_each_point(shapes, [&](const geo::Point& p) {
    x.push_back(p.x);
    y.push_back(p.y);
  });
  std::vector<int> is_done(x.size());
  OCTTransformEx(change.get(), static_cast<int>(x.size()), x.data(), y.data(), nullptr,
                 is_done.data());
  std::size_t next = 0;
  for_each_point(shapes, [&](geo::Point& p) {
    if (is_done[next] == 0)
      throw Failure(say("a point cannot be brought to RD New"))
          .at(layer)
          .because(told(p))
          .help(advice());
    p = {x[next], y[next]};
    ++next;
  });
}

void require_rd(std::vector<Shape>& shapes, const base::Place& layer, base::Ledger& ledger) {
  const Whereabouts found = whereabouts(shapes);
  if (found.in_rd == found.points) return;
  if (found.in_rd == 0)
    throw Failure(say("layer '{}' lies nowhere near the Netherlands", layer.part))
        .at(layer)
        .because(told(found.outside_rd))
        .help(say("check that the coordinate system it declares is the one it is in"));
  ledger.add({"outside-rd", Severity::warning, layer,
              say("{} of {} points lie outside the range of RD New", found.points - found.in_rd,
                  found.points)});
}

}  // namespace

void bring_to_rd(std::vector<Shape>& shapes, void* declared, const base::Place& layer,
                 base::Ledger& ledger) {
  const Whereabouts found = whereabouts(shapes);
  if (found.points == 0) return;
  const bool fits_rd = found.in_rd == found.points;
  if (!is_declared(declared)) {
    if (!fits_rd)
      throw Failure(say("layer '{}' does not say in which coordinate system it is", layer.part))
          .at(layer)
          .because(told(found.outside_rd))
          .because(say("RD New has x from 0 to 300000 and y from 300000 to 630000"))
          .help(advice());
    ledger.add(
        {"assumed-rd", Severity::warning, layer,
         say("no coordinate system is declared; the coordinates fit RD New and are read so")});
  } else if (OSRIsGeographic(declared) != 0 && found.in_degrees != found.points) {
    // GeoJSON means degrees when it says nothing, and is often saved in RD New all the same.
    if (!fits_rd)
      throw Failure(say("layer '{}' should be in degrees, but is not", layer.part))
          .at(layer)
          .because(told(found.outside_rd))
          .help(advice());
    ledger.add(
        {"assumed-rd", Severity::warning, layer,
         say("the layer should be in degrees, but its coordinates fit RD New and are read so")});
  } else if (!is_rd(declared)) {
    transform(shapes, declared, layer);
    ledger.add({"reprojected", Severity::note, layer,
                say("brought from '{}' to RD New, to within about a metre", name_of(declared))});
  }
  require_rd(shapes, layer, ledger);
}

}  // namespace wijkbeeld::codec::detail
