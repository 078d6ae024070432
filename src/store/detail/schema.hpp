// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <string_view>

namespace wijkbeeld::store::detail {

/// The hidden tables of a project file, described for people in docs/reference/project-file.md.
inline constexpr std::string_view kSchema = R"sql(
CREATE TABLE wijkbeeld_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE wijkbeeld_codes (id INTEGER PRIMARY KEY, codes BLOB NOT NULL);
CREATE TABLE wijkbeeld_series (
  id INTEGER PRIMARY KEY, edition TEXT NOT NULL, level TEXT NOT NULL, vintage INTEGER NOT NULL,
  quantity TEXT NOT NULL, codes INTEGER NOT NULL);
CREATE TABLE wijkbeeld_column (
  series INTEGER NOT NULL, year_from INTEGER NOT NULL, year_to INTEGER NOT NULL,
  reals BLOB NOT NULL, absences BLOB NOT NULL);
CREATE INDEX wijkbeeld_column_series ON wijkbeeld_column (series, year_from, year_to);
CREATE TABLE wijkbeeld_areas (
  level TEXT NOT NULL, vintage INTEGER NOT NULL, residents_source TEXT NOT NULL,
  codes BLOB NOT NULL, names BLOB NOT NULL, gemeenten BLOB NOT NULL, residents BLOB NOT NULL,
  absences BLOB NOT NULL, water BLOB NOT NULL);
CREATE TABLE wijkbeeld_outlines (
  level TEXT NOT NULL, vintage INTEGER NOT NULL, source TEXT NOT NULL,
  codes BLOB NOT NULL, names BLOB NOT NULL, shapes BLOB NOT NULL);
CREATE TABLE wijkbeeld_list (
  id TEXT NOT NULL, title TEXT NOT NULL, level TEXT NOT NULL, vintage INTEGER NOT NULL,
  since TEXT NOT NULL, until TEXT NOT NULL, source TEXT NOT NULL, unmatched BLOB NOT NULL);
CREATE TABLE wijkbeeld_list_member (
  list TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, label TEXT NOT NULL,
  gemeente TEXT NOT NULL, certainty TEXT NOT NULL);
CREATE TABLE wijkbeeld_nesting (
  fine TEXT NOT NULL, coarse TEXT NOT NULL, vintage INTEGER NOT NULL, codes BLOB NOT NULL,
  parents BLOB NOT NULL);
CREATE TABLE wijkbeeld_sample (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, title TEXT NOT NULL, level TEXT NOT NULL,
  vintage INTEGER NOT NULL, areas BLOB NOT NULL);
CREATE TABLE wijkbeeld_sample_column (
  sample INTEGER NOT NULL, name TEXT NOT NULL, is_text INTEGER NOT NULL, reals BLOB NOT NULL,
  texts BLOB NOT NULL, absences BLOB NOT NULL);
CREATE TABLE wijkbeeld_places (
  kind TEXT NOT NULL, title TEXT NOT NULL, shape TEXT NOT NULL, shapes BLOB NOT NULL,
  year_from BLOB NOT NULL, year_until BLOB NOT NULL, known BLOB NOT NULL);
CREATE TABLE wijkbeeld_document (kind TEXT NOT NULL, id TEXT NOT NULL, words BLOB NOT NULL);
CREATE TABLE wijkbeeld_file (
  name TEXT NOT NULL, sha256 TEXT NOT NULL, source TEXT NOT NULL, title TEXT NOT NULL,
  licence TEXT NOT NULL, publisher TEXT NOT NULL, rows_read INTEGER NOT NULL,
  rows_refused INTEGER NOT NULL);
CREATE TABLE wijkbeeld_issue (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, severity TEXT NOT NULL, file TEXT NOT NULL,
  part TEXT NOT NULL, line INTEGER NOT NULL, place_column INTEGER NOT NULL, message TEXT NOT NULL);
CREATE TABLE wijkbeeld_issue_argument (
  issue INTEGER NOT NULL, kind TEXT NOT NULL, words TEXT NOT NULL, number REAL NOT NULL,
  digits INTEGER NOT NULL, with_sign INTEGER NOT NULL, figure TEXT NOT NULL);
)sql";

inline constexpr std::array<std::string_view, 16> kTables = {
    "wijkbeeld_meta",          "wijkbeeld_codes",         "wijkbeeld_series",
    "wijkbeeld_column",        "wijkbeeld_areas",         "wijkbeeld_outlines",
    "wijkbeeld_list",          "wijkbeeld_list_member",   "wijkbeeld_nesting",
    "wijkbeeld_sample",        "wijkbeeld_sample_column", "wijkbeeld_places",
    "wijkbeeld_document",      "wijkbeeld_file",          "wijkbeeld_issue",
    "wijkbeeld_issue_argument"};

}  // namespace wijkbeeld::store::detail
