// SPDX-License-Identifier: EUPL-1.2
#include "source/example_tables.hpp"

#include <fmt/format.h>

#include <map>

#include "source/example_text.hpp"

namespace wijkbeeld::source {
namespace {

constexpr std::string_view kWithheld = "#N/A";
constexpr std::size_t kWaveCount = kExampleWaves.size();

// The areas of a level in a vintage with what is counted in them.
struct LevelView {
  std::string_view level;
  const std::vector<ExampleArea>* areas;
  std::vector<Label> of_cell;  // per inhabited cell
  const ExampleScores* scores;
};

std::vector<LevelView> levels_of(const ExampleCountry& c, std::size_t vintage) {
  const Classification& areas = c.areas.vintages[vintage];
  LevelView buurt{"buurt", &areas.buurten, {}, &c.buurt_scores};
  LevelView wijk{"wijk", &areas.wijken, {}, &c.wijk_scores};
  LevelView gemeente{"gemeente", &areas.gemeenten, {}, &c.gemeente_scores};
  for (const std::size_t cell : c.cells.at) {
    const Label label = areas.buurt_of_unit[c.areas.unit_of_cell[cell]];
    buurt.of_cell.push_back(label);
    wijk.of_cell.push_back(areas.wijk_of(label));
    gemeente.of_cell.push_back(areas.gemeente_of(label));
  }
  return {buurt, wijk, gemeente};
}

std::vector<std::int64_t> counted(const LevelView& view, const std::vector<int>& values) {
  std::vector<std::int64_t> sums(view.areas->size(), 0);
  for (std::size_t i = 0; i < values.size(); ++i)
    sums[view.of_cell[i]] += values[i];
  return sums;
}

// Residents or dwellings in the year of the classification; 2010 lies halfway 2008 and 2012.
std::vector<std::int64_t> of_year(const LevelView& view, int year,
                                  const ExampleCells::PerWave<int>& values) {
  if (year == kExampleVintages[1]) return counted(view, values[4]);
  std::vector<std::int64_t> out = counted(view, values[1]);
  const std::vector<std::int64_t> later = counted(view, values[2]);
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = (out[i] + later[i] + 1) / 2;
  return out;
}

std::string_view gemeente_name(const Classification& areas, std::string_view level, std::size_t i) {
  if (level == "buurt") return areas.gemeenten[areas.gemeente_of(static_cast<Label>(i))].name;
  if (level == "wijk") return areas.gemeenten[areas.wijken[i].parent].name;
  return "";
}

void add_contributions(const Contributions& contributions, CsvText& out) {
  for (const Micro part : contributions)
    out.points(part);
}

void add_withheld(std::size_t count, CsvText& out) {
  for (std::size_t i = 0; i < count; ++i)
    out.text(kWithheld);
}

bool is_withheld(const ExampleScores& scores, std::size_t wave, std::size_t i) {
  return scores.residents[wave][i] < kLeastResidents;
}

void add_change(const ExampleCountry& c, const ExampleScores& scores, std::size_t i,
                std::size_t from, std::size_t to, CsvText& out) {
  if (is_withheld(scores, from, i) || is_withheld(scores, to, i)) {
    add_withheld(7, out);
    return;
  }
  Contributions change{};
  for (std::size_t d = 0; d < change.size(); ++d)
    change[d] = scores.dimensions[to][i][d] - scores.dimensions[from][i][d];
  out.number(development_class_of(c.scale, total(change))).points(total(change));
  add_contributions(change, out);
}

std::vector<std::size_t> columns_of(IndicatorKind kind) {
  std::vector<std::size_t> out;
  for (std::size_t at = 0; at < example_indicators().size(); ++at)
    if (example_indicators()[at].kind == kind) out.push_back(at);
  return out;
}

std::string header_of(std::string_view keys, const std::vector<std::size_t>& columns) {
  std::string out(keys);
  for (const std::size_t at : columns)
    out.append(",").append(example_indicators()[at].id);
  return out;
}

}  // namespace

std::string population_csv(const ExampleCountry& c) {
  CsvText out("niveau,code,indeling,naam,gemeente,inwoners,woningen");
  for (std::size_t vintage = 0; vintage < kExampleVintages.size(); ++vintage)
    for (const LevelView& view : levels_of(c, vintage)) {
      const int year = kExampleVintages[vintage];
      const auto residents = of_year(view, year, c.cells.residents);
      const auto dwellings = of_year(view, year, c.cells.dwellings);
      for (std::size_t i = 0; i < view.areas->size(); ++i)
        out.text(view.level)
            .text((*view.areas)[i].code)
            .number(year)
            .text((*view.areas)[i].name)
            .text(gemeente_name(c.areas.vintages[vintage], view.level, i))
            .number(residents[i])
            .number(dwellings[i])
            .end();
    }
  return out.take();
}

std::string situation_csv(const ExampleCountry& c) {
  CsvText out("niveau,gebied,jaar,klasse,score,afwijking,won,soc,vrz,onv,fys");
  for (const LevelView& view : levels_of(c, 1))
    for (std::size_t i = 0; i < view.areas->size(); ++i)
      for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
        out.text(view.level).text((*view.areas)[i].code).number(kExampleWaves[wave]);
        if (is_withheld(*view.scores, wave, i)) {
          add_withheld(8, out);
        } else {
          const Contributions& parts = view.scores->dimensions[wave][i];
          const Micro deviation = total(parts);
          out.number(class_of(c.scale, deviation))
              .points(to_micro(c.scale.reference) + deviation)
              .points(deviation);
          add_contributions(parts, out);
        }
        out.end();
      }
  return out.take();
}

