// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/catalogue.hpp"
#include "base/issue.hpp"
#include "table/rows.hpp"
#include "table/table.hpp"

namespace wijkbeeld::codec {

/// An Excel workbook opened for reading (ECMA-376). Numbers are given as the file stores them,
/// error cells as their text ("#N/A"), formulas by their stored result, dates as their number,
/// truth values as 1 and 0. Charts are not sheets.
class Workbook {
 public:
  static constexpr std::size_t kMostUnpacked = std::size_t{1} << 30U;

  /// Throws Failure: not a workbook (another kind of file is named where it can be), cut short,
  /// damaged, protected with a password (an encrypted workbook is an OLE file), an old .xls, a
  /// sheet name twice, or more than kMostUnpacked bytes when unpacked.
  explicit Workbook(const std::filesystem::path& path);
  /// The same from bytes; `name` stands in messages.
  Workbook(std::string_view bytes, const std::string& name,
           std::size_t most_unpacked = kMostUnpacked);
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;
  Workbook(Workbook&&) noexcept;
  Workbook& operator=(Workbook&&) noexcept;
  ~Workbook();

  /// Names in the order of the tabs.
  [[nodiscard]] const std::vector<std::string>& sheets() const;
  /// Says of the cells of a row whether they are the names of columns.
  using IsHeader = std::function<bool(std::span<const std::string_view>)>;

  /// The sheet with its first non-empty row as header; with `is_header` the first of the first
  /// twenty of which that is true, when there is one, and then the titles above it are noted
  /// ("rows-above-header"). Numbers are in point style, whatever the
  /// language of Excel was. Rows longer than the header and blank rows as in read_csv; cells that
  /// are merged below the header are noted ("merged-cells"): only the first of them has the value.
  /// Throws Failure naming the sheets there are when it is missing; when the sheet is empty, its
  /// header is merged, or its XML is damaged.
  [[nodiscard]] table::Rows read(const std::string& sheet, base::Ledger& ledger,
                                 const IsHeader& is_header = {}) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// One tab of a workbook to write: a title and remarks above the table.
struct Sheet {
  std::string name;  ///< at most 31 characters, unique
  std::string title;
  std::vector<std::string> remarks;
  table::Table table;
};

/// Writes a workbook whole or not at all: frozen bold header with titles in the language, column
/// widths by content, number formats by type, autofilter, one row of machine names under the
/// titles, a first sheet that lists the others. The same tables give the same bytes.
void write_xlsx(const std::filesystem::path& path, const std::vector<Sheet>& sheets,
                const std::string& workbook_title, base::Language language,
                const base::Catalogue& catalogue);

}  // namespace wijkbeeld::codec
