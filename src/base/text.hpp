// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wijkbeeld::base {

/// Without blanks, tabs, line ends, non-breaking spaces (U+00A0) and a byte order mark around it.
std::string_view trim(std::string_view text);

/// The parts between separators; an empty text has one empty part.
std::vector<std::string_view> split(std::string_view text, char separator);

std::string join(std::span<const std::string> parts, std::string_view separator);

/// ASCII letters in lower case; other bytes stay.
std::string lower(std::string_view text);

/// Letters, digits and nothing else, lower case, common Latin accents removed: what a person
/// means when they type a name. "'s-Hertogenbosch" becomes "shertogenbosch".
std::string folded(std::string_view text);

/// True when the bytes are well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms).
bool is_utf8(std::string_view bytes);

/// Windows-1252 (which holds Latin-1 for all printable characters) as UTF-8.
std::string latin1_to_utf8(std::string_view bytes);

/// Number of code points in UTF-8 text: what a person counts as characters, roughly.
std::size_t length_utf8(std::string_view text);

/// The candidate nearest to the word by edit distance (insert, delete, replace, swap), if it is
/// near enough to be a slip of the keyboard: at most a third of the word, never more than 3.
/// Ties go to the first.
std::optional<std::string> did_you_mean(std::string_view word,
                                        std::span<const std::string> candidates);

}  // namespace wijkbeeld::base
