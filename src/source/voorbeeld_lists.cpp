// SPDX-License-Identifier: EUPL-1.2
#include "source/voorbeeld_lists.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/number.hpp"

namespace wijkbeeld::source {

using area::Level;
using base::say;
using base::Severity;
using series::AreaList;
using series::ListMember;

namespace {

class ListReader {
 public:
  ListReader(const table::Rows& rows, Reading& reading)
      : rows_(rows),
        reading_(reading),
        list_(rows.column("lijst")),
        label_(rows.column("label")),
        gemeente_(rows.column("gemeente")),
        code_(rows.column("code")),
        name_(rows.column("naam")),
        vintage_(rows.column("indeling")),
        certainty_(rows.column("zekerheid")) {}

  void read(std::size_t row) {
    ++reading_.rows_read;
    AreaList* list = list_of(row);
    if (list == nullptr) return;
    if (rows_.cell(row, code_).empty()) {
      list->unmatched.push_back(
          fmt::format("{} ({})", rows_.cell(row, label_), rows_.cell(row, gemeente_)));
      return;
    }
    const auto code = code_in(row);
    if (!code) {
      refuse("not-a-code", row, code_,
             say("'{}' is not a code of a buurt, wijk, gemeente or PC4", rows_.cell(row, code_)));
      return;
    }
    ListMember member{*code, std::string(rows_.cell(row, name_)),
                      std::string(rows_.cell(row, label_)), std::string(rows_.cell(row, gemeente_)),
                      std::string(rows_.cell(row, certainty_))};
    const auto is_same = [&](const ListMember& other) {
      return other.code == member.code && other.label == member.label;
    };
    if (std::any_of(list->members.begin(), list->members.end(), is_same)) {
      refuse(
          "duplicate-row", row, code_,
          say("{} stands under '{}' twice; the first row counts", member.code.text, member.label));
      return;
    }
    list->members.push_back(std::move(member));
  }

  std::vector<AreaList> take() {
    std::vector<AreaList> out;
    for (auto& [id, list] : lists_) {
      finish(list);
      out.push_back(std::move(list));
    }
    return out;
  }

 private:
  void refuse(std::string code, std::size_t row, std::size_t column, base::Message message) {
    reading_.ledger.add(
        {std::move(code), Severity::refused, rows_.place_of(row, column), std::move(message)});
    ++reading_.rows_refused;
  }

  [[nodiscard]] std::string text(std::string_view column, std::size_t row) const {
    const auto at = rows_.find(column);
    return at ? std::string(rows_.cell(row, *at)) : std::string();
  }

  AreaList* list_of(std::size_t row) {
    const auto year = base::parse_integer(rows_.cell(row, vintage_));
    if (!year || *year < 1990 || *year > 2100) {
      refuse("vintage-unknown", row, vintage_,
             say("'{}' is no year of a classification, such as 2016", rows_.cell(row, vintage_)));
      return nullptr;
    }
    const auto [at, is_new] = lists_.try_emplace(std::string(rows_.cell(row, list_)));
    AreaList& list = at->second;
    if (is_new) {
      list.id = at->first;
      list.title = text("titel", row);
      list.vintage = {static_cast<int>(*year)};
      list.since = text("sinds", row);
      list.until = text("tot", row);
      list.source = rows_.place().file;
    }
    if (list.vintage.year == *year) return &list;
    refuse("vintage-differs", row, vintage_,
           say("list '{}' has codes of {}, this row of {}", list.id, list.vintage.year, *year));
    return nullptr;
  }

  [[nodiscard]] std::optional<area::AreaCode> code_in(std::size_t row) const {
    for (const Level level : {Level::buurt, Level::wijk, Level::gemeente, Level::pc4}) {
      const auto parsed = area::parse_code(rows_.cell(row, code_), level);
      if (parsed && !parsed->was_mended) return parsed->code;
    }
    return std::nullopt;
  }

  static void finish(AreaList& list) {
    std::map<Level, std::size_t> counts;
    for (const ListMember& member : list.members)
      ++counts[area::level_of(member.code)];
    const auto most =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most != counts.end()) list.level = most->first;
    std::sort(list.members.begin(), list.members.end(), [](const auto& a, const auto& b) {
      return std::tie(a.code, a.label) < std::tie(b.code, b.label);
    });
    std::sort(list.unmatched.begin(), list.unmatched.end());
  }

  const table::Rows& rows_;
  Reading& reading_;
  std::size_t list_;
  std::size_t label_;
  std::size_t gemeente_;
  std::size_t code_;
  std::size_t name_;
  std::size_t vintage_;
  std::size_t certainty_;
  std::map<std::string, AreaList> lists_;
};

}  // namespace

bool recognises_voorbeeld_list(const Probe& probe) {
  return probe.tables.contains("") &&
         probe.has_columns({"lijst", "label", "gemeente", "code", "naam", "indeling", "zekerheid"});
}

Reading read_voorbeeld_list(const Probe& probe) {
  Reading reading;
  ListReader reader(probe.table(), reading);
  for (std::size_t row = 0; row < probe.table().size(); ++row)
    reader.read(row);
  reading.lists = reader.take();
  return reading;
}

}  // namespace wijkbeeld::source
