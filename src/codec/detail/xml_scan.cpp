// SPDX-License-Identifier: EUPL-1.2
#include "codec/detail/xml_scan.hpp"

#include <array>
#include <charconv>
#include <utility>

namespace wijkbeeld::codec::detail {
namespace {

constexpr std::size_t kDeepest = 200;
constexpr std::string_view kBlanks = " \t\r\n";

bool is_blank(char c) {
  return kBlanks.find(c) != std::string_view::npos;
}

std::string_view local(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

void append_utf8(std::string& out, std::uint32_t c) {
  const auto byte = [&](std::uint32_t b) { out.push_back(static_cast<char>(b)); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) {
    byte(0xc0U | (c >> 6U));
  } else if (c < 0x10000) {
    byte(0xe0U | (c >> 12U));
    byte(0x80U | ((c >> 6U) & 0x3fU));
  } else {
    byte(0xf0U | (c >> 18U));
    byte(0x80U | ((c >> 12U) & 0x3fU));
    byte(0x80U | ((c >> 6U) & 0x3fU));
  }
  byte(0x80U | (c & 0x3fU));
}

// The character "#233" or "#xe9" stands for; nothing for what is no character of XML.
std::optional<std::uint32_t> numbered(std::string_view entity) {
  if (!entity.starts_with('#')) return std::nullopt;
  entity.remove_prefix(1);
  const bool is_hex = entity.starts_with('x');
  if (is_hex) entity.remove_prefix(1);
  std::uint32_t c = 0;
  const char* end = entity.data() + entity.size();
  const auto [stop, error] = std::from_chars(entity.data(), end, c, is_hex ? 16 : 10);
  const bool is_surrogate = c >= 0xd800 && c <= 0xdfff;
  if (error != std::errc() || stop != end || c == 0 || c > 0x10ffff || is_surrogate)
    return std::nullopt;
  return c;
}

std::optional<std::uint32_t> resolved(std::string_view entity) {
  using Named = std::pair<std::string_view, char>;
  constexpr std::array<Named, 5> kNamed = {
      {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
  for (const auto& [name, c] : kNamed)
    if (entity == name) return static_cast<unsigned char>(c);
  return numbered(entity);
}

}  // namespace

XmlScan::Kind XmlScan::next() {
  if (is_empty_element_) {
    is_empty_element_ = false;
    open_.pop_back();
    return Kind::close;
  }
  while (at_ < xml_.size()) {
    if (xml_[at_] != '<') return text_run();
    const std::string_view rest = xml_.substr(at_);
    if (rest.starts_with("<?")) {
      if (!skip_past("?>")) return Kind::broken;
    } else if (rest.starts_with("<!--")) {
      if (!skip_past("-->")) return Kind::broken;
    } else {
      return markup();
    }
  }
  return open_.empty() ? Kind::end : Kind::broken;
}

bool XmlScan::skip_past(std::string_view mark) {
  const std::size_t found = xml_.find(mark, at_ + 2);
  if (found == std::string_view::npos) return false;
  at_ = found + mark.size();
  return true;
}

XmlScan::Kind XmlScan::text_run() {
  const std::size_t end = std::min(xml_.find('<', at_), xml_.size());
  text_ = xml_.substr(at_, end - at_);
  is_literal_ = false;
  at_ = end;
  return Kind::text;
}

XmlScan::Kind XmlScan::markup() {
  const std::string_view rest = xml_.substr(at_);
  if (rest.starts_with("<![CDATA[")) return literal();
  if (rest.starts_with("<!")) return Kind::broken;
  return rest.starts_with("</") ? close_tag() : open_tag();
}

XmlScan::Kind XmlScan::literal() {
  constexpr std::size_t kMark = 9;  // <![CDATA[
  const std::size_t start = at_ + kMark;
  if (!skip_past("]]>")) return Kind::broken;
  text_ = xml_.substr(start, at_ - 3 - start);
  is_literal_ = true;
  return Kind::text;
}

XmlScan::Kind XmlScan::close_tag() {
  const std::size_t end = xml_.find('>', at_);
  if (end == std::string_view::npos || open_.empty()) return Kind::broken;
  std::string_view name = xml_.substr(at_ + 2, end - at_ - 2);
  while (!name.empty() && is_blank(name.back()))
    name.remove_suffix(1);
  if (name != open_.back()) return Kind::broken;
  open_.pop_back();
  name_ = local(name);
  at_ = end + 1;
  return Kind::close;
}

XmlScan::Kind XmlScan::open_tag() {
  const std::size_t name_end = xml_.find_first_of(" \t\r\n/>", at_ + 1);
  if (name_end == std::string_view::npos || name_end == at_ + 1) return Kind::broken;
  std::size_t end = name_end;  // a '>' may stand in the value of an attribute
  for (char quote = '\0'; end < xml_.size() && (quote != '\0' || xml_[end] != '>'); ++end) {
    const char c = xml_[end];
    if (c == '<') return Kind::broken;
    if (quote != '\0')
      quote = c == quote ? '\0' : quote;
    else if (c == '"' || c == '\'')
      quote = c;
  }
  if (end == xml_.size() || open_.size() == kDeepest) return Kind::broken;
  is_empty_element_ = xml_[end - 1] == '/';
  const std::string_view name = xml_.substr(at_ + 1, name_end - at_ - 1);
  attributes_ = xml_.substr(name_end, end - name_end - (is_empty_element_ ? 1 : 0));
  open_.push_back(name);
  name_ = local(name);
  at_ = end + 1;
  return Kind::open;
}

std::optional<std::string_view> XmlScan::attribute(std::string_view wanted) const {
  std::string_view rest = attributes_;
  for (;;) {
    const std::size_t start = rest.find_first_not_of(kBlanks);
    const std::size_t equals = rest.find('=');
    if (start == std::string_view::npos || equals == std::string_view::npos) return std::nullopt;
    std::string_view name = rest.substr(start, equals - std::min(start, equals));
    while (!name.empty() && is_blank(name.back()))
      name.remove_suffix(1);
    const std::size_t quote = rest.find_first_of("\"'", equals);
    if (quote == std::string_view::npos) return std::nullopt;
    const std::size_t end = rest.find(rest[quote], quote + 1);
    if (end == std::string_view::npos) return std::nullopt;
    if (local(name) == wanted && !name.starts_with("xmlns:"))
      return rest.substr(quote + 1, end - quote - 1);
    rest.remove_prefix(end + 1);
  }
}

void append_resolved(std::string& out, std::string_view text) {
  constexpr std::size_t kLongest = 10;  // &#x10ffff;
  for (;;) {
    const std::size_t mark = text.find('&');
    out.append(text.substr(0, mark));
    if (mark == std::string_view::npos) return;
    text.remove_prefix(mark);
    const std::size_t end = text.substr(0, kLongest).find(';');
    const auto c = end == std::string_view::npos ? std::nullopt : resolved(text.substr(1, end - 1));
    if (c)
      append_utf8(out, *c);
    else
      out += '&';
    text.remove_prefix(c ? end + 1 : 1);
  }
}

}  // namespace wijkbeeld::codec::detail
