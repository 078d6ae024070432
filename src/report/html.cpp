// SPDX-License-Identifier: EUPL-1.2
#include "report/html.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "chart/palette.hpp"
#include "chart/svg.hpp"
#include "report/style.hpp"

namespace wijkbeeld::report {
namespace {

using base::say;
using chart::escaped;

std::string exact(const base::Argument& argument) {
  if (const auto* count = std::get_if<base::Count>(&argument.value))
    return std::to_string(count->value);
  if (const auto* decimal = std::get_if<base::Decimal>(&argument.value))
    return base::to_text(decimal->value);
  if (const auto* percent = std::get_if<base::Percent>(&argument.value))
    return base::to_text(percent->share);
  return "";
}

// Writes blocks in order; numbers the figures so that each has an id of its own.
class Page {
 public:
  Page(const Document& document, const base::Catalogue& catalogue)
      : document_(document), catalogue_(catalogue) {}

  std::string str() {
    head();
    out_ += "<main id=\"inhoud\">\n";
    title();
    for (const Block& block : document_.lede)
      write(block);
    contents();
    int number = 0;
    for (const Chapter& chapter : document_.chapters)
      write(chapter, ++number);
    out_ += "</main>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  std::string words(const base::Message& message) const {
    return escaped(base::render(message, catalogue_, document_.language));
  }

  // With each figure marked and led to its row. Titles in tables would double their size.
  std::string marked(const base::Message& message, bool with_title) {
    const base::Rendering rendering{
        [](std::string_view plain) { return escaped(plain); },
        [&](const base::Argument& argument, std::string_view shown) {
          if (argument.figure.empty()) return escaped(shown);
          const std::string id = escaped(argument.figure);
          std::string out = "<data class=\"figure\" id=\"c" + std::to_string(++figures_) +
                            "\" value=\"" + exact(argument) + "\" data-finding=\"" + id + "\"";
          if (with_title) out += " title=\"" + id + "\"";
          return out + ">" + escaped(shown) + "</data>";
        }};
    return base::render(message, catalogue_, document_.language, rendering);
  }

  void head() {
    const bool is_dutch = document_.language == base::Language::nl;
    out_ += std::string("<!DOCTYPE html>\n<html lang=\"") + (is_dutch ? "nl" : "en") +
            "\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" +
            escaped(document_.title) + "</title>\n<style>\n" + font_css() +
            chart::chart_colours_css() + chart::chart_css() + page_css() + print_css(heads()) +
            "</style>\n</head>\n<body" + (document_.is_short ? " class=\"short\"" : "") +
            ">\n<a class=\"skip\" href=\"#inhoud\">" + words(say("To the content")) + "</a>\n";
  }

  std::vector<RunningHead> heads() const {
    std::vector<RunningHead> out{{"", document_.running_head, ""}};
    if (document_.is_short) return out;
    int number = 0;
    for (const Chapter& chapter : document_.chapters)
      out.push_back({chapter.id, document_.running_head,
                     std::to_string(++number) + "  " +
                         base::render(chapter.title, catalogue_, document_.language)});
    return out;
  }

  void title() {
    out_ += "<header>\n<h1>" + escaped(document_.title) + "</h1>\n";
    if (!document_.summary.empty())
      out_ += "<p class=\"summary\">" + escaped(document_.summary) + "</p>\n";
    out_ += "<p class=\"imprint\">";
    for (std::size_t i = 0; i < document_.imprint.size(); ++i)
      out_ += (i > 0 ? "<br>" : "") + marked(document_.imprint[i], true);
    out_ += "</p>\n</header>\n";
  }

  void contents() {
    out_ += "<nav aria-label=\"" + words(say("Contents")) + "\">\n<p class=\"nav-title\">" +
            words(say("Contents")) + "</p>\n<ol>\n";
    for (const Chapter& chapter : document_.chapters)
      out_ += "<li><a href=\"#" + chapter.id + "\">" + words(chapter.title) + "</a></li>\n";
    out_ += "</ol>\n</nav>\n";
  }

