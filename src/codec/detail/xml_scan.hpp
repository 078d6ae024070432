// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wijkbeeld::codec::detail {

/// Goes through XML 1.0 text (UTF-8) from front to back without keeping a tree: a worksheet of
/// 80 MB needs no more memory than its own bytes. Knows elements, attributes, text, CDATA, comments
/// and processing instructions. A document type is refused: nothing in an office file has one, and
/// it is how XML bombs are made. Names are given without their namespace prefix.
class XmlScan {
 public:
  enum class Kind : std::uint8_t {
    open,   ///< <c ...>; an empty element <c/> gives open, then close
    close,  ///< </c>
    text,   ///< characters between tags
    end,    ///< the whole text was read and every element was closed
    broken  ///< not well-formed here: see offset()
  };

  explicit XmlScan(std::string_view xml) : xml_(xml) {}

  Kind next();

  /// Of the element just opened or closed.
  [[nodiscard]] std::string_view name() const { return name_; }
  /// An attribute of the element just opened, by its name without prefix, entities not resolved.
  [[nodiscard]] std::optional<std::string_view> attribute(std::string_view wanted) const;
  /// The characters just met, entities not resolved (see is_literal).
  [[nodiscard]] std::string_view text() const { return text_; }
  /// The text came from CDATA: it has no entities.
  [[nodiscard]] bool is_literal() const { return is_literal_; }
  /// Bytes read so far.
  [[nodiscard]] std::size_t offset() const { return at_; }

 private:
  Kind text_run();
  Kind markup();
  Kind open_tag();
  Kind close_tag();
  Kind literal();
  bool skip_past(std::string_view mark);

  std::string_view xml_;
  std::size_t at_ = 0;
  std::string_view name_;
  std::string_view attributes_;
  std::string_view text_;
  bool is_literal_ = false;
  bool is_empty_element_ = false;
  std::vector<std::string_view> open_;
};

/// Appends text with its entities (&amp; &#233; &#xe9;) resolved; unknown ones stay as they are.
void append_resolved(std::string& out, std::string_view text);

}  // namespace wijkbeeld::codec::detail
