// SPDX-License-Identifier: EUPL-1.2
#include "serve/atlas.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "instrument/project_editions.hpp"

namespace wijkbeeld::serve {

using base::Failure;
using base::say;
using series::SeriesKey;

namespace {

// Corners of outlines are brought to whole half metres, so that neighbours meet.
constexpr double kGrid = 0.5;

// By edition, level and vintage.
std::vector<SeriesKey> choices_of(const series::Project& project,
                                  const std::vector<instrument::Edition>& editions) {
  std::set<SeriesKey> all;
  for (const series::Series& one : project.series) {
    const SeriesKey& key = one.key();
    if (!series::is_leading(key)) continue;
    if (std::any_of(editions.begin(), editions.end(),
                    [&](const auto& edition) { return edition.id == key.edition; }))
      all.insert({key.edition, key.level, key.vintage, ""});
  }
  return {all.begin(), all.end()};
}

std::string text_of(const SeriesKey& key) {
  return key.edition.text + "/" + std::string(to_text(key.level)) + "/" +
         std::to_string(key.vintage.year);
}

}  // namespace

Atlas::Atlas(series::Project project, std::string name, std::string program_version,
             const base::Catalogue& catalogue, base::Workers workers)
    : project_(std::move(project)),
      name_(std::move(name)),
      program_version_(std::move(program_version)),
      catalogue_(catalogue),
      workers_(workers),
      editions_(instrument::editions_of(project_)),
      choices_(choices_of(project_, editions_)) {}

const answer::AtlasAreas& Atlas::areas(const std::string& level, const std::string& vintage) {
  std::vector<std::string> known;
  for (const SeriesKey& one : choices_) {
    known.push_back(std::string(to_text(one.level)) + "/" + std::to_string(one.vintage.year));
    // Compared as text: of two ways to write a year only one is kept.
    if (known.back() == level + "/" + vintage)
      return areas_.get(known.back(),
                        [&] { return answer::atlas_areas(project_, one.level, one.vintage); });
  }
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  throw Refusal(404, Failure(say("there are no areas '{}/{}' here", level, vintage))
                         .help(say("there are: {}", base::join(known, ", "))));
}

Layer Atlas::layer(const std::string& edition, const std::string& level,
                   const std::string& vintage) {
  const std::string wanted = edition + "/" + level + "/" + vintage;
  std::vector<std::string> known;
  for (const SeriesKey& one : choices_) {
    known.push_back(text_of(one));
    if (known.back() != wanted) continue;
    const study::Panel& panel = panels_.get(wanted, [&] {
      return study::Panel(instrument::edition_named(editions_, one.edition), one.level, one.vintage,
                          project_);
    });
    return {panel, areas(level, vintage),
            themes_.get(wanted, [&] { return answer::themes_of(panel); })};
  }
  throw Refusal(404, Failure(say("there is no '{}' here", wanted))
                         .help(say("there are: {}", base::join(known, ", "))));
}

const geo::Topology& Atlas::topology(const answer::AtlasAreas& areas) {
  const std::string key =
      std::string(to_text(areas.level)) + "/" + std::to_string(areas.vintage.year);
  return topologies_.get(key, [&] {
    std::vector<geo::MultiPolygon> shapes;
    for (const answer::AtlasArea& one : areas.areas)
      shapes.push_back(one.outline == nullptr ? geo::MultiPolygon{} : *one.outline);
    return geo::topology_of(shapes, kGrid, workers_);
  });
}

const answer::AreaSearch& Atlas::search() {
  return search_.get("", [&] { return answer::AreaSearch(project_); });
}

std::shared_ptr<const Body> Atlas::body(const std::string& key,
                                        const std::function<std::string()>& make) {
  return bodies_.get(key, [&] { return make_body(make(), Packing::quick); });
}

}  // namespace wijkbeeld::serve