  void write(const Chapter& chapter, int number) {
    out_ += "<section id=\"" + chapter.id + "\" class=\"chapter\">\n<h2><span class=\"number\">" +
            std::to_string(number) + "</span> " + words(chapter.title) + "</h2>\n";
    for (const Block& block : chapter.blocks)
      write(block);
    out_ += "</section>\n";
  }

  void write(const Block& block) {
    std::visit([&](const auto& one) { write_block(one); }, block);
  }

  std::string sentences(const std::vector<base::Message>& all) {
    std::string out;
    for (const base::Message& one : all)
      out += (out.empty() ? "" : " ") + marked(one, true);
    return out;
  }

  void write_block(const Paragraph& p) {
    if (p.sentences.empty()) return;
    const char* open = p.kind == Paragraph::Kind::lede   ? "<p class=\"lede\">"
                       : p.kind == Paragraph::Kind::note ? "<p class=\"note\">"
                                                         : "<p>";
    out_ += open + sentences(p.sentences) + "</p>\n";
  }

  void write_block(const Bullets& list) {
    if (list.items.empty()) return;
    const std::string tag = list.is_numbered ? "ol" : "ul";
    out_ += "<" + tag + ">\n";
    for (const base::Message& item : list.items)
      out_ += "<li>" + marked(item, true) + "</li>\n";
    out_ += "</" + tag + ">\n";
  }

  void write_block(const Subheading& h) {
    out_ += "<h3 id=\"" + h.id + "\">" + words(h.title) + "</h3>\n";
  }

  void write_block(const Definitions& list) {
    if (list.items.empty()) return;
    out_ += "<dl>\n";
    for (const auto& [term, says] : list.items) {
      out_ += "<dt>" + words(term) + "</dt>\n";
      for (const base::Message& one : says)
        out_ += "<dd>" + marked(one, true) + "</dd>\n";
    }
    out_ += "</dl>\n";
  }

  void write_block(const Links& links) {
    if (links.items.empty()) return;
    out_ += "<ul class=\"links\">\n";
    for (const auto& [text, address] : links.items)
      out_ += "<li><a href=\"" + escaped(address) + "\">" + words(text) + "</a></li>\n";
    out_ += "</ul>\n";
  }

  void write_block(const Verbatim& code) {
    out_ += "<pre><code>" + escaped(code.text) + "</code></pre>\n";
  }

  void notes(const std::vector<base::Message>& all) {
    for (const base::Message& one : all)
      out_ += "<p class=\"note\">" + marked(one, true) + "</p>\n";
  }

  void write_block(const TableView& t) {
    if (t.rows.empty()) return;
    if (t.folded_as) {
      out_ +=
          std::string(t.is_printed ? "<details class=\"kept\">" : "<details class=\"screen\">") +
          "<summary>" + words(*t.folded_as) + "</summary>\n";
      table(t);
      out_ += "</details>\n";
    } else {
      table(t);
    }
    notes(t.notes);
  }

  static bool is_number(const TableView& t, std::size_t column) {
    return t.is_number.empty() ? column > 0 : t.is_number[column];
  }

  void table(const TableView& t) {
    const std::string caption = words(t.caption);
    out_ += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + caption +
            "\"><table id=\"" + t.id + "\">\n<caption><span>" + caption +
            "</span></caption>\n<thead><tr>";
    for (std::size_t c = 0; c < t.head.size(); ++c)
      out_ += std::string("<th scope=\"col\"") + (is_number(t, c) ? " class=\"n\">" : ">") +
              words(t.head[c]) + "</th>";
    out_ += "</tr></thead>\n<tbody>\n";
    for (const auto& row : t.rows)
      table_row(t, row);
    out_ += "</tbody></table></div>\n";
  }

  // Numbers stand right; short words (a span of years, a code) stay on one line.
  std::string kind_of(const TableView& t, std::size_t column, const base::Message& message) const {
    if (is_number(t, column)) return " class=\"n\"";
    constexpr std::size_t kShort = 20;
    const std::string shown = base::render(message, catalogue_, document_.language);
    return base::length_utf8(shown) <= kShort ? " class=\"k\"" : "";
  }

