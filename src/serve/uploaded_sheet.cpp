// SPDX-License-Identifier: EUPL-1.2
#include "serve/uploaded_sheet.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/failure.hpp"
#include "codec/xlsx.hpp"

namespace wijkbeeld::serve {

using base::Failure;
using base::say;

namespace {

Failure no_figures(const std::string& name, const base::Message& why) {
  return Failure(say("no figures can be read from '{}'", name), Failure::Kind::usage).because(why);
}

// What the reader of workbooks says, as a mistake of who sent it.
Failure no_figures(const std::string& name, const Failure& failure) {
  Failure out = no_figures(name, failure.message());
  for (const base::Message& reason : failure.reasons())
    out.because(reason);
  for (const base::Message& advice : failure.advice())
    out.help(advice);
  return out;
}

bool is_header(std::span<const std::string_view> cells) {
  return std::count_if(cells.begin(), cells.end(),
                       [](std::string_view cell) { return !cell.empty(); }) > 1;
}

struct Read {
  std::string sheet;
  table::Rows rows;
  base::Ledger ledger;
};

Read read_sheet(const codec::Workbook& workbook, const std::string& sheet) {
  base::Ledger ledger;
  table::Rows rows = workbook.read(sheet, ledger, is_header);
  return {sheet, std::move(rows), std::move(ledger)};
}

// A sheet that cannot be read is passed over as long as there is another one.
Read first_table(const codec::Workbook& workbook) {
  std::optional<Read> otherwise;
  std::optional<Failure> complaint;
  for (const std::string& sheet : workbook.sheets()) {
    try {
      Read read = read_sheet(workbook, sheet);
      if (read.rows.header().size() > 1 && read.rows.size() > 0) return read;
      if (!otherwise) otherwise = std::move(read);
    } catch (const Failure& failure) {
      if (!complaint) complaint = failure;
    }
  }
  if (otherwise) return std::move(*otherwise);
  if (complaint) throw Failure(*complaint);
  throw Failure(say("the workbook has no sheets"));
}

void check(const table::Rows& rows, const std::string& name, const SheetLimits& limits) {
  if (rows.size() > limits.rows)
    throw no_figures(name, say("it has {} rows, and at most {} are taken",
                               base::Count{static_cast<std::int64_t>(rows.size())},
                               base::Count{static_cast<std::int64_t>(limits.rows)}));
  if (rows.size() * rows.header().size() > limits.cells)
    throw no_figures(name, say("it has {} rows of {} columns, which is too many", rows.size(),
                               rows.header().size()))
        .help(say("keep the column with codes and the one with figures"));
}

}  // namespace

UploadedSheet read_uploaded_sheet(std::string_view bytes, const std::string& name,
                                  const std::string& sheet, const SheetLimits& limits) {
  if (bytes.empty()) throw no_figures(name, say("it is empty"));
  try {
    const codec::Workbook workbook(bytes, name, limits.unpacked_bytes);
    Read read = sheet.empty() ? first_table(workbook) : read_sheet(workbook, sheet);
    check(read.rows, name, limits);
    return {workbook.sheets(), std::move(read.sheet), std::move(read.rows), std::move(read.ledger)};
  } catch (const Failure& failure) {
    if (failure.kind() == Failure::Kind::usage) throw;
    throw no_figures(name, failure);
  }
}

}  // namespace wijkbeeld::serve
