// SPDX-License-Identifier: EUPL-1.2
// The atlas without a script: a list of all there is, and a page for each map.
#include "report/html.hpp"
#include "report/theme_map.hpp"
#include "serve/detail/endpoint.hpp"

namespace wijkbeeld::serve::detail {

using base::Message;
using base::say;
using report::Links;

namespace {

std::string address_of(const series::SeriesKey& key, const std::string& theme,
                       series::Period period, base::Language language, bool is_sure_shown = false) {
  std::string query;
  if (is_sure_shown) query = "?sure=1";
  if (language == base::Language::en) query += query.empty() ? "?lang=en" : "&lang=en";
  return "/kaart/" + key.edition.text + "/" + std::string(to_text(key.level)) + "/" +
         std::to_string(key.vintage.year) + "/" + theme + "/" + answer::to_text(period) + query;
}

// One edition, level and vintage: each theme in its last period.
report::Chapter chapter_of(Atlas& atlas, const series::SeriesKey& key, base::Language language) {
  const std::string level(to_text(key.level));
  const Choice choice = atlas.choice(key.edition.text, level, std::to_string(key.vintage.year));
  const std::string areas =
      base::render(area::name_of(key.level, true), atlas.catalogue(), language);
  report::Chapter out{
      key.edition.text + "-" + level + "-" + std::to_string(key.vintage.year),
      say("{}: {}, boundaries of {}", choice.edition.title.in(language), areas, key.vintage.year),
      {}};
  Links links;
  for (const answer::Theme& theme : choice.themes)
    links.items.emplace_back(say("{} ({})", report::name_of(theme, atlas.catalogue(), language),
                                 answer::to_text(theme.periods.back())),
                             address_of(key, theme.id, theme.periods.back(), language));
  const std::string tail = "/" + key.edition.text + "/" + level + "/" +
                           std::to_string(key.vintage.year) +
                           (language == base::Language::en ? "?lang=en" : "");
  links.items.emplace_back(say("two of these quantities held together"), "/verband" + tail);
  if (key.level != area::Level::cell)
    links.items.emplace_back(say("groups of these areas, by list or by rule"), "/groep" + tail);
  out.blocks.emplace_back(std::move(links));
  return out;
}

// The other periods of the theme, how sure it is, the figures, and the way back.
Links ways(const AskedView& asked, base::Language language, bool is_sure_shown) {
  Links out;
  const series::SeriesKey& key = asked.choice.key;
  for (const series::Period one : asked.theme.periods)
    if (one != asked.period)
      out.items.emplace_back(say("{}", answer::to_text(one)),
                             address_of(key, asked.theme.id, one, language, is_sure_shown));
  if (asked.theme.has_sure)
    out.items.emplace_back(
        is_sure_shown ? say("without what is unsure") : say("with what is unsure"),
        address_of(key, asked.theme.id, asked.period, language, !is_sure_shown));
  out.items.emplace_back(say("these figures as CSV"), "/api/v1/table/" + asked.key + ".csv");
  out.items.emplace_back(say("all maps"),
                         language == base::Language::en ? "/overzicht?lang=en" : "/overzicht");
  return out;
}

}  // namespace

Response endpoint_overview(Atlas& atlas, const Request& request, const Captures&) {
  const base::Language language = request.reader_language;
  const auto words = [&](const Message& message) {
    return base::render(message, atlas.catalogue(), language);
  };
  report::Document out;
  out.language = language;
  out.title = words(say("Atlas of {}", atlas.name()));
  out.summary = words(say("Every map as a page with its figures, to be read without a script."));
  out.running_head = out.title;
  for (const series::SeriesKey& key : atlas.choices())
    out.chapters.push_back(chapter_of(atlas, key, language));
  return page_of(out, atlas);
}

Response endpoint_theme_page(Atlas& atlas, const Request& request, const Captures& in) {
  const AskedView asked = asked_view(atlas, in);
  const bool is_sure_shown = asks_sure(request) && asked.theme.has_sure;
  return page_of(
      report::theme_document(*asked.view(), asked.areas, atlas.project(), atlas.catalogue(),
                             request.reader_language,
                             ways(asked, request.reader_language, is_sure_shown), is_sure_shown),
      atlas);
}

}  // namespace wijkbeeld::serve::detail
