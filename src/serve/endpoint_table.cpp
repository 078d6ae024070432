// SPDX-License-Identifier: EUPL-1.2
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
};

table::Table table_of(const AskedView& asked) {
  const answer::ThemeView view = asked.view();
  std::vector<Row> rows;
  for (std::size_t i = 0; i < view.class_of.size(); ++i)
    rows.push_back({&asked.layer.areas.areas[i], view.class_of[i], view.number_of[i]});
  TableBuilder<Row> t("map", say("The figures of a map"), rows, {"area_code"});
  t.column("area_code", say("code of the area"), [](const Row& r) { return r.area->code.text; });
  t.column("area_name", say("name of the area"), [](const Row& r) { return r.area->name; });
  t.column("gemeente", say("gemeente"), [](const Row& r) { return r.area->gemeente; });
  t.column("residents", say("residents"), [](const Row& r) { return r.area->residents.value; });
  t.column("class", say("class"), [](const Row& r) -> Value<std::int64_t> {
    if (!r.number) return r.number.absence();
    return std::int64_t{*r.number};
  });
  t.column("value", say("score, change or contribution"), [](const Row& r) { return r.value; });
  t.column("absent_because", say("why there is no class"), [](const Row& r) {
    return r.number ? std::string() : std::string(table::to_text(r.number.absence()));
  });
  return t.build();
}

}  // namespace

Response endpoint_table(Atlas& atlas, const Request&, const Captures& in) {
  const AskedView asked = asked_view(atlas, in);
  Response out =
      reply("text/csv; charset=utf-8",
            atlas.body("table/" + asked.key, [&] { return codec::to_csv(table_of(asked)); }),
            Caching::revalidate);
  std::string name = "wijkbeeld-" + asked.key + ".csv";
  for (char& c : name)
    if (c == '/') c = '-';
  out.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name + "\"");
  return out;
}

}  // namespace wijkbeeld::serve::detail