std::string development_csv(const ExampleCountry& c) {
  CsvText out("niveau,gebied,van,tot,klasse,verandering,d_won,d_soc,d_vrz,d_onv,d_fys");
  for (const LevelView& view : levels_of(c, 1))
    for (std::size_t i = 0; i < view.areas->size(); ++i)
      for (std::size_t from = 0; from < kWaveCount; ++from)
        for (std::size_t to = from + 1; to < kWaveCount; ++to) {
          out.text(view.level)
              .text((*view.areas)[i].code)
              .number(kExampleWaves[from])
              .number(kExampleWaves[to]);
          add_change(c, *view.scores, i, from, to, out);
          out.end();
        }
  return out.take();
}

std::string cells_csv(const ExampleCountry& c) {
  std::string header = "cel,x,y,buurt_2010,buurt_2016";
  for (const std::string_view what : {"inwoners", "woningen", "score"})
    for (const int year : kExampleWaves)
      header += fmt::format(",{}_{}", what, year);
  CsvText out(header);
  for (std::size_t i = 0; i < c.cells.size(); ++i) {
    const geo::Point p = c.land.grid.centre(c.cells.at[i]);
    out.text(c.land.grid.code(c.cells.at[i])).number(p.x).number(p.y);
    const Label unit = c.areas.unit_of_cell[c.cells.at[i]];
    for (const Classification& areas : c.areas.vintages)
      out.text(areas.buurten[areas.buurt_of_unit[unit]].code);
    for (const std::vector<int>& residents : c.cells.residents)
      out.number(residents[i]);
    for (const std::vector<int>& dwellings : c.cells.dwellings)
      out.number(dwellings[i]);
    for (std::size_t wave = 0; wave < kWaveCount; ++wave)
      if (c.cells.residents[wave][i] > 0)
        out.points(to_micro(c.scale.reference) + total(c.cell_scores.dimensions[wave][i]));
      else
        out.text("");
    out.end();
  }
  return out.take();
}

std::string cell_indicators_csv(const ExampleCountry& c, base::Workers workers) {
  const std::vector<std::size_t> columns = columns_of(IndicatorKind::cell_column);
  constexpr std::size_t block = 1500;
  std::vector<std::string> parts((c.cells.size() + block - 1) / block);
  base::for_blocks(c.cells.size(), block, workers, [&](std::size_t begin, std::size_t end) {
    CsvText out;
    for (std::size_t i = begin; i < end; ++i)
      for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
        if (c.cells.residents[wave][i] == 0) continue;
        out.text(c.land.grid.code(c.cells.at[i])).number(kExampleWaves[wave]);
        for (const std::size_t at : columns)
          out.number(c.indicators.values[at][wave][i]);
        out.end();
      }
    parts[begin / block] = out.take();
  });
  std::string whole = header_of("cel,jaar", columns) + "\n";
  for (const std::string& part : parts)
    whole += part;
  return whole;
}

std::string buurt_indicators_csv(const ExampleCountry& c) {
  const std::vector<std::size_t> columns = columns_of(IndicatorKind::buurt_count);
  CsvText out(header_of("buurt,jaar,inwoners", columns));
  for (std::size_t i = 0; i < c.areas.after().buurten.size(); ++i)
    for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
      out.text(c.areas.after().buurten[i].code)
          .number(kExampleWaves[wave])
          .number(c.buurt_scores.residents[wave][i]);
      for (const std::size_t at : columns)
        out.number(static_cast<std::int64_t>(c.indicators.values[at][wave][i]));
      out.end();
    }
  return out.take();
}

