// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "answer/area_at.hpp"
#include "answer/area_search.hpp"
#include "answer/atlas_areas.hpp"
#include "answer/cohort_choices.hpp"
#include "answer/lookalikes.hpp"
#include "answer/national.hpp"
#include "answer/standings.hpp"
#include "answer/theme.hpp"
#include "answer/what_if.hpp"
#include "base/catalogue.hpp"
#include "base/parallel.hpp"
#include "geo/topology.hpp"
#include "instrument/edition.hpp"
#include "series/project.hpp"
#include "serve/archive.hpp"
#include "serve/file_watch.hpp"
#include "serve/response.hpp"
#include "serve/workbench.hpp"
#include "study/findings.hpp"

namespace wijkbeeld::serve {

/// One edition at one level and vintage: what a map is chosen from.
struct Choice {
  series::SeriesKey key;  ///< without a quantity
  const instrument::Edition& edition;
  const std::vector<answer::Theme>& themes;
};

/// The same with its areas and all values. Of cells only what their profile tells, the others are
/// read for the map that shows them (Atlas::view).
struct Layer {
  const study::Panel& panel;
  const answer::AtlasAreas& areas;
  const std::vector<answer::Theme>& themes;
};

/// An instrument of the project; `is_large` when its units are too many to keep what was measured.
struct KeptInstrument {
  instrument::Kept kept;
  bool is_large = false;
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

/// The last few things that were made, for who asks for several sides of one thing.
template <class T>
class Recent {
 public:
  explicit Recent(std::size_t most) : most_(most) {}

  template <class Make>
  std::shared_ptr<const T> get(const std::string& key, Make make) {
    {
      const std::lock_guard lock(mutex_);
      for (const auto& [known, value] : values_)
        if (known == key) return value;
    }
    auto made = std::make_shared<const T>(make());
    const std::lock_guard lock(mutex_);
    values_.emplace_front(key, made);
    if (values_.size() > most_) values_.pop_back();
    return made;
  }

 private:
  std::size_t most_;
  std::mutex mutex_;
  std::deque<std::pair<std::string, std::shared_ptr<const T>>> values_;
};

/// A project as it is served: never changed, read as far as somebody asks, used by several threads
/// at a time.
class Atlas {
 public:
  /// `name` is what the project is called in words: that of its file.
  Atlas(Archive archive, std::string name, std::string program_version,
        const base::Catalogue& catalogue, base::Workers workers);
  Atlas(series::Project project, std::string name, std::string program_version,
        const base::Catalogue& catalogue, base::Workers workers)
      : Atlas(Archive(std::move(project)), std::move(name), std::move(program_version), catalogue,
              workers) {}

  /// Areas, outlines, lists, remarks, and the series of editions: all but what is of cells, and
  /// what an instrument is made from. Read when first asked for.
  [[nodiscard]] const series::Project& project() const;
  [[nodiscard]] const Archive& archive() const { return archive_; }
  [[nodiscard]] const std::vector<instrument::Edition>& editions() const {
    return archive_.editions();
  }
  [[nodiscard]] const base::Catalogue& catalogue() const { return catalogue_; }
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& program_version() const { return program_version_; }
  [[nodiscard]] base::Workers workers() const { return workers_; }

  /// Keeps an eye on the file that was read. Before the first request.
  void watch(FileWatch file) { file_ = std::move(file); }
  /// What has become of that file; `same` when none is watched.
  [[nodiscard]] FileState file_state() const { return file_ ? file_->state() : FileState::same; }

  /// The style sheet of the organisation that publishes it (see theme_colours). Before the first
  /// request.
  void wear(std::string style) { style_ = std::move(style); }
  [[nodiscard]] const std::string& style() const { return style_; }

  /// Whether files of the reader are read, answered and forgotten. Before the first request; not
  /// unless told.
  void take_uploads() { takes_uploads_ = true; }
  [[nodiscard]] bool takes_uploads() const { return takes_uploads_; }

  /// The editions, levels and vintages that have something to show, in order.
  [[nodiscard]] const std::vector<series::SeriesKey>& choices() const { return choices_; }

