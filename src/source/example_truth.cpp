// SPDX-License-Identifier: EUPL-1.2
#include "source/example_truth.hpp"

#include <fmt/format.h>

#include "codec/json.hpp"

namespace wijkbeeld::source {
namespace {

using codec::JsonWriter;

std::string_view to_text(IndicatorKind kind) {
  switch (kind) {
    case IndicatorKind::cell_column:
      return "cell-column";
    case IndicatorKind::buurt_count:
      return "buurt-count-per-1000-residents";
    case IndicatorKind::point_count:
      return "points-within-reach";
    case IndicatorKind::point_near:
      return "distance-to-nearest-point";
    case IndicatorKind::line_near:
      return "distance-to-nearest-line";
    case IndicatorKind::surface_near:
      return "distance-to-nearest-surface";
    case IndicatorKind::surface_share:
      return "share-covered-within-reach";
  }
  return "";
}

std::string_view to_text(Transform transform) {
  if (transform == Transform::log) return "log";
  return transform == Transform::log1p ? "log1p" : "none";
}

template <class Values>
void write_numbers(JsonWriter& json, std::string_view key, const Values& values) {
  json.key(key).begin_list();
  for (const auto value : values)
    json.real(value);
  json.end_list();
}

void write_by_dimension(JsonWriter& json, std::string_view key,
                        const std::array<double, 5>& shares) {
  json.key(key).begin_object();
  for (std::size_t d = 0; d < shares.size(); ++d)
    json.key(kDimensions[d]).real(shares[d]);
  json.end_object();
}

void write_scale(JsonWriter& json, const ExampleScale& scale) {
  json.key("scale").begin_object();
  json.key("edition").text("voorbeeld");
  json.key("reference").real(scale.reference);
  write_numbers(json, "class_limits", scale.class_limits);
  write_numbers(json, "development_limits", scale.development_limits);
  json.key("waves").begin_list();
  for (const int wave : kExampleWaves)
    json.integer(wave);
  json.end_list();
  json.key("least_residents").integer(kLeastResidents);
  json.end_object();
}

void write_indicators(JsonWriter& json, const IndicatorValues& values) {
  json.key("indicators").begin_list();
  for (std::size_t at = 0; at < example_indicators().size(); ++at) {
    const ExampleIndicator& indicator = example_indicators()[at];
    json.begin_object();
    json.key("id").text(indicator.id);
    json.key("title").text(indicator.title);
    json.key("dimension").text(kDimensions.at(indicator.dimension));
    json.key("kind").text(to_text(indicator.kind));
    json.key("layer").text(indicator.layer);
    json.key("reach").real(indicator.reach);
    json.key("unit").text(indicator.unit);
    json.key("transform").text(to_text(indicator.transform));
    json.key("centre").real(values.centre[at]);
    json.key("scale").real(values.scale[at]);
    json.key("weight").real(indicator.weight);
    json.key("direction").integer(indicator.weight > 0 ? 1 : indicator.weight < 0 ? -1 : 0);
    json.key("sensitive").boolean(indicator.is_sensitive);
    json.end_object();
  }
  json.end_list();
}

void write_buurten(JsonWriter& json, std::string_view key, const ExampleCountry& c,
                   const std::vector<std::uint8_t>& flags) {
  json.key(key).begin_list();
  for (std::size_t i = 0; i < flags.size(); ++i)
    if (flags[i] != 0) json.text(c.areas.after().buurten[i].code);
  json.end_list();
}

void write_effects(JsonWriter& json, const ExampleCountry& c) {
  json.key("programme").begin_object();
  json.key("effect").real(c.planted.programme_effect);
  json.key("first_wave").integer(kExampleWaves[kBaseWave]);
  write_by_dimension(json, "shares", c.planted.programme_shares);
  write_buurten(json, "buurten_2016", c, c.lists.reach.programme);
  json.end_object();
  json.key("stall").begin_object();
  json.key("effect_per_year").real(c.planted.stall_per_year);
  json.key("after").integer(kExampleWaves[kBaseWave]);
  write_by_dimension(json, "shares", c.planted.stall_shares);
  write_buurten(json, "buurten_2016", c, c.lists.reach.stall);
  json.end_object();
  json.key("spill_over").begin_object();
  json.key("effect").real(c.planted.ring_effect);
  json.key("first_wave").integer(kExampleWaves[kBaseWave]);
  json.key("rule").text("unlisted buurten that share a side with a programme buurt");
  write_by_dimension(json, "shares", c.planted.ring_shares);
  write_buurten(json, "buurten_2016", c, c.lists.reach.ring);
  json.end_object();
}

void write_selection(JsonWriter& json) {
  json.key("selection").begin_object();
  json.key("list").text("voorbeeld-aandachtslijst-2007");
  json.key("rule").text(
      "the buurten of at least least_residents residents in 2002 that are lowest in 2002 on what "
      "their indicators say plus (1 + extra_weight_of_shock) times the passing shock of that "
      "wave; neighbours share a label; of each two labels of about equal size one got the "
      "programme by lot");
  json.key("share").real(kListedShare);
  json.key("least_residents").integer(kListedResidents);
  json.key("extra_weight_of_shock").real(kShockWeight);
  json.end_object();
}

void write_noise(JsonWriter& json, const ExamplePlanted& planted) {
  json.key("noise").begin_object();
  json.key("buurt_and_wave_sd").real(planted.buurt_shock);
  json.key("wijk_and_wave_sd").real(planted.wijk_shock);
  json.key("cell_sd").real(planted.cell_noise);
  json.key("cell_and_wave_sd").real(planted.cell_wave_noise);
  json.key("where").text("buurt and wijk half in soc and half in onv, cell in fys");
  json.end_object();
}

void write_concentrations(JsonWriter& json, const ExampleLatents& latents) {
  json.key("concentrations").begin_object();
  json.key("indicator").text("soc_kwetsbaar");
  json.key("places").begin_list();
  for (std::size_t i = 0; i < latents.concentrations.size(); ++i) {
    json.begin_object();
    json.key("x").real(latents.concentrations[i].x);
    json.key("y").real(latents.concentrations[i].y);
    json.key("grows_after_2012").boolean(latents.is_growing[i] != 0);
    json.end_object();
  }
  json.end_list().end_object();
}

void write_behaviour(JsonWriter& json, const ExampleBehaviour& b) {
  json.key("survey").begin_object();
  json.key("model").text(
      "oordeel = nearest of 1..5 to score + age_effect*(leeftijd-50)/20 + "
      "owner_effect*(koopwoning-0.55) + N(0, judgement_sd); vervelend mirrors it at 6; score is "
      "what the indicators of 2012 say");
  json.key("age_effect").real(b.age_effect);
  json.key("owner_effect").real(b.owner_effect);
  json.key("judgement_sd").real(b.judgement_chance);
  json.key("proposition_sd").real(b.proposition_chance);
  json.end_object();
  json.key("sales").begin_object();
  json.key("model").text(
      "log(prijs) = base + score_effect*(score-reference) + floor_area*log(woonoppervlakte/110) + "
      "plot*log1p(perceel/100) + newer*(bouwjaar-1970)/10 + trend*(years since mid 2012) + "
      "N(0, sd); rounded to 500");
  json.key("base").real(b.log_base);
  json.key("score_effect").real(b.price_effect);
  json.key("floor_area").real(b.log_floor_area);
  json.key("plot").real(b.log_plot);
  json.key("newer").real(b.per_decade_newer);
  json.key("trend").real(b.yearly_trend);
  json.key("sd").real(b.price_chance);
  json.end_object();
}

}  // namespace

std::string truth_json(const ExampleCountry& c, const ExampleBehaviour& behaviour) {
  JsonWriter json;
  json.begin_object();
  json.key("about").text(
      "what was planted in the made-up country Voorbeeldland. score = reference + sum over "
      "indicators of weight * (transform(value) - centre) / scale + effects + noise, per 100 m "
      "cell; areas are means weighted by the residents of the wave");
  json.key("seed").text(std::to_string(c.seed.value));
  write_scale(json, c.scale);
  write_indicators(json, c.indicators);
  write_effects(json, c);
  write_selection(json);
  write_noise(json, c.planted);
  write_concentrations(json, c.latents);
  write_behaviour(json, behaviour);
  json.end_object();
  return json.take();
}

std::string readme_text(const ExampleCountry& c) {
  const Classification& after = c.areas.after();
  return fmt::format(
      R"(VOORBEELDLAND
Dit land bestaat niet. Gebieden, namen, cijfers en oorzaken zijn verzonnen om mee te oefenen en om
methoden te toetsen. Licentie: CC0-1.0. Gemaakt met zaad {}.

{} gemeenten, {} wijken, {} buurten en {} bewoonde cellen van 100 m (indeling 2016), in coordinaten
van RD New (EPSG:28992). Metingen: 2002, 2008, 2012, 2014, 2016, 2018. Tekstbestanden: UTF-8, komma,
decimale punt; #N/A = niet getoond (minder dan {} inwoners), leeg = bestaat niet.

gebieden.gpkg              grenzen van buurt, wijk en gemeente, indeling 2010 en 2016
bevolking.csv              inwoners en woningen per gebied; 2010 is het midden van 2008 en 2012
cellen.csv                 per cel: middelpunt, buurt in beide indelingen, inwoners, woningen, score
voorbeeld_stand.csv        klasse (1-9), score, afwijking van 4,15 en de vijf dimensies die daartoe optellen
voorbeeld_ontwikkeling.csv klasse (1-7) en verandering tussen elke twee metingen, met de dimensies
                           won woningvoorraad, soc sociale samenhang, vrz voorzieningen,
                           onv overlast en onveiligheid, fys fysieke omgeving
indicatoren_cel.csv        kenmerken per cel en meting
indicatoren_buurt.csv      aantallen meldingen en misdrijven per buurt (2016) en meting
voorzieningen.gpkg         punten (van, tot: eerste jaar en jaar van verdwijnen), lijnen, vlakken
enquete.csv                ondervraagden in 2012: oordeel en stellingen 1-5, stratum = gemeente, cluster = buurt
verkopen.csv               verkochte woningen 2011-2013
aandachtslijst_2007.csv    verzonnen lijst, codes van indeling 2016
prioriteitenlijst_2003.csv verzonnen lijst, codes van indeling 2010
omnummering_2010_2016.csv  welk deel van de inwoners van een gebied in welk nieuw gebied woont
truth.json                 alles wat is ingebouwd: gewichten, effecten, ruis (voor toetsen)

Gevoelig (herkomst, uitkering, zorg): soc_uitkering, soc_kwetsbaar, soc_herkomst.
)",
      c.seed.value, after.gemeenten.size(), after.wijken.size(), after.buurten.size(),
      c.cells.size(), kLeastResidents);
}

}  // namespace wijkbeeld::source
