// SPDX-License-Identifier: EUPL-1.2
#include "base/catalogue.hpp"

#include <utility>

#include "base/failure.hpp"
#include "base/number.hpp"
#include "base/text.hpp"

namespace wijkbeeld::base {
namespace {

// The characters between the quotes of a .po line, with \n, \t, \" and \\ resolved.
std::string unquoted(std::string_view text, const Place& place) {
  text = trim(text);
  if (text.size() < 2 || text.front() != '"' || text.back() != '"')
    throw Failure(say("expected a text between double quotes")).at(place);
  std::string out;
  text = text.substr(1, text.size() - 2);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      out.push_back(text[i]);
      continue;
    }
    if (++i >= text.size()) throw Failure(say("the text ends in a lone backslash")).at(place);
    out.push_back(text[i] == 'n' ? '\n' : text[i] == 't' ? '\t' : text[i]);
  }
  return out;
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

void Catalogue::add(std::string_view po_text, const std::string& name) {
  std::string id;
  std::string translation;
  std::string* current = nullptr;
  int line_number = 0;
  const auto finish = [&] {
    if (!id.empty() && !translation.empty()) {
      const auto [at, is_new] = dutch_.emplace(id, translation);
      if (!is_new && at->second != translation)
        throw Failure(say("'{}' is translated twice, differently", id))
            .at({name, "", line_number, 0});
    }
    id.clear();
    translation.clear();
  };
  for (std::string_view line : split(po_text, '\n')) {
    ++line_number;
    line = trim(line);
    const Place place{name, "", line_number, 0};
    if (line.empty() || line.front() == '#') continue;
    if (line.starts_with("msgid ")) {
      finish();
      current = &id;
      line.remove_prefix(6);
    } else if (line.starts_with("msgstr ")) {
      current = &translation;
      line.remove_prefix(7);
    } else if (line.front() != '"' || current == nullptr) {
      throw Failure(say("expected msgid, msgstr, a comment or a quoted text, found '{}'", line))
          .at(place);
    }
    *current += unquoted(line, place);
  }
  finish();
}

std::string_view Catalogue::translate(std::string_view id, Language language) const {
  if (language == Language::en) return id;
  const auto found = dutch_.find(id);
  return found == dutch_.end() ? id : std::string_view(found->second);
}

std::string render(const Message& message, const Catalogue& catalogue, Language language) {
  static const Rendering as_is{
      [](std::string_view text) { return std::string(text); },
      [](const Argument&, std::string_view shown) { return std::string(shown); }};
  return render(message, catalogue, language, as_is);
}

std::string render(const Message& message, const Catalogue& catalogue, Language language,
                   const Rendering& rendering) {
  const std::string_view text = catalogue.translate(message.id, language);
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
        out += rendering.argument(argument, to_text(argument, language));
      }
      i = slot.next;
    } else {
      plain.push_back(text[i++]);
    }
  }
  return out + rendering.plain(plain);
}

}  // namespace wijkbeeld::base
