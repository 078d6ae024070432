// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.hpp"

namespace wijkbeeld::codec {

namespace detail {
struct TomlSource;
}

/// A value in a TOML 1.0 document that knows where it stands, so that whoever checks it can point.
/// Reading a value as the wrong type, a missing key, or a key nobody asked about is collected as a
/// mistake instead of thrown: a plan's author sees all mistakes at once (see TomlDocument::finish).
/// A wrong value reads as empty, zero or false, and nothing below it is complained about again.
class TomlNode {
 public:
  [[nodiscard]] bool exists() const;
  /// Of a value that does not exist: that of the table it should stand in; line 0 for the top.
  [[nodiscard]] base::Place place() const;

  /// The value under a key of a table; a node that does not exist when absent.
  [[nodiscard]] TomlNode operator[](std::string_view key) const;
  /// Keys of a table, in file order; empty when absent; a mistake when not a table. A key that is
  /// listed here but never read with [] is still reported as unknown.
  [[nodiscard]] std::vector<std::string> keys() const;
  /// Items of a list (of values or of tables); empty when absent; a mistake when not a list.
  [[nodiscard]] std::vector<TomlNode> items() const;

  // What the value must be. A missing one is a mistake unless a default is given.
  [[nodiscard]] std::string text() const;
  [[nodiscard]] std::string text_or(std::string_view other) const;
  [[nodiscard]] std::int64_t integer() const;
  [[nodiscard]] std::int64_t integer_or(std::int64_t other) const;
  [[nodiscard]] double real() const;  ///< finite; an integer is fine too
  [[nodiscard]] double real_or(double other) const;
  [[nodiscard]] bool boolean_or(bool other) const;
  /// A list of texts / numbers; empty when absent.
  [[nodiscard]] std::vector<std::string> texts() const;
  [[nodiscard]] std::vector<double> reals() const;
  /// A date such as 2007-03-22, without quotes, as that text; nothing when absent.
  [[nodiscard]] std::optional<std::string> date() const;
  [[nodiscard]] bool is_text() const;
  [[nodiscard]] bool is_integer() const;
  [[nodiscard]] bool is_number() const;  ///< what real() takes without a mistake
  [[nodiscard]] bool is_table() const;
  [[nodiscard]] bool is_list() const;

  /// Adds a mistake at this place. The same mistake at the same place is kept once.
  void mistake(base::Message what, std::optional<base::Message> help = {}) const;
  /// Adds a mistake another parser found inside this value; it keeps its own place if it has one.
  void mistake(base::Failure failure) const;

 private:
  friend class TomlDocument;
  struct State;
  /// The value if it exists and has the wanted type; a wrong one is complained about.
  template <class T>
  const T* expect(void (State::*complain)() const) const;
  [[nodiscard]] bool is_missing() const;
  std::shared_ptr<const State> state_;
};

/// A TOML document and the mistakes found in it so far.
class TomlDocument {
 public:
  /// Throws Failure with line and column when the text is no TOML.
  TomlDocument(std::string_view text, const std::string& file);
  ~TomlDocument();
  TomlDocument(const TomlDocument&) = delete;
  TomlDocument& operator=(const TomlDocument&) = delete;

  [[nodiscard]] TomlNode root() const;
  /// Adds a mistake for every key that was never read ("did you mean" among the keys that were
  /// asked for in the same table), then throws Failures with all mistakes in order of place; does
  /// nothing when there are none.
  void finish(const base::Message& summary);

 private:
  std::shared_ptr<detail::TomlSource> source_;
};

}  // namespace wijkbeeld::codec
