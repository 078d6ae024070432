// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace wijkbeeld::chart {

/// One element of a drawing as a test sees it, in document order.
struct Element {
  std::string name;
  std::map<std::string, std::string> attributes;
  /// Text directly inside, still escaped.
  std::string text;
  /// Index of the element around it; its own index for the root.
  std::size_t parent = 0;

  [[nodiscard]] std::string get(const std::string& key) const {
    const auto found = attributes.find(key);
    return found == attributes.end() ? "" : found->second;
  }
  [[nodiscard]] double number(const std::string& key) const { return std::stod(get(key)); }
  [[nodiscard]] bool has_class(std::string_view name_of_class) const {
    return (" " + get("class") + " ").find(" " + std::string(name_of_class) + " ") !=
           std::string::npos;
  }
};

/// A strict reader of the XML that drawings consist of: elements, quoted attributes, text with
/// entities, one XML declaration. Anything else, such as a bare '&' or crossed elements, throws.
class ParsedSvg {
 public:
  explicit ParsedSvg(std::string_view text) : text_(text) {
    if (text_.substr(0, 5) == "<?xml") at_ = text_.find("?>") + 2;
    while (at_ < text_.size())
      read();
    if (!open_.empty()) throw std::runtime_error("an element is not closed");
  }

  std::vector<Element> elements;

  [[nodiscard]] std::vector<Element> with_class(std::string_view name) const {
    std::vector<Element> out;
    for (const Element& e : elements)
      if (e.has_class(name)) out.push_back(e);
    return out;
  }
  [[nodiscard]] std::vector<Element> named(std::string_view name) const {
    std::vector<Element> out;
    for (const Element& e : elements)
      if (e.name == name) out.push_back(e);
    return out;
  }
  [[nodiscard]] bool has_text(std::string_view words) const {
    for (const Element& e : elements)
      if (e.name == "text" && e.text.find(words) != std::string::npos) return true;
    return false;
  }

 private:
  void read() {
    if (text_[at_] != '<') return read_text();
    if (text_[at_ + 1] == '/') return read_end();
    read_start();
  }

  void read_text() {
    const std::size_t end = std::min(text_.find('<', at_), text_.size());
    const std::string_view words = text_.substr(at_, end - at_);
    check(words);
    if (!open_.empty()) {
      elements[open_.back()].text += words;
    } else if (words.find_first_not_of(" \n") != std::string_view::npos) {
      throw std::runtime_error("words outside the drawing");
    }
    at_ = end;
  }

  void read_end() {
    const std::size_t end = text_.find('>', at_);
    const std::string_view name = text_.substr(at_ + 2, end - at_ - 2);
    if (open_.empty() || elements[open_.back()].name != name)
      throw std::runtime_error("</" + std::string(name) + "> closes another element");
    open_.pop_back();
    at_ = end + 1;
  }

  void read_start() {
    Element e;
    std::size_t i = text_.find_first_of(" />", at_ + 1);
    e.name = text_.substr(at_ + 1, i - at_ - 1);
    while (text_[i] == ' ') {
      const std::size_t equals = text_.find("=\"", i);
      const std::size_t end = text_.find('"', equals + 2);
      const std::string key(text_.substr(i + 1, equals - i - 1));
      const std::string_view value = text_.substr(equals + 2, end - equals - 2);
      check(value);
      if (!e.attributes.emplace(key, value).second)
        throw std::runtime_error("attribute " + key + " twice");
      i = end + 1;
    }
    const bool is_leaf = text_[i] == '/';
    if (text_[i + (is_leaf ? 1 : 0)] != '>') throw std::runtime_error("a tag does not end");
    e.parent = open_.empty() ? elements.size() : open_.back();
    if (!is_leaf) open_.push_back(elements.size());
    elements.push_back(e);
    at_ = i + (is_leaf ? 2 : 1);
  }

  static void check(std::string_view words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i] == '<') throw std::runtime_error("a bare < in a value");
      if (words[i] != '&') continue;
      const std::string_view rest = words.substr(i);
      bool is_known = false;
      for (const std::string_view entity : {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"})
        is_known = is_known || rest.starts_with(entity);
      if (!is_known) throw std::runtime_error("a bare & in words");
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<std::size_t> open_;
};

}  // namespace wijkbeeld::chart
