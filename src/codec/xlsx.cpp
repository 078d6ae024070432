// SPDX-License-Identifier: EUPL-1.2
#include "codec/xlsx.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/file.hpp"
#include "base/text.hpp"
#include "codec/detail/package.hpp"
#include "codec/detail/row_width.hpp"
#include "codec/detail/sheet_cells.hpp"
#include "codec/detail/xml_scan.hpp"

namespace wijkbeeld::codec {

using base::Failure;
using base::Ledger;
using base::Place;
using base::say;
using detail::MergedCells;
using detail::Package;
using detail::Relation;
using detail::SheetCells;
using detail::XmlScan;

namespace {

Failure damaged(const std::string& name) {
  return Failure(say("the workbook is damaged"))
      .at({name})
      .help(say("open it in Excel or LibreOffice, save it again as .xlsx, and use that"));
}

const Relation* relation_of_type(const std::map<std::string, Relation>& all,
                                 std::string_view type) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto& r) { return r.second.type == type; });
  return found == all.end() ? nullptr : &found->second;
}

std::string workbook_part(const Package& package) {
  const auto all = package.relations("");
  const Relation* relation = relation_of_type(all, "officeDocument");
  std::string name = relation != nullptr ? relation->target : "xl/workbook.xml";
  if (package.part(name) == nullptr)
    throw damaged(package.name()).because(say("the list of its sheets is missing"));
  return name;
}

struct NamedSheet {
  std::string name;
  std::string relation;
};

std::vector<NamedSheet> named_sheets(const std::string& xml, const std::string& file) {
  std::vector<NamedSheet> sheets;
  XmlScan scan(xml);
  for (auto kind = scan.next(); kind != XmlScan::Kind::end; kind = scan.next()) {
    if (kind == XmlScan::Kind::broken) throw detail::broken_xml({file}, scan.offset());
    if (kind != XmlScan::Kind::open || scan.name() != "sheet") continue;
    NamedSheet& sheet = sheets.emplace_back();
    detail::append_resolved(sheet.name, scan.attribute("name").value_or(""));
    detail::append_resolved(sheet.relation, scan.attribute("id").value_or(""));
  }
  return sheets;
}

// Excel calls two names that differ only in case the same.
void refuse_twice(const std::vector<std::string>& names, const std::string& file) {
  std::vector<std::string> seen;
  for (const std::string& name : names) {
    if (std::find(seen.begin(), seen.end(), base::lower(name)) != seen.end())
      throw Failure(say("sheet '{}' occurs twice", name))
          .at({file})
          .because(say("it is not clear which of the two is meant"))
          .help(say("remove or rename one of them"));
    seen.push_back(base::lower(name));
  }
}

Failure no_sheet(const std::string& file, const std::string& wanted,
                 const std::vector<std::string>& names) {
  Failure failure(say("sheet '{}' is missing", wanted));
  failure.at({file}).because(say("the sheets are: {}", base::join(names, ", ")));
  if (const auto near = base::did_you_mean(wanted, names))
    return failure.help(say("did you mean '{}'?", *near));
  return failure.help(say("use the file as it was published"));
}

// A merged header leaves columns without a name; merged cells below it leave cells without value.
void judge_merged(const std::vector<MergedCells>& all, int header_row, std::size_t width,
                  const Place& place, Ledger& ledger) {
  for (const MergedCells& merged : all) {
    if (merged.last_row < header_row || static_cast<std::size_t>(merged.first_column) > width)
      continue;
    Place where = place;
    where.line = merged.first_row;
    where.column = merged.first_column;
    if (merged.first_row <= header_row)
      throw Failure(say("the header has merged cells ({})", merged.reference))
          .at(where)
          .because(say("every column needs a name of its own in one row"))
          .help(say("split them, remove title rows above the header, and save the workbook"));
    ledger.add({"merged-cells", base::Severity::warning, where,
                say("cells {} are merged; only the first of them has a value", merged.reference)});
  }
}

// How far down a header may stand.
constexpr int kFirstRows = 20;

