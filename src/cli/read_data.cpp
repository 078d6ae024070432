// SPDX-License-Identifier: EUPL-1.2
#include "cli/read_data.hpp"

#include "source/source.hpp"

namespace wijkbeeld::cli {

using base::Failure;
using base::say;
namespace fs = std::filesystem;

namespace {

// An edition that no data have: nothing of the series is read.
constexpr const char* kNoEdition = "-";

store::What documents_only() {
  return {.with_areas = false,
          .with_outlines = false,
          .with_ledger = false,
          .editions = {{kNoEdition}},
          .with_samples = false,
          .with_places = false,
          .with_nestings = false};
}

}  // namespace

Data::Data(fs::path path, base::Workers workers, const Session& session)
    : path_(std::move(path)),
      workers_(workers),
      session_(session),
      file_(store::project_file_at(path_)) {}

series::Project Data::documents() const {
  return file_ ? file_->read(documents_only()) : series::Project{};
}

std::vector<instrument::Edition> Data::editions() const {
  return instrument::editions_of(documents());
}

series::Project Data::read(const store::What& what) const {
  if (!file_) return source::read_project(path_, workers_, session_.progress());
  session_.progress().begin(say("reading {}", path_.filename().string()));
  return file_->read(what);
}

series::Project read_data(const fs::path& path, base::Workers workers, const Session& session,
                          const store::What& what) {
  return Data(path, workers, session).read(what);
}

void check_output_file(const fs::path& path, bool may_replace) {
  std::error_code error;
  if (fs::is_directory(path, error))
    throw Failure(say("'{}' is a folder", path.string())).help(say("name a file in it"));
  const fs::path folder = fs::absolute(path).parent_path();
  if (!fs::is_directory(folder, error))
    throw Failure(say("the folder of '{}' does not exist", path.string()))
        .help(say("make the folder first, or choose another"));
  if (!may_replace && fs::exists(path, error))
    throw Failure(say("'{}' is there already", path.string()))
        .because(say("an earlier result is never overwritten unasked"))
        .help(say("choose another name, or add --replace to replace this one"));
}

void check_output_folder(const fs::path& path, bool may_replace) {
  std::error_code error;
  if (fs::exists(path, error) && !fs::is_directory(path, error))
    throw Failure(say("'{}' is a file", path.string())).help(say("name a folder for the results"));
  if (!may_replace && fs::is_directory(path, error) && !fs::is_empty(path, error))
    throw Failure(say("the output folder '{}' already holds files", path.string()))
        .because(say("an earlier result is never overwritten unasked"))
        .help(say("choose another folder, or add --replace to replace this one"));
}

}  // namespace wijkbeeld::cli