std::string list_csv(const ExampleCountry& c, const ExampleList& list) {
  CsvText out("lijst,titel,label,gemeente,code,naam,indeling,zekerheid,sinds,tot,programma");
  const Classification& areas = c.areas.vintages[list.vintage];
  const auto row = [&](const LabelledArea& area, std::string_view code, std::string_view name) {
    out.text(list.id)
        .text(list.title)
        .text(area.label)
        .text(area.gemeente)
        .text(code)
        .text(name)
        .number(kExampleVintages[list.vintage])
        .text(area.certainty)
        .text(list.since)
        .text(list.until)
        .text(area.has_programme ? "ja" : "nee")
        .end();
  };
  for (const LabelledArea& area : list.areas) {
    for (const Label buurt : area.buurten)
      row(area, areas.buurten[buurt].code, areas.buurten[buurt].name);
    if (area.buurten.empty()) row(area, "", "");
  }
  return out.take();
}

namespace {

struct Overlap {
  std::int64_t residents = 0;
  std::int64_t hectares = 0;
};
using Overlaps = std::map<std::pair<Label, Label>, Overlap>;

std::string_view change_of(const Overlaps& overlaps, const std::pair<Label, Label>& pair,
                           bool same_code) {
  std::size_t from = 0;
  std::size_t to = 0;
  for (const auto& [other, overlap] : overlaps) {
    from += other.first == pair.first ? 1U : 0U;
    to += other.second == pair.second ? 1U : 0U;
  }
  if (from == 1 && to == 1) return same_code ? "ongewijzigd" : "hernummerd";
  if (to == 1) return "gesplitst";
  return from == 1 ? "samengevoegd" : "grenswijziging";
}

// Shares by residents; by area where nobody lives.
double share_of(const Overlap& part, const Overlap& whole) {
  if (whole.residents > 0)
    return static_cast<double>(part.residents) / static_cast<double>(whole.residents);
  return static_cast<double>(part.hectares) / static_cast<double>(whole.hectares);
}

void add_overlaps(std::string_view level, const std::vector<ExampleArea>& before,
                  const std::vector<ExampleArea>& after, const Overlaps& overlaps, CsvText& out) {
  std::map<Label, Overlap> from;
  std::map<Label, Overlap> to;
  for (const auto& [pair, overlap] : overlaps)
    for (Overlap* sum : {&from[pair.first], &to[pair.second]}) {
      sum->residents += overlap.residents;
      sum->hectares += overlap.hectares;
    }
  for (const auto& [pair, overlap] : overlaps) {
    const std::string& old_code = before[pair.first].code;
    const std::string& new_code = after[pair.second].code;
    out.text(level)
        .text(old_code)
        .text(new_code)
        .number(overlap.residents)
        .number(overlap.hectares)
        .number(share_of(overlap, from[pair.first]))
        .number(share_of(overlap, to[pair.second]))
        .text(change_of(overlaps, pair, old_code == new_code))
        .end();
  }
}

}  // namespace

std::string renumbering_csv(const ExampleCountry& c) {
  CsvText out("niveau,van,naar,inwoners_2016,hectare,aandeel_van,aandeel_naar,soort");
  const Classification& before = c.areas.before();
  const Classification& after = c.areas.after();
  std::array<Overlaps, 3> levels;
  const auto add = [&](std::size_t cell, std::int64_t residents, std::int64_t hectares) {
    const Label unit = c.areas.unit_of_cell[cell];
    const Label old_buurt = before.buurt_of_unit[unit];
    const Label new_buurt = after.buurt_of_unit[unit];
    const std::array<std::pair<Label, Label>, 3> pairs = {
        {{old_buurt, new_buurt},
         {before.wijk_of(old_buurt), after.wijk_of(new_buurt)},
         {before.gemeente_of(old_buurt), after.gemeente_of(new_buurt)}}};
    for (std::size_t level = 0; level < levels.size(); ++level) {
      Overlap& overlap = levels[level][pairs[level]];
      overlap.residents += residents;
      overlap.hectares += hectares;
    }
  };
  for (std::size_t cell = 0; cell < c.land.grid.size(); ++cell)
    if (c.areas.unit_of_cell[cell] != kNoLabel) add(cell, 0, 1);
  for (std::size_t i = 0; i < c.cells.size(); ++i)
    add(c.cells.at[i], c.cells.residents[4][i], 0);
  add_overlaps("buurt", before.buurten, after.buurten, levels[0], out);
  add_overlaps("wijk", before.wijken, after.wijken, levels[1], out);
  add_overlaps("gemeente", before.gemeenten, after.gemeenten, levels[2], out);
  return out.take();
}

}  // namespace wijkbeeld::source
