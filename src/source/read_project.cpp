// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <mutex>
#include <numeric>
#include <set>
#include <utility>

#include "base/file.hpp"
#include "base/sha256.hpp"
#include "base/text.hpp"
#include "source/nearest_source.hpp"
#include "source/project_maker.hpp"

namespace wijkbeeld::source {

using base::say;
using base::Severity;

namespace {

namespace fs = std::filesystem;

struct ReadFile {
  series::FileRecord record;
  Reading reading;
};

// Files that belong to another one beside them: the index of a shapefile, the encoding of a table.
constexpr std::array<std::string_view, 8> kSidecars = {".shx", ".prj", ".cpg", ".qix",
                                                       ".sbn", ".sbx", ".qpj", ".xml"};

bool is_sidecar(const fs::path& path) {
  const std::string ending = base::lower(path.extension().string());
  if (std::find(kSidecars.begin(), kSidecars.end(), ending) == kSidecars.end()) return false;
  const auto beside = [&](std::string_view other) {
    std::error_code ignored;
    return fs::exists(fs::path(path).replace_extension(other), ignored);
  };
  return beside(".shp") || beside(".dbf");
}

// The attributes of a shapefile are read with its shapes; alone they may still be a data set.
bool is_part_of_shapefile(const fs::path& path) {
  std::error_code ignored;
  return base::lower(path.extension().string()) == ".dbf" &&
         fs::exists(fs::path(path).replace_extension(".shp"), ignored);
}

std::string name_of(const fs::path& path, const fs::path& root) {
  if (path == root) return path.filename().generic_string();
  return path.lexically_relative(root).generic_string();
}

ReadFile read_one(const fs::path& path, const std::string& name) {
  ReadFile out;
  out.record.name = name;
  out.record.sha256 = base::sha256(base::read_file(path));
  if (is_sidecar(path)) return out;
  const Probe probe = probe_file(path, name);
  const Source* source = source_of(probe);
  if (source == nullptr && is_part_of_shapefile(path)) return out;
  if (source == nullptr) {
    out.reading.ledger.add(not_recognised(probe));
    return out;
  }
  out.record.source = source->id;
  out.record.title = source->title;
  out.record.licence = source->licence;
  out.record.publisher = source->publisher;
  out.reading = source->read(probe);
  base::Ledger both = probe.contents->ledger;
  both.add(out.reading.ledger);
  out.reading.ledger = std::move(both);
  return out;
}

struct Input {
  std::string name;
  fs::path path;
};

// Every file below the roots, each once, in order of name. With several roots the name begins with
// that of the root, so that the same name in two folders stays two files.
std::vector<Input> inputs_below(std::span<const fs::path> roots) {
  std::vector<Input> inputs;
  std::set<fs::path> seen;
  for (const fs::path& root : roots) {
    const fs::path clean = root.lexically_normal();
    const fs::path last = clean.has_filename() ? clean.filename() : clean.parent_path().filename();
    for (const fs::path& path : base::files_below(root)) {
      if (!seen.insert(fs::weakly_canonical(path)).second) continue;
      const std::string name = name_of(path, root);
      const bool is_below = roots.size() > 1 && path != root;
      inputs.push_back({is_below ? last.generic_string() + "/" + name : name, path});
    }
  }
  std::stable_sort(inputs.begin(), inputs.end(),
                   [](const Input& a, const Input& b) { return a.name < b.name; });
  return inputs;
}

// Large files first, so that no thread is left with one at the end.
std::vector<std::size_t> by_size(const std::vector<Input>& inputs) {
  std::vector<std::uintmax_t> sizes;
  for (const Input& input : inputs) {
    std::error_code ignored;
    sizes.push_back(fs::file_size(input.path, ignored));
  }
  std::vector<std::size_t> order(inputs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return sizes[a] > sizes[b]; });
  return order;
}

}  // namespace

series::Project read_project(const fs::path& path, base::Workers workers,
                             base::Progress& progress) {
  return read_project(std::span(&path, 1), workers, progress);
}

series::Project read_project(std::span<const fs::path> roots, base::Workers workers,
                             base::Progress& progress) {
  const std::vector<Input> paths = inputs_below(roots);
  const std::vector<std::size_t> order = by_size(paths);
  std::vector<ReadFile> files(paths.size());
  std::mutex watching;  // a Progress watches from one thread at a time
  std::size_t done = 0;
  progress.begin(say("reading {} files", base::Count{static_cast<std::int64_t>(paths.size())}));
  base::for_blocks(paths.size(), 1, workers, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const Input& input = paths[order[i]];
      files[order[i]] = read_one(input.path, input.name);
      const std::lock_guard lock(watching);
      progress.check();
      progress.advance(++done, paths.size());
    }
  });
  ProjectMaker maker;
  for (ReadFile& file : files)
    maker.add(std::move(file.record), std::move(file.reading));
  return maker.take();
}

}  // namespace wijkbeeld::source
