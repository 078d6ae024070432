// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.hpp"
#include "codec/detail/xml_scan.hpp"

namespace wijkbeeld::codec::detail {

/// A rectangle of cells that Excel shows as one, counted from 1, ends included.
struct MergedCells {
  std::string reference;  ///< "A1:C1"
  int first_row = 0;
  int last_row = 0;
  int first_column = 0;
  int last_column = 0;
};

/// Column and row of "BC23" (55, 23), or nothing when it is no reference within a sheet's limits
/// (16,384 columns, 1,048,576 rows).
struct CellPosition {
  int column = 0;
  int row = 0;
  bool operator==(const CellPosition&) const = default;
};
std::optional<CellPosition> parse_cell_reference(std::string_view text);

/// Reads the rows of one worksheet part (ECMA-376 part 1, 18.3), front to back.
class SheetCells {
 public:
  /// The XML and the shared texts must outlive this.
  SheetCells(std::string_view xml, const std::vector<std::string>& shared, base::Place place);

  /// Moves to the next row; false at the end. Throws Failure when the XML is broken or a cell
  /// points at a shared text that does not exist.
  bool next();
  /// Trimmed texts by column, gaps filled with empty ones; good until the next call of next().
  [[nodiscard]] const std::vector<std::string_view>& cells() const { return cells_; }
  /// Row number as Excel shows it.
  [[nodiscard]] int line() const { return line_; }
  /// Known when next() has given false.
  [[nodiscard]] const std::vector<MergedCells>& merged() const { return merged_; }

 private:
  XmlScan::Kind scan();
  void begin_row();
  void read_row();
  void read_cell();
  void read_cell_content(std::string_view type);
  void skip_element();
  std::string_view read_text();
  void put(std::string_view type, std::string_view text);
  [[nodiscard]] std::string_view shared_text(std::string_view index) const;
  void add_merged();
  [[nodiscard]] base::Failure broken() const;
  [[nodiscard]] base::Place here() const;

  XmlScan scan_;
  const std::vector<std::string>& shared_;
  base::Place place_;
  int line_ = 0;
  int column_ = 0;
  std::vector<std::string_view> cells_;
  std::deque<std::string> resolved_;
  std::vector<MergedCells> merged_;
};

/// The shared texts of a workbook in their order (ECMA-376 part 1, 18.4.9), without phonetic hints.
/// Throws Failure when the XML is broken.
std::vector<std::string> read_shared_texts(std::string_view xml, const base::Place& place);

/// The failure for XML that is not well-formed at this byte.
base::Failure broken_xml(const base::Place& place, std::size_t offset);

}  // namespace wijkbeeld::codec::detail
