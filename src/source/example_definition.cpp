// SPDX-License-Identifier: EUPL-1.2
#include "source/example_indicators.hpp"

namespace wijkbeeld::source {
namespace {

constexpr std::size_t won = 0;
constexpr std::size_t soc = 1;
constexpr std::size_t vrz = 2;
constexpr std::size_t onv = 3;
constexpr std::size_t fys = 4;

ExampleIndicator column(std::string_view id, std::size_t dimension, std::string_view title,
                        std::string_view unit, double weight, bool is_sensitive = false) {
  return {id,     dimension,    title, unit, IndicatorKind::cell_column, Transform::none,
          weight, is_sensitive, "",    0};
}

ExampleIndicator nuisance(std::string_view id, std::string_view title, double weight) {
  return {
      id,    onv, title, "per 1.000 inwoners", IndicatorKind::buurt_count, Transform::log1p, weight,
      false, "",  0};
}

ExampleIndicator place(std::string_view id, std::size_t dimension, std::string_view title,
                       IndicatorKind kind, std::string_view layer, double reach,
                       Transform transform, double weight) {
  const bool is_count = kind == IndicatorKind::point_count;
  const bool is_share = kind == IndicatorKind::surface_share;
  return {id,    dimension, title,  is_count ? "aantal" : is_share ? "deel" : "m",
          kind,  transform, weight, false,
          layer, reach};
}

}  // namespace

const std::vector<ExampleIndicator>& example_indicators() {
  using enum IndicatorKind;
  using enum Transform;
  static const std::vector<ExampleIndicator> table = {
      column("won_vrijstaand", won, "Vrijstaande woningen", "%", 0.020),
      column("won_tweekap", won, "Twee-onder-een-kapwoningen", "%", 0.010),
      column("won_meergezins", won, "Meergezinswoningen", "%", -0.010),
      column("won_corporatie", won, "Corporatiewoningen", "%", -0.024),
      column("won_voor_1900", won, "Gebouwd voor 1900", "%", 0.012),
      column("won_1945_1960", won, "Gebouwd 1945-1960", "%", -0.013),
      column("won_1960_1970", won, "Gebouwd 1960-1970", "%", -0.015),
      column("won_leegstand", won, "Leegstaande woningen", "%", -0.010),
      column("won_oppervlak", won, "Gemiddeld woonoppervlak", "m2", 0.015),
      column("won_onderhoud", won, "Woningen met achterstallig onderhoud", "%", -0.014),
      column("soc_verhuizers", soc, "Verhuisde inwoners per jaar", "%", -0.014),
      column("soc_gezinnen", soc, "Huishoudens met kinderen", "%", 0.009),
      column("soc_eenpersoons", soc, "Eenpersoonshuishoudens", "%", -0.008),
      column("soc_woonduur", soc, "Gemiddelde woonduur", "jaar", 0.010),
      column("soc_vrijwilligers", soc, "Inwoners die vrijwilligerswerk doen", "%", 0.012),
      column("soc_uitkering", soc, "Huishoudens met een uitkering", "%", -0.016, true),
      column("soc_kwetsbaar", soc, "Inwoners met zorg of begeleiding", "%", -0.018, true),
      column("soc_herkomst", soc, "Inwoners van buiten Voorbeeldland", "%", 0, true),
      column("vrz_kinderopvang", vrz, "Plaatsen kinderopvang per 100 kinderen", "aantal", 0.006),
      column("fys_geluid", fys, "Geluidbelasting", "dB", -0.011),
      column("fys_lucht", fys, "Stikstofdioxide in de lucht", "ug/m3", -0.009),
      column("fys_zwerfafval", fys, "Meldingen van zwerfafval per ha", "aantal", -0.009),
      nuisance("onv_overlast", "Meldingen van overlast", -0.022),
      nuisance("onv_geweld", "Geweldsmisdrijven", -0.020),
      nuisance("onv_inbraak", "Woninginbraken", -0.012),
      nuisance("onv_vernieling", "Vernielingen", -0.014),
      nuisance("onv_openbare_orde", "Verstoringen van de openbare orde", -0.010),
      nuisance("onv_drugs", "Meldingen over drugs", -0.013),
      nuisance("onv_jeugd", "Meldingen over hangjongeren", -0.009),
      nuisance("onv_diefstal", "Diefstallen", -0.008),
      place("vrz_scholen_1km", vrz, "Basisscholen binnen 1 km", point_count, "basisschool", 1000,
            log1p, 0.012),
      place("vrz_supermarkt_afstand", vrz, "Afstand tot een supermarkt", point_near, "supermarkt",
            15000, log, -0.018),
      place("vrz_supermarkten_1km", vrz, "Supermarkten binnen 1 km", point_count, "supermarkt",
            1000, log1p, 0.016),
      place("vrz_huisarts_afstand", vrz, "Afstand tot een huisarts", point_near, "huisarts", 15000,
            log, -0.012),
      place("vrz_station_afstand", vrz, "Afstand tot een station", point_near, "station", 30000,
            log, -0.014),
      place("vrz_bibliotheek_afstand", vrz, "Afstand tot een bibliotheek", point_near,
            "bibliotheek", 30000, log, -0.012),
      place("vrz_sport_afstand", vrz, "Afstand tot sporthal of zwembad", point_near, "sport", 30000,
            log, -0.008),
      place("fys_monumenten_500m", fys, "Monumenten binnen 500 m", point_count, "monument", 500,
            log1p, 0.020),
      place("fys_spoor_afstand", fys, "Afstand tot het spoor", line_near, "spoor", 600, none,
            0.008),
      place("fys_snelweg_afstand", fys, "Afstand tot de snelweg", line_near, "snelweg", 900, none,
            0.012),
      place("fys_hoogspanning_afstand", fys, "Afstand tot de hoogspanningslijn", line_near,
            "hoogspanning", 500, none, 0.005),
      place("fys_groen_300m", fys, "Park binnen 300 m", surface_share, "park", 300, none, 0.014),
      place("fys_water_afstand", fys, "Afstand tot water", surface_near, "water", 600, none,
            -0.010),
      place("fys_rivier_afstand", fys, "Afstand tot de rivier", line_near, "rivier", 800, none,
            -0.006),
      place("fys_industrie_afstand", fys, "Afstand tot een bedrijventerrein", surface_near,
            "industrie", 700, none, 0.011),
  };
  return table;
}

}  // namespace wijkbeeld::source
