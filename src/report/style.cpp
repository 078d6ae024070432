// SPDX-License-Identifier: EUPL-1.2
#include "report/style.hpp"

#include <string_view>

#ifdef WIJKBEELD_HAS_FONTS
#include "report/embedded.hpp"
#endif

namespace wijkbeeld::report {
namespace {

[[maybe_unused]] std::string base64(std::string_view bytes) {
  static constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve(bytes.size() * 4 / 3 + 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    unsigned group = 0;
    for (std::size_t k = 0; k < 3; ++k)
      group = group << 8U | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k)
      out += i + k <= bytes.size() ? letters[group >> (18U - 6U * k) & 63U] : '=';
  }
  return out;
}

[[maybe_unused]] std::string face(int weight, std::string_view woff2) {
  return "@font-face{font-family:\"Source Sans 3\";font-style:normal;font-display:swap;"
         "font-weight:" +
         std::to_string(weight) + ";src:url(data:font/woff2;base64," + base64(woff2) +
         ") format(\"woff2\")}\n";
}

// A text as a CSS string.
std::string css_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\' || c == '<') {
      static constexpr std::string_view hex = "0123456789abcdef";
      const auto code = static_cast<unsigned char>(c);
      out += {'\\', hex[code / 16U], hex[code % 16U], ' '};
    } else if (c == '\n') {
      out += ' ';
    } else {
      out += c;
    }
  }
  return out + "\"";
}

}  // namespace

std::string font_css() {
#ifdef WIJKBEELD_HAS_FONTS
  using namespace embedded;
  return face(
             400,
             web_node_modules__fontsource_source_sans_3_files_source_sans_3_latin_400_normal_woff2()) +
         face(
             600,
             web_node_modules__fontsource_source_sans_3_files_source_sans_3_latin_600_normal_woff2());
#else
  return "";
#endif
}