  /// What is named so in an address. Each throws Refusal 404 that says what there is.
  const answer::AtlasAreas& areas(const std::string& level, const std::string& vintage);
  Choice choice(const std::string& edition, const std::string& level, const std::string& vintage);
  /// The values of one of the choices; of cells class, score, how sure those are, and the
  /// dimensions of the last wave that has them.
  const study::Panel& panel(const series::SeriesKey& choice);
  Layer layer(const std::string& edition, const std::string& level, const std::string& vintage);
  /// In which buurten the cells of this list lie.
  const answer::CellHomes& cell_homes(const answer::AtlasAreas& cells);
  const answer::AreaSearch& search();
  /// Where areas stand, in every edition, level and vintage that has this one. Empty for a code
  /// that none has.
  std::vector<const answer::Standings*> standings(const area::AreaCode& code);
  /// What a map of a theme in a period shows; `theme` is one of the choice's. The last few are
  /// kept.
  std::shared_ptr<const answer::ThemeView> view(const Choice& choice, const answer::Theme& theme,
                                                series::Period period);
  /// The outlines of these areas with their borders shared; areas without one have no surface.
  const geo::Topology& topology(const answer::AtlasAreas& areas);
  /// What every cohort on a panel of this atlas begins with, and what one can be chosen by.
  const study::Findings& nation(const study::Panel& panel);
  /// How the areas of a panel are divided over the classes, per wave.
  const std::map<series::Wave, std::vector<answer::ClassShare>>& class_shares(
      const study::Panel& panel);
  const answer::CohortChoices& cohort_choices(const study::Panel& panel);
  const answer::Lookalikes& lookalikes(const study::Panel& panel);
  /// Per ordinal the ordinals of the areas that have a border in common with it, rising.
  const std::vector<std::vector<std::uint32_t>>& neighbours(const answer::AtlasAreas& areas);

  /// An instrument that the project keeps; a bug to ask for another.
  const KeptInstrument& instrument(const std::string& edition);
  /// What was noted when the data of the project were read.
  [[nodiscard]] const base::Ledger& ledger();
  /// Whether scores of an edition can be taken apart here: the project keeps its instrument, with
  /// not too many units.
  [[nodiscard]] bool can_explain(const std::string& edition);
  /// The instrument of an edition, ready for other weights. Throws Refusal 404 when the project
  /// keeps none.
  const Workbench& workbench(const std::string& edition);
  /// An answer under its question; the last few are kept, for the map and the bytes beside it.
  template <class Make>
  std::shared_ptr<const answer::WhatIfAnswer> what_if(const std::string& question, Make make) {
    return what_ifs_.get(question, make);
  }

  /// Makes what a first profile, cohort or what-if would wait for, one thing after another, until
  /// `goes_on` says no. Nothing of cells, and no instrument with too many units: they would fill
  /// the memory for who does not ask, and keep who stops the server waiting.
  void prepare(const std::function<bool()>& goes_on);

  /// A body made once for an address and kept as long as the atlas: there are as many as there are
  /// themes and periods. Not for what holds free text.
  std::shared_ptr<const Body> body(const std::string& key,
                                   const std::function<std::string()>& make);

 private:
  const answer::Standings& standings_of(const study::Panel& panel);
  answer::ThemeView indicator_view(const Choice& choice, const answer::AtlasAreas& all,
                                   const answer::Theme& theme, series::Period period);
  study::Panel panel_of(const Choice& choice,
                        const std::function<bool(const std::string&, series::Period)>& needs) const;

  Archive archive_;
  std::string name_;
  std::string program_version_;
  const base::Catalogue& catalogue_;
  base::Workers workers_;
  std::optional<FileWatch> file_;
  bool takes_uploads_ = false;
  std::string style_;
  std::vector<series::SeriesKey> choices_;
  mutable Kept<std::shared_ptr<const series::Project>> projects_;
  Kept<answer::AtlasAreas> areas_;
  Kept<study::Panel> panels_;
  Kept<std::vector<answer::Theme>> themes_;
  Kept<answer::CellHomes> cell_homes_;
  Kept<answer::AreaSearch> search_;
  Kept<std::shared_ptr<const series::Project>> ledgers_;
  Kept<answer::Standings> standings_;
  Kept<study::Findings> nations_;
  Kept<std::map<series::Wave, std::vector<answer::ClassShare>>> class_shares_;
  Kept<answer::CohortChoices> cohort_choices_;
  Kept<answer::Lookalikes> lookalikes_;
  Kept<std::vector<std::vector<std::uint32_t>>> neighbours_;
  Kept<geo::Topology> topologies_;
  Kept<std::shared_ptr<const Body>> bodies_;
  Kept<KeptInstrument> instruments_;
  Kept<Workbench> workbenches_;
  Recent<answer::WhatIfAnswer> what_ifs_;
  Recent<answer::ThemeView> views_;
};

}  // namespace wijkbeeld::serve
