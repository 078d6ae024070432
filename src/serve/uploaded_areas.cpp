// SPDX-License-Identifier: EUPL-1.2
#include "serve/uploaded_areas.hpp"

#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "base/failure.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "codec/layer.hpp"
#include "codec/zip.hpp"

namespace wijkbeeld::serve {

using base::Failure;
using base::say;
namespace fs = std::filesystem;

namespace {

// Ours alone (mkdtemp gives it mode 0700), and gone with this object.
class PrivateFolder {
 public:
  PrivateFolder() {
    std::string name = (fs::temp_directory_path() / "wijkbeeld-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
      throw Failure(say("there is no room to read a file in"))
          .help(say("see whether the disk of the server is full"));
    path_ = name;
  }
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;
  ~PrivateFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

Failure unusable(const std::string& name, const base::Message& why) {
  return Failure(say("no areas can be read from '{}'", name), Failure::Kind::usage).because(why);
}

// A text with the paths in our folder replaced by the reader's name of the file.
std::string as_told(std::string text, const std::string& folder, const std::string& name) {
  for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder)) {
    const std::size_t end = text.find_first_of(" '\",;:", at + folder.size());
    text.replace(at, std::min(end, text.size()) - at, name);
  }
  return text;
}

base::Message as_told(base::Message words, const std::string& folder, const std::string& name) {
  for (base::Argument& argument : words.arguments)
    if (auto* text = std::get_if<std::string>(&argument.value))
      *text = as_told(std::move(*text), folder, name);
  return words;
}

Failure as_told(const Failure& failure, const std::string& path, const std::string& name) {
  Failure out(say("no areas can be read from '{}'", name), Failure::Kind::usage);
  out.because(as_told(failure.message(), path, name));
  for (const base::Message& reason : failure.reasons())
    out.because(as_told(reason, path, name));
  for (const base::Message& advice : failure.advice())
    out.help(as_told(advice, path, name));
  return out;
}

// The one shapefile of a zip, unpacked beside its index and table; names in the archive are not
// trusted to be plain.
fs::path unpack_shapefile(std::string_view bytes, const std::string& name, const fs::path& folder,
                          const UploadLimits& limits) {
  const auto members = codec::read_zip(bytes, name, limits.unpacked_bytes);
  std::optional<std::string> stem;
  for (const auto& [member, content] : members) {
    const fs::path path(member);
    if (base::lower(path.extension().string()) != ".shp") continue;
    if (stem) throw unusable(name, say("it holds more than one shapefile"));
    stem = (path.parent_path() / path.stem()).string();
  }
  if (!stem) throw unusable(name, say("it is a zip without a shapefile (.shp) in it"));
  bool has_index = false;
  for (const auto& [member, content] : members) {
    const fs::path path(member);
    const std::string ending = base::lower(path.extension().string());
    const bool is_wanted = ending == ".shp" || ending == ".shx" || ending == ".dbf" ||
                           ending == ".prj" || ending == ".cpg";
    if (!is_wanted || (path.parent_path() / path.stem()).string() != *stem) continue;
    base::write_whole(folder / ("areas" + ending), content);
    has_index = has_index || ending == ".shx";
  }
  if (!has_index)
    throw unusable(name, say("the shapefile in it has no index (.shx)"))
        .help(say("zip all files of the shapefile: .shp, .shx, .dbf and .prj"));
  return folder / "areas.shp";
}

fs::path unpack(std::string_view bytes, const std::string& name, const fs::path& folder,
                const UploadLimits& limits) {
  if (bytes.empty()) throw unusable(name, say("it is empty"));
  if (bytes.starts_with("PK\x03\x04")) return unpack_shapefile(bytes, name, folder, limits);
  const bool is_geopackage = bytes.starts_with(std::string_view("SQLite format 3\0", 16));
  const std::size_t first = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  const bool is_json = first != std::string_view::npos && bytes[first] == '{';
  if (!is_geopackage && !is_json)
    throw unusable(name, say("it is no GeoPackage, GeoJSON or zipped shapefile"))
        .help(say("save it as one of these three; a workbook or list of codes holds no areas"));
  const fs::path path = folder / (is_geopackage ? "areas.gpkg" : "areas.geojson");
  base::write_whole(path, bytes);
  return path;
}

std::string chosen_layer(const fs::path& path, const std::string& name, const std::string& asked) {
  const std::vector<std::string> names = codec::layer_names(path);
  if (names.empty()) throw unusable(name, say("it has no layers"));
  if (asked.empty()) {
    if (names.size() == 1) return names.front();
    throw unusable(name, say("it has several layers: {}", base::join(names, ", ")))
        .help(say("choose one of them"));
  }
  if (std::find(names.begin(), names.end(), asked) != names.end()) return asked;
  throw unusable(name, say("it has no layer '{}'; there are: {}", asked, base::join(names, ", ")));
}

std::optional<std::size_t> name_column(const table::Rows& rows, const std::string& asked) {
  if (!asked.empty()) return rows.column(asked);
  for (const char* usual :
       {"naam", "name", "title", "label", "omschrijving", "gebied", "gebiedsnaam"})
    if (const auto found = rows.find(usual)) return found;
  return std::nullopt;
}

std::size_t points_of(const geo::MultiPolygon& shape) {
  std::size_t out = 0;
  for (const geo::Polygon& part : shape.parts) {
    out += part.outer.size();
    for (const geo::Ring& hole : part.holes)
      out += hole.size();
  }
  return out;
}

std::vector<answer::OwnArea> areas_of(const codec::Layer& layer, const std::string& name,
                                      const std::string& column, const UploadLimits& limits) {
  const auto named = name_column(layer.rows, column);
  std::vector<answer::OwnArea> out;
  std::size_t points = 0;
  for (std::size_t i = 0; i < layer.shapes.size(); ++i) {
    const auto* shape = std::get_if<geo::MultiPolygon>(&layer.shapes[i]);
    if (shape == nullptr || shape->parts.empty()) continue;
    std::string called = named ? std::string(layer.rows.cell(i, *named)) : std::string();
    if (called.empty()) called = "gebied " + std::to_string(i + 1);
    points += points_of(*shape);
    out.push_back({std::move(called), *shape});
  }
  if (out.empty())
    throw unusable(name, say("none of its {} features is a surface", layer.shapes.size()))
        .help(say("lines and points have no surface: draw areas around them first"));
  if (out.size() > limits.areas)
    throw unusable(name, say("it holds {} areas, and at most {} are taken at a time", out.size(),
                             limits.areas));
  if (points > limits.points)
    throw unusable(
        name, say("its outlines have {} points, and at most {} are taken", points, limits.points))
        .help(say("simplify the outlines first, to 5 metres or so"));
  return out;
}

}  // namespace

UploadedAreas read_uploaded_areas(std::string_view bytes, const std::string& name,
                                  const std::string& layer, const std::string& column,
                                  const UploadLimits& limits) {
  const PrivateFolder folder;
  try {
    const fs::path path = unpack(bytes, name, folder.path(), limits);
    UploadedAreas out;
    const codec::Layer read = codec::read_layer(path, chosen_layer(path, name, layer), out.ledger);
    out.areas = areas_of(read, name, column, limits);
    return out;
  } catch (const Failure& failure) {
    if (failure.kind() == Failure::Kind::usage) throw;
    throw as_told(failure, folder.path().string(), name);
  }
}

}  // namespace wijkbeeld::serve
