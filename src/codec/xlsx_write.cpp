// SPDX-License-Identifier: EUPL-1.2
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <memory>

#include "base/ensure.hpp"
#include "base/failure.hpp"
#include "base/file.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "codec/xlsx.hpp"

namespace wijkbeeld::codec {

using base::Catalogue;
using base::Language;
using base::say;

namespace {

constexpr std::size_t kMostRows = 1048576;
constexpr std::size_t kLongestName = 31;
constexpr std::size_t kLongestText = 32767;  // of a cell, in characters
constexpr std::uint8_t kA4 = 9;
constexpr std::int64_t kExact = std::int64_t{1} << 53U;
constexpr time_t kCreated = 315532800;  // 1980-01-01: every workbook, so that bytes can be equal

// What the library answers for a mistake of ours, not of the disk.
void check(lxw_error error) {
  base::ensure(error == LXW_NO_ERROR, lxw_strerror(error));
}

std::string shortened(const std::string& text) {
  if (text.size() <= kLongestText) return text;
  std::string cut = text.substr(0, kLongestText - 3);
  while (!base::is_utf8(cut))
    cut.pop_back();
  return cut + "...";
}

struct Closer {
  void operator()(lxw_workbook* book) const { lxw_workbook_free(book); }
};
using Book = std::unique_ptr<lxw_workbook, Closer>;

struct Formats {
  explicit Formats(lxw_workbook* book)
      : title(workbook_add_format(book)),
        remark(workbook_add_format(book)),
        heading(workbook_add_format(book)),
        name(workbook_add_format(book)),
        text(workbook_add_format(book)) {
    constexpr double kTitleSize = 14;
    constexpr double kNameSize = 8;
    constexpr lxw_color_t kGrey = 0x595959;
    constexpr lxw_color_t kShade = 0xF2F2F2;
    format_set_bold(title);
    format_set_font_size(title, kTitleSize);
    format_set_font_color(remark, kGrey);
    format_set_bold(heading);
    format_set_text_wrap(heading);
    format_set_align(heading, LXW_ALIGN_VERTICAL_BOTTOM);
    format_set_bg_color(heading, kShade);
    format_set_font_size(name, kNameSize);
    format_set_font_color(name, kGrey);
    format_set_bg_color(name, kShade);
    format_set_bottom(name, LXW_BORDER_THIN);
  }
  lxw_format* title;
  lxw_format* remark;
  lxw_format* heading;
  lxw_format* name;
  lxw_format* text;
};

// How Excel shows the numbers of a column; it puts in the marks of its own language.
const char* number_format(const table::Column& column) {
  double largest = 0;
  if (const auto* integers = std::get_if<table::Integers>(&column.values)) {
    for (const std::int64_t value : *integers)
      largest = std::max(largest, std::abs(static_cast<double>(value)));
    return largest < 10000 ? "0" : "#,##0";  // years stay as they are
  }
  if (const auto* reals = std::get_if<table::Reals>(&column.values)) {
    bool is_whole = true;
    for (const double value : *reals) {
      largest = std::max(largest, std::abs(value));
      is_whole = is_whole && value == std::floor(value);
    }
    if (is_whole) return largest < 1000 ? "0" : "#,##0";  // people are not shown in tenths
    return largest >= 1000 ? "#,##0.0" : largest >= 10 ? "0.00" : "0.0000";
  }
  return nullptr;
}

// How many characters the widest cell shows, roughly: numbers are shown rounded.
std::size_t shown_width(const table::Table& table, std::size_t c) {
  constexpr std::size_t kWidestNumber = 14;
  const bool is_text = std::holds_alternative<table::Texts>(table.columns[c].values);
  std::size_t width = 0;
  for (std::size_t row = 0; row < table.rows(); ++row)
    width = std::max(width, base::length_utf8(table.text(row, c)));
  return is_text ? width : std::min(width, kWidestNumber);
}

class SheetWriter {
 public:
  SheetWriter(lxw_workbook* book, const Formats& formats, const Sheet& sheet, Language language,
              const Catalogue& catalogue)
      : book_(book),
        formats_(formats),
        page_(workbook_add_worksheet(book, sheet.name.c_str())),
        sheet_(sheet),
        language_(language),
        catalogue_(catalogue) {}

