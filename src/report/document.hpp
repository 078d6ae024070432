// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/message.hpp"
#include "chart/drawing.hpp"

namespace wijkbeeld::report {

/// Sentences that stand together.
struct Paragraph {
  enum class Kind { plain, lede, note };
  std::vector<base::Message> sentences;
  Kind kind = Kind::plain;
};

struct Bullets {
  std::vector<base::Message> items;
  bool is_numbered = false;
};

/// A heading inside a chapter.
struct Subheading {
  std::string id;
  base::Message title;
};

/// A term and what there is to say about it.
struct Definitions {
  std::vector<std::pair<base::Message, std::vector<base::Message>>> items;
};

/// Ways to other pages of the same server. Only pages that are served have them: a report stands
/// alone.
struct Links {
  std::vector<std::pair<base::Message, std::string>> items;  ///< words and address
};

/// Text to be read letter by letter: a rule, a command.
struct Verbatim {
  std::string text;
};

/// A table for people: words in the first column, figures to the right. A row with one cell only is
/// a heading inside the table.
struct TableView {
  std::string id;
  base::Message caption;
  std::vector<base::Message> head;
  std::vector<std::vector<base::Message>> rows;
  std::vector<bool> is_number = {};  ///< per column; empty: all but the first
  std::vector<base::Message> notes = {};
  /// What it says when it is folded away.
  std::optional<base::Message> folded_as = {};
  bool is_printed = true;  ///< for a folded table: whether paper has it
};

/// A chart or map: title is the finding in a sentence, subtitle says what is drawn.
struct ChartView {
  std::string id;
  base::Message title;
  base::Message subtitle;
  chart::Drawing wide;
  chart::Drawing narrow;
  base::Message description;  ///< what a reader should see, for who cannot see it
  std::vector<base::Message> notes = {};
  base::Message source = {};
  std::optional<TableView> table = {};  ///< the figures behind it
};

using Block = std::variant<Paragraph, Bullets, Subheading, Definitions, Links, Verbatim, TableView,
                           ChartView>;

struct Chapter {
  std::string id;
  base::Message title;
  std::vector<Block> blocks;
};

/// How wide its charts are drawn: a page and paper show one of both, the panel of the atlas has
/// room for the narrow one only.
enum class Widths : std::uint8_t { both, narrow };

/// A report before it has a form.
struct Document {
  base::Language language = base::Language::nl;
  std::string title;
  std::string summary;
  std::string running_head;  ///< edition and study, at the top of each printed page
  std::vector<base::Message> imprint;
  std::vector<Block> lede;
  std::vector<Chapter> chapters;
  /// For a page or two of paper: two columns, no new page for a chapter, no contents, no ways to
  /// elsewhere.
  bool is_short = false;
};

}  // namespace wijkbeeld::report
