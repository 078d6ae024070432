// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "base/message.hpp"

namespace wijkbeeld::base {

/// Translations read from gettext .po text: English text to Dutch text.
/// Only what we use of the format is understood: comments, msgid, msgstr, continued strings.
class Catalogue {
 public:
  Catalogue() = default;

  /// Adds the entries of one .po file. Throws Failure with the line when it is malformed, or when
  /// the same English text has two different translations.
  void add(std::string_view po_text, const std::string& name);

  /// The translation, or the text itself when there is none.
  [[nodiscard]] std::string_view translate(std::string_view id, Language language) const;

  [[nodiscard]] bool has(std::string_view id) const { return dutch_.find(id) != dutch_.end(); }
  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& entries() const {
    return dutch_;
  }

 private:
  std::map<std::string, std::string, std::less<>> dutch_;
};

/// Decides how a filled-in argument and the plain text around it appear, for instance escaped
/// and linked in HTML.
struct Rendering {
  std::function<std::string(std::string_view text)> plain;
  std::function<std::string(const Argument& argument, std::string_view shown)> argument;
};

/// The message in words. Arguments fill the {} from left to right; {1}, {2} ... pick one by
/// number, for a translation that needs another order. "{{" is a brace.
std::string render(const Message& message, const Catalogue& catalogue, Language language);
std::string render(const Message& message, const Catalogue& catalogue, Language language,
                   const Rendering& rendering);

}  // namespace wijkbeeld::base
