// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "answer/area_search.hpp"
#include "answer/atlas_areas.hpp"
#include "answer/theme.hpp"
#include "base/catalogue.hpp"
#include "base/parallel.hpp"
#include "geo/topology.hpp"
#include "instrument/edition.hpp"
#include "series/project.hpp"
#include "serve/file_watch.hpp"
#include "serve/response.hpp"

namespace wijkbeeld::serve {

/// One edition at one level and vintage: what a map is chosen from.
struct Layer {
  const study::Panel& panel;
  const answer::AtlasAreas& areas;
  const std::vector<answer::Theme>& themes;
};

/// Things made when first asked for, once each, and kept. Several may be made at the same time; who
/// asks for one in the making waits for it.
template <class T>
class Kept {
 public:
  template <class Make>
  const T& get(const std::string& key, Make make) {
    std::shared_ptr<Slot> slot;
    {
      const std::lock_guard lock(mutex_);
      std::shared_ptr<Slot>& found = slots_[key];
      if (!found) found = std::make_shared<Slot>();
      slot = found;
    }
    // A failure leaves the slot as it was: the next who asks gets the same words.
    std::call_once(slot->once, [&] { slot->value = std::make_unique<T>(make()); });
    return *slot->value;
  }

 private:
  struct Slot {
    std::once_flag once;
    std::unique_ptr<T> value;
  };
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<Slot>> slots_;
};

/// A project as it is served: read once, never changed, used by several threads at a time.
class Atlas {
 public:
  /// `name` is what the project is called in words: that of its file.
  Atlas(series::Project project, std::string name, std::string program_version,
        const base::Catalogue& catalogue, base::Workers workers);

  [[nodiscard]] const series::Project& project() const { return project_; }
  [[nodiscard]] const std::vector<instrument::Edition>& editions() const { return editions_; }
  [[nodiscard]] const base::Catalogue& catalogue() const { return catalogue_; }
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& program_version() const { return program_version_; }
  [[nodiscard]] base::Workers workers() const { return workers_; }

  /// Keeps an eye on the file that was read. Before the first request.
  void watch(FileWatch file) { file_ = std::move(file); }
  /// What has become of that file; `same` when none is watched.
  [[nodiscard]] FileState file_state() const { return file_ ? file_->state() : FileState::same; }

  /// The editions, levels and vintages that have something to show, in order.
  [[nodiscard]] const std::vector<series::SeriesKey>& choices() const { return choices_; }

  /// What is named so in an address. Each throws Refusal 404 that says what there is.
  const answer::AtlasAreas& areas(const std::string& level, const std::string& vintage);
  Layer layer(const std::string& edition, const std::string& level, const std::string& vintage);
  const answer::AreaSearch& search();
  /// The outlines of these areas with their borders shared; areas without one have no surface.
  const geo::Topology& topology(const answer::AtlasAreas& areas);

  /// A body made once for an address and kept as long as the atlas: there are as many as there are
  /// themes and periods. Not for what holds free text.
  std::shared_ptr<const Body> body(const std::string& key,
                                   const std::function<std::string()>& make);

 private:
  series::Project project_;
  std::string name_;
  std::string program_version_;
  const base::Catalogue& catalogue_;
  base::Workers workers_;
  std::optional<FileWatch> file_;
  std::vector<instrument::Edition> editions_;
  std::vector<series::SeriesKey> choices_;
  Kept<answer::AtlasAreas> areas_;
  Kept<study::Panel> panels_;
  Kept<std::vector<answer::Theme>> themes_;
  Kept<answer::AreaSearch> search_;
  Kept<geo::Topology> topologies_;
  Kept<std::shared_ptr<const Body>> bodies_;
};

}  // namespace wijkbeeld::serve
