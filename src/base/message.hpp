// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace wijkbeeld::base {

/// The languages a person can read us in. Dutch comes first.
enum class Language : std::uint8_t { nl, en };

/// A whole number of things, shown with thousands grouped: 1.234.567 in Dutch.
struct Count {
  std::int64_t value = 0;
};

/// A real number shown with a fixed number of decimals: 0,045 in Dutch.
struct Decimal {
  double value = 0;
  int digits = 2;
  bool with_sign = false;
};

/// A fraction 0 to 1 shown as a percentage: 47,1% in Dutch.
struct Percent {
  double share = 0;
  int digits = 0;
};

/// One thing named in a sentence. `figure` is the identity of the finding the number comes from
/// (empty when it is no finding); a page turns it into a link.
struct Argument {
  std::variant<std::string, Count, Decimal, Percent> value;
  std::string figure = {};
};

/// A sentence as data: an English text with {} for each argument, which is also the key of its
/// Dutch translation. It is turned into words only where a person reads it (see Catalogue), so
/// that no module below the screens depends on a language.
struct Message {
  std::string id;
  std::vector<Argument> arguments;
};

namespace detail {
inline Argument to_argument(const Argument& a) {
  return a;
}
inline Argument to_argument(Count c) {
  return {c};
}
inline Argument to_argument(Decimal d) {
  return {d};
}
inline Argument to_argument(Percent p) {
  return {p};
}
template <class T>
Argument to_argument(const T& value) {
  return {fmt::format("{}", value)};
}
// What fmt checks at compile time: every argument can fill a plain {}.
template <class T>
struct Slot {};
}  // namespace detail

/// Makes a Message. The text is checked at compile time: as many {} as arguments, no formats.
/// Use the argument types above for numbers a person reads; anything else is shown as fmt does.
template <class... A>
Message say(fmt::format_string<detail::Slot<A>...> text, const A&... arguments) {
  const fmt::string_view view = text;
  return {std::string(view.data(), view.size()), {detail::to_argument(arguments)...}};
}

/// The text with arguments filled in, in English, for logs and tests.
std::string to_text(const Message& message);

/// An argument as text in a language, without markup.
std::string to_text(const Argument& argument, Language language);

}  // namespace wijkbeeld::base

template <class T>
struct fmt::formatter<wijkbeeld::base::detail::Slot<T>> {
  // Only a bare {} is allowed: how a number looks is decided by its type, not by a sentence.
  constexpr auto parse(fmt::format_parse_context& context) { return context.begin(); }
  template <class Context>
  auto format(const wijkbeeld::base::detail::Slot<T>&, Context& context) const {
    return context.out();
  }
};
