// SPDX-License-Identifier: EUPL-1.2
#include "codec/detail/sheet_cells.hpp"

#include <charconv>
#include <utility>

#include "base/number.hpp"
#include "base/text.hpp"

namespace wijkbeeld::codec::detail {

using base::Failure;
using base::Place;
using base::say;

namespace {

constexpr int kColumns = 16384;
constexpr int kRows = 1048576;

// Excel writes control characters in texts as _x000D_; the only one people have is a line end.
std::string without_escapes(std::string text) {
  for (std::size_t at = 0; (at = text.find("_x", at)) != std::string::npos; ++at) {
    const std::string_view code = std::string_view(text).substr(at + 2, 4);
    unsigned value = 0;
    const auto [stop, error] = std::from_chars(code.data(), code.data() + code.size(), value, 16);
    const bool is_escape = error == std::errc() && code.size() == 4 && stop == code.end() &&
                           text.substr(at + 6, 1) == "_" && value > 0 && value < 0x80;
    if (is_escape) text.replace(at, 7, 1, static_cast<char>(value));
  }
  return text;
}

}  // namespace

Failure broken_xml(const Place& place, std::size_t offset) {
  return Failure(say("the workbook is damaged"))
      .at(place)
      .because(say("the XML inside it breaks off at byte {}", offset))
      .help(say("open it in Excel or LibreOffice, save it again as .xlsx, and use that"));
}

std::optional<CellPosition> parse_cell_reference(std::string_view text) {
  CellPosition position;
  std::size_t at = 0;
  for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z'; ++at) {
    position.column = position.column * 26 + (text[at] - 'A' + 1);
    if (position.column > kColumns) return std::nullopt;
  }
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + at, end, position.row);
  if (at == 0 || error != std::errc() || stop != end) return std::nullopt;
  if (position.row < 1 || position.row > kRows) return std::nullopt;
  return position;
}

SheetCells::SheetCells(std::string_view xml, const std::vector<std::string>& shared, Place place)
    : scan_(xml), shared_(shared), place_(std::move(place)) {}

XmlScan::Kind SheetCells::scan() {
  const XmlScan::Kind kind = scan_.next();
  if (kind == XmlScan::Kind::broken) throw broken_xml(here(), scan_.offset());
  return kind;
}

Place SheetCells::here() const {
  Place place = place_;
  place.line = line_;
  place.column = line_ > 0 ? column_ : 0;
  return place;
}

Failure SheetCells::broken() const {
  return Failure(say("the workbook is damaged"))
      .at(here())
      .help(say("open it in Excel or LibreOffice, save it again as .xlsx, and use that"));
}

bool SheetCells::next() {
  for (;;) {
    const XmlScan::Kind kind = scan();
    if (kind == XmlScan::Kind::end) return false;
    if (kind != XmlScan::Kind::open) continue;
    if (scan_.name() == "mergeCell") add_merged();
    if (scan_.name() != "row") continue;
    begin_row();
    read_row();
    return true;
  }
}

void SheetCells::begin_row() {
  cells_.clear();
  resolved_.clear();
  column_ = 0;
  ++line_;
  if (const auto number = scan_.attribute("r")) {
    const auto row = base::parse_integer(*number);
    if (!row || *row < 1 || *row > kRows)
      throw broken().because(say("a row has the number '{}'", *number));
    line_ = static_cast<int>(*row);
  }
}

void SheetCells::read_row() {
  for (;;) {
    const XmlScan::Kind kind = scan();
    if (kind == XmlScan::Kind::close) return;
    if (kind != XmlScan::Kind::open) continue;
    if (scan_.name() == "c")
      read_cell();
    else
      skip_element();
  }
}

void SheetCells::skip_element() {
  for (int depth = 1; depth > 0;) {
    const XmlScan::Kind kind = scan();
    if (kind == XmlScan::Kind::open) ++depth;
    if (kind == XmlScan::Kind::close) --depth;
  }
}

void SheetCells::read_cell() {
  ++column_;
  if (const auto reference = scan_.attribute("r")) {
    const auto position = parse_cell_reference(*reference);
    if (!position) throw broken().because(say("a cell stands at '{}'", *reference));
    column_ = position->column;
  }
  if (column_ > kColumns) throw broken().because(say("a row has more than 16384 cells"));
  read_cell_content(scan_.attribute("t").value_or("n"));
}