  void table_row(const TableView& t, const std::vector<base::Message>& row) {
    if (row.size() == 1 && t.head.size() > 1) {
      out_ += "<tr class=\"group\"><th colspan=\"" + std::to_string(t.head.size()) +
              "\" scope=\"rowgroup\">" + words(row[0]) + "</th></tr>\n";
      return;
    }
    out_ += "<tr>";
    for (std::size_t c = 0; c < row.size(); ++c) {
      const std::string tag = c == 0 ? "th" : "td";
      out_ += "<" + tag + (c == 0 ? " scope=\"row\"" : "") + kind_of(t, c, row[c]) + ">" +
              marked(row[c], false) + "</" + tag + ">";
    }
    out_ += "</tr>\n";
  }

  void write_block(const ChartView& c) {
    out_ += "<figure id=\"" + c.id + "\">\n<div class=\"whole\">\n<p class=\"chart-title\">" +
            marked(c.title, true) + "</p>\n<p class=\"chart-subtitle\">" + words(c.subtitle) +
            "</p>\n<div class=\"wide\">" + c.wide.svg + "</div>\n";
    if (!c.narrow.svg.empty()) out_ += "<div class=\"narrow\">" + c.narrow.svg + "</div>\n";
    out_ += "</div>\n<figcaption>";
    if (!c.description.id.empty())
      out_ += "<p class=\"description\">" + marked(c.description, true) + "</p>\n";
    for (const base::Message& note : c.notes)
      out_ += "<p>" + marked(note, true) + "</p>\n";
    if (!c.source.id.empty()) out_ += "<p>" + marked(c.source, true) + "</p>\n";
    out_ += "</figcaption>\n";
    if (c.table) {
      out_ += "<details><summary>" + words(say("The figures as a table")) + "</summary>\n";
      table(*c.table);
      notes(c.table->notes);
      out_ += "</details>\n";
    }
    out_ += "</figure>\n";
  }

  const Document& document_;
  const base::Catalogue& catalogue_;
  std::string out_;
  int figures_ = 0;
};

}  // namespace

std::string to_html(const Document& document, const base::Catalogue& catalogue) {
  return Page(document, catalogue).str();
}

namespace {

// Collects every message of a document, in order.
struct Reader {
  std::vector<base::Message> all;
  void add(const std::vector<base::Message>& many) {
    all.insert(all.end(), many.begin(), many.end());
  }
  void operator()(const Paragraph& p) { add(p.sentences); }
  void operator()(const Bullets& b) { add(b.items); }
  void operator()(const Subheading& h) { all.push_back(h.title); }
  void operator()(const Verbatim&) {}
  void operator()(const Links& l) {
    for (const auto& [text, address] : l.items)
      all.push_back(text);
  }
  void operator()(const Definitions& d) {
    for (const auto& [term, says] : d.items) {
      all.push_back(term);
      add(says);
    }
  }
  void operator()(const TableView& t) {
    all.push_back(t.caption);
    add(t.head);
    for (const auto& row : t.rows)
      add(row);
    add(t.notes);
  }
  void operator()(const ChartView& c) {
    add({c.title, c.subtitle, c.description, c.source});
    add(c.notes);
    if (c.table) (*this)(*c.table);
  }
};

}  // namespace

std::string to_plain_text(const Document& document, const base::Catalogue& catalogue) {
  Reader reader;
  reader.add(document.imprint);
  for (const Block& block : document.lede)
    std::visit(reader, block);
  for (const Chapter& chapter : document.chapters) {
    reader.all.push_back(chapter.title);
    for (const Block& block : chapter.blocks)
      std::visit(reader, block);
  }
  std::string out = document.title + "\n" + document.summary + "\n";
  for (const base::Message& one : reader.all)
    out += base::render(one, catalogue, document.language) + "\n";
  return out;
}

}  // namespace wijkbeeld::report