  void write() {
    write_top();
    const auto& columns = sheet_.table.columns;
    if (columns.empty()) return;
    base::ensure(row_ + 2 + sheet_.table.rows() <= kMostRows, "a sheet with too many rows");
    for (std::size_t c = 0; c < columns.size(); ++c)
      write_column(c);
    const lxw_row_t names = row_ + 1;
    const auto last_row = static_cast<lxw_row_t>(names + sheet_.table.rows());
    const auto last_column = static_cast<lxw_col_t>(columns.size() - 1);
    check(worksheet_autofilter(page_, names, 0, std::max(last_row, names), last_column));
    worksheet_freeze_panes(page_, names + 1, 0);
    set_up_paper(names);
  }

 private:
  // Title and remarks, then a blank row.
  void write_top() {
    check(
        worksheet_write_string(page_, row_++, 0, shortened(sheet_.title).c_str(), formats_.title));
    for (const std::string& remark : sheet_.remarks)
      check(worksheet_write_string(page_, row_++, 0, shortened(remark).c_str(), formats_.remark));
    ++row_;
  }

  void write_column(std::size_t c) {
    const table::Column& column = sheet_.table.columns[c];
    const auto col = static_cast<lxw_col_t>(c);
    const std::string title = base::render(column.heading.title, catalogue_, language_);
    check(worksheet_write_string(page_, row_, col, shortened(title).c_str(), formats_.heading));
    check(worksheet_write_string(page_, row_ + 1, col, column.heading.name.c_str(), formats_.name));
    lxw_format* format = formats_.text;
    if (const char* numbers = number_format(column)) {
      format = workbook_add_format(book_);
      format_set_num_format(format, numbers);
    }
    for (std::size_t row = 0; row < column.size(); ++row)
      if (column.absences[row] == table::Absence::none)
        write_cell(column, row, static_cast<lxw_row_t>(row_ + 2 + row), col, format);
    constexpr std::size_t kWidestTitle = 24;  // longer titles are broken over lines
    constexpr std::size_t kWidest = 60;
    constexpr double kRoomForFilter = 3;
    const std::size_t width = std::max({shown_width(sheet_.table, c), column.heading.name.size(),
                                        std::min(base::length_utf8(title), kWidestTitle)});
    check(worksheet_set_column(
        page_, col, col, static_cast<double>(std::min(width, kWidest)) + kRoomForFilter, nullptr));
  }

  void write_cell(const table::Column& column, std::size_t from, lxw_row_t row, lxw_col_t col,
                  lxw_format* format) {
    if (const auto* texts = std::get_if<table::Texts>(&column.values)) {
      if (texts->at(from).empty()) return;
      check(worksheet_write_string(page_, row, col, shortened(texts->at(from)).c_str(), format));
    } else if (const auto* integers = std::get_if<table::Integers>(&column.values)) {
      write_integer(integers->at(from), row, col, format);
    } else {
      const double value = std::get<table::Reals>(column.values).at(from);
      base::ensure(std::isfinite(value), "a number in a workbook is finite");
      check(worksheet_write_number(page_, row, col, value, format));
    }
  }

  // Excel has no whole numbers beyond 2^53; those are kept as text rather than changed.
  void write_integer(std::int64_t value, lxw_row_t row, lxw_col_t col, lxw_format* format) {
    if (value >= -kExact && value <= kExact)
      check(worksheet_write_number(page_, row, col, static_cast<double>(value), format));
    else
      check(worksheet_write_string(page_, row, col, fmt::format("{}", value).c_str(), nullptr));
  }

  void set_up_paper(lxw_row_t names) {
    worksheet_set_landscape(page_);
    worksheet_set_paper(page_, kA4);
    worksheet_fit_to_pages(page_, 1, 0);
    check(worksheet_repeat_rows(page_, names - 1, names));
  }

  lxw_workbook* book_;
  const Formats& formats_;
  lxw_worksheet* page_;
  const Sheet& sheet_;
  Language language_;
  const Catalogue& catalogue_;
  lxw_row_t row_ = 0;
};

// The first sheet: what the others are, each a link.
class ContentsWriter {
 public:
  ContentsWriter(lxw_workbook* book, const Formats& formats, const std::string& name)
      : page_(workbook_add_worksheet(book, name.c_str())), formats_(formats) {}

