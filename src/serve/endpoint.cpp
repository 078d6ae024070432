// SPDX-License-Identifier: EUPL-1.2
// What the endpoints share, and the table of their addresses.
#include "serve/detail/endpoint.hpp"

#include "chart/palette.hpp"
#include "report/html.hpp"
#include "serve/endpoints.hpp"

namespace wijkbeeld::serve {

using base::Message;
using base::say;

namespace detail {

AskedView asked_view(Atlas& atlas, const Captures& in) {
  const Choice choice = atlas.choice(in["edition"], in["level"], in["vintage"]);
  try {
    const answer::Theme& theme = answer::theme_named(choice.themes, in["theme"]);
    const series::Period period = answer::period_named(theme, in["period"]);
    return {atlas,
            choice,
            atlas.areas(in["level"], in["vintage"]),
            theme,
            period,
            in["edition"] + "/" + in["level"] + "/" + in["vintage"] + "/" + theme.id + "/" +
                answer::to_text(period)};
  } catch (const base::Failure& failure) {
    throw Refusal(404, failure);
  }
}

std::string area_address(const area::AreaCode& code, base::Language language) {
  return "/gebied/" + code.text + (language == base::Language::en ? "?lang=en" : "");
}

std::string query_text(std::string_view text) {
  static constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
    const auto code = static_cast<unsigned char>(c);
    if (is_plain)
      out += c;
    else
      out += {'%', hex[code / 16U], hex[code % 16U]};
  }
  return out;
}

bool asks_sure(const Request& request) {
  const std::string asked = request.query.find("sure").value_or("0");
  if (asked != "0" && asked != "1")
    throw Refusal(400, base::Failure(base::say("'sure' is 0 or 1, not '{}'", asked)));
  return asked == "1";
}

std::string language_key(const Request& request) {
  return request.reader_language == base::Language::en ? "en" : "nl";
}

void write(codec::JsonWriter& json, const base::Words& words) {
  json.begin_object();
  json.key("nl").text(words.in(base::Language::nl));
  json.key("en").text(words.in(base::Language::en));
  json.end_object();
}

void write(codec::JsonWriter& json, const base::Message& message,
           const base::Catalogue& catalogue) {
  json.begin_object();
  json.key("nl").text(base::render(message, catalogue, base::Language::nl));
  json.key("en").text(base::render(message, catalogue, base::Language::en));
  json.end_object();
}

AbsenceLook look_of(table::Absence why) {
  switch (why) {
    case table::Absence::withheld:
      return {240, "hatch"};
    case table::Absence::not_applicable:
      return {242, "blank"};
    case table::Absence::no_such_area:
      return {243, "blank"};
    default:
      return {241, "dots"};
  }
}

Response page_of(const report::Document& document, const Atlas& atlas) {
  Response out = reply("text/html; charset=utf-8", report::to_html(document, atlas.catalogue()));
  out.has_inline_styles = true;
  return out;
}

Response asset(const Assets& assets, const std::string& name) {
  if (auto found = assets.find(name)) return *found;
  if (name == "index.html")
    throw Refusal(404, base::Failure(base::say("this program was built without its page"))
                           .help(base::say("run ./dev setup, then build it again")));
  throw Refusal(404, base::Failure(base::say("there is nothing at '/{}'", name)));
}

Response endpoint_health(Atlas& atlas, const Request&, const Captures&) {
  codec::JsonWriter json;
  json.begin_object();
  json.key("status").text("ok");
  json.key("project").text(to_text(atlas.file_state()));
  json.end_object();
  Response out = json_reply(json.take());
  out.caching = Caching::no_store;
  return out;
}

}  // namespace detail

namespace {

// The page that lists all addresses, itself among them, stands before those that catch what is
// left.
std::vector<Route> with_api_page(Atlas& atlas, std::vector<Route> routes) {
  Route page{"GET", "/api", "contract-page", say("The figures for programs: this page."), nullptr};
  std::vector<detail::AddressLine> lines;
  for (const Route& route : routes)
    lines.push_back({route.pattern, route.summary});
  lines.push_back({page.pattern, page.summary});
  page.handler = [&atlas, lines = std::move(lines)](const Request& request, const Captures&) {
    return detail::endpoint_api_page(atlas, request, lines);
  };
  routes.insert(routes.begin(), std::move(page));
  return routes;
}

}  // namespace

