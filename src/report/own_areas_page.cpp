// SPDX-License-Identifier: EUPL-1.2
#include "report/own_areas_page.hpp"

#include <algorithm>

#include "report/detail/area_words.hpp"
#include "report/detail/desk.hpp"

namespace wijkbeeld::report {

using answer::OwnAreaFigures;
using answer::OwnAreasAnswer;
using answer::OwnAreaWave;
using answer::shown;
using base::Message;
using base::say;
using detail::cell;

namespace {

constexpr double kNearlyAll = 0.95;
constexpr std::size_t kMostInLede = 3;

Message sentence_of(const OwnAreasAnswer& answer, const OwnAreaFigures& one,
                    base::Language language) {
  if (*one.areas == 0) return say("{} lies outside the areas of this project.", one.name);
  if (one.waves.empty()) return say("{}: there are no scores to work with.", one.name);
  const OwnAreaWave& last = one.waves.back();
  if (!last.score.has_value()) {
    if (last.score.value.absence() == table::Absence::withheld)
      return say("{} has some {} residents, too few for a score.", one.name, shown(one.residents));
    return say("{} has no score in {}: nobody on record lives there where there is one.", one.name,
               last.wave.year);
  }
  const auto& classes = answer.edition->classes;
  if (!last.situation || !classes)
    return say("{}: score {} in {}, with some {} residents.", one.name, shown(last.score),
               last.wave.year, shown(one.residents));
  return say("{}: score {} in {} (class {}, {}), with some {} residents.", one.name,
             shown(last.score), last.wave.year, *last.situation,
             classes->name(*last.situation).in(language), shown(one.residents));
}

TableView figures_table(const OwnAreasAnswer& answer, base::Language language) {
  TableView t{"t-own",
              say("Own areas per wave"),
              {say("area"), say("wave"), say("score"), say("class"), say("residents with a score")},
              {},
              {false, false, true, false, true}};
  for (const OwnAreaFigures& one : answer.areas)
    for (const OwnAreaWave& wave : one.waves)
      t.rows.push_back({say("{}", one.name), say("{}", wave.wave.year), cell(wave.score),
                        detail::class_words(*answer.edition, wave.situation, language),
                        cell(wave.share_scored)});
  return t;
}

TableView ground_table(const OwnAreasAnswer& answer) {
  TableView t{"t-own-ground",
              say("What the scores rest on"),
              {say("area"), say("surface (km2)"), say("areas it shares surface with"),
               say("residents, estimated"), say("surface inside those areas")},
              {}};
  for (const OwnAreaFigures& one : answer.areas)
    t.rows.push_back({say("{}", one.name), cell(one.surface), cell(one.areas), cell(one.residents),
                      cell(one.share_covered)});
  return t;
}

Bullets remarks(const OwnAreasAnswer& answer, const std::string& areas) {
  Bullets out;
  out.items.push_back(say(
      "Each score is the mean of the scores of {} that share surface with the area, weighted by "
      "the residents of the part inside.",
      areas));
  out.items.push_back(
      say("That takes residents to live evenly over an area. An own area smaller than those areas "
          "gets the score of its surroundings, not its own."));
  out.items.push_back(say("With fewer than {} residents no score is shown.",
                          static_cast<int>(answer::kFewestResidents)));
  for (const OwnAreaFigures& one : answer.areas) {
    if (one.was_mended)
      out.items.push_back(
          say("{} crosses itself; where it lies twice, it counts as a hole.", one.name));
    if (one.share_covered.has_value() && *one.share_covered<kNearlyAll&& * one.areas> 0)
      out.items.push_back(
          say("Only {} of {} lies in areas with an outline.", shown(one.share_covered), one.name));
  }
  return out;
}

}  // namespace

Document own_areas_document(const OwnAreasAnswer& answer, base::Language language,
                            const base::Catalogue& catalogue) {
  const auto words = [&](const Message& message) {
    return base::render(message, catalogue, language);
  };
  Document out;
  out.language = language;
  out.title = words(say("Own areas"));
  out.running_head = out.title;
  Paragraph lede;
  lede.kind = Paragraph::Kind::lede;
  for (std::size_t i = 0; i < std::min(kMostInLede, answer.areas.size()); ++i)
    lede.sentences.push_back(sentence_of(answer, answer.areas[i], language));
  if (answer.areas.size() > kMostInLede)
    lede.sentences.push_back(say("The table has all {} areas.",
                                 base::Count{static_cast<std::int64_t>(answer.areas.size())}));
  out.lede.emplace_back(std::move(lede));
  const std::string areas =
      words(say("the {} of {}", words(area::name_of(answer.level, true)), answer.vintage.year));
  out.chapters.push_back(
      {"eigen-gebieden", say("Figures"), {figures_table(answer, language), ground_table(answer)}});
  out.chapters.push_back(
      {"eigen-methode", say("How this was worked out"), {remarks(answer, areas)}});
  return out;
}

}  // namespace wijkbeeld::report
