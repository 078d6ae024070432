// SPDX-License-Identifier: EUPL-1.2
// What the atlas does so that everybody can use it, and what it does not do yet.
#include "report/html.hpp"
#include "serve/detail/endpoint.hpp"

namespace wijkbeeld::serve::detail {

using base::say;
using report::Bullets;

Response endpoint_accessibility(Atlas& atlas, const Request& request, const Captures&) {
  report::Document out;
  out.language = request.reader_language;
  out.title = base::render(say("Accessibility"), atlas.catalogue(), out.language);
  out.summary = base::render(say("What this atlas does so that everybody can use it."),
                             atlas.catalogue(), out.language);
  out.running_head = out.title;
  out.lede.emplace_back(report::Paragraph{
      {say("This atlas is made to meet WCAG 2.1, level AA, which is the law for Dutch public "
           "bodies."),
       say("Whoever publishes it is responsible for its own statement; this page says what the "
           "program itself does.")},
      report::Paragraph::Kind::lede});
  out.chapters.push_back(
      {"kan",
       say("What works"),
       {Bullets{
           {say("Everything works with the keyboard alone: Tab goes from part to part, the arrow "
                "keys on the map go from an area to the one beside it, Enter opens it and Escape "
                "lets it go."),
            say("The sentence of an area is spoken by a screen reader when the arrow keys reach "
                "it."),
            say("Beside every map and chart is a table with the same figures."),
            say("No meaning hangs on colour alone: classes have numbers and names, and areas "
                "without a figure have a pattern."),
            say("Text has a contrast of at least 4.5 to 1, in light and dark, and can be enlarged "
                "to 200 %."),
            say("Who asks the browser for less movement gets none."),
            say("Without JavaScript there are pages with drawn maps and tables.")}}}});
  out.chapters.push_back(
      {"kan-nog-niet",
       say("What does not work yet"),
       {Bullets{{say("The tables of a nation's areas are long, and cannot be filtered yet."),
                 say("The atlas has been tested with axe and with the keyboard, not yet by people "
                     "who use a screen reader every day.")}}}});
  out.chapters.push_back(
      {"melden",
       say("Tell us"),
       {report::Paragraph{
           {say("Does something not work for you? Tell the organisation that published this atlas, "
                "or open an issue at the project."),
            say("Say which page it was, what you wanted to do, and with which browser or "
                "aid.")}}}});
  report::Links ways;
  const bool is_english = out.language == base::Language::en;
  ways.items.emplace_back(say("all maps"), is_english ? "/overzicht?lang=en" : "/overzicht");
  ways.items.emplace_back(say("the figures for programs"), is_english ? "/api?lang=en" : "/api");
  out.chapters.back().blocks.emplace_back(std::move(ways));
  return page_of(out, atlas);
}

}  // namespace wijkbeeld::serve::detail
