// SPDX-License-Identifier: EUPL-1.2
#include "codec/json.hpp"

#include <cmath>
#include <utility>

#include "base/ensure.hpp"
#include "base/number.hpp"
#include "base/text.hpp"

namespace wijkbeeld::codec {
namespace {

void append_escaped(std::string& out, char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  if (byte >= 0x20) {
    out += c;
    return;
  }
  out += "\\u00";
  out += kHex[byte >> 4U];
  out += kHex[byte & 0xfU];
}

void append_quoted(std::string& out, std::string_view text) {
  base::ensure(base::is_utf8(text), "text for JSON is not UTF-8");
  out += '"';
  for (const char c : text)
    append_escaped(out, c);
  out += '"';
}

}  // namespace

void JsonWriter::before_value() {
  if (levels_.empty()) {
    base::ensure(out_.empty(), "a JSON document holds one value");
    return;
  }
  Level& level = levels_.back();
  if (level.bracket == '{') {
    base::ensure(after_key_, "a value in a JSON object follows a key");
    after_key_ = false;
    return;
  }
  if (level.has_content) out_ += ',';
  level.has_content = true;
  out_ += '\n';
  out_.append(2 * levels_.size(), ' ');
}

void JsonWriter::open(char bracket) {
  before_value();
  out_ += bracket;
  levels_.push_back({bracket, false});
}

void JsonWriter::close(char bracket) {
  base::ensure(!levels_.empty() && levels_.back().bracket == bracket && !after_key_,
               "left a JSON object or list that was not entered, or after a key without value");
  const bool has_content = levels_.back().has_content;
  levels_.pop_back();
  if (has_content) {
    out_ += '\n';
    out_.append(2 * levels_.size(), ' ');
  }
  out_ += bracket == '{' ? '}' : ']';
}

JsonWriter& JsonWriter::begin_object() {
  open('{');
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  close('{');
  return *this;
}

JsonWriter& JsonWriter::begin_list() {
  open('[');
  return *this;
}

JsonWriter& JsonWriter::end_list() {
  close('[');
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  base::ensure(!levels_.empty() && levels_.back().bracket == '{' && !after_key_,
               "a key stands in a JSON object, after a whole value");
  Level& level = levels_.back();
  if (level.has_content) out_ += ',';
  level.has_content = true;
  out_ += '\n';
  out_.append(2 * levels_.size(), ' ');
  append_quoted(out_, name);
  out_ += ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
  before_value();
  append_quoted(out_, value);
  return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t value) {
  before_value();
  out_ += fmt::format("{}", value);
  return *this;
}

JsonWriter& JsonWriter::real(double value) {
  base::ensure(std::isfinite(value), "JSON has no infinity and no NaN");
  before_value();
  out_ += base::to_text(value);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  before_value();
  out_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  before_value();
  out_ += "null";
  return *this;
}

JsonWriter& JsonWriter::value(const table::Value<double>& value) {
  return value ? real(*value) : null();
}

std::string JsonWriter::take() {
  base::ensure(levels_.empty() && !out_.empty(), "a JSON document is taken when it is whole");
  out_ += '\n';
  return std::exchange(out_, {});
}

}  // namespace wijkbeeld::codec
