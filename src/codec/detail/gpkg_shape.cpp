// SPDX-License-Identifier: EUPL-1.2
#include "codec/detail/gpkg_shape.hpp"

#include <bit>
#include <cstdint>

#include "geo/measure.hpp"

namespace wijkbeeld::codec::detail {
namespace {

// Bytes in little-endian order, whatever the machine.
class Bytes {
 public:
  void add(std::uint8_t value) { text_.push_back(static_cast<char>(value)); }
  void add(std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8)
      add(static_cast<std::uint8_t>(value >> shift & 0xff));
  }
  void add(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    add(static_cast<std::uint32_t>(bits & 0xffffffff));
    add(static_cast<std::uint32_t>(bits >> 32));
  }
  void add(geo::Point p) {
    add(p.x);
    add(p.y);
  }
  void add(const std::vector<geo::Point>& points) {
    add(static_cast<std::uint32_t>(points.size()));
    for (const geo::Point p : points)
      add(p);
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

enum class Wkb : std::uint32_t { point = 1, line = 2, polygon = 3, multi_polygon = 6 };

void begin(Bytes& out, Wkb kind) {
  out.add(std::uint8_t{1});  // little-endian
  out.add(static_cast<std::uint32_t>(kind));
}

void add_wkb(Bytes& out, const geo::MultiPolygon& surface) {
  begin(out, Wkb::multi_polygon);
  out.add(static_cast<std::uint32_t>(surface.parts.size()));
  for (const geo::Polygon& part : surface.parts) {
    begin(out, Wkb::polygon);
    out.add(static_cast<std::uint32_t>(1 + part.holes.size()));
    out.add(part.outer);
    for (const geo::Ring& hole : part.holes)
      out.add(hole);
  }
}

void add_wkb(Bytes& out, const Shape& shape) {
  if (const auto* point = std::get_if<geo::Point>(&shape)) {
    begin(out, Wkb::point);
    out.add(*point);
  } else if (const auto* line = std::get_if<geo::Line>(&shape)) {
    begin(out, Wkb::line);
    out.add(*line);
  } else if (const auto* surface = std::get_if<geo::MultiPolygon>(&shape)) {
    add_wkb(out, *surface);
  }
}

}  // namespace

geo::Bounds bounds_of(const Shape& shape) {
  geo::Bounds box;
  if (const auto* point = std::get_if<geo::Point>(&shape)) box.add(*point);
  if (const auto* line = std::get_if<geo::Line>(&shape)) box = geo::bounds(*line);
  if (const auto* surface = std::get_if<geo::MultiPolygon>(&shape)) box = geo::bounds(*surface);
  return box;
}

std::string to_gpkg(const Shape& shape) {
  constexpr std::uint8_t kVersion = 0;
  constexpr std::uint8_t kLittleEndianWithRectangle = 0b0000'0011;
  const geo::Bounds box = bounds_of(shape);
  Bytes out;
  out.add(std::uint8_t{'G'});
  out.add(std::uint8_t{'P'});
  out.add(kVersion);
  out.add(kLittleEndianWithRectangle);
  out.add(std::uint32_t{28992});
  for (const double side : {box.x_min, box.x_max, box.y_min, box.y_max})
    out.add(side);
  add_wkb(out, shape);
  return out.take();
}

std::string gpkg_type(const std::vector<Shape>& shapes) {
  static const char* const names[] = {"GEOMETRY", "POINT", "LINESTRING", "MULTIPOLYGON"};
  std::size_t kind = 0;
  for (const Shape& shape : shapes) {
    if (shape.index() == 0 || shape.index() == kind) continue;
    if (kind != 0) return names[0];
    kind = shape.index();
  }
  return names[kind];
}

}  // namespace wijkbeeld::codec::detail
