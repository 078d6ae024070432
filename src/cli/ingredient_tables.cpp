// SPDX-License-Identifier: EUPL-1.2
#include "cli/ingredient_tables.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "table/table_builder.hpp"

namespace wijkbeeld::cli {

using base::say;
using series::Document;
using series::Places;
using series::PlaceShape;
using series::Sample;
using table::TableBuilder;

namespace {

std::string columns_of(const Sample& sample) {
  std::vector<std::string> names;
  for (const series::SampleColumn& column : sample.columns)
    names.push_back(column.name);
  return base::join(names, ", ");
}

base::Message words_for(PlaceShape shape) {
  switch (shape) {
    case PlaceShape::point:
      return say("points");
    case PlaceShape::line:
      return say("lines");
    case PlaceShape::surface:
      break;
  }
  return say("surfaces");
}

std::string_view name_of(PlaceShape shape) {
  switch (shape) {
    case PlaceShape::point:
      return "point";
    case PlaceShape::line:
      return "line";
    case PlaceShape::surface:
      break;
  }
  return "surface";
}

std::int64_t with_a_year(const Places& places) {
  return std::count_if(places.presence.begin(), places.presence.end(),
                       [](const series::Presence& one) { return one.from || one.until; });
}

}  // namespace

table::Table samples_table(const series::Project& project) {
  TableBuilder<Sample> t("samples", say("Samples"), project.samples, {"sample"});
  t.column("sample", say("sample"), [](const Sample& r) { return r.id; });
  t.column("level", say("level"), [](const Sample& r) { return std::string(to_text(r.level)); });
  t.column(
      "vintage", say("vintage"), [](const Sample& r) { return std::int64_t{r.vintage.year}; }, "a");
  t.column("observations", say("observations"),
           [](const Sample& r) { return static_cast<std::int64_t>(r.rows()); });
  t.column("columns", say("columns"), columns_of);
  return t.build();
}

table::Table places_table(const series::Project& project, const Session& session) {
  const bool is_for_people = session.manner().format == Format::table;
  TableBuilder<Places> t("places", say("Places"), project.places, {"kind"});
  t.column("kind", say("kind"), [](const Places& r) { return r.id; });
  t.column("shape", say("on the map"), [&](const Places& r) {
    return is_for_people ? session.words(words_for(r.shape)) : std::string(name_of(r.shape));
  });
  t.column("places", say("places"),
           [](const Places& r) { return static_cast<std::int64_t>(r.size()); });
  t.column("dated", say("with a year"), with_a_year);
  return t.build();
}

table::Table documents_table(const series::Project& project) {
  TableBuilder<Document> t("documents", say("Documents"), project.documents, {"kind", "id"});
  t.column("kind", say("kind"), [](const Document& r) { return r.kind; });
  t.column("id", say("name"), [](const Document& r) { return r.id; });
  t.column("bytes", say("bytes"),
           [](const Document& r) { return static_cast<std::int64_t>(r.text.size()); });
  return t.build();
}

}  // namespace wijkbeeld::cli
