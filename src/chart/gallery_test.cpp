// SPDX-License-Identifier: EUPL-1.2
// Writes chart_gallery.html, chart_gallery_grey.html and one standalone SVG into the build folder:
// what a person looks at after changing how charts look.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "chart/palette.hpp"
#include "chart/sample_charts_test.hpp"
#include "chart/svg.hpp"

namespace wijkbeeld::chart {
namespace {

std::string page(const std::string& root_class) {
  std::string out = "<!doctype html><html lang=\"nl\" class=\"" + root_class +
                    "\"><meta charset=\"utf-8\"><title>charts</title><style>" +
                    chart_colours_css() + chart_css() +
                    "body{font:16px/1.5 'Source Sans 3','Noto Sans',sans-serif;color:var(--ink);"
                    "background:var(--paper);margin:32px;max-width:760px}"
                    "h2{font-size:20px;line-height:1.3;margin:40px 0 12px}"
                    ".wb-grey .wb-chart{filter:grayscale(1)}</style>\n";
  for (const Sample& s : sample_charts())
    out += "<h2>" + escaped(s.name) + "</h2>\n" + s.drawing.svg + "\n";
  return out + "</html>\n";
}

TEST(Gallery, IsWrittenForPeopleToLookAt) {
  const std::filesystem::path folder = WIJKBEELD_BUILD;
  std::ofstream(folder / "chart_gallery.html") << page("");
  std::ofstream(folder / "chart_gallery_grey.html") << page("wb-grey");
  const Sample first = sample_charts().front();
  std::ofstream(folder / "chart_standalone.svg") << standalone(first.drawing, first.caption).svg;
  EXPECT_GT(std::filesystem::file_size(folder / "chart_gallery.html"), 10000U);
}

}  // namespace
}  // namespace wijkbeeld::chart