  void write(const std::vector<Sheet>& sheets, const std::string& title,
             const std::vector<std::string>& headings) {
    put(0, 0, title, formats_.title);
    lxw_row_t row = 2;
    for (std::size_t c = 0; c < headings.size(); ++c)
      put(row, static_cast<lxw_col_t>(c), headings[c], formats_.heading);
    std::size_t widest_title = 0;
    for (const Sheet& sheet : sheets) {
      ++row;
      check(worksheet_write_url_opt(page_, row, 0, link(sheet.name).c_str(), nullptr,
                                    sheet.name.c_str(), nullptr));
      put(row, 1, sheet.title, formats_.text);
      check(
          worksheet_write_number(page_, row, 2, static_cast<double>(sheet.table.rows()), nullptr));
      widest_title = std::max(widest_title, base::length_utf8(sheet.title));
    }
    constexpr double kRoom = 3;
    constexpr std::size_t kWidest = 90;
    check(worksheet_set_column(page_, 0, 0, kLongestName + kRoom, nullptr));
    check(worksheet_set_column(
        page_, 1, 1, static_cast<double>(std::min(widest_title, kWidest)) + kRoom, nullptr));
    check(worksheet_set_column(page_, 2, 2, 12, nullptr));
    worksheet_set_paper(page_, kA4);
    worksheet_fit_to_pages(page_, 1, 0);
  }

 private:
  // Quotes in a name are doubled in a reference.
  static std::string link(const std::string& sheet_name) {
    std::string quoted;
    for (const char c : sheet_name)
      quoted.append(c == '\'' ? 2 : 1, c);
    return "internal:'" + quoted + "'!A1";
  }
  void put(lxw_row_t row, lxw_col_t col, const std::string& text, lxw_format* format) {
    check(worksheet_write_string(page_, row, col, shortened(text).c_str(), format));
  }
  lxw_worksheet* page_;
  const Formats& formats_;
};

void check_names(const std::string& contents, const std::vector<Sheet>& sheets) {
  std::vector<std::string> seen = {base::lower(contents)};
  for (const Sheet& sheet : sheets) {
    const bool is_fine = !sheet.name.empty() && base::length_utf8(sheet.name) <= kLongestName &&
                         sheet.name.find_first_of("[]:*?/\\") == std::string::npos &&
                         sheet.name.front() != '\'' && sheet.name.back() != '\'';
    base::ensure(is_fine, "a sheet name Excel does not take");
    const std::string name = base::lower(sheet.name);
    base::ensure(std::find(seen.begin(), seen.end(), name) == seen.end(), "a sheet name twice");
    seen.push_back(name);
  }
}

void describe(lxw_workbook* book, std::string title) {
  lxw_doc_properties about{};
  about.title = title.data();
  about.created = kCreated;
  check(workbook_set_properties(book, &about));
}

}  // namespace

void write_xlsx(const std::filesystem::path& path, const std::vector<Sheet>& sheets,
                const std::string& workbook_title, Language language, const Catalogue& catalogue) {
  const auto words = [&](const base::Message& m) { return base::render(m, catalogue, language); };
  const std::string contents = words(say("Contents"));
  check_names(contents, sheets);
  base::WholeFile whole(path);
  Book book(workbook_new(whole.path().c_str()));
  base::ensure(book != nullptr, "out of memory for a workbook");
  describe(book.get(), workbook_title);
  const Formats formats(book.get());
  ContentsWriter(book.get(), formats, contents)
      .write(sheets, workbook_title,
             {words(say("sheet")), words(say("what it shows")), words(say("rows"))});
  for (const Sheet& sheet : sheets)
    SheetWriter(book.get(), formats, sheet, language, catalogue).write();
  errno = 0;  // the library tells of a full disk this way only
  const lxw_error error = workbook_close(book.release());
  if (error != LXW_NO_ERROR) throw base::cannot_write(path, errno == 0 ? EIO : errno);
  whole.commit();
}

}  // namespace wijkbeeld::codec
