// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "codec/toml.hpp"
#include "instrument/instrument.hpp"

namespace wijkbeeld::instrument::detail {

/// A word and what it stands for.
template <class T>
using Choice = std::pair<std::string_view, T>;

/// The meaning of a word out of a list; a mistake that names the list, and the word perhaps meant,
/// when it is not one of them.
template <class T>
T read_choice(const codec::TomlNode& node, std::string_view word,
              std::span<const Choice<T>> choices) {
  std::vector<std::string> words;
  for (const auto& [name, meaning] : choices) {
    if (name == word) return meaning;
    words.emplace_back(name);
  }
  if (const auto near = base::did_you_mean(word, words))
    node.mistake(base::say("'{}' is not one of: {}", word, base::join(words, ", ")),
                 base::say("did you mean '{}'?", *near));
  else
    node.mistake(base::say("'{}' is not one of: {}", word, base::join(words, ", ")));
  return choices.front().second;
}

area::Level read_level(const codec::TomlNode& node, area::Level otherwise);

/// What a table says that has no edition, level or vintage of its own.
struct Defaults {
  area::Level level = area::Level::cell;
  area::Vintage vintage = {};
};
Quantity read_quantity(const codec::TomlNode& node, const Defaults& defaults);

Indicator read_indicator(const codec::TomlNode& node, const Defaults& defaults);
Outcome read_outcome(const codec::TomlNode& node, const Instrument& so_far);

}  // namespace wijkbeeld::instrument::detail
