// SPDX-License-Identifier: EUPL-1.2
#include "chart/svg.hpp"

#include <cmath>

#include "base/ensure.hpp"
#include "base/text.hpp"

namespace wijkbeeld::chart {
namespace {

bool is_forbidden(unsigned char c) {
  return c < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    // U+FFFE and U+FFFF are UTF-8 but not XML characters.
    if (text.substr(i, 3) == "\xEF\xBF\xBE" || text.substr(i, 3) == "\xEF\xBF\xBF") {
      i += 2;
      continue;
    }
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        if (!is_forbidden(static_cast<unsigned char>(c))) out.push_back(c);
    }
  }
}

}  // namespace

std::string to_svg(double value) {
  base::ensure(std::isfinite(value) && std::abs(value) < 1e15, "a drawn number is finite");
  const long long hundredths = std::llround(value * 100);
  const long long size = hundredths < 0 ? -hundredths : hundredths;
  std::string out = hundredths < 0 ? "-" : "";
  out += std::to_string(size / 100);
  const long long rest = size % 100;
  if (rest == 0) return out;
  out.push_back('.');
  out.push_back(static_cast<char>('0' + rest / 10));
  if (rest % 10 != 0) out.push_back(static_cast<char>('0' + rest % 10));
  return out;
}

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_escaped(out, base::is_utf8(text) ? std::string(text) : base::latin1_to_utf8(text));
  return out;
}

void Svg::start(std::string_view element, Attributes attributes) {
  out_.push_back('<');
  out_ += element;
  for (const Attribute& a : attributes) {
    if (a.value.empty()) continue;
    out_.push_back(' ');
    out_ += a.name;
    out_ += "=\"";
    out_ += a.value;
    out_.push_back('"');
  }
}

Svg& Svg::open(std::string_view element, Attributes attributes) {
  start(element, attributes);
  out_.push_back('>');
  open_.emplace_back(element);
  return *this;
}

Svg& Svg::close() {
  base::ensure(!open_.empty(), "an element is open before it is closed");
  out_ += "</" + open_.back() + ">";
  // A line per top-level group keeps a saved file readable and comparable.
  if (open_.size() <= 2) out_.push_back('\n');
  open_.pop_back();
  return *this;
}

Svg& Svg::leaf(std::string_view element, Attributes attributes) {
  start(element, attributes);
  out_ += "/>";
  return *this;
}

Svg& Svg::text(std::string_view element, Attributes attributes, std::string_view content) {
  start(element, attributes);
  out_.push_back('>');
  out_ += escaped(content);
  out_ += "</";
  out_ += element;
  out_.push_back('>');
  return *this;
}

Svg& Svg::raw(std::string_view svg) {
  out_ += svg;
  return *this;
}

std::string Svg::str() {
  while (!open_.empty())
    close();
  return std::move(out_);
}

Path& Path::move(double x, double y) {
  out_ += "M" + to_svg(x) + " " + to_svg(y);
  return *this;
}

Path& Path::line(double x, double y) {
  out_ += "L" + to_svg(x) + " " + to_svg(y);
  return *this;
}

Path& Path::close() {
  out_ += "Z";
  return *this;
}

}  // namespace wijkbeeld::chart
