// SPDX-License-Identifier: EUPL-1.2
#include <set>

#include "chart/bars.hpp"
#include "report/area_map.hpp"
#include "report/detail/chapters.hpp"

namespace wijkbeeld::report::detail {

using answer::EditionAnswers;
using answer::NationalPicture;
using answer::NationalWave;
using answer::shown;
using base::Message;
using base::say;

namespace {

chart::ClassBar bar(const NationalWave& wave, const instrument::Edition& edition, bool is_people) {
  chart::ClassBar out{std::to_string(wave.wave.year), {}};
  out.shares.assign(static_cast<std::size_t>(edition.classes->count()), 0);
  for (const answer::ClassShare& one : wave.classes)
    out.shares[static_cast<std::size_t>(one.class_number - 1)] =
        (is_people ? one.share_residents : one.share_areas).value.value_or(0);
  return out;
}

Message bars_title(const NationalPicture& picture) {
  const NationalWave& first = picture.waves.front();
  const NationalWave& last = picture.waves.back();
  if (!last.share_residents_good.value || first.wave == last.wave)
    return say("Residents and areas per class, wave by wave");
  return say("In {} {} of the residents lived in an area of class 7 ('good') or higher, in {} {}",
             last.wave.year, shown(last.share_residents_good), first.wave.year,
             shown(first.share_residents_good));
}

std::optional<int> one_mean_class(const NationalPicture& picture) {
  std::set<int> all;
  for (const NationalWave& wave : picture.waves)
    if (wave.class_of_mean) all.insert(*wave.class_of_mean);
  if (all.size() != 1) return std::nullopt;
  return *all.begin();
}

TableView shares_table(const Desk& desk, const EditionAnswers& e) {
  const instrument::Edition& edition = e.used->edition;
  TableView t{
      "t-nation-" + as_id(e.id), say("Residents per class, share of all residents"), {}, {}};
  t.head.push_back(say("class"));
  for (const NationalWave& wave : e.national.waves)
    t.head.push_back(say("{}", wave.wave.year));
  for (int number = 1; number <= edition.classes->count(); ++number) {
    std::vector<Message> row{say("{} {}", number, desk.class_name(edition, number))};
    for (const NationalWave& wave : e.national.waves) {
      Message one = say("–");
      for (const answer::ClassShare& c : wave.classes)
        if (c.class_number == number) one = cell(c.share_residents);
      row.push_back(one);
    }
    t.rows.push_back(row);
  }
  t.notes.push_back(
      say("Table national_classes in findings.json and annex.xlsx, which also has "
          "areas."));
  return t;
}

ChartView bars(const Desk& desk, const EditionAnswers& e) {
  const instrument::Edition& edition = e.used->edition;
  const NationalPicture& n = e.national;
  ChartView view;
  view.id = "fig-nation-" + as_id(e.id);
  view.title = bars_title(n);
  view.subtitle = say("Share of residents and of {} per situation class, {}", desk.areas(*e.used),
                      desk.words(edition.title));
  view.description =
      say("One bar per wave, classes from low on the left to high on the right; first by "
          "residents, then by {}.",
          desk.areas(*e.used));
  view.source = desk.source(*e.used);
  view.table = shares_table(desk, e);
  draw(desk, view, [&](const chart::Frame& frame) {
    chart::ClassBars c;
    c.frame = frame;
    for (int i = 1; i <= edition.classes->count(); ++i)
      c.classes.push_back({std::to_string(i), desk.class_name(edition, i)});
    for (const bool is_people : {true, false})
      for (const NationalWave& wave : n.waves) {
        if (is_people && !wave.residents.value) continue;
        c.bars.push_back(bar(wave, edition, is_people));
        if (&wave == &n.waves.front())
          c.bars.back().heading = is_people ? desk.words(say("residents")) : desk.areas(*e.used);
      }
    c.format = desk.format(0, true);
    if (const auto mean = one_mean_class(n)) {
      c.mean_class = static_cast<std::size_t>(*mean - 1);
      c.mean_label = desk.words(say("class of the national mean"));
    }
    return chart::class_bars(c);
  });
  return view;
}

Paragraph mean_paragraph(const Desk& desk, const EditionAnswers& e) {
  Paragraph p;
  const auto mean = one_mean_class(e.national);
  if (!mean) return p;
  const int middle = (e.used->edition.classes->count() + 1) / 2;
  const std::string name = desk.class_name(e.used->edition, *mean);
  if (*mean == middle)
    p.sentences.push_back(say("The national mean falls in class {} ({}).", *mean, name));
  else
    p.sentences.push_back(
        say("The national mean falls in class {} ({}), not in the middle class {}: class {} is no "
            "average.",
            *mean, name, middle, middle));
  return p;
}

Paragraph withheld_paragraph(const Desk& desk, const answer::EditionCoverage& coverage) {
  Paragraph p;
  const answer::WaveCoverage& last = coverage.waves.back();
  if (last.withheld.value && *last.withheld > 0)
    p.sentences.push_back(say(
        "In {} {} of the {} {} have no figures: they are withheld or were "
        "not published.",
        last.wave.year, shown(last.withheld), shown(coverage.areas), desk.areas(*coverage.used)));
  return p;
}

}  // namespace

Chapter nation_chapter(const Desk& desk) {
  Chapter out{"land", say("The whole country"), {}};
  for (std::size_t i = 0; i < desk.answers.editions.size(); ++i) {
    const EditionAnswers& e = desk.answers.editions[i];
    if (desk.has_editions())
      out.blocks.emplace_back(
          Subheading{"land-" + as_id(e.id), say("{}", desk.words(e.used->edition.title))});
    if (e.national.waves.empty() || !e.used->edition.classes) {
      out.blocks.emplace_back(Paragraph{{say(
          "This edition has no classes in the open data: its class limits are not published. Its "
          "scores follow in the next chapters.")}});
      continue;
    }
    out.blocks.emplace_back(mean_paragraph(desk, e));
    out.blocks.emplace_back(bars(desk, e));
    if (auto map = situation_map(desk, e)) out.blocks.emplace_back(std::move(*map));
    if (!desk.answers.coverage[i].waves.empty())
      out.blocks.emplace_back(withheld_paragraph(desk, desk.answers.coverage[i]));
  }
  return out;
}

}  // namespace wijkbeeld::report::detail
