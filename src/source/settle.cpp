// SPDX-License-Identifier: EUPL-1.2
#include "source/settle.hpp"

#include <algorithm>
#include <utility>

namespace wijkbeeld::source {

using base::say;
using series::Sample;
using series::SampleColumn;
using series::Series;

namespace {

Series with_vintage(const Series& series, area::Vintage vintage) {
  series::SeriesKey key = series.key();
  key.vintage = vintage;
  Series out(std::move(key), series.areas(), series.periods());
  for (std::size_t p = 0; p < series.periods().size(); ++p)
    out.set_column(p, series.values(p), series.absences(p));
  return out;
}

template <class T>
void keep_rows(std::vector<T>& list, const std::vector<std::size_t>& kept) {
  if (list.empty()) return;
  for (std::size_t i = 0; i < kept.size(); ++i)
    if (kept[i] != i) list[i] = std::move(list[kept[i]]);
  list.resize(kept.size());
}

void keep_rows(Sample& sample, const std::vector<std::size_t>& kept) {
  keep_rows(sample.areas, kept);
  for (SampleColumn& column : sample.columns) {
    keep_rows(column.numbers, kept);
    keep_rows(column.absences, kept);
    keep_rows(column.texts, kept);
  }
}

}  // namespace

std::optional<area::Vintage> newest_vintage(const std::vector<area::AreaSet>& areas,
                                            area::Level level) {
  std::optional<area::Vintage> newest;
  for (const area::AreaSet& set : areas)
    if (set.level() == level && (!newest || *newest < set.vintage())) newest = set.vintage();
  return newest;
}

bool settle_vintage(std::vector<Series>& all, std::optional<area::Vintage> cells) {
  for (Series& series : all) {
    if (is_told(series)) continue;
    if (!cells) return false;
    series = with_vintage(series, *cells);
  }
  return true;
}

bool settle_vintage(std::vector<SampleRead>& all, std::optional<area::Vintage> cells) {
  for (SampleRead& read : all) {
    if (read.sample.vintage.year != 0) continue;
    if (!cells) return false;
    read.sample.vintage = *cells;
  }
  return true;
}

std::int64_t refuse_unknown_areas(SampleRead& read, const area::AreaSet& areas,
                                  const std::string& file, base::Ledger& ledger) {
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < read.sample.rows(); ++i) {
    const area::AreaCode& code = read.sample.areas[i];
    if (areas.find(code)) {
      kept.push_back(i);
      continue;
    }
    ledger.add({"area-not-known",
                base::Severity::refused,
                {file, "", read.lines[i], read.area_column},
                say("'{}' is none of the areas of level {} of {} that were read", code.text,
                    area::to_text(areas.level()), areas.vintage().year)});
  }
  const auto refused = static_cast<std::int64_t>(read.sample.rows() - kept.size());
  if (refused > 0) keep_rows(read.sample, kept);
  return refused;
}

}  // namespace wijkbeeld::source
