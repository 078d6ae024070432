// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>

#include "base/ensure.hpp"
#include "chart/detail/spread.hpp"
#include "chart/detail/time_plot.hpp"
#include "chart/lines.hpp"

namespace wijkbeeld::chart {
namespace {

using namespace detail;

// The name of a line at its end, with where it wants to be.
struct EndLabel {
  std::vector<std::string> text;
  LineStyle style;
  double x;
  double y;
  [[nodiscard]] double height() const { return static_cast<double>(text.size()) * kLineStep; }
};

std::optional<std::size_t> last_present(const Line& line) {
  for (std::size_t i = line.values.size(); i-- > 0;)
    if (line.values[i]) return i;
  return std::nullopt;
}

std::string label_text(const LineChart& chart, const Line& line, std::size_t last) {
  if (!chart.shows_last_value) return line.name;
  const std::string value = to_text(*line.values[last], chart.axis.format);
  return line.name.empty() ? value : line.name + " " + value;
}

double label_room(const LineChart& chart) {
  double widest = 0;
  for (const Line& line : chart.lines) {
    const auto last = last_present(line);
    if (!last || line.style == LineStyle::context) continue;
    const Weight weight = line.style == LineStyle::cohort ? Weight::semibold : Weight::regular;
    widest = std::max(widest, text_width(label_text(chart, line, *last), kTextSize, weight));
  }
  return widest == 0 ? 0 : std::min(widest + 4, chart.frame.width * 0.3);
}

std::vector<EndLabel> end_labels(const LineChart& chart, const TimePlot& plot, double room) {
  std::vector<EndLabel> out;
  for (const Line& line : chart.lines) {
    const auto last = last_present(line);
    if (!last || line.style == LineStyle::context) continue;
    const Weight weight = line.style == LineStyle::cohort ? Weight::semibold : Weight::regular;
    out.push_back({wrapped(label_text(chart, line, *last), room, kTextSize, weight), line.style,
                   plot.x(chart.waves[*last].time), plot.y(*line.values[*last])});
  }
  return out;
}

void draw_end_labels(Canvas& canvas, const TimePlot& plot, const std::vector<EndLabel>& labels) {
  std::vector<Place1d> places;
  places.reserve(labels.size());
  for (const EndLabel& label : labels)
    places.push_back({label.y, label.height()});
  const std::vector<double> middles = spread(places, plot.top - 10, plot.bottom() + 12);
  const double x = plot.right() + 12;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const EndLabel& label = labels[i];
    const double first = middles[i] - label.height() / 2 + kLineStep / 2;
    // A thread from the last point to its name where they do not stand side by side.
    if (std::abs(middles[i] - label.y) > 5 || label.x < plot.right() - 12) {
      canvas.body.leaf("path", {{"class", "wb-leader"},
                                {"d", Path()
                                          .move(label.x + 5, label.y)
                                          .line(std::max(label.x + 5, plot.right() - 2), label.y)
                                          .line(x - 3, middles[i])
                                          .str()}});
    }
    canvas.body.open("g", {{"class", group_css(label.style)}});
    for (std::size_t k = 0; k < label.text.size(); ++k)
      canvas.words(x, first + static_cast<double>(k) * kLineStep + kToBaseline, label.text[k],
                   label.style == LineStyle::cohort ? "wb-b" : "");
    canvas.body.close();
  }
}

}  // namespace

Drawing line_chart(const LineChart& chart) {
  check_lines(chart.waves, chart.lines);
  const auto named = std::count_if(chart.lines.begin(), chart.lines.end(), [](const Line& line) {
    return line.style != LineStyle::context;
  });
  base::ensure(named <= 5, "a line chart has at most five lines; draw small multiples instead");

  Canvas canvas(chart.frame);
  std::vector<const Line*> lines;
  for (const Line& line : chart.lines)
    lines.push_back(&line);
  const Ticks ticks = value_ticks(lines, chart.axis, chart.plot_height / 48);
  const double left = tick_room(ticks, chart.axis.format);
  const double room = label_room(chart);
  const double top = 14;
  const TimePlot plot =
      time_plot(chart.waves, ticks, left, top, canvas.width() - left - room - (room > 0 ? 14 : 2),
                chart.plot_height);

  draw_values(canvas, plot, chart.axis, true);
  draw_waves(canvas, plot, chart.waves);
  // The cohort is drawn last, on top of what it is compared with.
  std::stable_sort(lines.begin(), lines.end(), [](const Line* a, const Line* b) {
    const auto rank = [](LineStyle s) {
      return s == LineStyle::context ? 0 : s == LineStyle::cohort ? 2 : 1;
    };
    return rank(a->style) < rank(b->style);
  });
  for (const Line* line : lines)
    draw_line(canvas, plot, chart.waves, *line, 3);
  draw_reference_words(canvas, plot, chart.axis);
  const bool has_gaps = draw_gaps(canvas, plot, chart.waves, chart.lines);
  draw_end_labels(canvas, plot, end_labels(chart, plot, room));

  double bottom = plot.bottom() + 28;
  if (has_gaps && !chart.absent_label.empty())
    bottom = draw_keys(canvas, {{Key::Swatch::dotted, "", chart.absent_label}}, left, bottom + 2,
                       canvas.width() - left);
  return canvas.finish(bottom + 2);
}

}  // namespace wijkbeeld::chart