// The row that is the header, or 0 where the first that is not blank will have to be.
int row_of_header(SheetCells cells, const Workbook::IsHeader& is_header) {
  if (!is_header) return 0;
  for (int seen = 0; seen < kFirstRows && cells.next();) {
    if (cells.cells().empty()) continue;
    ++seen;
    if (is_header(cells.cells())) return cells.line();
  }
  return 0;
}

void note_titles(std::int64_t titles, int header_row, const Place& place, Ledger& ledger) {
  if (titles == 0) return;
  ledger.add({"rows-above-header",
              base::Severity::note,
              {place.file, place.part, header_row, 0},
              say("rows above the header on row {} that were not read: {}", header_row,
                  base::Count{titles})});
}

// Nothing when the sheet has no cell with a value.
std::optional<table::Rows> read_rows(SheetCells& cells, int header_row, const Place& place,
                                     Ledger& ledger) {
  std::optional<table::Rows> rows;
  std::int64_t titles = 0;
  while (cells.next()) {
    if (cells.cells().empty()) continue;
    if (cells.line() < header_row) {
      ++titles;
      continue;
    }
    std::vector<std::string_view> row = cells.cells();
    if (!rows) {
      rows.emplace(place, std::vector<std::string>(row.begin(), row.end()));
      header_row = cells.line();
      continue;
    }
    const Place here{place.file, place.part, cells.line(), 0};
    if (detail::fits_header(row, rows->header().size(), here, ledger)) rows->add(here.line, row);
  }
  note_titles(titles, header_row, place, ledger);
  if (rows) judge_merged(cells.merged(), header_row, rows->header().size(), place, ledger);
  return rows;
}

}  // namespace

struct Workbook::State {
  State(std::string_view bytes, const std::string& file, std::size_t most_unpacked)
      : package(bytes, file, most_unpacked) {}

  Package package;
  std::vector<std::string> names = {};
  std::vector<std::string> parts = {};  // of each sheet
  std::vector<std::string> shared = {};

  void find_sheets() {
    const std::string workbook = workbook_part(package);
    const auto relations = package.relations(workbook);
    for (NamedSheet& sheet : named_sheets(*package.part(workbook), package.name())) {
      const auto found = relations.find(sheet.relation);
      if (found != relations.end() && found->second.type != "worksheet") continue;  // a chart
      names.push_back(std::move(sheet.name));
      parts.push_back(found == relations.end() ? "" : found->second.target);
    }
    refuse_twice(names, package.name());
    const Relation* texts = relation_of_type(relations, "sharedStrings");
    const std::string* xml = package.part(texts != nullptr ? texts->target : "");
    if (xml != nullptr) shared = detail::read_shared_texts(*xml, {package.name()});
  }
};

Workbook::Workbook(const std::filesystem::path& path)
    : Workbook(base::read_file(path), path.string()) {}

Workbook::Workbook(std::string_view bytes, const std::string& name, std::size_t most_unpacked)
    : state_(std::make_unique<State>(bytes, name, most_unpacked)) {
  state_->find_sheets();
}

Workbook::Workbook(Workbook&&) noexcept = default;
Workbook& Workbook::operator=(Workbook&&) noexcept = default;
Workbook::~Workbook() = default;

const std::vector<std::string>& Workbook::sheets() const {
  return state_->names;
}

table::Rows Workbook::read(const std::string& sheet, Ledger& ledger,
                           const IsHeader& is_header) const {
  const std::string& file = state_->package.name();
  const auto found = std::find(state_->names.begin(), state_->names.end(), sheet);
  if (found == state_->names.end()) throw no_sheet(file, sheet, state_->names);
  const auto index = static_cast<std::size_t>(found - state_->names.begin());
  const std::string* xml = state_->package.part(state_->parts[index]);
  if (xml == nullptr) throw damaged(file).because(say("sheet '{}' has no contents", sheet));

  SheetCells cells(*xml, state_->shared, {file, sheet});
  const int header_row = row_of_header(cells, is_header);
  std::optional<table::Rows> rows = read_rows(cells, header_row, {file, sheet}, ledger);
  if (!rows)
    throw Failure(say("sheet '{}' is empty", sheet))
        .at({file, sheet})
        .because(say("the sheets are: {}", base::join(state_->names, ", ")));
  return std::move(*rows);
}

}  // namespace wijkbeeld::codec
