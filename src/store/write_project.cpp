// SPDX-License-Identifier: EUPL-1.2
#include <map>

#include "base/ensure.hpp"
#include "base/file.hpp"
#include "codec/blob.hpp"
#include "codec/layer.hpp"
#include "codec/qgis_styles.hpp"
#include "codec/sqlite.hpp"
#include "store/detail/ingredients.hpp"
#include "store/detail/packing.hpp"
#include "store/detail/schema.hpp"
#include "store/plain_layers.hpp"
#include "store/project_file.hpp"

namespace wijkbeeld::store {

using codec::Database;
using codec::Statement;

namespace {

void write_meta(Database& database) {
  Statement insert = database.prepare("INSERT INTO wijkbeeld_meta VALUES (?, ?)");
  insert.bind(1, std::string_view("format")).bind(2, fmt::format("{}", kFormat)).step();
  Statement extension = database.prepare(
      "INSERT INTO gpkg_extensions VALUES (?, NULL, 'wijkbeeld_project', "
      "'docs/reference/project-file.md', 'read-write')");
  for (const std::string_view table : detail::kTables) {
    extension.reset();
    extension.bind(1, table).step();
  }
}

void write_columns(Database& database, std::int64_t id, const series::Series& series) {
  Statement insert = database.prepare("INSERT INTO wijkbeeld_column VALUES (?, ?, ?, ?, ?)");
  for (std::size_t p = 0; p < series.periods().size(); ++p) {
    const series::Period& period = series.periods()[p];
    insert.reset();
    insert.bind(1, id)
        .bind(2, std::int64_t{period.from.year})
        .bind(3, std::int64_t{period.to.year});
    insert.bind_blob(4, codec::to_blob(series.values(p)));
    insert.bind_blob(5, codec::to_blob(series.absences(p))).step();
  }
}

// Most series of a file have the same areas: each list of codes is written once.
void write_series(Database& database, const std::vector<series::Series>& all) {
  Statement codes = database.prepare("INSERT INTO wijkbeeld_codes VALUES (?, ?)");
  Statement insert = database.prepare("INSERT INTO wijkbeeld_series VALUES (?, ?, ?, ?, ?, ?)");
  std::map<std::string, std::int64_t> known;
  std::int64_t id = 0;
  for (const series::Series& series : all) {
    const std::string packed = detail::pack_codes(series.areas());
    const auto [list, is_new] = known.emplace(packed, static_cast<std::int64_t>(known.size()) + 1);
    if (is_new) {
      codes.reset();
      codes.bind(1, list->second).bind_blob(2, packed).step();
    }
    insert.reset();
    insert.bind(1, ++id).bind(2, series.key().edition.text);
    insert.bind(3, area::to_text(series.key().level));
    insert.bind(4, std::int64_t{series.key().vintage.year}).bind(5, series.key().quantity);
    insert.bind(6, list->second).step();
    write_columns(database, id, series);
  }
}

void write_areas(Database& database, const std::vector<area::AreaSet>& sets) {
  Statement insert =
      database.prepare("INSERT INTO wijkbeeld_areas VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (const area::AreaSet& set : sets) {
    std::vector<std::string> codes;
    std::vector<std::string> names;
    std::vector<std::string> gemeenten;
    std::vector<double> residents;
    std::vector<std::uint8_t> absences;
    std::vector<std::uint8_t> water;
    for (const area::Area& one : set.areas()) {
      codes.push_back(one.code.text);
      names.push_back(one.name);
      gemeenten.push_back(one.gemeente_name);
      residents.push_back(one.residents.value_or(0));
      absences.push_back(static_cast<std::uint8_t>(one.residents.absence()));
      water.push_back(one.is_water ? 1 : 0);
    }
    insert.reset();
    insert.bind(1, area::to_text(set.level())).bind(2, std::int64_t{set.vintage().year});
    insert.bind(3, set.residents_source()).bind_blob(4, detail::pack_texts(codes));
    insert.bind_blob(5, detail::pack_texts(names)).bind_blob(6, detail::pack_texts(gemeenten));
    insert.bind_blob(7, codec::to_blob(residents)).bind_blob(8, codec::to_blob(absences));
    insert.bind_blob(9, codec::to_blob(water)).step();
  }
}

void write_outlines(Database& database, const std::vector<area::Outlines>& all) {
  Statement insert = database.prepare("INSERT INTO wijkbeeld_outlines VALUES (?, ?, ?, ?, ?, ?)");
  for (const area::Outlines& outlines : all) {
    insert.reset();
    insert.bind(1, area::to_text(outlines.level)).bind(2, std::int64_t{outlines.vintage.year});
    insert.bind(3, outlines.source).bind_blob(4, detail::pack_codes(outlines.codes));
    insert.bind_blob(5, detail::pack_texts(outlines.names));
    insert.bind_blob(6, detail::pack_shapes(outlines.shapes)).step();
  }
}

void write_lists(Database& database, const std::vector<series::AreaList>& lists) {
  Statement insert = database.prepare("INSERT INTO wijkbeeld_list VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  Statement row = database.prepare("INSERT INTO wijkbeeld_list_member VALUES (?, ?, ?, ?, ?, ?)");
  for (const series::AreaList& list : lists) {
    insert.reset();
    insert.bind(1, list.id).bind(2, list.title).bind(3, area::to_text(list.level));
    insert.bind(4, std::int64_t{list.vintage.year}).bind(5, list.since).bind(6, list.until);
    insert.bind(7, list.source).bind_blob(8, detail::pack_texts(list.unmatched)).step();
    for (const series::ListMember& member : list.members) {
      row.reset();
      row.bind(1, list.id).bind(2, member.code.text).bind(3, member.name).bind(4, member.label);
      row.bind(5, member.gemeente).bind(6, member.certainty).step();
    }
  }
}

void write_files(Database& database, const std::vector<series::FileRecord>& files) {
  Statement insert = database.prepare("INSERT INTO wijkbeeld_file VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  for (const series::FileRecord& file : files) {
    insert.reset();
    insert.bind(1, file.name).bind(2, file.sha256).bind(3, file.source).bind(4, file.title);
    insert.bind(5, file.licence).bind(6, file.publisher);
    insert.bind(7, file.rows_read).bind(8, file.rows_refused).step();
  }
}

// An argument of a message, taken apart.
struct Parts {
  std::string_view kind;
  std::string words = {};
  double number = 0;
  int digits = 0;
  bool with_sign = false;
};

Parts parts_of(const base::Argument& argument) {
  if (const auto* text = std::get_if<std::string>(&argument.value)) return {"text", *text};
  if (const auto* count = std::get_if<base::Count>(&argument.value))
    return {"count", fmt::format("{}", count->value)};
  if (const auto* decimal = std::get_if<base::Decimal>(&argument.value))
    return {"decimal", "", decimal->value, decimal->digits, decimal->with_sign};
  const auto& percent = std::get<base::Percent>(argument.value);
  return {"percent", "", percent.share, percent.digits, false};
}

void write_arguments(Statement& insert, std::int64_t issue, const base::Message& message) {
  for (const base::Argument& argument : message.arguments) {
    const Parts parts = parts_of(argument);
    insert.reset();
    insert.bind(1, issue).bind(2, parts.kind).bind(3, parts.words).bind(4, parts.number);
    insert.bind(5, std::int64_t{parts.digits}).bind(6, std::int64_t{parts.with_sign ? 1 : 0});
    insert.bind(7, argument.figure).step();
  }
}

void write_ledger(Database& database, const base::Ledger& ledger) {
  Statement insert =
      database.prepare("INSERT INTO wijkbeeld_issue VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  Statement arguments =
      database.prepare("INSERT INTO wijkbeeld_issue_argument VALUES (?, ?, ?, ?, ?, ?, ?)");
  std::int64_t id = 0;
  for (const base::Issue& issue : ledger.issues()) {
    insert.reset();
    insert.bind(1, ++id).bind(2, issue.code).bind(3, base::to_text(issue.severity));
    insert.bind(4, issue.place.file).bind(5, issue.place.part);
    insert.bind(6, std::int64_t{issue.place.line}).bind(7, std::int64_t{issue.place.column});
    insert.bind(8, issue.message.id).step();
    write_arguments(arguments, id, issue.message);
  }
}

}  // namespace

void write_project(const std::filesystem::path& path, const series::Project& project,
                   base::Language language, const base::Catalogue& catalogue) {
  base::WholeFile whole(path);
  codec::write_geopackage_into(whole.path(), plain_layers(project), language, catalogue);
  codec::add_qgis_styles(whole.path());
  {
    Database database(whole.path(), Database::Mode::write);
    database.run("BEGIN");
    database.run(detail::kSchema);
    write_meta(database);
    write_series(database, project.series);
    write_areas(database, project.areas);
    write_outlines(database, project.outlines);
    write_lists(database, project.lists);
    detail::write_nestings(database, project.nestings);
    detail::write_samples(database, project.samples);
    detail::write_places(database, project.places);
    detail::write_documents(database, project.documents);
    write_files(database, project.files);
    write_ledger(database, project.ledger);
    database.run("COMMIT");
  }
  whole.commit();
}

}  // namespace wijkbeeld::store
