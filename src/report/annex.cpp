// SPDX-License-Identifier: EUPL-1.2
#include "report/annex.hpp"

#include "base/text.hpp"
#include "codec/xlsx.hpp"

namespace wijkbeeld::report {

using base::say;

namespace {

// Excel allows 31 characters for the name of a sheet.
constexpr std::size_t kLongestSheetName = 31;

std::string in_words(const base::Message& message, base::Language language,
                     const base::Catalogue& catalogue) {
  return base::render(message, catalogue, language);
}

// Below every table: which editions, whose residents, and that absent is not zero.
std::vector<std::string> remarks(const study::Findings& findings, const table::Table& table,
                                 base::Language language, const base::Catalogue& catalogue) {
  std::vector<std::string> out;
  for (const study::EditionUsed& used : findings.editions)
    out.push_back(in_words(
        say("{}, per {}, boundaries of {}; residents: {}", used.edition.title.in(language),
            in_words(area::name_of(used.level, false), language, catalogue), used.vintage.year,
            used.residents_source.empty() ? "-" : used.residents_source),
        language, catalogue));
  out.push_back(in_words(say("An empty cell means that there is no value; it never means zero. "
                             "Rows are identified by: {}.",
                             base::join(table.keys, ", ")),
                         language, catalogue));
  return out;
}

}  // namespace

void write_annex(const std::filesystem::path& path, const study::Findings& findings,
                 const std::vector<table::Table>& tables, base::Language language,
                 const base::Catalogue& catalogue) {
  std::vector<codec::Sheet> sheets;
  for (const table::Table& table : tables) {
    if (table.rows() == 0) continue;
    sheets.push_back({table.name.substr(0, kLongestSheetName),
                      in_words(table.title, language, catalogue),
                      remarks(findings, table, language, catalogue), table});
  }
  codec::write_xlsx(path, sheets, findings.plan.title.in(language), language, catalogue);
}

}  // namespace wijkbeeld::report
