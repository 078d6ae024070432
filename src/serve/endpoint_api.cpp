// SPDX-License-Identifier: EUPL-1.2
// How programs talk to the atlas: the contract as a file, and as a page to read.
#include "report/html.hpp"
#include "serve/detail/endpoint.hpp"
#include "serve/embedded.hpp"

namespace wijkbeeld::serve::detail {

using base::Message;
using base::say;

namespace {

bool is_for_programs(const AddressLine& line) {
  return line.pattern.rfind("/api/v1/", 0) == 0 || line.pattern == "/healthz";
}

report::TableView address_table(std::string id, const Message& caption,
                                const std::vector<AddressLine>& lines, bool for_programs) {
  report::TableView out{std::move(id), caption, {say("address"), say("what it gives")}, {}, {}};
  out.is_number = {false, false};
  for (const AddressLine& line : lines)
    if (is_for_programs(line) == for_programs)
      out.rows.push_back({say("{}", line.pattern), line.summary});
  return out;
}

// What stands for {edition}/{level}/{vintage}/{theme}/{period} in this very project.
std::string first_view(Atlas& atlas) {
  const series::SeriesKey& key = atlas.choices().front();
  const std::string level(to_text(key.level));
  const std::string vintage = std::to_string(key.vintage.year);
  const Layer layer = atlas.layer(key.edition.text, level, vintage);
  const answer::Theme& theme = layer.themes.front();
  return key.edition.text + "/" + level + "/" + vintage + "/" + theme.id + "/" +
         answer::to_text(theme.periods.back());
}

report::Chapter examples(Atlas& atlas) {
  const std::string view = first_view(atlas);
  report::Links links;
  for (const std::string& address :
       {std::string("/api/v1/project"), "/api/v1/legend/" + view, "/api/v1/table/" + view + ".csv",
        "/api/v1/map/" + view + ".svg", std::string("/openapi.json")})
    links.items.emplace_back(say("{}", address), address);
  return {"voorbeelden",
          say("Try it"),
          {report::Paragraph{{say("These addresses work on the project shown here.")}}, links}};
}

report::Chapter manners() {
  return {"afspraken",
          say("What always holds"),
          {report::Bullets{
              {say("Everything is read with GET; nothing can be changed, and nothing is asked of "
                   "the reader: no key, no cookie."),
               say("Texts come in Dutch, and in English with ?lang=en."),
               say("An area without a figure never has the figure 0: it carries the reason why the "
                   "figure is absent."),
               say("Mistakes come as JSON with what went wrong, why, and what to do, and with the "
                   "right status: 400 for what was asked wrongly, 404 for what is not there."),
               say("Answers have an ETag: who asks again with If-None-Match gets 304 and no "
                   "body."),
               say("Figures of different editions are never joined or subtracted.")}}}};
}

}  // namespace

Response endpoint_api_page(Atlas& atlas, const Request& request,
                           const std::vector<AddressLine>& lines) {
  report::Document out;
  out.language = request.reader_language;
  out.title = base::render(say("The figures for programs"), atlas.catalogue(), out.language);
  out.summary = base::render(say("Every address of this atlas, and what it gives."),
                             atlas.catalogue(), out.language);
  out.running_head = out.title;
  out.lede.emplace_back(report::Paragraph{
      {say("Everything the atlas shows can also be read by a program, such as R, Python or a "
           "spreadsheet."),
       say("The file openapi.json describes it all in the form that tools understand.")},
      report::Paragraph::Kind::lede});
  out.chapters.push_back(examples(atlas));
  out.chapters.push_back({"adressen",
                          say("Addresses"),
                          {address_table("t-programs", say("For programs"), lines, true),
                           address_table("t-people", say("For people"), lines, false)}});
  out.chapters.push_back(manners());
  return page_of(out, atlas);
}

Response endpoint_contract() {
  return reply("application/json", std::string(embedded::contract_openapi_json()));
}

}  // namespace wijkbeeld::serve::detail
