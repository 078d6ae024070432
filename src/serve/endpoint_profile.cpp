// SPDX-License-Identifier: EUPL-1.2
#include "answer/profile.hpp"
#include "report/area_page.hpp"
#include "serve/detail/endpoint.hpp"

namespace wijkbeeld::serve::detail {

using base::Message;
using codec::JsonWriter;
using report::ChartView;
using report::TableView;

namespace {

answer::Profile profile_of(Atlas& atlas, const std::string& text) {
  const auto parsed = area::parse_code(text, area::level_of({text}));
  try {
    return answer::profile(atlas.project(), atlas.editions(),
                           parsed ? parsed->code : area::AreaCode{text});
  } catch (const base::Failure& failure) {
    throw Refusal(404, failure);
  }
}

// The blocks of a document as the page needs them: words and drawings, nothing to be worked out.
class BlockWriter {
 public:
  BlockWriter(JsonWriter& json, const Atlas& atlas, base::Language language)
      : json_(json), atlas_(atlas), language_(language) {}

  void operator()(const report::Paragraph& one) { texts("paragraph", one.sentences); }
  void operator()(const report::Bullets& one) { texts("bullets", one.items); }
  void operator()(const report::Subheading&) {}
  void operator()(const report::Definitions&) {}
  void operator()(const report::Verbatim&) {}
  void operator()(const report::Links&) {}

  void operator()(const TableView& one) {
    json_.begin_object();
    json_.key("kind").text("table");
    table(one);
    json_.end_object();
  }

  void operator()(const ChartView& one) {
    json_.begin_object();
    json_.key("kind").text("chart");
    json_.key("id").text(one.id);
    json_.key("title").text(words(one.title));
    json_.key("subtitle").text(words(one.subtitle));
    json_.key("description").text(words(one.description));
    json_.key("source").text(words(one.source));
    json_.key("svg").text(one.narrow.svg);
    json_.key("table");
    if (one.table) {
      json_.begin_object();
      table(*one.table);
      json_.end_object();
    } else {
      json_.null();
    }
    json_.end_object();
  }

  [[nodiscard]] std::string words(const Message& message) const {
    return base::render(message, atlas_.catalogue(), language_);
  }

  void list(std::string_view name, const std::vector<Message>& messages) {
    json_.key(name).begin_list();
    for (const Message& one : messages)
      json_.text(words(one));
    json_.end_list();
  }

 private:
  void texts(std::string_view kind, const std::vector<Message>& messages) {
    json_.begin_object();
    json_.key("kind").text(kind);
    list("texts", messages);
    json_.end_object();
  }

  void table(const TableView& one) {
    json_.key("id").text(one.id);
    json_.key("title").text(words(one.caption));
    list("head", one.head);
    json_.key("rows").begin_list();
    for (const std::vector<Message>& row : one.rows) {
      json_.begin_list();
      for (const Message& cell : row)
        json_.text(words(cell));
      json_.end_list();
    }
    json_.end_list();
  }

  JsonWriter& json_;
  const Atlas& atlas_;
  base::Language language_;
};

std::string profile_json(const answer::Profile& profile, const Atlas& atlas,
                         base::Language language) {
  const report::Document document =
      report::area_document(profile, {language, atlas.program_version()}, atlas.catalogue());
  JsonWriter json;
  BlockWriter blocks(json, atlas, language);
  json.begin_object();
  json.key("code").text(profile.code.text);
  json.key("name").text(document.title);
  json.key("gemeente").text(profile.editions.front().gemeente);
  json.key("level").text(to_text(profile.editions.front().level));
  blocks.list("lede", report::area_lede(profile, language));
  json.key("chapters").begin_list();
  for (const report::Chapter& chapter : document.chapters) {
    json.begin_object();
    json.key("id").text(chapter.id);
    json.key("title").text(blocks.words(chapter.title));
    json.key("blocks").begin_list();
    for (const report::Block& block : chapter.blocks)
      if (!std::holds_alternative<report::Subheading>(block)) std::visit(blocks, block);
    json.end_list();
    json.end_object();
  }
  json.end_list();
  json.end_object();
  return json.take();
}

}  // namespace

Response endpoint_profile(Atlas& atlas, const Request& request, const Captures& in) {
  return json_reply(profile_json(profile_of(atlas, in["code"]), atlas, request.reader_language));
}

Response endpoint_area_page(Atlas& atlas, const Request& request, const Captures& in) {
  const answer::Profile profile = profile_of(atlas, in["code"]);
  return page_of(report::area_document(profile, {request.reader_language, atlas.program_version()},
                                       atlas.catalogue()),
                 atlas);
}

}  // namespace wijkbeeld::serve::detail
