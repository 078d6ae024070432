// SPDX-License-Identifier: EUPL-1.2
#include "source/area_list.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/number.hpp"
#include "base/text.hpp"

namespace wijkbeeld::source {

using base::say;
using base::Severity;
using series::AreaList;
using series::ListMember;
using table::Rows;

namespace {

constexpr std::string_view kFragment = " (fragment: vier van de 56)";

std::string text_at(const Rows& rows, std::size_t row, std::optional<std::size_t> column) {
  return column ? std::string(rows.cell(row, *column)) : std::string();
}

/// "code_2024" has year 2024; 0 when no column is called so.
int code_year(const Rows& rows) {
  for (const std::string& name : rows.header())
    if (base::lower(name).starts_with("code_"))
      return static_cast<int>(base::parse_integer(std::string_view(name).substr(5)).value_or(0));
  return 0;
}

// What the files do not say of themselves.
AreaList list_like(bool is_nplv, int year) {
  AreaList list;
  list.vintage = {year};
  if (is_nplv) {
    list.id = "nplv-20";
    list.title = fmt::format("20 focusgebieden NPLV (2022), op naam gekoppeld aan CBS {}", year);
    list.since = "2022-07";
  } else {
    list.id = "aandachtswijken-40";
    list.title = fmt::format("40 aandachtswijken (2007), op naam gekoppeld aan CBS {}", year);
    list.since = "2007-07";
  }
  return list;
}

class MatchedListReader {
 public:
  MatchedListReader(const Rows& rows, int year)
      : rows_(rows),
        label_(rows.find("focusgebied") ? rows.column("focusgebied") : rows.column("wijk")),
        level_(rows.column("niveau")),
        code_(rows.column(fmt::format("code_{}", year))),
        name_(rows.find(fmt::format("naam_{}", year))),
        gemeente_(rows.column("gemeente")),
        certainty_(rows.column("zekerheid")) {}

  // Nothing is returned for a label without a code: `unmatched` gets it.
  std::optional<ListMember> read(std::size_t row, AreaList& list, Reading& reading) {
    ListMember member;
    member.label = rows_.cell(row, label_);
    member.gemeente = rows_.cell(row, gemeente_);
    if (rows_.cell(row, code_).empty()) {
      list.unmatched.push_back(fmt::format("{} ({})", member.label, member.gemeente));
      return std::nullopt;
    }
    const auto level = area::parse_level(rows_.cell(row, level_));
    const auto code = level ? area::parse_code(rows_.cell(row, code_), *level) : std::nullopt;
    if (!code) {
      reading.ledger.add({"not-a-code", Severity::refused, rows_.place_of(row, code_),
                          say("'{}' is not a code of level '{}'", rows_.cell(row, code_),
                              rows_.cell(row, level_))});
      ++reading.rows_refused;
      return std::nullopt;
    }
    member.code = code->code;
    member.name = text_at(rows_, row, name_);
    member.certainty = rows_.cell(row, certainty_);
    if (!lines_.emplace(member.code.text + '\n' + member.label, rows_.line(row)).second) {
      reading.ledger.add({"duplicate-row", Severity::refused, rows_.place_of(row, code_),
                          say("{} already stood on line {}; that row counts", member.code.text,
                              lines_.at(member.code.text + '\n' + member.label))});
      ++reading.rows_refused;
      return std::nullopt;
    }
    return member;
  }

 private:
  const Rows& rows_;
  std::size_t label_;
  std::size_t level_;
  std::size_t code_;
  std::optional<std::size_t> name_;
  std::size_t gemeente_;
  std::size_t certainty_;
  std::map<std::string, int> lines_;
};

area::Level commonest_level(const std::vector<ListMember>& members) {
  std::map<area::Level, std::size_t> counts;
  for (const ListMember& member : members)
    ++counts[area::level_of(member.code)];
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? area::Level::wijk : most->first;
}

void put_in_order(AreaList& list) {
  std::sort(list.members.begin(), list.members.end(), [](const auto& a, const auto& b) {
    return std::tie(a.code, a.label) < std::tie(b.code, b.label);
  });
  std::sort(list.unmatched.begin(), list.unmatched.end());
}

}  // namespace

bool recognises_matched_list(const Probe& probe) {
  if (!probe.tables.contains("") || !probe.has_columns({"gemeente", "niveau", "zekerheid"}))
    return false;
  return code_year(probe.table()) != 0 &&
         (probe.has_columns({"wijk"}) || probe.has_columns({"focusgebied"}));
}

Reading read_matched_list(const Probe& probe) {
  const Rows& rows = probe.table();
  const int year = code_year(rows);
  Reading reading;
  AreaList list = list_like(rows.find("focusgebied").has_value(), year);
  MatchedListReader reader(rows, year);
  for (std::size_t row = 0; row < rows.size(); ++row)
    if (auto member = reader.read(row, list, reading)) list.members.push_back(std::move(*member));
  auto origin = rows.find("herkomst");
  if (!origin) origin = rows.find("herkomst_codes");
  if (rows.size() > 0) list.source = text_at(rows, 0, origin);
  list.level = commonest_level(list.members);
  put_in_order(list);
  reading.rows_read = static_cast<std::int64_t>(rows.size());
  reading.lists.push_back(std::move(list));
  return reading;
}

bool recognises_named_list(const Probe& probe) {
  return probe.tables.contains("") && probe.has_columns({"lijst", "jaar", "gemeente", "wijk"});
}

Reading read_named_list(const Probe& probe) {
  const Rows& rows = probe.table();
  Reading reading;
  reading.rows_read = static_cast<std::int64_t>(rows.size());
  if (rows.size() == 0) return reading;
  const std::size_t list_column = rows.column("lijst");
  const bool is_forty = base::lower(rows.cell(0, list_column)).starts_with("aandachtswijken");
  AreaList list;
  list.id = is_forty ? "aandachtswijken-40-wettelijk" : "prioriteitswijken-56-fragment";
  list.title = is_forty ? std::string("40 aandachtswijken (2007), namen uit het besluit")
                        : "56 prioriteitswijken (2003)" + std::string(kFragment);
  list.since = is_forty ? "2007-07" : "2003-02";
  list.source = text_at(rows, 0, rows.find("bron"));
  for (std::size_t row = 0; row < rows.size(); ++row)
    list.unmatched.push_back(fmt::format("{} ({})", rows.cell(row, rows.column("wijk")),
                                         rows.cell(row, rows.column("gemeente"))));
  put_in_order(list);
  reading.lists.push_back(std::move(list));
  return reading;
}

}  // namespace wijkbeeld::source
