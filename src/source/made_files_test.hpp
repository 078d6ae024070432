// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/number.hpp"
#include "codec/zip.hpp"
#include "source/source.hpp"
#include "support/scratch.hpp"

namespace wijkbeeld::source {

using Cells = std::vector<std::vector<std::string>>;

/// A workbook as Excel stores one, with cells written as numbers where they are.
inline std::string workbook_bytes(const std::vector<std::pair<std::string, Cells>>& sheets) {
  std::string list;
  std::string links;
  std::string types;
  std::map<std::string, std::string> members;
  int number = 0;
  for (const auto& [name, rows] : sheets) {
    ++number;
    list += fmt::format(R"(<sheet name="{}" sheetId="{}" r:id="rId{}"/>)", name, number, number);
    links += fmt::format(
        R"(<Relationship Id="rId{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{}.xml"/>)",
        number, number);
    types += fmt::format(
        R"(<Override PartName="/xl/worksheets/sheet{}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>)",
        number);
    std::string body;
    int line = 0;
    for (const auto& row : rows) {
      body += fmt::format(R"(<row r="{}">)", ++line);
      char column = 'A';
      for (const std::string& cell : row) {
        if (base::parse_number(cell))
          body += fmt::format(R"(<c r="{}{}"><v>{}</v></c>)", column, line, cell);
        else if (cell == "#N/A")
          body += fmt::format(R"(<c r="{}{}" t="e"><v>#N/A</v></c>)", column, line);
        else
          body += fmt::format(R"(<c r="{}{}" t="inlineStr"><is><t>{}</t></is></c>)", column, line,
                              cell);
        ++column;
      }
      body += "</row>";
    }
    members[fmt::format("xl/worksheets/sheet{}.xml", number)] = fmt::format(
        R"(<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>)",
        body);
  }
  members["xl/workbook.xml"] = fmt::format(
      R"(<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{}</sheets></workbook>)",
      list);
  members["xl/_rels/workbook.xml.rels"] = fmt::format(
      R"(<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>)",
      links);
  members["_rels/.rels"] =
      R"(<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>)";
  members["[Content_Types].xml"] = fmt::format(
      R"(<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{}</Types>)",
      types);
  return codec::to_zip(members);
}

/// A dBASE III table of text columns, all 12 wide.
inline std::string dbf_bytes(const Cells& rows) {
  constexpr std::size_t kWidth = 12;
  const std::size_t columns = rows.front().size();
  const std::size_t header = 32 + 32 * columns + 1;
  const std::size_t record = 1 + kWidth * columns;
  std::string bytes(32, '\0');
  const auto put = [&](std::size_t at, std::size_t value) {
    bytes[at] = static_cast<char>(value & 255U);
    bytes[at + 1] = static_cast<char>((value >> 8U) & 255U);
  };
  bytes[0] = 3;
  put(4, rows.size() - 1);
  put(8, header);
  put(10, record);
  for (const std::string& name : rows.front()) {
    std::string field(32, '\0');
    field.replace(0, name.size(), name);
    field[11] = 'C';
    field[16] = static_cast<char>(kWidth);
    bytes += field;
  }
  bytes += '\r';
  for (std::size_t i = 1; i < rows.size(); ++i) {
    bytes += ' ';
    for (const std::string& cell : rows[i])
      bytes += cell + std::string(kWidth - cell.size(), ' ');
  }
  return bytes + '\x1a';
}

/// A file with these bytes, opened.
inline Probe probe_of(const support::Scratch& scratch, const std::string& name,
                      const std::string& bytes) {
  return probe_file(scratch.file(name, bytes), name);
}

/// The issues with a code, each as "line:column message" in English.
inline std::vector<std::string> issues_of(const base::Ledger& ledger, std::string_view code) {
  std::vector<std::string> out;
  for (const base::Issue& issue : ledger.issues())
    if (issue.code == code)
      out.push_back(fmt::format("{}:{} {}", issue.place.line, issue.place.column,
                                base::to_text(issue.message)));
  return out;
}

inline bool has_series(const Reading& reading, std::string_view quantity) {
  for (const series::Series& one : reading.series)
    if (one.key().quantity == quantity) return true;
  return false;
}

/// The series with this quantity (and level, where it matters); ends the test when there is none.
inline const series::Series& series_in(const Reading& reading, std::string_view quantity,
                                       area::Level level = area::Level::own) {
  for (const series::Series& one : reading.series)
    if (one.key().quantity == quantity && (level == area::Level::own || one.key().level == level))
      return one;
  throw std::out_of_range(std::string(quantity));
}

/// The id of the source that takes the file; empty when none does.
inline std::string taken_by(const Probe& probe) {
  for (const Source& source : sources())
    if (source.recognises(probe)) return source.id;
  return "";
}

}  // namespace wijkbeeld::source
