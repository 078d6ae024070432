// SPDX-License-Identifier: EUPL-1.2
#include "chart/drawing.hpp"

#include "base/ensure.hpp"
#include "base/number.hpp"
#include "chart/palette.hpp"
#include "chart/svg.hpp"
#include "chart/text_width.hpp"

namespace wijkbeeld::chart {
namespace {

constexpr int kMargin = 24;

// One block of wrapped lines; gives the y below it.
double block(Svg& svg, const std::string& words, std::string_view css, double size, double step,
             Weight weight, double width, double y) {
  if (words.empty()) return y;
  for (const std::string& line : wrapped(words, width, size, weight)) {
    y += step;
    svg.text("text", {{"x", kMargin}, {"y", y}, {"class", css}}, line);
  }
  return y;
}

}  // namespace

std::string to_text(double value, const NumberFormat& format) {
  if (!format.percent)
    return base::format_decimal(value, format.digits, format.language, format.with_sign);
  return base::format_decimal(value * 100, format.digits, format.language, format.with_sign) + "%";
}

Drawing standalone(const Drawing& drawing, const Caption& caption) {
  base::ensure(drawing.svg.starts_with("<svg "), "a drawing is an svg element");
  const double width = drawing.width;
  Svg body;
  double y = kMargin - 6;
  y = block(body, caption.title, "wb-caption-title", 20, 26, Weight::semibold, width, y);
  y = block(body, caption.subtitle, "wb-caption wb-q", 14, 20, Weight::regular, width, y + 2);
  const double top = y + 16;
  body.raw("<svg x=\"" + to_svg(kMargin) + "\" y=\"" + to_svg(top) + "\"" + drawing.svg.substr(4));
  y = top + drawing.height;
  y = block(body, caption.source, "wb-q", 12.5, 17, Weight::regular, width, y + 6);

  const int full_width = drawing.width + 2 * kMargin;
  const int height = static_cast<int>(y) + kMargin;
  Svg svg;
  svg.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  svg.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                   {"class", "wb-chart"},
                   {"width", full_width},
                   {"height", height},
                   {"viewBox", "0 0 " + to_svg(full_width) + " " + to_svg(height)},
                   {"font-family", "'Source Sans 3','Noto Sans',sans-serif"}});
  svg.text("style", {}, chart_css_plain());
  svg.leaf("rect", {{"class", "wb-paper"}, {"width", full_width}, {"height", height}});
  svg.raw(body.str());
  return {svg.str() + "\n", full_width, height};
}

}  // namespace wijkbeeld::chart
