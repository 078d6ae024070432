// SPDX-License-Identifier: EUPL-1.2
#include "source/place_layers.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/number.hpp"
#include "base/text.hpp"
#include "source/outlines.hpp"

namespace wijkbeeld::source {

using base::say;
using base::Severity;
using series::Places;
using series::PlaceShape;
using series::Presence;
using table::Rows;

namespace {

constexpr int kFirstYear = 1000;
constexpr int kLastYear = 2200;

bool is_place_layer(const Probe& probe, const std::string& layer) {
  const auto shapes = probe.contents->shapes.find(layer);
  if (shapes == probe.contents->shapes.end() || !probe.table(layer).find("soort")) return false;
  return std::any_of(shapes->second.begin(), shapes->second.end(), [](const codec::Shape& shape) {
    return !std::holds_alternative<std::monostate>(shape);
  });
}

// A place as it stands in the file.
struct FoundLayer {
  const codec::Shape* shape = nullptr;
  Presence presence = {};
  base::Place place = {};
};
struct Kind {
  std::string title;
  std::vector<FoundLayer> found = {};
};

PlaceShape shape_of(const codec::Shape& shape) {
  if (std::holds_alternative<geo::Point>(shape)) return PlaceShape::point;
  return std::holds_alternative<geo::Line>(shape) ? PlaceShape::line : PlaceShape::surface;
}

PlaceShape commonest_shape(const Kind& kind) {
  std::array<std::size_t, 3> counts{};
  for (const FoundLayer& one : kind.found)
    ++counts[static_cast<std::size_t>(shape_of(*one.shape))];
  return static_cast<PlaceShape>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

base::Message other_shape(const std::string& kind, PlaceShape most) {
  switch (most) {
    case PlaceShape::point:
      return say("places of kind '{}' are points, and this one is not", kind);
    case PlaceShape::line:
      return say("places of kind '{}' are lines, and this one is not", kind);
    case PlaceShape::surface:
      break;
  }
  return say("places of kind '{}' are surfaces, and this one is not", kind);
}

void add_shape(const codec::Shape& shape, Places& places) {
  if (const auto* point = std::get_if<geo::Point>(&shape)) places.points.push_back(*point);
  if (const auto* line = std::get_if<geo::Line>(&shape)) places.lines.push_back(*line);
  if (const auto* surface = std::get_if<geo::MultiPolygon>(&shape))
    places.surfaces.push_back(*surface);
}

class PlaceReader {
 public:
  explicit PlaceReader(const Probe& probe) : probe_(probe) {}

  void read_layer(const std::string& layer) {
    const Rows& rows = probe_.table(layer);
    const std::size_t kind_column = rows.column("soort");
    const auto& shapes = probe_.contents->shapes.at(layer);
    for (std::size_t row = 0; row < rows.size(); ++row) {
      ++reading_.rows_read;
      const std::string_view kind = rows.cell(row, kind_column);
      if (kind.empty()) {
        refuse("place-without-kind", rows.place_of(row, kind_column),
               say("the column 'soort' is empty: it is not clear what is here"));
        continue;
      }
      if (std::holds_alternative<std::monostate>(shapes[row])) {
        refuse("place-without-shape", rows.place_of(row, kind_column),
               say("a place of kind '{}' has no shape that can be used", kind));
        continue;
      }
      const auto presence = presence_at(rows, row);
      if (!presence) continue;
      Kind& its_kind = kinds_[base::lower(kind)];
      if (its_kind.title.empty()) its_kind.title = kind;
      its_kind.found.push_back({&shapes[row], *presence, rows.place_of(row, kind_column)});
    }
  }

  Reading take() {
    for (const auto& [id, kind] : kinds_)
      reading_.places.push_back(places_of(id, kind));
    return std::move(reading_);
  }

  void note_not_used(const std::string& layer) {
    reading_.ledger.add({"layer-not-used",
                         Severity::note,
                         {probe_.name, layer},
                         say("the layer has no column 'soort' with shapes beside it and was not "
                             "used")});
  }

 private:
  void refuse(std::string code, base::Place place, base::Message message) {
    reading_.ledger.add({std::move(code), Severity::refused, std::move(place), std::move(message)});
    ++reading_.rows_refused;
  }

  Places places_of(const std::string& id, const Kind& kind) {
    Places places{id, kind.title, commonest_shape(kind)};
    for (const FoundLayer& one : kind.found) {
      if (shape_of(*one.shape) != places.shape) {
        refuse("shape-of-other-kind", one.place, other_shape(kind.title, places.shape));
        continue;
      }
      add_shape(*one.shape, places);
      places.presence.push_back(one.presence);
    }
    return places;
  }

  // Nothing when the years cannot be.
  std::optional<Presence> presence_at(const Rows& rows, std::size_t row) {
    Presence presence;
    for (const auto& [name, year] : {std::pair("van", &presence.from), {"tot", &presence.until}}) {
      const auto column = rows.find(name);
      if (!column || rows.cell(row, *column).empty()) continue;
      const auto number = base::parse_number(rows.cell(row, *column), rows.number_style);
      if (number && *number >= kFirstYear && *number <= kLastYear)
        *year = static_cast<int>(*number);
      if (*year && static_cast<double>(**year) == *number) continue;
      refuse("years-not-plausible", rows.place_of(row, *column),
             say("'{}' in column '{}' is not a year between {} and {}", rows.cell(row, *column),
                 name, kFirstYear, kLastYear));
      return std::nullopt;
    }
    if (!presence.from || !presence.until || *presence.from < *presence.until) return presence;
    refuse("years-not-plausible", rows.place_of(row, rows.column("tot")),
           say("the place is gone from {}, but comes in {}", *presence.until, *presence.from));
    return std::nullopt;
  }

  const Probe& probe_;
  Reading reading_ = {};
  std::map<std::string, Kind> kinds_;
};

}  // namespace

bool recognises_places(const Probe& probe) {
  return !recognises_outlines(probe) &&
         std::any_of(probe.tables.begin(), probe.tables.end(),
                     [&](const auto& one) { return is_place_layer(probe, one.first); });
}

Reading read_places(const Probe& probe) {
  PlaceReader reader(probe);
  for (const auto& [layer, header] : probe.tables)
    if (is_place_layer(probe, layer))
      reader.read_layer(layer);
    else
      reader.note_not_used(layer);
  return reader.take();
}

}  // namespace wijkbeeld::source
