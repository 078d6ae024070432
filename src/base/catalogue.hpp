// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/message.hpp"

namespace wijkbeeld::base {

/// Translations read from gettext .po text: English text to Dutch text.
/// Only what we use of the format is understood: comments, msgid, msgstr, continued strings, and
/// msgid_plural with msgstr[0] and msgstr[1]. An entry of two forms is known by its plural, which
/// is what the code says.
class Catalogue {
 public:
  Catalogue() = default;

  /// Adds the entries of one .po file. Throws Failure with the line when it is malformed, or when
  /// the same English text has two different translations.
  void add(std::string_view po_text, const std::string& name);

  /// The translation, or the text itself when there is none.
  [[nodiscard]] std::string_view translate(std::string_view id, Language language) const;

  /// The form for one ("{} area comes in."), or nothing when the text has one form for all numbers.
  [[nodiscard]] std::optional<std::string_view> translate_one(std::string_view id,
                                                              Language language) const;

  [[nodiscard]] bool has(std::string_view id) const { return dutch_.find(id) != dutch_.end(); }
  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& entries() const {
    return dutch_;
  }

 private:
  struct Singular {
    std::string english;
    std::string dutch;
  };
  struct Entry;
  void add(Entry entry, const std::string& name);
  std::map<std::string, std::string, std::less<>> dutch_;
  std::map<std::string, Singular, std::less<>> singular_;
};

/// Decides how a filled-in argument and the plain text around it appear, for instance escaped
/// and linked in HTML.
struct Rendering {
  std::function<std::string(std::string_view text)> plain;
  std::function<std::string(const Argument& argument, std::string_view shown)> argument;
};

/// The message in words. Arguments fill the {} from left to right; {1}, {2} ... pick one by
/// number, for a translation that needs another order. "{{" is a brace. A text with a form for one
/// takes that when the first number of things among its arguments is 1.
std::string render(const Message& message, const Catalogue& catalogue, Language language);
std::string render(const Message& message, const Catalogue& catalogue, Language language,
                   const Rendering& rendering);

}  // namespace wijkbeeld::base
