// SPDX-License-Identifier: EUPL-1.2
#include "cli/command_export.hpp"

#include <algorithm>
#include <filesystem>

#include "base/file.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "cli/catalogue.hpp"
#include "cli/print_tables.hpp"
#include "cli/read_data.hpp"
#include "codec/csv.hpp"
#include "codec/geojson.hpp"
#include "codec/layer.hpp"
#include "codec/xlsx.hpp"
#include "instrument/project_editions.hpp"

namespace wijkbeeld::cli {

using base::say;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string>& kinds() {
  static const std::vector<std::string> names = {"csv", "json", "xlsx", "gpkg", "geojson"};
  return names;
}

bool is_map(const std::string& kind) {
  return kind == "gpkg" || kind == "geojson";
}

// By "--format", else by the ending of the file, else CSV.
std::string decided_kind(const Arguments& arguments, Mistakes& mistakes) {
  const std::string out = arguments.text("out");
  if (arguments.has("format") || out.empty()) return arguments.text("format", "csv");
  std::string ending = base::lower(fs::path(out).extension().string());
  if (!ending.empty()) ending.erase(0, 1);
  if (std::find(kinds().begin(), kinds().end(), ending) != kinds().end()) return ending;
  mistakes.add(
      say("the name '{}' does not tell what kind of file it is", out),
      say("let it end in one of: {}; or choose with --format", "." + base::join(kinds(), ", .")));
  return "csv";
}

std::vector<int> waves_of(const Arguments& arguments, Mistakes& mistakes) {
  std::vector<int> waves;
  for (const std::string& text : arguments.list("waves")) {
    const auto year = base::parse_integer(text);
    if (year && *year > 1900 && *year < 2200)
      waves.push_back(static_cast<int>(*year));
    else
      mistakes.add(say("'{}' in --waves is no year", text),
                   say("write years with commas between: --waves 2012,2014"));
  }
  return waves;
}

std::optional<int> year_of(const Arguments& arguments, const std::string& name,
                           Mistakes& mistakes) {
  const auto year = arguments.whole(name, 1900, 2200, mistakes);
  if (!year) return std::nullopt;
  return static_cast<int>(*year);
}

// Whose figures these are and under which licence, where the edition is one we know.
const instrument::Edition* known_edition(const std::vector<instrument::Edition>& editions,
                                         const Exported& exported) {
  for (const instrument::Edition& one : editions)
    if (one.id == exported.edition) return &one;
  return nullptr;
}

std::string source_line(const instrument::Edition* edition, base::Language language) {
  if (edition == nullptr) return {};
  return edition->title.in(language) + ", " + edition->publisher.in(language) + ", " +
         edition->licence;
}

}  // namespace

Grammar CommandExport::grammar() const {
  Option format{.name = "format",
                .meaning = say("kind of file; without it, the ending of --out tells"),
                .value = say("FORMAT"),
                .choices = kinds()};
  Option edition = edition_option();
  edition.meaning = say("figures of this edition or data set");
  return {.options = {
              data_option(),
              {.name = "out",
               .meaning = say("the file to write; without it, csv and json go to standard output"),
               .value = say("FILE")},
              format,
              edition,
              level_option(),
              {.name = "vintage",
               .meaning = say("year of the boundaries the figures belong to"),
               .value = say("YEAR")},
              {.name = "series",
               .meaning = say("which quantities, such as class,score; without it, all"),
               .value = say("NAMES"),
               .is_repeatable = true},
              {.name = "waves",
               .meaning = say("which waves, such as 2012,2014; without it, all"),
               .value = say("YEARS"),
               .is_repeatable = true},
              {.name = "long", .meaning = say("a row per area and wave instead of per area")},
              {.name = "outlines",
               .meaning = say("draw with the boundaries of this year, where code and name agree"),
               .value = say("YEAR")},
              replace_option(),
              threads_option()}};
}

void CommandExport::setup(const Arguments& arguments, Mistakes& mistakes) {
  data_ = arguments.text("data");
  out_ = arguments.text("out");
  kind_ = decided_kind(arguments, mistakes);
  wish_.edition = arguments.text("edition");
  wish_.level = area::parse_level(arguments.text("level"));
  wish_.vintage = year_of(arguments, "vintage", mistakes);
  wish_.quantities = arguments.list("series");
  wish_.waves = waves_of(arguments, mistakes);
  wish_.is_long = arguments.has("long");
  wish_.outlines = year_of(arguments, "outlines", mistakes);
  workers_ = arguments.workers(mistakes);
  may_replace_ = arguments.has("replace");
  if (out_.empty() && kind_ != "csv" && kind_ != "json")
    mistakes.add(say("a {} file cannot go to standard output", kind_),
                 say("name the file to write, such as --out cijfers.{}", kind_));
  if (wish_.is_long && is_map(kind_))
    mistakes.add(say("a map layer has one row per area"), say("leave out --long"));
}

Ending CommandExport::run(Session& session) {
  if (!out_.empty()) check_output_file(out_, may_replace_);
  store::What what{.with_outlines = is_map(kind_),
                   .with_ledger = false,
                   .with_samples = false,
                   .with_places = false,
                   .with_nestings = false};
  if (wish_.level) what.levels = {*wish_.level};
  const series::Project project = read_data(data_, workers_, session, what);
  const Exported exported = choose_export(project, wish_);
  session.progress().check();
  session.end_progress();
  if (out_.empty()) {
    session.out() << (kind_ == "json" ? to_json({exported.table}) : codec::to_csv(exported.table));
    return Ending::done;
  }
  write(session, project, exported);
  session.tell(say("rows: {}; columns: {}; in {}", exported.table.rows(),
                   exported.table.columns.size(), out_));
  return Ending::done;
}

void CommandExport::write(const Session& session, const series::Project& project,
                          const Exported& exported) {
  const base::Language language = session.manner().language;
  const std::vector<instrument::Edition> editions = instrument::editions_of(project);
  const instrument::Edition* edition = known_edition(editions, exported);
  const std::string source = source_line(edition, language);
  const std::string title = session.words(exported.table.title);
  if (kind_ == "json") return base::write_whole(out_, to_json({exported.table}));
  if (kind_ == "csv") {
    base::write_whole(out_, codec::to_csv(exported.table));
    base::write_whole(out_ + "-metadata.json",
                      codec::to_csvw(exported.table, fs::path(out_).filename().string(),
                                     catalogue(), edition != nullptr ? edition->licence : ""));
    session.tell(say("what its columns mean is in {}", out_ + "-metadata.json"));
    return;
  }
  if (kind_ == "xlsx") {
    std::vector<std::string> remarks;
    if (!source.empty()) remarks.push_back(source);
    codec::write_xlsx(out_, {{exported.table.name, title, remarks, exported.table}}, title,
                      language, catalogue());
    return;
  }
  const Drawing drawing = choose_outlines(project, exported, wish_.outlines);
  codec::LayerOut layer{exported.table, {}, title, source};
  for (const auto& at : drawing.shape_of_row)
    layer.shapes.push_back(at ? codec::Shape(drawing.outlines->shapes[*at]) : codec::Shape{});
  if (kind_ == "geojson")
    base::write_whole(out_, codec::to_geojson(layer));
  else
    codec::write_geopackage(out_, {layer}, language, catalogue());
  session.tell(say("{} of {} areas are drawn, with the boundaries of {}", drawing.drawn,
                   exported.table.rows(), drawing.vintage.year));
}

}  // namespace wijkbeeld::cli
