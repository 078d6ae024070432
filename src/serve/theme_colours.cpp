// SPDX-License-Identifier: EUPL-1.2
#include "serve/theme_colours.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "chart/palette.hpp"
#include "codec/toml.hpp"

namespace wijkbeeld::serve {

using base::Decimal;
using base::say;
using codec::TomlNode;

namespace {

using Tokens = std::map<std::string, std::string, std::less<>>;

// As web/src/style.css has them.
struct Usual {
  std::string_view token;
  chart::Colour colour;
};
constexpr std::array<Usual, 7> kLight = {{{"ink", chart::kInk},
                                          {"quiet", chart::kQuiet},
                                          {"rule", chart::kRule},
                                          {"edge", chart::kContext},
                                          {"paper", chart::kPaper},
                                          {"panel", chart::kPanel},
                                          {"accent", "#0e5a8a"}}};
constexpr std::array<Usual, 7> kDark = {{{"ink", chart::kDarkInk},
                                         {"quiet", chart::kDarkQuiet},
                                         {"rule", chart::kDarkRule},
                                         {"edge", chart::kDarkContext},
                                         {"paper", chart::kDarkPaper},
                                         {"panel", chart::kDarkPanel},
                                         {"accent", "#7cc0ea"}}};

struct Pair {
  const char* mark;
  const char* ground;
  double least;
};
constexpr double kWords = 4.5;
constexpr double kMarks = 3;
constexpr std::array<Pair, 7> kPairs = {{{"ink", "paper", kWords},
                                         {"ink", "panel", kWords},
                                         {"quiet", "paper", kWords},
                                         {"quiet", "panel", kWords},
                                         {"accent", "paper", kWords},
                                         {"accent", "panel", kWords},
                                         {"edge", "paper", kMarks}}};

bool is_colour(std::string_view text) {
  return text.size() == 7 && text[0] == '#' &&
         std::all_of(text.begin() + 1, text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
         });
}

// The tokens of one table; those it does not name are absent.
Tokens read(const TomlNode& table, const std::array<Usual, 7>& usual) {
  Tokens out;
  for (const auto& [token, colour] : usual) {
    const TomlNode node = table[token];
    if (!node.exists()) continue;
    const std::string text = node.text();
    if (is_colour(text))
      out[std::string(token)] = text;
    else
      node.mistake(say("'{}' is not a colour such as \"{}\"", text, colour));
  }
  return out;
}

void check_contrast(const TomlNode& table, const Tokens& said, const std::array<Usual, 7>& usual) {
  Tokens all;
  for (const auto& [token, colour] : usual)
    all.emplace(token, colour);
  for (const auto& [token, colour] : said)
    all[token] = colour;
  for (const Pair& pair : kPairs) {
    if (!said.contains(pair.mark) && !said.contains(pair.ground)) continue;
    const double contrast = chart::contrast(all[pair.mark], all[pair.ground]);
    if (contrast >= pair.least) continue;
    const TomlNode at = said.contains(pair.mark) ? table[pair.mark] : table[pair.ground];
    at.mistake(say("{} on {} has a contrast of {}, and needs {}", pair.mark, pair.ground,
                   Decimal{contrast, 2}, Decimal{pair.least, 1}),
               say("make one of the two darker or the other lighter"));
  }
}

std::string rule_of(const Tokens& tokens) {
  if (tokens.empty()) return "";
  std::string out = ":root{";
  for (const auto& [token, colour] : tokens)
    out += "--" + token + ":" + colour + ";";
  return out + "}";
}

}  // namespace

std::string theme_colours(std::string_view toml, const std::string& file) {
  codec::TomlDocument document(toml, file);
  const TomlNode light = document.root()["light"];
  const TomlNode dark = document.root()["dark"];
  const Tokens by_day = read(light, kLight);
  const Tokens by_night = read(dark, kDark);
  check_contrast(light, by_day, kLight);
  check_contrast(dark, by_night, kDark);
  document.finish(say("the colours in '{}' cannot be used", file));
  // What is said for the light must not reach into the dark.
  std::string out;
  if (!by_day.empty()) out += "@media (prefers-color-scheme: light){" + rule_of(by_day) + "}\n";
  if (!by_night.empty()) out += "@media (prefers-color-scheme: dark){" + rule_of(by_night) + "}\n";
  return out;
}

}  // namespace wijkbeeld::serve
