// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.hpp"
#include "base/number.hpp"

namespace wijkbeeld::table {

/// The cells of one table as a reader found them: text, trimmed, UTF-8, with the line each row
/// stood on. What a text means ("#N/A", a code, a number) is decided by the source that reads it.
class Rows {
 public:
  /// `place` names the file and, for workbooks and layers, the sheet or layer.
  Rows(base::Place place, std::vector<std::string> header);

  [[nodiscard]] const base::Place& place() const { return place_; }
  [[nodiscard]] const std::vector<std::string>& header() const { return header_; }
  [[nodiscard]] std::size_t size() const { return lines_.size(); }

  /// A row shorter than the header is filled with empty cells; a longer one is the reader's to
  /// refuse. The text is copied.
  void add(int line, std::span<const std::string_view> cells);

  [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const {
    return cells_[row * header_.size() + column];
  }
  [[nodiscard]] int line(std::size_t row) const { return lines_[row]; }
  /// The place of a cell, for the ledger: file, sheet, line, and column counted from 1.
  [[nodiscard]] base::Place place_of(std::size_t row, std::size_t column) const;

  /// Position of the column with this name (exact first, then without regard to case), if any.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view column_name) const;
  /// The same; throws Failure naming the columns there are and the one perhaps meant.
  [[nodiscard]] std::size_t column(std::string_view column_name) const;

  /// How this file writes numbers; the reader decides over the file as a whole.
  // NOLINTNEXTLINE(misc-non-private-member-variables-in-classes): nothing depends on it in here
  base::NumberStyle number_style = base::NumberStyle::point;

 private:
  std::string_view keep(std::string_view text);

  base::Place place_;
  std::vector<std::string> header_;
  std::vector<int> lines_;
  std::vector<std::string_view> cells_;
  std::deque<std::string> chunks_;  // never moved, so that views into them stay good
};

}  // namespace wijkbeeld::table
