// SPDX-License-Identifier: EUPL-1.2
// What stands around an area on its page.
#include "report/detail/area_context.hpp"

#include "chart/bars.hpp"
#include "report/detail/area_words.hpp"
#include "report/detail/desk.hpp"

namespace wijkbeeld::report::detail {

using answer::ClassShare;
using answer::Figure;
using answer::Lookalike;
using answer::NearbyArea;
using answer::shown;
using base::Message;
using base::say;

namespace {

std::string context_id(const ContextDesk& desk, std::string_view what) {
  return std::string(what) + "-" + as_id(desk.edition.edition->id.text) + "-" +
         as_id(to_text(desk.edition.level)) + "-" + std::to_string(desk.edition.vintage.year);
}

const answer::ProfileWave* wave_of_context(const ContextDesk& desk) {
  for (const answer::ProfileWave& one : desk.edition.waves)
    if (desk.context.wave && one.wave == *desk.context.wave) return &one;
  return nullptr;
}

chart::ClassBar distribution_bar(const ContextDesk& desk, const Message& label,
                                 Figure ClassShare::*share) {
  chart::ClassBar out{desk.words(label), {}};
  out.shares.assign(static_cast<std::size_t>(desk.edition.edition->classes->count()), 0);
  for (const ClassShare& one : desk.context.classes)
    out.shares[static_cast<std::size_t>(one.class_number - 1)] = (one.*share).value.value_or(0);
  return out;
}

TableView distribution_table(const ContextDesk& desk, int own) {
  TableView t{
      context_id(desk, "t-distribution"),
      say("All areas over the classes in {}", desk.context.wave->year),
      {say("class"), say("areas"), say("share of areas"), say("share of residents"), say("here")},
      {},
      {false, true, true, true, false}};
  for (const ClassShare& one : desk.context.classes)
    t.rows.push_back({class_words(*desk.edition.edition, one.class_number, desk.options.language),
                      cell(one.areas), cell(one.share_areas), cell(one.share_residents),
                      one.class_number == own ? say("{}", desk.name) : say(" ")});
  return t;
}

const ClassShare* own_share(const ContextDesk& desk, int own) {
  for (const ClassShare& one : desk.context.classes)
    if (one.class_number == own) return &one;
  return nullptr;
}

ChartView distribution_view(const ContextDesk& desk, int own) {
  const instrument::Edition& edition = *desk.edition.edition;
  ChartView view;
  view.id = context_id(desk, "fig-distribution");
  const ClassShare* share = own_share(desk, own);
  if (share != nullptr && share->share_residents.has_value())
    view.title = say("{} of all residents lived in an area of the same class in {}: {}",
                     shown(share->share_residents), desk.context.wave->year,
                     edition.classes->name(own).in(desk.options.language));
  else
    view.title = say("All areas over the classes in {}", desk.context.wave->year);
  view.subtitle =
      say("Share of residents and of areas per class, {}", edition.title.in(desk.options.language));
  view.description =
      say("Two bars, classes from low on the left to high on the right; the class of {} is {}.",
          desk.name, own);
  view.source = edition_source(edition, desk.options.language);
  view.table = distribution_table(desk, own);
  draw(desk, view, [&](const chart::Frame& frame) {
    chart::ClassBars c;
    c.frame = frame;
    for (int number = 1; number <= edition.classes->count(); ++number)
      c.classes.push_back(
          {std::to_string(number), edition.classes->name(number).in(desk.options.language)});
    c.bars = {distribution_bar(desk, say("residents"), &ClassShare::share_residents),
              distribution_bar(desk, say("areas"), &ClassShare::share_areas)};
    c.format = {desk.options.language, 0, true, false};
    return chart::class_bars(c);
  });
  return view;
}

Message position_sentence(const answer::ProfileWave& wave) {
  if (wave.share_residents_lower.has_value())
    return say("In {} the score was lower in {} of the areas, where {} of the residents live.",
               wave.wave.year, shown(wave.share_areas_lower), shown(wave.share_residents_lower));
  return say("In {} the score was lower in {} of the areas.", wave.wave.year,
             shown(wave.share_areas_lower));
}

void add_position(const ContextDesk& desk, std::vector<Block>& out) {
  const answer::ProfileWave* wave = wave_of_context(desk);
  if (wave == nullptr) return;
  const bool has_classes =
      wave->situation && desk.edition.edition->classes && !desk.context.classes.empty();
  if (!has_classes && !wave->share_areas_lower.has_value()) return;
  out.emplace_back(Subheading{context_id(desk, "plaats"), say("Where it stands among all")});
  if (wave->share_areas_lower.has_value()) out.emplace_back(Paragraph{{position_sentence(*wave)}});
  if (has_classes) out.emplace_back(distribution_view(desk, *wave->situation));
}

std::string name_or_code(const std::string& name, const area::AreaCode& code) {
  return name.empty() ? code.text : name;
}

template <class Area>
Links links_to(const ContextDesk& desk, const std::vector<Area>& areas) {
  Links out;
  if (!desk.options.ways.to_area) return out;
  for (const Area& one : areas)
    out.items.emplace_back(say("{}", name_or_code(one.name, one.code)),
                           desk.options.ways.to_area(one.code));
  return out;
}

TableView similar_table(const ContextDesk& desk) {
  TableView t{context_id(desk, "t-similar"),
              say("Areas that look like {}", desk.name),
              {say("area"), say("gemeente"), say("score"), say("change"), say("most alike in"),
               say("least alike in"), say("distance")},
              {},
              {false, false, true, true, false, false, true}};
  const auto dimension = [&](const instrument::Dimension* one) {
    return one == nullptr ? say("–") : cell(one->name.in(desk.options.language));
  };
  for (const Lookalike& one : desk.context.similar)
    t.rows.push_back({cell(name_or_code(one.name, one.code)), cell(one.gemeente), cell(one.score),
                      cell(one.change), dimension(one.most_alike), dimension(one.least_alike),
                      cell(one.distance)});
  return t;
}

void add_similar(const ContextDesk& desk, std::vector<Block>& out) {
  if (desk.context.similar.empty()) return;
  out.emplace_back(Subheading{context_id(desk, "lijken-op"), say("Areas that look like it")});
  out.emplace_back(Paragraph{{say(
      "Nearest in the score, in how it changed from wave to wave, and in the dimensions, each a "
      "third. The distance is in standard deviations: 0 is equal. Alike in these figures is "
      "not alike in all.")}});
  out.emplace_back(similar_table(desk));
  if (Links links = links_to(desk, desk.context.similar); !links.items.empty())
    out.emplace_back(std::move(links));
}

void add_neighbours(const ContextDesk& desk, std::vector<Block>& out) {
  if (desk.context.neighbours.empty()) return;
  const bool is_cell = desk.edition.level == area::Level::cell;
  out.emplace_back(Subheading{context_id(desk, "buren"),
                              is_cell ? say("Squares beside it") : say("Areas beside it")});
  TableView t{context_id(desk, "t-neighbours"),
              is_cell ? say("The squares around it, in {}", desk.context.wave->year)
                      : say("Areas with a common border, in {}", desk.context.wave->year),
              {say("area"), say("class"), say("score"), say("difference")},
              {},
              {false, false, true, true}};
  for (const NearbyArea& one : desk.context.neighbours)
    t.rows.push_back({cell(name_or_code(one.name, one.code)),
                      class_words(*desk.edition.edition, one.situation, desk.options.language),
                      cell(one.score), cell(one.difference)});
  t.notes.push_back(say("Difference: the score there minus the score of {}.", desk.name));
  out.emplace_back(std::move(t));
  if (Links links = links_to(desk, desk.context.neighbours); !links.items.empty())
    out.emplace_back(std::move(links));
}

}  // namespace

std::vector<Block> context_blocks(const ContextDesk& desk) {
  std::vector<Block> out;
  add_position(desk, out);
  add_similar(desk, out);
  add_neighbours(desk, out);
  return out;
}

}  // namespace wijkbeeld::report::detail