std::vector<Route> atlas_routes(Atlas& atlas, const Assets& assets) {
  using Endpoint = Response (*)(Atlas&, const Request&, const Captures&);
  std::vector<Route> out;
  const auto on = [&](const char* method, const char* pattern, const char* name, Message summary,
                      Endpoint endpoint) {
    out.push_back({method, pattern, name, std::move(summary),
                   [&atlas, endpoint](const Request& request, const Captures& in) {
                     return endpoint(atlas, request, in);
                   }});
  };
  const auto get = [&](const char* pattern, const char* name, Message summary, Endpoint endpoint) {
    on("GET", pattern, name, std::move(summary), endpoint);
  };
  get("/healthz", "health",
      say("Is the server there, and is its project file still the one it read?"),
      detail::endpoint_health);
  get("/api/v1/project", "project",
      say("What the project holds: editions, levels, themes, periods."), detail::endpoint_project);
  get("/api/v1/areas/{level}/{vintage}", "areas",
      say("The areas of a level in order of code: names, residents, centres."),
      detail::endpoint_areas);
  get("/api/v1/shapes/{level}/{vintage}/{scale}", "shapes",
      say("Outlines with shared borders, packed (WBS1); scale is low, mid or full."),
      detail::endpoint_shapes);
  get("/api/v1/cells/{vintage}", "cells",
      say("The places of cells of 100 m, in their order, packed (WBC1)."), detail::endpoint_cells);
  get("/api/v1/at/{level}/{vintage}/{ordinal}", "at",
      say("One area by its number in the list: name, residents, centre, what it lies in."),
      detail::endpoint_at);
  get("/api/v1/classes/{edition}/{level}/{vintage}/{theme}/{period}", "classes",
      say("A byte per area: its class, or why it has none."), detail::endpoint_classes);
  get("/api/v1/numbers/{edition}/{level}/{vintage}/{theme}/{period}", "numbers",
      say("A float per area; NaN where there is none."), detail::endpoint_numbers);
  get("/api/v1/sure/{edition}/{level}/{vintage}/{theme}/{period}", "sure",
      say("A byte per area: is its class sure (1), unsure (2), or is that not known (0)?"),
      detail::endpoint_sure);
  get("/api/v1/legend/{edition}/{level}/{vintage}/{theme}/{period}", "legend",
      say("What stands beside the map: classes with limits and counts, source, a sentence."),
      detail::endpoint_legend);
  get("/api/v1/table/{edition}/{level}/{vintage}/{theme}/{period}.csv", "table",
      say("The figures behind a map as CSV."), detail::endpoint_table);
  get("/api/v1/map/{edition}/{level}/{vintage}/{theme}/{period}.svg", "map",
      say("The map as SVG with its legend."), detail::endpoint_map);
  get("/api/v1/what-if/{edition}", "knobs",
      say("The indicators of an instrument whose weights can be turned."), detail::endpoint_knobs);
  get("/api/v1/what-if/{edition}/{level}/{vintage}/{period}", "what-if",
      say("What other weights do (?without=, ?factor=, ?contested=off)."),
      detail::endpoint_what_if);
  get("/api/v1/what-if/{edition}/{level}/{vintage}/{period}/table.csv", "what-if-table",
      say("The figures of a what-if as CSV: before, after, and who moves."),
      detail::endpoint_what_if_table);
  get("/api/v1/what-if/{edition}/{level}/{vintage}/{period}/classes", "what-if-classes",
      say("A byte per area: its class with those weights."), detail::endpoint_what_if_classes);
  get("/api/v1/what-if/{edition}/{level}/{vintage}/{period}/moved", "what-if-moved",
      say("A byte per area: a lower class (1), the same (2), a higher one (3)."),
      detail::endpoint_what_if_moved);
  get("/api/v1/find", "find", say("Areas by code or name (?q=, ?level=)."), detail::endpoint_find);
  get("/api/v1/profile/{code}", "profile", say("All about one area."), detail::endpoint_profile);
  get("/api/v1/explain/{edition}/{code}", "explain",
      say("What the score of one area is made of, indicator by indicator, and its change."),
      detail::endpoint_explain);
  get("/api/v1/cohorts/{edition}/{level}/{vintage}", "cohorts",
      say("What a group can be chosen by: lists, rules to begin with, what a rule may say."),
      detail::endpoint_cohorts);
  get("/api/v1/cohort/{edition}/{level}/{vintage}", "cohort",
      say("A study of one group (?list= or ?rule=, with ?against= and ?other=)."),
      detail::endpoint_cohort);
  get("/api/v1/compare", "compare", say("Areas side by side (?areas=), never across editions."),
      detail::endpoint_compare);
  get("/api/v1/relation/{edition}/{level}/{vintage}", "relation",
      say("Whether two quantities went together (?x=score/2014&y=change/2012-2014)."),
      detail::endpoint_relation);
  get("/groep/{edition}/{level}/{vintage}", "cohort-page",
      say("A study of one group as a page; without list or rule, the choices."),
      detail::endpoint_cohort_page);
  get("/verband/{edition}/{level}/{vintage}", "relation-page",
      say("Two quantities held together as a page (?x=score/2014&y=change/2012-2014)."),
      detail::endpoint_relation_page);
  get("/vergelijk", "compare-page", say("Areas side by side as a page (?areas=)."),
      detail::endpoint_compare_page);
  on("POST", "/api/v1/own-areas/{edition}/{level}/{vintage}", "own-areas",
     say("Scores of areas of the reader's own, sent as GeoPackage, GeoJSON or zipped shapefile; "
         "nothing is kept."),
     detail::endpoint_own_areas);
  on("POST", "/api/v1/own-figures", "own-figures",
     say("The rows of one sheet of a workbook (.xlsx) of the reader's own; nothing is kept."),
     detail::endpoint_own_figures);
  get("/overzicht", "overview", say("All maps, as a page that needs no script."),
      detail::endpoint_overview);
  get("/kaart/{edition}/{level}/{vintage}/{theme}/{period}", "map-page",
      say("A map with its figures, as a page that needs no script."), detail::endpoint_theme_page);
  get("/gebied/{code}", "area-page", say("One area as a page to read and print."),
      detail::endpoint_area_page);
  get("/opbouw/{edition}/{code}", "explain-page",
      say("What the score of one area is made of, as a page to read and print."),
      detail::endpoint_explain_page);
  get("/toegankelijkheid", "accessibility",
      say("What the atlas does so that everybody can use it."), detail::endpoint_accessibility);
  out.push_back({"GET", "/openapi.json", "contract",
                 say("All these addresses in the form that tools understand (OpenAPI 3.1)."),
                 [](const Request&, const Captures&) { return detail::endpoint_contract(); }});
  out.push_back({"GET", "/", "page", say("The page of the atlas."),
                 [&assets](const Request& request, const Captures&) {
                   Response page = detail::asset(assets, "index.html");
                   // Only the map is in it, and nothing to be tricked into pressing.
                   page.may_be_framed = request.query.find("embed") == "1";
                   return page;
                 }});
  out.push_back({"GET", "/charts.css", "charts-style", say("The style of charts."),
                 [](const Request&, const Captures&) {
                   return reply("text/css; charset=utf-8", chart::chart_css());
                 }});
  out.push_back({"GET", "/theme.css", "theme-style",
                 say("The colours of the organisation that publishes the atlas."),
                 [&atlas](const Request&, const Captures&) {
                   return reply("text/css; charset=utf-8", atlas.style());
                 }});
  out.push_back({"GET", "/{file}", "asset", say("A file of the page."),
                 [&assets](const Request&, const Captures& in) {
                   return detail::asset(assets, in["file"]);
                 }});
  return with_api_page(atlas, std::move(out));
}

}  // namespace wijkbeeld::serve
