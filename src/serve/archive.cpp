// SPDX-License-Identifier: EUPL-1.2
#include "serve/archive.hpp"

#include <algorithm>

#include "instrument/project_editions.hpp"

namespace wijkbeeld::serve {

Archive::Archive(const std::filesystem::path& project_file) : file_(project_file) {
  series::Project documents = file_->read({.with_areas = false,
                                           .with_outlines = false,
                                           .with_ledger = false,
                                           .with_series = false,
                                           .with_samples = false,
                                           .with_places = false,
                                           .with_nestings = false});
  editions_ = instrument::editions_of(documents);
  documents_ = std::move(documents.documents);
  std::vector<series::EditionId> ids;
  for (const instrument::Edition& one : editions_)
    ids.push_back(one.id);
  listed_ = file_->listed(ids);
}

Archive::Archive(series::Project project)
    : whole_(std::make_shared<const series::Project>(std::move(project))),
      documents_(whole_->documents),
      editions_(instrument::editions_of(*whole_)) {
  for (series::Listed& one : series::listed(*whole_))
    if (std::any_of(editions_.begin(), editions_.end(),
                    [&](const instrument::Edition& e) { return e.id == one.key.edition; }))
      listed_.push_back(std::move(one));
}

std::shared_ptr<const series::Project> Archive::read(const store::What& what) const {
  if (whole_) return whole_;
  return std::make_shared<const series::Project>(file_->read(what));
}

series::Project Archive::part(const store::What& what) const {
  return whole_ ? *whole_ : file_->read(what);
}

std::vector<series::Series> Archive::series(
    const std::function<bool(const series::SeriesKey&)>& wants) const {
  if (!whole_)
    return file_
        ->read({.with_areas = false,
                .with_outlines = false,
                .with_ledger = false,
                .with_samples = false,
                .with_places = false,
                .with_nestings = false,
                .wants = [&](const series::SeriesKey& key, series::Period) { return wants(key); }})
        .series;
  std::vector<series::Series> out;
  for (const series::Series& one : whole_->series)
    if (wants(one.key())) out.push_back(one);
  return out;
}

}  // namespace wijkbeeld::serve
