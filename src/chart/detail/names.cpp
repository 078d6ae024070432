// SPDX-License-Identifier: EUPL-1.2
#include "chart/detail/names.hpp"

#include <algorithm>
#include <array>

#include "chart/detail/canvas.hpp"

namespace wijkbeeld::chart::detail {
namespace {

NameSpot spot(double x, double y, std::string_view anchor, double width) {
  const double left = anchor == kEnd ? x - width : anchor == kMiddle ? x - width / 2 : x;
  NameSpot out{x, y, anchor, {left - 2, y - 11, left + width + 2, y + 4}};
  out.lead_x = anchor == kMiddle ? x : anchor == kEnd ? x + 3 : x - 3;
  out.lead_y = y - kToBaseline;
  return out;
}

std::array<NameSpot, 8> spots_around(double x, double y, double radius, double width) {
  const double side = radius + 4;
  const double slant = radius * 0.7 + 2;
  return {spot(x + side, y + kToBaseline, kStart, width),
          spot(x - side, y + kToBaseline, kEnd, width),
          spot(x, y - radius - 5, kMiddle, width),
          spot(x, y + radius + 13, kMiddle, width),
          spot(x + slant, y - slant - 2, kStart, width),
          spot(x + slant, y + slant + 10, kStart, width),
          spot(x - slant, y - slant - 2, kEnd, width),
          spot(x - slant, y + slant + 10, kEnd, width)};
}

}  // namespace

bool NamePlacer::is_free(const Box& box) const {
  return frame_.holds(box) && std::none_of(taken_.begin(), taken_.end(),
                                           [&](const Box& other) { return box.meets(other); });
}

std::optional<NameSpot> NamePlacer::place(double x, double y, double radius, std::string_view name,
                                          bool may_lead) {
  const double width = text_width(name, kTextSize);
  for (const double further : {0.0, 16.0, 32.0, 56.0}) {
    if (further > 0 && !may_lead) break;
    for (NameSpot s : spots_around(x, y, radius + further, width)) {
      if (!is_free(s.box)) continue;
      s.has_leader = further > 0;
      taken_.push_back(s.box);
      return s;
    }
  }
  return std::nullopt;
}

}  // namespace wijkbeeld::chart::detail
