// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/message.hpp"

namespace wijkbeeld::area {

/// How fine an area is, fine to coarse.
enum class Level : std::uint8_t { cell, buurt, wijk, pc4, gemeente, own };

/// Stable short name, also the word on a Dutch screen: "cell", "buurt", "wijk", "pc4", "gemeente",
/// "own".
std::string_view to_text(Level level);
std::optional<Level> parse_level(std::string_view text);

/// "wijk" / "wijken", "postcodegebied" / "postcodegebieden": English ids for the catalogues.
base::Message name_of(Level level, bool is_plural);

/// The year whose boundaries a code belongs to (CBS classification of 1 January). The same code
/// can be another area in another vintage.
struct Vintage {
  int year = 0;
  auto operator<=>(const Vintage&) const = default;
};

/// A code of an area in its canonical form: BU + 8, WK + 6, GM + 4, four digits for a PC4,
/// E1213N4879 for a cell, anything for an own area.
struct AreaCode {
  std::string text;
  auto operator<=>(const AreaCode&) const = default;
};

/// What a text means as a code at a level.
struct ParsedCode {
  AreaCode code;
  /// True when the text was not canonical: prefix or leading zeros were lost on the way (a
  /// spreadsheet does that), or letters were in lower case.
  bool was_mended = false;
};

/// The canonical code, or nothing when the text cannot be a code of this level. Mends a lost
/// prefix and lost leading zeros ("36300" at wijk level is WK036300) and lower case.
std::optional<ParsedCode> parse_code(std::string_view given, Level level);

/// The level a canonical code has by its form; own when it has none of the known forms.
Level level_of(const AreaCode& code);

/// The code of the gemeente a buurt or wijk code belongs to (WK063701 lies in GM0637), by the
/// construction of CBS codes; nothing for other levels.
std::optional<AreaCode> gemeente_of(const AreaCode& code);
/// The wijk of a buurt code.
std::optional<AreaCode> wijk_of(const AreaCode& code);

}  // namespace wijkbeeld::area