void SheetCells::read_cell_content(std::string_view type) {
  std::string inline_text;
  for (int depth = 1; depth > 0;) {
    const XmlScan::Kind kind = scan();
    if (kind == XmlScan::Kind::close) --depth;
    if (kind != XmlScan::Kind::open) continue;
    if (scan_.name() == "v") {
      put(type, read_text());
    } else if (scan_.name() == "t") {
      inline_text += read_text();
    } else if (scan_.name() == "is" || scan_.name() == "r") {
      ++depth;
    } else {
      skip_element();  // a formula, a phonetic hint, a font
    }
  }
  if (!inline_text.empty()) put("inlineStr", resolved_.emplace_back(std::move(inline_text)));
}

// The text of the element just opened, up to its end.
std::string_view SheetCells::read_text() {
  std::string_view plain;
  std::string* resolved = nullptr;
  for (;;) {
    const XmlScan::Kind kind = scan();
    if (kind == XmlScan::Kind::close) return resolved != nullptr ? *resolved : plain;
    if (kind == XmlScan::Kind::open) skip_element();
    if (kind != XmlScan::Kind::text) continue;
    const bool is_plain = scan_.is_literal() || scan_.text().find('&') == std::string_view::npos;
    if (is_plain && plain.empty() && resolved == nullptr) {
      plain = scan_.text();
      continue;
    }
    if (resolved == nullptr) resolved = &resolved_.emplace_back(plain);
    if (is_plain)
      resolved->append(scan_.text());
    else
      append_resolved(*resolved, scan_.text());
  }
}

void SheetCells::put(std::string_view type, std::string_view text) {
  text = base::trim(type == "s" ? shared_text(base::trim(text)) : text);
  if (text.empty()) return;
  if ((type == "str" || type == "inlineStr") && text.find("_x") != std::string_view::npos)
    text = base::trim(resolved_.emplace_back(without_escapes(std::string(text))));
  const auto column = static_cast<std::size_t>(column_);
  if (cells_.size() < column) cells_.resize(column);
  cells_[column - 1] = text;
}

std::string_view SheetCells::shared_text(std::string_view index) const {
  const auto number = base::parse_integer(index);
  if (number && *number >= 0 && static_cast<std::size_t>(*number) < shared_.size())
    return shared_[static_cast<std::size_t>(*number)];
  throw broken().because(say("a cell points at shared text '{}', but the workbook holds {} of them",
                             index, shared_.size()));
}

void SheetCells::add_merged() {
  const std::string_view reference = scan_.attribute("ref").value_or("");
  const std::size_t colon = reference.find(':');
  const auto from = parse_cell_reference(reference.substr(0, colon));
  const auto to =
      colon == std::string_view::npos ? from : parse_cell_reference(reference.substr(colon + 1));
  if (!from || !to) throw broken().because(say("a cell stands at '{}'", reference));
  merged_.push_back({std::string(reference), from->row, to->row, from->column, to->column});
}

std::vector<std::string> read_shared_texts(std::string_view xml, const Place& place) {
  using Kind = XmlScan::Kind;
  std::vector<std::string> texts;
  XmlScan scan(xml);
  int in_hint = 0;  // <rPh>: how to pronounce it, not what it says
  bool in_text = false;
  for (;;) {
    const Kind kind = scan.next();
    if (kind == Kind::broken) throw broken_xml(place, scan.offset());
    if (kind == Kind::end) break;
    if (kind == Kind::text) {
      if (!in_text || in_hint > 0 || texts.empty()) continue;
      if (scan.is_literal())
        texts.back().append(scan.text());
      else
        append_resolved(texts.back(), scan.text());
      continue;
    }
    if (scan.name() == "rPh") in_hint += kind == Kind::open ? 1 : -1;
    if (scan.name() == "t") in_text = kind == Kind::open;
    if (scan.name() == "si" && kind == Kind::open) texts.emplace_back();
    if (scan.name() == "si" && kind == Kind::close)
      texts.back() = without_escapes(std::move(texts.back()));
  }
  return texts;
}

}  // namespace wijkbeeld::codec::detail