std::string page_css() {
  return R"css(
:root{--accent:#0e5a8a;color-scheme:light dark}
*{box-sizing:border-box}
html{font:400 16px/1.5 "Source Sans 3","Noto Sans","Segoe UI",Roboto,Arial,sans-serif;
 font-variant-numeric:tabular-nums;background:var(--paper);color:var(--ink);
 -webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0}
main{max-width:680px;margin:0 auto;padding:32px 20px 96px}
h1{font-size:34px;line-height:1.15;font-weight:600;margin:24px 0 12px;letter-spacing:-.005em}
h2{font-size:26px;line-height:1.2;font-weight:600;margin:72px 0 16px}
h2 .number{color:var(--quiet);font-weight:400;margin-right:.35em}
h3{font-size:20px;line-height:1.25;font-weight:600;margin:40px 0 8px}
p,ul,ol,dl,pre{margin:0 0 16px}
p,li,dd{max-width:66ch;hyphens:auto;overflow-wrap:break-word}
li{margin-bottom:4px}
a{color:var(--accent)}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-999px;top:0;background:var(--paper);padding:8px 12px}
.skip:focus{left:8px;z-index:2}
.summary{font-size:20px;line-height:1.4;color:var(--quiet)}
.imprint{font-size:14px;color:var(--quiet);margin-bottom:32px}
.lede{font-size:20px;line-height:1.5;margin-bottom:16px}
.note,figcaption,figcaption p{font-size:14px;line-height:1.45;color:var(--quiet)}
figcaption p{margin:0 0 4px}
figcaption .description{color:var(--ink);margin-bottom:8px}
.figure{font-variant-numeric:tabular-nums;text-decoration:none}
nav{margin:40px 0 0;border-top:1px solid var(--rule);border-bottom:1px solid var(--rule);padding:16px 0}
.nav-title{font-weight:600;margin:0 0 4px}
nav ol{margin:0;padding-left:1.6em}
nav a{text-decoration:none}
nav a:hover{text-decoration:underline}
dt{font-weight:600;margin-top:12px}
dd{margin:0 0 4px}
code{font-family:ui-monospace,"DejaVu Sans Mono",Consolas,monospace;font-size:.875em}
pre{background:var(--panel);padding:12px 14px;overflow-x:auto;font-size:14px;line-height:1.45;
 white-space:pre-wrap;overflow-wrap:anywhere}
figure{margin:32px 0 40px}
.chart-title{font-size:20px;line-height:1.3;font-weight:600;margin:0 0 4px}
.chart-subtitle{font-size:14px;line-height:1.4;color:var(--quiet);margin:0 0 12px}
div>svg{display:block;width:100%;height:auto;overflow:visible}
.narrow{display:none}
figcaption{margin-top:12px}
details{margin:8px 0 16px}
summary{cursor:pointer;font-size:14px;color:var(--accent);padding:4px 0;min-height:24px}
.scroll{overflow-x:auto;margin:16px 0}
table{border-collapse:collapse;font-size:14px;line-height:1.35;width:100%}
caption{text-align:left;font-weight:600;padding:0 0 8px;font-size:16px;line-height:1.35}
caption span{display:block;position:sticky;left:0;max-width:min(100%,calc(100vw - 32px))}
details caption{font-size:14px}
th,td{text-align:left;vertical-align:top;padding:5px 14px 5px 0;border-bottom:1px solid var(--rule);
 font-weight:400;hyphens:auto}
thead th{vertical-align:bottom;color:var(--quiet);border-bottom:1px solid var(--quiet)}
tbody th{font-weight:400}
tr.group th{font-weight:600;padding-top:14px}
.n{text-align:right;white-space:nowrap}
thead .n{white-space:normal}
.k{white-space:nowrap}
th:last-child,td:last-child{padding-right:0}
@media (min-width:1140px){
 main{box-sizing:content-box;padding:48px 20px 120px 300px;margin:0 0 0 max(0px,calc(50vw - 570px))}
 nav{position:fixed;top:48px;left:calc(max(0px,calc(50vw - 570px)) + 20px);width:220px;border:0;margin:0;padding:0;font-size:14px;
  max-height:calc(100vh - 96px);overflow-y:auto}
 nav li{margin-bottom:8px;line-height:1.35}
}
@media (max-width:560px){
 main{padding:16px 16px 64px}
 h1{font-size:26px}
 h2{font-size:20px;margin-top:56px}
 h3{font-size:16px}
 .summary,.lede{font-size:16px}
 .chart-title{font-size:16px}
 .wide:has(+ .narrow){display:none}
 .narrow{display:block}
}
@media (prefers-color-scheme:dark){:root{--accent:#7cc0ea}}
@media print{:root{--accent:#0e5a8a}}
)css";
}

namespace {

std::string page_rule(const RunningHead& head) {
  const std::string name = head.chapter.empty() ? "" : " ch-" + head.chapter;
  std::string out = "@page" + name + "{size:A4;margin:20mm 18mm 24mm 18mm;";
  const std::string small =
      "font:400 7.5pt \"Source Sans 3\",\"Noto Sans\",sans-serif;color:#59626a;";
  out += "@top-left{" + small + "content:" + css_text(head.left) + "}";
  out += "@top-right{" + small + "content:" + css_text(head.right) + "}";
  out += "@bottom-right{" + small + "content:counter(page)}}\n";
  if (!head.chapter.empty()) out += "#" + head.chapter + "{page:ch-" + head.chapter + "}\n";
  return out;
}

}  // namespace

std::string print_css(const std::vector<RunningHead>& heads) {
  std::string out = R"css(@media print{
html{font-size:9.5pt;line-height:1.45;background:#fff}
main{max-width:none;margin:0;padding:0}
h1{font-size:22pt;margin:0 0 4mm}
h2{font-size:16pt;margin:0 0 4mm}
h3{font-size:12pt;margin:7mm 0 2mm}
h2,h3,caption,.chart-title{break-after:avoid}
p,li,dd{max-width:150mm;orphans:3;widows:3}
.summary{font-size:12pt}
.lede{font-size:9.5pt;line-height:1.5;margin-bottom:2mm}
.lede:first-of-type{font-size:12pt;line-height:1.4}
.chart-title{font-size:12pt}
.imprint,.note,.chart-subtitle,figcaption,figcaption p,pre{font-size:8.5pt}
table{font-size:8.5pt}
caption{font-size:9.5pt}
nav .nav-title{font-size:9.5pt}
nav li{margin:0;line-height:1.35}
nav{border:0;margin:3mm 0 0;padding:0;font-size:8.5pt;break-inside:avoid}
nav ol{columns:2}
.skip,.narrow,figure details,summary,details.screen{display:none}
.wide,.wide:has(+ .narrow){display:block}
figure{margin:5mm 0 7mm;break-inside:avoid}
.whole,tr,dt{break-inside:avoid}
dl>dt{break-after:avoid}
.scroll{overflow:visible}
thead{display:table-header-group}
th,td{padding-top:.9mm;padding-bottom:.9mm}
tr.group{break-after:avoid}
tbody tr:nth-child(-n+3){break-before:avoid}
div>svg{max-height:178mm}
details.kept::details-content{content-visibility:visible;display:block;height:auto}
a{color:inherit;text-decoration:none}
.short nav,.short ul.links{display:none}
.short .chapter{columns:2;column-gap:8mm}
.short h2{column-span:all;margin-top:5mm}
.short .wide:has(+ .narrow){display:none}
.short .narrow{display:block}
.short figure{margin:3mm 0 4mm}
.short table{font-size:7pt}
.short th,.short td{padding:.4mm 1mm}
.short .scroll,.short table{margin-top:1mm;margin-bottom:2mm}
.short p,.short li{font-size:8pt;line-height:1.35}
.short .lede:first-of-type{font-size:9.5pt}
.short h3,.short .chart-title{font-size:9.5pt;margin-top:3mm}
}
)css";
  for (const RunningHead& head : heads)
    out += page_rule(head);
  return out;
}

}  // namespace wijkbeeld::report
