// SPDX-License-Identifier: EUPL-1.2
#include "serve/detail/document_json.hpp"

namespace wijkbeeld::serve::detail {

using base::Message;
using codec::JsonWriter;
using report::ChartView;
using report::TableView;

namespace {

class BlockWriter {
 public:
  BlockWriter(JsonWriter& json, const Atlas& atlas, base::Language language)
      : json_(json), atlas_(atlas), language_(language) {}

  void operator()(const report::Paragraph& one) { texts("paragraph", all_words(one.sentences)); }
  void operator()(const report::Bullets& one) { texts("bullets", all_words(one.items)); }
  void operator()(const report::Verbatim& one) { texts("paragraph", {one.text}); }

  void operator()(const report::Subheading& one) {
    json_.begin_object();
    json_.key("kind").text("heading");
    json_.key("text").text(words(one.title));
    json_.end_object();
  }

  void operator()(const report::Definitions& one) {
    for (const auto& [term, says] : one.items) {
      std::vector<std::string> all = all_words(says);
      all.insert(all.begin(), words(term) + ":");
      texts("paragraph", all);
    }
  }

  void operator()(const report::Links& one) {
    json_.begin_object();
    json_.key("kind").text("links");
    json_.key("items").begin_list();
    for (const auto& [text, address] : one.items) {
      json_.begin_object();
      json_.key("text").text(words(text));
      json_.key("address").text(address);
      json_.end_object();
    }
    json_.end_list();
    json_.end_object();
  }

  void operator()(const TableView& one) {
    if (one.rows.empty()) return;
    json_.begin_object();
    json_.key("kind").text("table");
    table(one);
    json_.end_object();
    if (!one.notes.empty()) texts("paragraph", all_words(one.notes));
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
    if (!one.notes.empty()) texts("paragraph", all_words(one.notes));
  }

  void list(std::string_view name, const std::vector<Message>& messages) {
    json_.key(name).begin_list();
    for (const Message& one : messages)
      json_.text(words(one));
    json_.end_list();
  }

  [[nodiscard]] std::string words(const Message& message) const {
    return base::render(message, atlas_.catalogue(), language_);
  }

 private:
  [[nodiscard]] std::vector<std::string> all_words(const std::vector<Message>& messages) const {
    std::vector<std::string> out;
    for (const Message& one : messages)
      out.push_back(words(one));
    return out;
  }

  void texts(std::string_view kind, const std::vector<std::string>& all) {
    if (all.empty()) return;
    json_.begin_object();
    json_.key("kind").text(kind);
    json_.key("texts").begin_list();
    for (const std::string& one : all)
      json_.text(one);
    json_.end_list();
    json_.end_object();
  }

  // A row with one cell is a heading inside the table: the page gets it as wide as the others.
  void table(const TableView& one) {
    json_.key("id").text(one.id);
    json_.key("title").text(words(one.caption));
    list("head", one.head);
    json_.key("rows").begin_list();
    for (const std::vector<Message>& row : one.rows) {
      json_.begin_list();
      for (std::size_t column = 0; column < one.head.size(); ++column)
        json_.text(column < row.size() ? words(row[column]) : "");
      json_.end_list();
    }
    json_.end_list();
  }

  JsonWriter& json_;
  const Atlas& atlas_;
  base::Language language_;
};

// The sentences that stand first; other blocks of the lede go before the first chapter's.
std::vector<Message> first_sentences(const report::Document& document) {
  std::vector<Message> out;
  for (const report::Block& block : document.lede)
    if (const auto* one = std::get_if<report::Paragraph>(&block))
      out.insert(out.end(), one->sentences.begin(), one->sentences.end());
  return out;
}

}  // namespace

void write_document(JsonWriter& json, const report::Document& document, const Atlas& atlas) {
  BlockWriter blocks(json, atlas, document.language);
  json.key("title").text(document.title);
  blocks.list("lede", first_sentences(document));
  json.key("chapters").begin_list();
  for (const report::Chapter& chapter : document.chapters) {
    json.begin_object();
    json.key("id").text(chapter.id);
    json.key("title").text(blocks.words(chapter.title));
    json.key("blocks").begin_list();
    if (&chapter == &document.chapters.front())
      for (const report::Block& block : document.lede)
        if (!std::holds_alternative<report::Paragraph>(block)) std::visit(blocks, block);
    for (const report::Block& block : chapter.blocks)
      std::visit(blocks, block);
    json.end_list();
    json.end_object();
  }
  json.end_list();
}

}  // namespace wijkbeeld::serve::detail
