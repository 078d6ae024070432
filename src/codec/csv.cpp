// SPDX-License-Identifier: EUPL-1.2
#include "codec/csv.hpp"

#include <deque>
#include <utility>
#include <vector>

#include "base/file.hpp"
#include "base/text.hpp"
#include "codec/detail/decode.hpp"
#include "codec/detail/number_style.hpp"
#include "codec/detail/row_width.hpp"
#include "codec/detail/separator.hpp"

namespace wijkbeeld::codec {

using base::Count;
using base::Failure;
using base::Ledger;
using base::Place;
using base::say;
using base::Severity;

namespace {

// base::trim, but without looking for rare blanks around cells that plainly have none.
std::string_view trimmed(std::string_view cell) {
  const auto is_plain = [](char c) { return c > ' ' && c < '\x7f'; };
  if (cell.empty() || (is_plain(cell.front()) && is_plain(cell.back()))) return cell;
  return base::trim(cell);
}

// Cuts text into rows of cells (RFC 4180, with what people have besides).
class CellReader {
 public:
  CellReader(std::string_view text, char separator, Place place, Ledger& ledger)
      : text_(text), separator_(separator), place_(std::move(place)), ledger_(ledger) {}

  // Reads the next row that is not blank; false at the end.
  bool next() {
    while (at_ < text_.size()) {
      read_row();
      if (!is_blank_) return true;
    }
    return false;
  }
  [[nodiscard]] const std::vector<std::string_view>& cells() const { return cells_; }
  [[nodiscard]] int line() const { return row_line_; }

 private:
  [[nodiscard]] bool is_line_end() const { return text_[at_] == '\n' || text_[at_] == '\r'; }

  void skip_line_end() {
    if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
    ++at_;
    ++line_;
  }

  void read_row() {
    cells_.clear();
    unquoted_.clear();
    row_line_ = line_;
    is_blank_ = true;
    for (;;) {
      cells_.push_back(read_cell());
      if (!cells_.back().empty()) is_blank_ = false;
      if (at_ == text_.size()) return;
      if (is_line_end()) break;
      ++at_;  // the separator
    }
    skip_line_end();
  }

  std::string_view read_cell() {
    std::size_t start = at_;
    while (start < text_.size() && text_[start] == ' ')
      ++start;
    if (start < text_.size() && text_[start] == '"') {
      at_ = start;
      return read_quoted();
    }
    return read_plain();
  }

  std::string_view read_plain() {
    const std::size_t start = at_;
    while (at_ < text_.size() && text_[at_] != separator_ && !is_line_end())
      ++at_;
    return trimmed(text_.substr(start, at_ - start));
  }

  std::string_view read_quoted() {
    const int opened = line_;
    is_blank_ = false;
    std::size_t start = ++at_;
    std::string* storage = nullptr;  // only for cells that are not one piece of the text
    for (;;) {
      const std::size_t quote = text_.find('"', at_);
      if (quote == std::string_view::npos) throw unclosed(opened);
      count_lines(text_.substr(at_, quote - at_));
      at_ = quote + 1;
      if (at_ == text_.size() || text_[at_] != '"') break;
      if (storage == nullptr) storage = &unquoted_.emplace_back();
      storage->append(text_.substr(start, at_ - start));  // with one of the two quotes
      start = ++at_;
    }
    const std::string_view last = text_.substr(start, at_ - 1 - start);
    const std::size_t closed = at_;
    const bool has_text_behind = !read_plain().empty();
    if (storage == nullptr && !has_text_behind) return trimmed(last);
    if (storage == nullptr) storage = &unquoted_.emplace_back();
    storage->append(last);
    if (has_text_behind) {
      storage->append(text_.substr(closed, at_ - closed));
      note_text_behind(trimmed(*storage));
    }
    return trimmed(*storage);
  }

  void count_lines(std::string_view part) {
    for (std::size_t i = 0; i < part.size(); ++i)
      if (part[i] == '\n' || (part[i] == '\r' && part.substr(i + 1, 1) != "\n")) ++line_;
  }

  [[nodiscard]] Place here(int line) const {
    Place place = place_;
    place.line = line;
    place.column = static_cast<int>(cells_.size()) + 1;
    return place;
  }

  [[nodiscard]] Failure unclosed(int line) const {
    return Failure(say("a quoted cell is never closed"))
        .at(here(line))
        .because(say("the file ends before a second \" is found"))
        .help(say("close the quotes, or write a quote inside a cell twice: \"\""));
  }

  void note_text_behind(std::string_view whole) {
    ledger_.add({"text-after-quote", Severity::warning, here(line_),
                 say("there is text behind a closing quote; the cell was read as '{}'", whole)});
  }

  std::string_view text_;
  char separator_;
  Place place_;
  Ledger& ledger_;
  std::size_t at_ = 0;
  int line_ = 1;
  int row_line_ = 1;
  bool is_blank_ = true;
  std::vector<std::string_view> cells_;
  std::deque<std::string> unquoted_;
};

// Excel's own first line "sep=;" names the separator; the line is left in place but skipped.
char declared_separator(std::string_view text) {
  const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
  return line.size() == 5 && base::lower(line).starts_with("sep=") ? line[4] : '\0';
}

void note_short(Ledger& ledger, Place place, std::size_t rows) {
  ledger.add({"row-too-short", Severity::note, std::move(place),
              say("rows with fewer cells than the header, filled with empty cells: {}",
                  Count{static_cast<std::int64_t>(rows)})});
}

void add_rows(CellReader& reader, table::Rows& rows, const Place& place, Ledger& ledger) {
  const std::size_t width = rows.header().size();
  std::size_t short_rows = 0;
  Place first_short;
  const auto on_line = [&] { return Place{place.file, place.part, reader.line(), 0}; };
  for (std::vector<std::string_view> cells; reader.next();) {
    cells = reader.cells();
    if (!detail::fits_header(cells, width, on_line(), ledger)) continue;
    if (cells.size() < width && short_rows++ == 0) first_short = on_line();
    rows.add(reader.line(), cells);
  }
  if (short_rows > 0) note_short(ledger, first_short, short_rows);
}

}  // namespace

table::Rows read_csv(const std::filesystem::path& path, Ledger& ledger) {
  return parse_csv(base::read_file(path), {path.string()}, ledger);
}

table::Rows parse_csv(std::string_view bytes, const Place& place, Ledger& ledger) {
  detail::refuse_binary(bytes, place);
  std::string storage;
  const std::string_view text = detail::to_utf8(bytes, place, storage, ledger);
  const char declared = declared_separator(text);
  const char separator = declared != '\0' ? declared : detail::separator_of(text);
  CellReader reader(text, separator, place, ledger);
  if (declared != '\0') reader.next();
  if (!reader.next())
    throw Failure(say("the file has no header"))
        .at(place)
        .because(say("it is empty"))
        .help(say("its first line must name the columns"));
  table::Rows rows(place, {reader.cells().begin(), reader.cells().end()});
  add_rows(reader, rows, place, ledger);
  detail::decide_number_style(
      rows, separator == ';' ? base::NumberStyle::comma : base::NumberStyle::point, ledger);
  return rows;
}

}  // namespace wijkbeeld::codec
