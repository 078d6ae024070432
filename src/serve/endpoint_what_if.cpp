// SPDX-License-Identifier: EUPL-1.2
// What if an indicator weighed more, less or nothing?
#include "answer/small_counts.hpp"
#include "answer/what_if.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "codec/csv.hpp"
#include "report/theme_map.hpp"
#include "report/what_if_page.hpp"
#include "serve/detail/document_json.hpp"
#include "serve/detail/endpoint.hpp"
#include "table/table_builder.hpp"

namespace wijkbeeld::serve::detail {

using base::Failure;
using base::say;
using codec::JsonWriter;
using instrument::Change;

namespace {

constexpr std::size_t kMostChanges = 200;

std::vector<std::string> parts_of(const Request& request, std::string_view name) {
  std::vector<std::string> out;
  const std::string text = request.query.find(name).value_or("");
  for (const std::string_view part : base::split(text, ','))
    if (!base::trim(part).empty()) out.emplace_back(base::trim(part));
  if (out.size() > kMostChanges)
    throw Refusal(400, Failure(say("at most {} indicators at a time", kMostChanges)));
  return out;
}

// "ID:1.5"; the id itself may have a colon.
Change factor_of(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  const auto value = colon == std::string::npos
                         ? std::nullopt
                         : base::parse_number(std::string_view(text).substr(colon + 1));
  if (!value || colon == 0 || *value < 0)
    throw Refusal(400, Failure(say("'{}' is not a factor", text))
                           .help(say("write ID:1.5 for half as much again, ID:0 for nothing")));
  if (*value == 0) return {text.substr(0, colon), Change::Kind::without, 0};
  return {text.substr(0, colon), Change::Kind::factor, *value};
}

std::vector<Change> changes_asked(const Request& request, const Workbench& bench) {
  std::vector<Change> out;
  for (const std::string& id : parts_of(request, "without"))
    out.push_back({id, Change::Kind::without, 0});
  for (const std::string& one : parts_of(request, "factor"))
    out.push_back(factor_of(one));
  const std::string contested = request.query.find("contested").value_or("");
  if (contested != "" && contested != "on" && contested != "off")
    throw Refusal(400, Failure(say("'contested' is on or off, not '{}'", contested)));
  if (contested == "off")
    out = answer::without_contested(bench.kept.instrument, bench.kept.model, std::move(out));
  return out;
}

// Ids that are unknown are a matter of asking otherwise.
void check_changes(const Workbench& bench, const std::vector<Change>& changes) {
  try {
    instrument::changed_weights(bench.kept.instrument, bench.kept.model, changes);
  } catch (const base::Failures& all) {
    Failure out(all.summary());
    for (const Failure& one : all.all()) {
      out.because(one.message());
      for (const base::Message& advice : one.advice())
        out.help(advice);
    }
    throw Refusal(400, out);
  } catch (const Failure& one) {
    throw Refusal(400, one);
  }
}

std::string text_of_changes(const std::vector<Change>& changes) {
  std::string out;
  for (const Change& one : changes)
    out += one.indicator + "=" + std::to_string(static_cast<int>(one.kind)) + "/" +
           base::to_text(one.value) + ";";
  return out;
}

struct AskedWhatIf {
  const Choice choice;
  const answer::AtlasAreas& areas;
  const answer::Theme& theme;
  series::Period period;
  std::shared_ptr<const answer::WhatIfAnswer> answer;

