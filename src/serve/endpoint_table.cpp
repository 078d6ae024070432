// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "answer/small_counts.hpp"
#include "codec/csv.hpp"
#include "serve/detail/endpoint.hpp"
#include "table/table_builder.hpp"

namespace wijkbeeld::serve::detail {

using base::say;
using table::TableBuilder;
using table::Value;

namespace {

struct Row {
  const answer::AtlasArea* area;
  Value<int> number;
  Value<double> value;
  answer::Surety surety;
};

// A table has all its columns in memory: of many areas it is written in parts.
constexpr std::size_t kRows = 20'000;

std::string surety_word(answer::Surety one) {
  return one == answer::Surety::unknown ? "" : one == answer::Surety::sure ? "sure" : "unsure";
}

table::Table table_of(const AskedView& asked, const answer::ThemeView& view, std::size_t begin,
                      std::size_t end) {
  std::vector<Row> rows;
  for (std::size_t i = begin; i < end; ++i)
    rows.push_back({&asked.areas.areas[i], view.class_of[i], view.number_of[i],
                    i < view.sure_of.size() ? view.sure_of[i] : answer::Surety::unknown});
  TableBuilder<Row> t("map", say("The figures of a map"), rows, {"area_code"});
  t.column("area_code", say("code of the area"), [](const Row& r) { return r.area->code.text; });
  t.column("area_name", say("name of the area"), [](const Row& r) { return r.area->name; });
  t.column("gemeente", say("gemeente"), [](const Row& r) { return r.area->gemeente; });
  t.column("residents", say("residents"), [&asked](const Row& r) {
    return answer::told(asked.areas.level, r.area->residents).value;
  });
  t.column("class", say("class"), [](const Row& r) { return as_integer(r.number); });
  t.column("value", say("score, change or contribution"), [](const Row& r) { return r.value; });
  t.column("absent_because", say("why there is no class"), [](const Row& r) {
    return r.number ? std::string() : std::string(table::to_text(r.number.absence()));
  });
  if (!view.sure_of.empty())
    t.column("surety", say("whether the class is sure"),
             [](const Row& r) { return surety_word(r.surety); });
  return t.build();
}

std::string csv_of(const AskedView& asked) {
  const auto view = asked.view();
  std::string out;
  for (std::size_t begin = 0; begin == 0 || begin < view->class_of.size(); begin += kRows) {
    const std::string part = codec::to_csv(
        table_of(asked, *view, begin, std::min(begin + kRows, view->class_of.size())));
    out += begin == 0 ? part : part.substr(part.find('\n') + 1);
  }
  return out;
}

}  // namespace

Response endpoint_table(Atlas& atlas, const Request&, const Captures& in) {
  const AskedView asked = asked_view(atlas, in);
  Response out = reply("text/csv; charset=utf-8",
                       asked.areas.areas.size() > kRows
                           ? make_body(csv_of(asked), Packing::quick)  // too large to be kept
                           : atlas.body("table/" + asked.key, [&] { return csv_of(asked); }),
                       Caching::revalidate);
  std::string name = "wijkbeeld-" + asked.key + ".csv";
  for (char& c : name)
    if (c == '/') c = '-';
  out.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name + "\"");
  return out;
}

}  // namespace wijkbeeld::serve::detail
