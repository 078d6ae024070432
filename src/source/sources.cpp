// SPDX-License-Identifier: EUPL-1.2
#include "source/area_list.hpp"
#include "source/cbs_map.hpp"
#include "source/cbs_tables.hpp"
#include "source/cell_table.hpp"
#include "source/crime_and_health.hpp"
#include "source/indicator_table.hpp"
#include "source/lbm2.hpp"
#include "source/lbm3_pc4.hpp"
#include "source/observations.hpp"
#include "source/outlines.hpp"
#include "source/place_layers.hpp"
#include "source/source.hpp"
#include "source/voorbeeld_areas.hpp"
#include "source/voorbeeld_lists.hpp"
#include "source/voorbeeld_scores.hpp"

namespace wijkbeeld::source {

// One entry per published data set: id, title, publisher, licence, a file name as people have it,
// how to recognise it, how to read it. A new one is added here and nowhere else; what is more
// particular stands above what is more general.
const std::vector<Source>& sources() {
  static const std::string bzk = "Ministerie van BZK, Leefbaarometer";
  static const std::string cc0 = "CC0-1.0";
  static const std::string cc_by = "CC-BY-4.0";
  static const std::string own = "zie het bestand";
  static const std::string example = "Wijkbeeld (verzonnen gegevens)";
  static const std::vector<Source> table = {
      {"lbm2-workbook", "Leefbaarometer 2.0, open data (werkboeken per wijk en gemeente)", bzk, cc0,
       "wijk.xlsx", recognises_lbm2_workbook, read_lbm2},
      {"lbm2-table", "Leefbaarometer 2.0, klassen en scores per wijk en gemeente als tabel", bzk,
       cc0, "lbm2_wijk_klassen_2002-2016.csv", recognises_lbm2_table, read_lbm2},
      {"lbm2-pc4", "Leefbaarometer 2.0, klassen en dimensies per PC4", bzk, cc0,
       "lbm2_pc4_klassen_2002-2018.csv", recognises_lbm2_pc4, read_lbm2},
      {"lbm3-pc4", "Leefbaarometer 3.0, scores per PC4", bzk, cc0,
       "Leefbaarometer-scores PC4 2002-2022.csv", recognises_lbm3, read_lbm3},
      {"cbs-map", "CBS Wijk- en Buurtkaart, attributen", "CBS", cc_by, "wijk_2016.dbf",
       recognises_cbs_map, read_cbs_map},
      {"kwb-2024", "CBS Kerncijfers wijken en buurten 2024 (85984NED)", "CBS", cc_by,
       "kwb_2024_selectie.csv", recognises_kwb_2024, read_kwb_2024},
      {"kwb-gemeente", "CBS Kerncijfers wijken en buurten, gemeenten", "CBS", cc_by,
       "kwb_2020_gemeente.csv", recognises_kwb_gemeente, read_kwb_gemeente},
      {"pc4-residents", "CBS Bevolking per viercijferige postcode, 1 januari 2021 (83503NED)",
       "CBS", cc_by, "pc4_inwoners_2021.csv", recognises_pc4_residents, read_pc4_residents},
      {"crime", "Geregistreerde misdrijven per buurt en gemeente (47022NED)", "Politie, CBS", cc_by,
       "politie_misdrijven_2021-2025.csv", recognises_crime, read_crime},
      {"health", "Gezondheid per wijk en buurt, 18 jaar en ouder (50090NED)", "RIVM, GGD'en, CBS",
       cc_by, "rivm_gezondheid_2016_18plus.csv", recognises_health, read_health},
      {"perceived-health", "Ervaren gezondheid per buurt en gemeente (50150NED)",
       "RIVM, GGD'en, CBS", cc_by, "rivm_ervaren_gezondheid_indeling2024.csv",
       recognises_perceived_health, read_perceived_health},
      {"matched-list", "Lijsten van aandachtsgebieden, op naam gekoppeld aan CBS-codes",
       "Wijkbeeld, naar de gepubliceerde lijsten", "", "aandachtswijken_40_cbs2024.csv",
       recognises_matched_list, read_matched_list},
      {"named-list", "Lijsten van aandachtsgebieden, alleen namen", "Rijksoverheid", "",
       "aandachtswijken_40_2007.csv", recognises_named_list, read_named_list},
      {"voorbeeld-situation", "Voorbeeldland, stand per gebied en meting", example, cc0,
       "voorbeeld_stand.csv", recognises_voorbeeld_situation, read_voorbeeld_situation},
      {"voorbeeld-development", "Voorbeeldland, ontwikkeling per gebied", example, cc0,
       "voorbeeld_ontwikkeling.csv", recognises_voorbeeld_development, read_voorbeeld_development},
      {"voorbeeld-cells", "Voorbeeldland, cellen van 100 m met inwoners en score", example, cc0,
       "cellen.csv", recognises_voorbeeld_cells, read_voorbeeld_cells},
      {"voorbeeld-cell-indicators", "Voorbeeldland, kenmerken per cel en meting", example, cc0,
       "indicatoren_cel.csv", recognises_voorbeeld_cell_indicators, read_voorbeeld_cell_indicators},
      {"voorbeeld-counts", "Voorbeeldland, overlast en misdrijven per buurt", example, cc0,
       "indicatoren_buurt.csv", recognises_voorbeeld_counts, read_voorbeeld_counts},
      {"voorbeeld-population", "Voorbeeldland, inwoners per gebied en indeling", example, cc0,
       "bevolking.csv", recognises_voorbeeld_population, read_voorbeeld_population},
      {"voorbeeld-outlines", "Voorbeeldland, grenzen van buurt, wijk en gemeente", example, cc0,
       "gebieden.gpkg", recognises_voorbeeld_outlines, read_voorbeeld_outlines},
      {"voorbeeld-list", "Lijsten van aandachtsgebieden in de vorm van Voorbeeldland", own, "",
       "aandachtslijst_2007.csv", recognises_voorbeeld_list, read_voorbeeld_list},
      {"voorbeeld-other", "Voorbeeldland, omnummering, ingebouwde waarheden en leesmij", example,
       cc0, "truth.json", recognises_voorbeeld_other, read_voorbeeld_other},
      {"survey", "Enquête in de vorm van Voorbeeldland", own, "", "enquete.csv", recognises_survey,
       read_survey},
      {"sales", "Verkochte woningen in de vorm van Voorbeeldland", own, "", "verkopen.csv",
       recognises_sales, read_sales},
      {"places", "Plaatsen per soort in de vorm van Voorbeeldland", own, "", "voorzieningen.gpkg",
       recognises_places, read_places},
      {"cells", "Eigen cellen van 100 m met inwoners en ligging", own, "", "cellen.csv",
       recognises_cells, read_cells},
      {"indicators", "Eigen kenmerken per gebied en jaar", own, "", "indicatoren_groen.csv",
       recognises_indicators, read_indicators},
      {"outlines", "Gebiedsgrenzen (buurt, wijk, gemeente, PC4)", "CBS, Kadaster", cc_by,
       "wijk_gemeente_2022.gpkg", recognises_outlines, read_outlines},
  };
  return table;
}

const Source* source_of(const Probe& probe) {
  for (const Source& source : sources())
    if (source.recognises(probe)) return &source;
  return nullptr;
}

}  // namespace wijkbeeld::source