  [[nodiscard]] const answer::WhatIfLevel& level() const { return answer->levels.front(); }
};

// Of a whole country of squares only what they add up to is kept.
void check_level(const Workbench& bench, area::Level level) {
  std::vector<std::string> levels;
  for (const instrument::AreaMeans& one : bench.scored.levels) {
    if (one.level == level) return;
    levels.emplace_back(to_text(one.level));
  }
  if (level != bench.kept.instrument.level) return;  // told with the other levels
  throw Refusal(404, Failure(say("there are too many squares here to try other weights on each"))
                         .help(say("choose one of: {}", base::join(levels, ", "))));
}

AskedWhatIf asked_what_if(Atlas& atlas, const Request& request, const Captures& in) {
  const Choice choice = atlas.choice(in["edition"], in["level"], in["vintage"]);
  const Workbench& bench = atlas.workbench(in["edition"]);
  const std::vector<Change> changes = changes_asked(request, bench);
  check_changes(bench, changes);
  check_level(bench, choice.key.level);
  try {
    const answer::Theme& theme = answer::theme_named(
        choice.themes, bench.kept.instrument.edition.classes ? "class" : "score");
    const series::Period period = answer::period_named(theme, in["period"]);
    const std::string key =
        in["edition"] + "/" + in["level"] + "/" + in["period"] + "/" + text_of_changes(changes);
    return {choice, atlas.areas(in["level"], in["vintage"]), theme, period, atlas.what_if(key, [&] {
              return answer::what_if({changes, choice.key.level, period.to}, bench.kept.instrument,
                                     bench.kept.model, bench.scored, *bench.project);
            })};
  } catch (const Failure& failure) {
    throw Refusal(404, failure);
  }
}

std::string knobs_json(const Workbench& bench, base::Language language) {
  const instrument::Edition& edition = bench.kept.instrument.edition;
  JsonWriter json;
  json.begin_object();
  json.key("instrument").begin_object();
  json.key("title").text(edition.title.in(language));
  json.end_object();
  json.key("indicators").begin_list();
  for (const answer::WeightKnob& one :
       answer::weight_knobs(bench.kept.instrument, bench.kept.model)) {
    const instrument::Dimension* dimension = edition.find_dimension(one.indicator->dimension);
    json.begin_object();
    json.key("id").text(one.indicator->id);
    json.key("name").text(one.indicator->name.in(language));
    json.key("dimension").text(dimension == nullptr ? "" : dimension->name.in(language));
    json.key("sign").text(one.sign > 0 ? "+" : one.sign < 0 ? "-" : "");
    json.key("contested").boolean(one.is_contested);
    json.end_object();
  }
  json.end_list();
  json.key("levels").begin_list();
  for (const instrument::AreaMeans& one : bench.scored.levels)
    json.text(to_text(one.level));
  json.end_list();
  json.key("waves").begin_list();
  for (const series::Wave wave : edition.waves)
    json.integer(wave.year);
  json.end_list();
  json.end_object();
  return json.take();
}

// As they are typed on the command line ("huur=x0; groen=x1.5"), so that a table tells by itself of
// which weights it speaks.
std::string switches_of(const std::vector<Change>& changes) {
  std::string out;
  for (const Change& one : changes)
    out += (out.empty() ? "" : "; ") + one.indicator + "=x" + base::to_text(one.value);
  return out;
}

struct RowAfter {
  const answer::AtlasArea* area;
  table::Value<double> residents;
  table::Value<int> class_before;
  table::Value<int> class_after;
  table::Value<double> score_before;
  table::Value<double> score_after;
  table::Value<int> moved;
};

std::vector<RowAfter> rows_after(const AskedWhatIf& asked, const answer::ThemeView& before) {
  const answer::WhatIfMap after = answer::what_if_map(asked.level(), asked.areas);
  const bool has_classes = asked.theme.kind == answer::ThemeKind::situation;
  std::vector<RowAfter> out;
  for (std::size_t i = 0; i < asked.areas.areas.size(); ++i)
    out.push_back({&asked.areas.areas[i],
                   answer::told(asked.areas.level, asked.areas.areas[i].residents).value,
                   has_classes ? before.class_of[i] : table::Absence::not_applicable,
                   after.class_after[i], before.number_of[i], after.score_after[i],
                   after.moved[i]});
  return out;
}

std::string moved_word(const table::Value<int>& moved) {
  if (!moved) return "";
  return *moved == 1 ? "down" : *moved == 3 ? "up" : "same";
}

table::Table table_after(const std::vector<RowAfter>& rows, const std::string& switches) {
  table::TableBuilder<RowAfter> t("what-if", say("What other weights do"), rows, {"area_code"});
  t.column("area_code", say("code of the area"),
           [](const RowAfter& r) { return r.area->code.text; });
  t.column("area_name", say("name of the area"), [](const RowAfter& r) { return r.area->name; });
  t.column("gemeente", say("gemeente"), [](const RowAfter& r) { return r.area->gemeente; });
  t.column("residents", say("residents"), [](const RowAfter& r) { return r.residents; });
  t.column("class_before", say("class before"),
           [](const RowAfter& r) { return as_integer(r.class_before); });
  t.column("class_after", say("class after"),
           [](const RowAfter& r) { return as_integer(r.class_after); });
  t.column("score_before", say("score before"), [](const RowAfter& r) { return r.score_before; });
  t.column("score_after", say("score after"), [](const RowAfter& r) { return r.score_after; });
  t.column("moved", say("to a lower class (down), the same or a higher one (up)"),
           [](const RowAfter& r) { return moved_word(r.moved); });
  t.column("absent_because", say("why there is no class"), [](const RowAfter& r) {
    return r.moved ? std::string() : std::string(table::to_text(r.moved.absence()));
  });
  t.column("what_if", say("which indicators weigh how many times as much"),
           [&](const RowAfter&) { return switches; });
  return t.build();
}

std::string bytes_of(const std::vector<table::Value<int>>& numbers) {
  std::string out;
  for (const table::Value<int>& one : numbers)
    out.push_back(
        static_cast<char>(one ? static_cast<std::uint8_t>(*one) : look_of(one.absence()).byte));
  return out;
}

}  // namespace

Response endpoint_knobs(Atlas& atlas, const Request& request, const Captures& in) {
  return json_reply(knobs_json(atlas.workbench(in["edition"]), request.reader_language));
}

Response endpoint_what_if(Atlas& atlas, const Request& request, const Captures& in) {
  const AskedWhatIf asked = asked_what_if(atlas, request, in);
  answer::WhatIfMap after = answer::what_if_map(asked.level(), asked.areas);
  const auto before = atlas.view(asked.choice, asked.theme, asked.period);
  const bool has_classes = asked.theme.kind == answer::ThemeKind::situation;
  JsonWriter json;
  json.begin_object();
  write_document(
      json, report::what_if_document(*asked.answer, request.reader_language, atlas.catalogue()),
      atlas);
  json.key("legend");
  if (has_classes) {
    const answer::ThemeView view = answer::reclassed(
        *before, asked.areas, std::move(after.class_after), std::move(after.score_after));
    write_legend(json, *before, view, asked.areas, atlas, request.reader_language);
  } else {
    json.null();
  }
  json.end_object();
  return json_reply(json.take());
}

Response endpoint_what_if_table(Atlas& atlas, const Request& request, const Captures& in) {
  const AskedWhatIf asked = asked_what_if(atlas, request, in);
  const auto before = atlas.view(asked.choice, asked.theme, asked.period);
  const std::vector<RowAfter> rows = rows_after(asked, *before);
  Response out = reply("text/csv; charset=utf-8",
                       codec::to_csv(table_after(rows, switches_of(asked.answer->changes))));
  const std::string name = "wijkbeeld-" + in["edition"] + "-" + in["level"] + "-" + in["vintage"] +
                           "-what-if-" + answer::to_text(asked.period) + ".csv";
  out.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name + "\"");
  return out;
}

Response endpoint_what_if_classes(Atlas& atlas, const Request& request, const Captures& in) {
  const AskedWhatIf asked = asked_what_if(atlas, request, in);
  return reply("application/octet-stream",
               bytes_of(answer::what_if_map(asked.level(), asked.areas).class_after));
}

Response endpoint_what_if_moved(Atlas& atlas, const Request& request, const Captures& in) {
  const AskedWhatIf asked = asked_what_if(atlas, request, in);
  return reply("application/octet-stream",
               bytes_of(answer::what_if_map(asked.level(), asked.areas).moved));
}

}  // namespace wijkbeeld::serve::detail
