// SPDX-License-Identifier: EUPL-1.2
#include "answer/coverage.hpp"

#include <algorithm>
#include <map>

#include "answer/names.hpp"
#include "base/sha256.hpp"
#include "study/tables.hpp"

namespace wijkbeeld::answer {
namespace {

Figure count(std::string id, std::size_t n, std::string input) {
  return {std::move(id), static_cast<double>(n), Unit::count, {std::move(input)}};
}

}  // namespace

std::vector<EditionCoverage> coverage(const study::Findings& findings) {
  std::vector<EditionCoverage> out;
  for (const study::EditionUsed& used : findings.editions) {
    const std::string edition = used.edition.id.text;
    const std::string row = "editions/" + edition;
    EditionCoverage one{&used, {row + "#areas", static_cast<double>(used.areas), Unit::count}, {}};
    for (const auto& at : used.at_wave) {
      const std::string id = row + "/" + std::to_string(at.wave.year) + "#";
      const auto figure = [&](const char* name, table::Value<double> value, Unit unit) {
        return Figure{id + name, value, unit, {}};
      };
      one.waves.push_back(
          {at.wave,
           figure("areas_with_score", static_cast<double>(at.areas_with_score), Unit::count),
           figure("areas_with_class", static_cast<double>(at.areas_with_class), Unit::count),
           figure("areas_withheld", static_cast<double>(at.areas_withheld), Unit::count),
           figure("reference_mean", at.reference_mean, Unit::score),
           figure("national_mean", at.national_mean, Unit::score), at.class_of_mean});
    }
    out.push_back(std::move(one));
  }
  return out;
}

DrawingAnswer drawing(const study::Findings& findings, const std::string& edition) {
  DrawingAnswer out;
  out.edition = edition;
  std::map<std::string, std::size_t> per_outline;
  std::size_t all = 0;
  for (const study::Drawn& row : findings.drawn) {
    if (row.edition != edition) continue;
    ++all;
    if (row.outline.empty())
      out.undrawn_rows.push_back(&row);
    else
      ++per_outline[row.outline];
  }
  const std::string id = "answers/drawing/" + edition;
  const std::string table = "drawn/" + edition;
  out.areas = count(id + "#areas", all, table);
  out.undrawn = count(id + "#undrawn", out.undrawn_rows.size(), table);
  out.drawn = count(id + "#drawn", all - out.undrawn_rows.size(), table);
  for (const auto& [outline, areas] : per_outline)
    out.outlines.push_back({outline, count(id + "/" + outline + "#areas", areas, table)});
  return out;
}

FilesAnswer files(const study::Findings& findings) {
  FilesAnswer out;
  std::int64_t read = 0;
  std::int64_t refused = 0;
  std::string identity;
  for (const series::FileRecord& file : findings.files) {
    (file.source.empty() ? out.ignored : out.used).push_back(&file);
    read += file.rows_read;
    refused += file.rows_refused;
    identity += file.sha256 + "  " + file.name + "\n";
  }
  out.rows_read = {"answers/files#rows_read", static_cast<double>(read), Unit::count, {"files"}};
  out.rows_refused = {
      "answers/files#rows_refused", static_cast<double>(refused), Unit::count, {"files"}};
  out.data_hash = base::sha256(identity);
  return out;
}

ShownWaves shown_waves(const study::Findings& findings, const std::string& edition) {
  if (const auto& types = findings.plan.typology) return {types->last, {types->stall, types->last}};
  const std::vector<series::Wave>& waves = edition_used(findings, edition).waves;
  if (waves.empty()) return {};
  const series::Wave before = waves.size() > 1 ? waves[waves.size() - 2] : waves.back();
  return {waves.back(), {before, waves.back()}};
}

}  // namespace wijkbeeld::answer
