// SPDX-License-Identifier: EUPL-1.2
#include "store/detail/ingredients.hpp"

#include <utility>

#include "codec/blob.hpp"
#include "store/detail/packing.hpp"
#include "store/detail/stored.hpp"

namespace wijkbeeld::store::detail {

using codec::Database;
using codec::Statement;
using series::Places;
using series::PlaceShape;
using series::Presence;
using series::Sample;
using series::SampleColumn;

namespace {

std::vector<area::AreaCode> codes_of(std::vector<std::string>&& texts) {
  std::vector<area::AreaCode> codes;
  codes.reserve(texts.size());
  for (std::string& text : texts)
    codes.push_back({std::move(text)});
  return codes;
}

SampleColumn column_in(const Statement& row, std::size_t rows) {
  SampleColumn column{std::string(row.text(0)), row.integer(1) != 0};
  column.numbers = codec::doubles_from_blob(row.blob(2));
  column.texts = unpack_texts(row.blob(3));
  column.absences = codec::bytes_from_blob(row.blob(4));
  require_absences(column.absences, rows, "wijkbeeld_sample_column");
  if (column.numbers.size() != (column.is_text ? 0 : rows) ||
      column.texts.size() != (column.is_text ? rows : 0))
    throw damaged("wijkbeeld_sample_column");
  return column;
}

std::string_view word_for(PlaceShape shape) {
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

PlaceShape place_shape_in(const Statement& row, int column) {
  for (const auto shape : {PlaceShape::point, PlaceShape::line, PlaceShape::surface})
    if (row.text(column) == word_for(shape)) return shape;
  throw damaged("wijkbeeld_places");
}

std::string packed_shapes(const Places& places) {
  switch (places.shape) {
    case PlaceShape::point:
      return pack_points(places.points);
    case PlaceShape::line:
      return pack_lines(places.lines);
    case PlaceShape::surface:
      break;
  }
  return pack_shapes(places.surfaces);
}

// How many shapes there were.
std::size_t unpack_into(Places& places, std::string_view blob) {
  switch (places.shape) {
    case PlaceShape::point:
      places.points = unpack_points(blob);
      return places.points.size();
    case PlaceShape::line:
      places.lines = unpack_lines(blob);
      return places.lines.size();
    case PlaceShape::surface:
      break;
  }
  places.surfaces = unpack_shapes(blob);
  return places.surfaces.size();
}

// Years beside which of them are known: 1 the first, 2 the last.
constexpr std::uint8_t kKnowsFrom = 1;
constexpr std::uint8_t kKnowsUntil = 2;

std::vector<Presence> presence_in(const Statement& row, std::size_t size) {
  const std::vector<double> from = codec::doubles_from_blob(row.blob(4));
  const std::vector<double> until = codec::doubles_from_blob(row.blob(5));
  const std::vector<std::uint8_t> known = codec::bytes_from_blob(row.blob(6));
  if (from.size() != size || until.size() != size || known.size() != size)
    throw damaged("wijkbeeld_places");
  const auto is_year = [](double year) { return year >= -10000 && year <= 10000; };
  std::vector<Presence> presence(size);
  for (std::size_t i = 0; i < size; ++i) {
    if (!is_year(from[i]) || !is_year(until[i])) throw damaged("wijkbeeld_places");
    if ((known[i] & kKnowsFrom) != 0) presence[i].from = static_cast<int>(from[i]);
    if ((known[i] & kKnowsUntil) != 0) presence[i].until = static_cast<int>(until[i]);
  }
  return presence;
}

void bind_presence(Statement& insert, const std::vector<Presence>& presence) {
  std::vector<double> from;
  std::vector<double> until;
  std::vector<std::uint8_t> known;
  for (const Presence& one : presence) {
    from.push_back(one.from.value_or(0));
    until.push_back(one.until.value_or(0));
    known.push_back(
        static_cast<std::uint8_t>((one.from ? kKnowsFrom : 0) | (one.until ? kKnowsUntil : 0)));
  }
  insert.bind_blob(5, codec::to_blob(from)).bind_blob(6, codec::to_blob(until));
  insert.bind_blob(7, codec::to_blob(known));
}

}  // namespace

void write_nestings(Database& database, const std::vector<area::Nesting>& nestings) {
  Statement insert = database.prepare("INSERT INTO wijkbeeld_nesting VALUES (?, ?, ?, ?, ?)");
  for (const area::Nesting& one : nestings) {
    insert.reset();
    insert.bind(1, area::to_text(one.fine)).bind(2, area::to_text(one.coarse));
    insert.bind(3, std::int64_t{one.vintage.year}).bind_blob(4, pack_codes(one.codes));
    insert.bind_blob(5, pack_codes(one.parents)).step();
  }
}

std::vector<area::Nesting> read_nestings(Database& database) {
  std::vector<area::Nesting> nestings;
  Statement row = database.prepare(
      "SELECT fine, coarse, vintage, codes, parents FROM wijkbeeld_nesting ORDER BY rowid");
  while (row.step()) {
    area::Nesting one;
    one.fine = level_in(row, 0, "wijkbeeld_nesting");
    one.coarse = level_in(row, 1, "wijkbeeld_nesting");
    one.vintage = {year_in(row, 2)};
    one.codes = unpack_codes(row.blob(3));
    one.parents = codes_of(unpack_texts(row.blob(4)));
    if (one.parents.size() != one.codes.size()) throw damaged("wijkbeeld_nesting");
    nestings.push_back(std::move(one));
  }
  return nestings;
}

void write_samples(Database& database, const std::vector<Sample>& samples) {
  Statement insert = database.prepare("INSERT INTO wijkbeeld_sample VALUES (?, ?, ?, ?, ?, ?)");
  Statement part =
      database.prepare("INSERT INTO wijkbeeld_sample_column VALUES (?, ?, ?, ?, ?, ?)");
  std::int64_t id = 0;
  for (const Sample& sample : samples) {
    insert.reset();
    insert.bind(1, ++id).bind(2, sample.id).bind(3, sample.title);
    insert.bind(4, area::to_text(sample.level)).bind(5, std::int64_t{sample.vintage.year});
    insert.bind_blob(6, pack_codes(sample.areas)).step();
    for (const SampleColumn& column : sample.columns) {
      part.reset();
      part.bind(1, id).bind(2, column.name).bind(3, std::int64_t{column.is_text ? 1 : 0});
      part.bind_blob(4, codec::to_blob(column.numbers)).bind_blob(5, pack_texts(column.texts));
      part.bind_blob(6, codec::to_blob(column.absences)).step();
    }
  }
}

std::vector<Sample> read_samples(Database& database) {
  std::vector<Sample> samples;
  Statement part = database.prepare(
      "SELECT name, is_text, reals, texts, absences FROM wijkbeeld_sample_column "
      "WHERE sample = ? ORDER BY rowid");
  Statement row = database.prepare(
      "SELECT id, name, title, level, vintage, areas FROM wijkbeeld_sample ORDER BY id");
  while (row.step()) {
    Sample sample{std::string(row.text(1)), std::string(row.text(2))};
    sample.level = level_in(row, 3, "wijkbeeld_sample");
    sample.vintage = {year_in(row, 4)};
    sample.areas = codes_of(unpack_texts(row.blob(5)));
    part.reset();
    part.bind(1, row.integer(0));
    while (part.step())
      sample.columns.push_back(column_in(part, sample.rows()));
    samples.push_back(std::move(sample));
  }
  return samples;
}

void write_places(Database& database, const std::vector<Places>& all) {
  Statement insert = database.prepare("INSERT INTO wijkbeeld_places VALUES (?, ?, ?, ?, ?, ?, ?)");
  for (const Places& places : all) {
    insert.reset();
    insert.bind(1, places.id).bind(2, places.title).bind(3, word_for(places.shape));
    insert.bind_blob(4, packed_shapes(places));
    bind_presence(insert, places.presence);
    insert.step();
  }
}

std::vector<Places> read_places(Database& database) {
  std::vector<Places> all;
  Statement row = database.prepare(
      "SELECT kind, title, shape, shapes, year_from, year_until, known FROM wijkbeeld_places "
      "ORDER BY rowid");
  while (row.step()) {
    Places places{std::string(row.text(0)), std::string(row.text(1)), place_shape_in(row, 2)};
    places.presence = presence_in(row, unpack_into(places, row.blob(3)));
    all.push_back(std::move(places));
  }
  return all;
}

void write_documents(Database& database, const std::vector<series::Document>& documents) {
  Statement insert = database.prepare("INSERT INTO wijkbeeld_document VALUES (?, ?, ?)");
  for (const series::Document& one : documents) {
    insert.reset();
    insert.bind(1, one.kind).bind(2, one.id).bind_blob(3, pack_texts({one.text})).step();
  }
}

std::vector<series::Document> read_documents(Database& database) {
  std::vector<series::Document> documents;
  Statement row = database.prepare("SELECT kind, id, words FROM wijkbeeld_document ORDER BY rowid");
  while (row.step()) {
    std::vector<std::string> texts = unpack_texts(row.blob(2));
    if (texts.size() != 1) throw damaged("wijkbeeld_document");
    documents.push_back({std::string(row.text(0)), std::string(row.text(1)), std::move(texts[0])});
  }
  return documents;
}

}  // namespace wijkbeeld::store::detail
