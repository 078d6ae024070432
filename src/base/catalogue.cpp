// SPDX-License-Identifier: EUPL-1.2
#include "base/catalogue.hpp"

#include <utility>

#include "base/failure.hpp"
#include "base/number.hpp"
#include "base/text.hpp"

namespace wijkbeeld::base {
namespace {

// A line of a catalogue. Made into a Place only when something is wrong with it: all catalogues are
// read at every start.
struct Line {
  const std::string& file;
  int number = 0;
  [[nodiscard]] Place place() const { return {file, "", number, 0}; }
};

// The characters between the quotes of a .po line, with \n, \t, \" and \\ resolved.
void append_unquoted(std::string& out, std::string_view text, const Line& line) {
  text = trim(text);
  if (text.size() < 2 || text.front() != '"' || text.back() != '"')
    throw Failure(say("expected a text between double quotes")).at(line.place());
  text = text.substr(1, text.size() - 2);
  for (std::size_t slash = 0; (slash = text.find('\\')) != std::string_view::npos;) {
    out += text.substr(0, slash);
    if (slash + 1 >= text.size())
      throw Failure(say("the text ends in a lone backslash")).at(line.place());
    const char next = text[slash + 1];
    out.push_back(next == 'n' ? '\n' : next == 't' ? '\t' : next);
    text.remove_prefix(slash + 2);
  }
  out += text;
}

// One argument slot of a message text: its number, and where the text goes on behind it.
struct Slot {
  std::size_t argument;
  std::size_t next;
};

Slot parse_slot(std::string_view text, std::size_t open, std::size_t& automatic) {
  const std::size_t close = text.find('}', open);
  const std::string_view inside = text.substr(open + 1, close - open - 1);
  const auto number = parse_integer(inside);
  return {number ? static_cast<std::size_t>(*number) - 1 : automatic++, close + 1};
}

}  // namespace

// One entry as it is read.
struct Catalogue::Entry {
  std::string id = {};
  std::string plural = {};
  std::string one = {};   // msgstr, or msgstr[0]
  std::string more = {};  // msgstr[1]
  int line = 0;           // its last
  // What a keyword begins, or nothing for another word.
  std::string* part(std::string_view keyword) {
    if (keyword == "msgid") return &id;
    if (keyword == "msgid_plural") return &plural;
    if (keyword == "msgstr" || keyword == "msgstr[0]") return &one;
    return keyword == "msgstr[1]" ? &more : nullptr;
  }
};

void Catalogue::add(Entry entry, const std::string& name) {
  const bool has_forms = !entry.plural.empty();
  std::string& id = has_forms ? entry.plural : entry.id;
  std::string& translation = has_forms ? entry.more : entry.one;
  if (id.empty() || translation.empty()) return;
  if (has_forms) singular_.try_emplace(id, Singular{std::move(entry.id), std::move(entry.one)});
  const auto [at, is_new] = dutch_.try_emplace(std::move(id), translation);
  if (!is_new && at->second != translation)
    throw Failure(say("'{}' is translated twice, differently", at->first))
        .at(Line{name, entry.line}.place());
}

void Catalogue::add(std::string_view po_text, const std::string& name) {
  Entry entry;
  std::string* current = nullptr;
  Line line{name};
  for (std::string_view text : split(po_text, '\n')) {
    ++line.number;
    text = trim(text);
    if (text.empty() || text.front() == '#') continue;
    std::string_view quoted = text;
    if (text.front() != '"') {
      const std::string_view keyword = text.substr(0, text.find(' '));
      if (keyword == "msgid") add(std::exchange(entry, {}), name);
      current = entry.part(keyword);
      quoted.remove_prefix(keyword.size());
    }
    if (current == nullptr)
      throw Failure(say("expected msgid, msgstr, a comment or a quoted text, found '{}'", text))
          .at(line.place());
    entry.line = line.number;
    append_unquoted(*current, quoted, line);
  }
  add(std::move(entry), name);
}

std::string_view Catalogue::translate(std::string_view id, Language language) const {
  if (language == Language::en) return id;
  const auto found = dutch_.find(id);
  return found == dutch_.end() ? id : std::string_view(found->second);
}

std::optional<std::string_view> Catalogue::translate_one(std::string_view id,
                                                         Language language) const {
  const auto found = singular_.find(id);
  if (found == singular_.end()) return std::nullopt;
  return language == Language::en ? found->second.english : found->second.dutch;
}

namespace {

// A sentence may begin with a share in words: "Minder dan 1% van de wijken ...".
std::string as_opening(const Argument& argument, std::string shown) {
  if (std::holds_alternative<Percent>(argument.value) && !shown.empty() && shown[0] >= 'a' &&
      shown[0] <= 'z')
    shown[0] = static_cast<char>(shown[0] - 'a' + 'A');
  return shown;
}

bool is_of_one(const Message& message) {
  for (const Argument& argument : message.arguments)
    if (const auto* count = std::get_if<Count>(&argument.value)) return count->value == 1;
  return false;
}

std::string_view text_of(const Message& message, const Catalogue& catalogue, Language language) {
  if (is_of_one(message))
    if (const auto one = catalogue.translate_one(message.id, language)) return *one;
  return catalogue.translate(message.id, language);
}

}  // namespace

std::string render(const Message& message, const Catalogue& catalogue, Language language) {
  static const Rendering as_is{
      [](std::string_view text) { return std::string(text); },
      [](const Argument&, std::string_view shown) { return std::string(shown); }};
  return render(message, catalogue, language, as_is);
}

std::string render(const Message& message, const Catalogue& catalogue, Language language,
                   const Rendering& rendering) {
  const std::string_view text = text_of(message, catalogue, language);
  std::string out;
  std::string plain;
  std::size_t automatic = 0;
  for (std::size_t i = 0; i < text.size();) {
    const bool is_doubled = i + 1 < text.size() && text[i] == text[i + 1];
    if ((text[i] == '{' || text[i] == '}') && is_doubled) {
      plain.push_back(text[i]);
      i += 2;
    } else if (text[i] == '{' && text.find('}', i) != std::string_view::npos) {
      const Slot slot = parse_slot(text, i, automatic);
      out += rendering.plain(plain);
      plain.clear();
      if (slot.argument < message.arguments.size()) {
        const Argument& argument = message.arguments[slot.argument];
        const bool is_first = i == 0 && text.back() == '.';
        const std::string shown = to_text(argument, language);
        out += rendering.argument(argument, is_first ? as_opening(argument, shown) : shown);
      }
      i = slot.next;
    } else {
      plain.push_back(text[i++]);
    }
  }
  return out + rendering.plain(plain);
}

}  // namespace wijkbeeld::base
