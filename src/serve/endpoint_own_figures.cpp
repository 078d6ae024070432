// SPDX-License-Identifier: EUPL-1.2
// Figures of the reader's own in a workbook: the page has no reader of workbooks, so it sends them
// here and gets back what stands in one sheet. What the columns mean is for the page to see.
#include "serve/detail/endpoint.hpp"
#include "serve/uploaded_sheet.hpp"

namespace wijkbeeld::serve::detail {

using codec::JsonWriter;

namespace {

std::string sheet_json(const UploadedSheet& read, const Request& request, const Atlas& atlas) {
  JsonWriter json;
  json.begin_object();
  json.key("sheets").begin_list();
  for (const std::string& one : read.sheets)
    json.text(one);
  json.end_list();
  json.key("sheet").text(read.sheet);
  json.key("head").begin_list();
  for (const std::string& one : read.rows.header())
    json.text(one);
  json.end_list();
  json.key("rows").begin_list();
  for (std::size_t row = 0; row < read.rows.size(); ++row) {
    json.begin_list();
    for (std::size_t column = 0; column < read.rows.header().size(); ++column)
      json.text(read.rows.cell(row, column));
    json.end_list();
  }
  json.end_list();
  json.key("remarks").begin_list();
  for (const base::Ledger::Tally& one : read.ledger.tally())
    json.text(base::render(one.first->message, atlas.catalogue(), request.reader_language));
  json.end_list();
  json.end_object();
  return json.take();
}

}  // namespace

Response endpoint_own_figures(Atlas& atlas, const Request& request, const Captures&) {
  refuse_uploads_from_others(atlas);
  const auto asked = [&](std::string_view name) {
    return request.query.find(name).value_or(std::string());
  };
  const std::string name = asked("name");
  const UploadedSheet read =
      read_uploaded_sheet(request.body, name.empty() ? "?" : name, asked("sheet"));
  Response out = json_reply(sheet_json(read, request, atlas));
  out.caching = Caching::no_store;
  return out;
}

}  // namespace wijkbeeld::serve::detail
