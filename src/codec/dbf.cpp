// SPDX-License-Identifier: EUPL-1.2
#include "codec/dbf.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "base/file.hpp"
#include "base/text.hpp"

namespace wijkbeeld::codec {

using base::Count;
using base::Failure;
using base::Ledger;
using base::Place;
using base::say;
using base::Severity;

namespace {

constexpr std::size_t kHeaderStart = 32;
constexpr std::size_t kFieldSize = 32;
constexpr std::size_t kNameSize = 11;
constexpr char kFieldsEnd = '\r';
constexpr char kDeleted = '*';

enum class Encoding : std::uint8_t { unsaid, utf8, windows };

struct Field {
  std::string name;
  char type;
  std::size_t start;  // within the record, behind the deletion mark
  std::size_t width;
};

struct Layout {
  std::size_t records = 0;  // as promised
  std::size_t data_start = 0;
  std::size_t record_size = 0;
  std::vector<Field> fields = {};
};

std::size_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::size_t value = 0;
  for (std::size_t i = size; i-- > 0;)
    value = value << 8U | byte_at(bytes, at + i);
  return value;
}

bool is_dbase(std::string_view bytes) {
  if (bytes.size() <= kHeaderStart) return false;
  // dBASE III and its memo form, FoxBASE, dBASE IV, Visual FoxPro.
  constexpr std::string_view kVersions = "\x03\x83\xf5\x8b\x30\x31\x32";
  const std::size_t month = byte_at(bytes, 2);
  const std::size_t day = byte_at(bytes, 3);
  return kVersions.find(bytes[0]) != std::string_view::npos && month <= 12 && day <= 31;
}

Failure damaged(const Place& place) {
  return Failure(say("the dBASE table is damaged"))
      .at(place)
      .help(say("download or copy it again"));
}

std::string_view up_to_zero(std::string_view text) {
  return base::trim(text.substr(0, text.find('\0')));
}

Layout parse_layout(std::string_view bytes, const Place& place) {
  if (!is_dbase(bytes))
    throw Failure(say("this is no dBASE table (.dbf)"))
        .at(place)
        .help(say("use the file as it was published"));
  Layout layout{number_at(bytes, 4, 4), number_at(bytes, 8, 2), number_at(bytes, 10, 2)};
  if (layout.data_start > bytes.size())
    throw damaged(place).because(say("the file stops in the middle of its header"));
  std::size_t start = 1;
  std::size_t at = kHeaderStart;
  for (; at + kFieldSize < layout.data_start && bytes[at] != kFieldsEnd; at += kFieldSize) {
    const std::string_view name = up_to_zero(bytes.substr(at, kNameSize));
    const std::size_t width = byte_at(bytes, at + 16);
    layout.fields.push_back({base::is_utf8(name) ? std::string(name) : base::latin1_to_utf8(name),
                             bytes[at + kNameSize], start, width});
    start += width;
  }
  if (layout.fields.empty() || start > layout.record_size)
    throw damaged(place).because(say("its fields do not fit in its records"));
  return layout;
}

void refuse_cut(std::string_view bytes, const Layout& layout, const Place& place) {
  const std::size_t held = (bytes.size() - layout.data_start) / layout.record_size;
  if (held >= layout.records) return;
  const auto count = [](std::size_t n) { return Count{static_cast<std::int64_t>(n)}; };
  throw Failure(say("the dBASE table is cut short"))
      .at(place)
      .because(say("it promises {} records, but holds {}", count(layout.records), count(held)))
      .help(say("download or copy it again"));
}

// --- encoding ---

// Encodings are written in many ways: "UTF-8", "ANSI 1252", "ISO 88591", "8859_1".
Encoding encoding_named(std::string_view cpg) {
  constexpr std::array<std::string_view, 2> kUtf8 = {"utf8", "65001"};
  constexpr std::array<std::string_view, 7> kWindows = {
      "1252", "ansi1252", "cp1252", "windows1252", "iso88591", "88591", "latin1"};
  const std::string name = base::folded(cpg);
  const auto is_in = [&](const auto& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  if (is_in(kUtf8)) return Encoding::utf8;
  return is_in(kWindows) ? Encoding::windows : Encoding::unsaid;
}

Encoding declared_encoding(std::string_view bytes, std::optional<std::string_view> cpg,
                           const Place& place, Ledger& ledger) {
  constexpr std::size_t kLanguageByte = 29;
  const std::size_t language = byte_at(bytes, kLanguageByte);
  std::string said;
  if (cpg) {
    if (const Encoding named = encoding_named(*cpg); named != Encoding::unsaid) return named;
    const std::string_view text = base::trim(*cpg).substr(0, 40);
    said = base::is_utf8(text) ? std::string(text) : base::latin1_to_utf8(text);
  } else {
    const bool is_windows = language == 0x03 || (language >= 0x57 && language <= 0x59);
    if (is_windows) return Encoding::windows;
    if (language == 0) return Encoding::unsaid;
    said = fmt::format("0x{:02x}", language);
  }
  ledger.add({"encoding-unknown", Severity::warning, place,
              say("the encoding '{}' is not known here; letters with accents may be wrong", said)});
  return Encoding::unsaid;
}

// Without the beginning of a letter that the width of the field cut off. Only a field that is
// filled to its end can have been cut: "Curé " in Windows-1252 looks the same otherwise.
std::string_view without_half_letter(std::string_view text, const Field& field) {
  if (text.size() < field.width || base::is_utf8(text)) return text;
  for (std::size_t drop = 1; drop <= std::min<std::size_t>(3, text.size()); ++drop) {
    const auto first = static_cast<unsigned char>(text[text.size() - drop]);
    if (first >= 0xc0 && base::is_utf8(text.substr(0, text.size() - drop)))
      return text.substr(0, text.size() - drop);
    if (first < 0x80) break;
  }
  return text;
}

// --- records ---

class RecordReader {
 public:
  RecordReader(std::string_view bytes, const Layout& layout) : bytes_(bytes), layout_(layout) {}

  [[nodiscard]] bool is_deleted(std::size_t record) const {
    return bytes_[start_of(record)] == kDeleted;
  }

  // The raw text of a cell; empty for types whose bytes are no text.
  [[nodiscard]] std::string_view raw(std::size_t record, const Field& field) const {
    constexpr std::string_view kTexts = "CNFDL";
    if (kTexts.find(field.type) == std::string_view::npos) return {};
    const auto whole = bytes_.substr(start_of(record) + field.start, field.width);
    const std::string_view text = up_to_zero(whole);
    return field.type == 'L' && text == "?" ? std::string_view() : text;
  }

  // The record number (from 1) of the first cell that is not UTF-8; 0 when there is none.
  [[nodiscard]] std::size_t first_not_utf8() const {
    for (std::size_t record = 0; record < layout_.records; ++record)
      for (const Field& field : layout_.fields)
        if (!is_deleted(record) && !base::is_utf8(without_half_letter(raw(record, field), field)))
          return record + 1;
    return 0;
  }

  void add_to(table::Rows& rows, std::size_t record, Encoding encoding) const {
    std::vector<std::string_view> cells;
    std::deque<std::string> decoded;
    for (const Field& field : layout_.fields) {
      std::string_view cell = raw(record, field);
      if (encoding == Encoding::utf8)
        cell = without_half_letter(cell, field);
      else
        cell = decoded.emplace_back(base::latin1_to_utf8(cell));
      cells.push_back(base::trim(cell));
    }
    rows.add(static_cast<int>(record) + 1, cells);
  }

 private:
  [[nodiscard]] std::size_t start_of(std::size_t record) const {
    return layout_.data_start + record * layout_.record_size;
  }
  std::string_view bytes_;
  const Layout& layout_;
};

Encoding decided_encoding(Encoding declared, const RecordReader& reader, const Place& place,
                          Ledger& ledger) {
  if (declared == Encoding::windows) return declared;
  const std::size_t odd = reader.first_not_utf8();
  if (odd == 0) return Encoding::utf8;
  Place where = place;
  where.line = static_cast<int>(odd);
  if (declared == Encoding::utf8)
    ledger.add({"not-utf8", Severity::warning, where,
                say("the .cpg file says UTF-8, but the text is not; it was read as Windows-1252")});
  return Encoding::windows;
}

void warn_of_types(const Layout& layout, const Place& place, Ledger& ledger) {
  for (std::size_t i = 0; i < layout.fields.size(); ++i) {
    const Field& field = layout.fields[i];
    if (std::string_view("CNFDL").find(field.type) != std::string_view::npos) continue;
    const bool is_letter = field.type >= ' ' && field.type <= '~';
    ledger.add({"field-type-unknown",
                Severity::warning,
                {place.file, place.part, 0, static_cast<int>(i) + 1},
                say("field '{}' is of type '{}', which is not read; it was left empty", field.name,
                    is_letter ? std::string(1, field.type) : "?")});
  }
}

}  // namespace

table::Rows read_dbf(const std::filesystem::path& path, Ledger& ledger) {
  const std::string bytes = base::read_file(path);
  std::optional<std::string> cpg;
  for (const char* ending : {".cpg", ".CPG"}) {
    const std::filesystem::path beside = std::filesystem::path(path).replace_extension(ending);
    std::error_code ignored;
    if (!cpg && std::filesystem::exists(beside, ignored)) cpg = base::read_file(beside);
  }
  return parse_dbf(bytes, {path.string()}, cpg, ledger);
}

table::Rows parse_dbf(std::string_view bytes, const Place& place,
                      std::optional<std::string_view> cpg, Ledger& ledger) {
  const Layout layout = parse_layout(bytes, place);
  refuse_cut(bytes, layout, place);
  warn_of_types(layout, place, ledger);
  const RecordReader reader(bytes, layout);
  const Encoding encoding =
      decided_encoding(declared_encoding(bytes, cpg, place, ledger), reader, place, ledger);
  std::vector<std::string> header;
  for (const Field& field : layout.fields)
    header.push_back(field.name);
  table::Rows rows(place, std::move(header));
  std::size_t deleted = 0;
  for (std::size_t record = 0; record < layout.records; ++record) {
    if (reader.is_deleted(record))
      ++deleted;
    else
      reader.add_to(rows, record, encoding);
  }
  if (deleted > 0)
    ledger.add(
        {"deleted-record", Severity::note, place,
         say("records marked as deleted, skipped: {}", Count{static_cast<std::int64_t>(deleted)})});
  return rows;
}

}  // namespace wijkbeeld::codec
