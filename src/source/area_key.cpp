// SPDX-License-Identifier: EUPL-1.2
#include "source/area_key.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <numeric>

#include "base/text.hpp"
#include "source/row_keys.hpp"

namespace wijkbeeld::source {

using area::Level;
using base::say;
using base::Severity;

namespace {

struct KeyName {
  std::string_view name;
  Level level;
};
// Finest first: a table about cells may also name the buurt of each.
constexpr std::array<KeyName, 5> kKeyNames = {{{"cel", Level::cell},
                                               {"buurt", Level::buurt},
                                               {"wijk", Level::wijk},
                                               {"pc4", Level::pc4},
                                               {"gemeente", Level::gemeente}}};
constexpr std::array<std::string_view, 4> kOtherNames = {"gebied", "indeling", "niveau", "naam"};

void refuse_all(const Probe& probe, Reading& reading) {
  const auto rows = static_cast<std::int64_t>(probe.table().size());
  reading.rows_read += rows;
  reading.rows_refused += rows;
  reading.ledger.add({"vintage-unknown",
                      Severity::refused,
                      {probe.name},
                      say("a column 'indeling' with the year of the classification, such as 2016, "
                          "is missing; the file was not used")});
}

}  // namespace

std::optional<AreaKey> area_key_of(const table::Rows& rows) {
  for (const KeyName& known : kKeyNames)
    if (const auto column = rows.find(known.name)) return AreaKey{*column, known.level};
  const auto column = rows.find("gebied");
  if (!column) return std::nullopt;
  return AreaKey{*column, level_of_column(rows, *column).value_or(Level::own)};
}

bool is_about_the_row(const std::string& name) {
  const auto is_it = [&](const KeyName& known) { return known.name == name; };
  return std::any_of(kKeyNames.begin(), kKeyNames.end(), is_it) ||
         std::find(kOtherNames.begin(), kOtherNames.end(), name) != kOtherNames.end();
}

RowsOfVintage rows_of_vintage(const Probe& probe, Level level, Reading& reading) {
  const table::Rows& rows = probe.table();
  const auto column = rows.find("indeling");
  RowsOfVintage out;
  if (!column && level != Level::cell) {
    refuse_all(probe, reading);
    return out;
  }
  if (!column) {
    out.rows.resize(rows.size());
    std::iota(out.rows.begin(), out.rows.end(), std::size_t{0});
    return out;
  }
  const auto refuse = [&](std::string code, std::size_t row, base::Message message) {
    reading.ledger.add(
        {std::move(code), Severity::refused, rows.place_of(row, *column), std::move(message)});
    ++reading.rows_read;
    ++reading.rows_refused;
  };
  base::Ledger unused;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto year = year_in(rows, row, *column, unused);
    if (year && out.rows.empty()) out.vintage = {*year};
    if (!year)
      refuse("vintage-unknown", row,
             say("'{}' is no year of a classification, such as 2016", rows.cell(row, *column)));
    else if (*year != out.vintage.year)
      refuse("vintage-differs", row,
             say("this row has a code of {}, the first one of {}; a file has one classification",
                 *year, out.vintage.year));
    else
      out.rows.push_back(row);
  }
  return out;
}

std::string id_of(const std::string& file) {
  return base::lower(std::filesystem::path(file).stem().string());
}

}  // namespace wijkbeeld::source
