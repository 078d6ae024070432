// SPDX-License-Identifier: EUPL-1.2
#include "source/example_recipes.hpp"

namespace wijkbeeld::source {

const std::vector<Recipe>& recipes() {
  using enum Recipe::Range;
  // clang-format off
  static const std::vector<Recipe> table = {
      // id, range, middle, spread, urban, status, old, postwar, sixties, recent, rural, vulnerable, surface, chance, trend, decimals
      {"won_vrijstaand", share, 9, 1.0, -0.5, 0.3, -0.1, -0.3, -0.4, 0.2, 0.5, 0, 0.4, 0.4, 0.01, 1},
      {"won_tweekap", share, 11, 0.7, -0.6, 0.2, -0.2, -0.2, -0.2, 0.3, 0.2, 0, 0.5, 0.5, 0.01, 1},
      {"won_meergezins", share, 30, 1.0, 0.9, -0.2, 0.2, 0.1, 0.5, 0, -0.6, 0, 0.4, 0.4, 0.03, 1},
      {"won_corporatie", share, 28, 0.9, 0.2, -0.8, -0.3, 0.5, 0.4, -0.2, -0.5, 0.3, 0.4, 0.4, -0.16, 1},
      {"won_voor_1900", share, 6, 1.2, 0, 0, 1.1, -0.4, -0.5, -0.6, 0.2, 0, 0.3, 0.4, 0, 1},
      {"won_1945_1960", share, 9, 1.2, 0, 0, -0.4, 1.1, 0, -0.5, 0, 0, 0.3, 0.4, -0.08, 1},
      {"won_1960_1970", share, 10, 1.2, 0, 0, -0.5, 0, 1.1, -0.3, -0.2, 0, 0.3, 0.4, -0.08, 1},
      {"won_leegstand", share, 4, 0.6, 0.3, -0.3, 0.3, 0.1, 0, 0.2, 0, 0, 0.5, 0.6, -0.1, 1},
      {"won_oppervlak", positive, 112, 0.24, -0.6, 0.6, 0, -0.3, -0.2, 0.3, 0.5, 0, 0.3, 0.4, 0.08, 0},
      {"won_onderhoud", share, 7, 0.7, 0.1, -0.7, 0.3, 0.4, 0.1, -0.6, 0, 0.2, 0.4, 0.5, -0.26, 1},
      {"soc_verhuizers", share, 10, 0.4, 0.6, -0.4, 0.3, 0, 0, 0.2, -0.3, 0.3, 0.4, 0.5, -0.04, 1},
      {"soc_gezinnen", share, 34, 0.5, -0.6, 0, -0.3, 0, 0, 0.6, 0.2, 0, 0.4, 0.5, -0.03, 1},
      {"soc_eenpersoons", share, 35, 0.5, 0.8, -0.2, 0.3, 0.1, 0.1, -0.3, -0.3, 0.2, 0.4, 0.5, 0.06, 1},
      {"soc_woonduur", positive, 12, 0.3, -0.4, 0.2, -0.2, 0.2, 0.1, -0.6, 0.5, -0.1, 0.4, 0.4, 0.03, 1},
      {"soc_vrijwilligers", share, 30, 0.35, -0.3, 0.5, 0, 0, -0.1, 0, 0.5, -0.2, 0.5, 0.5, 0.08, 1},
      {"soc_uitkering", share, 9, 0.6, 0.2, -0.8, 0, 0.2, 0.2, -0.2, -0.2, 0.7, 0.3, 0.4, 0.01, 1},
      {"soc_kwetsbaar", share, 4, 0.55, 0.1, -0.2, 0, 0.1, 0.1, -0.1, -0.1, 1.3, 0.3, 0.4, 0.02, 1},
      {"soc_herkomst", share, 14, 0.8, 0.6, -0.5, 0, 0.2, 0.3, 0, -0.4, 0.3, 0.5, 0.4, 0.05, 1},
      {"vrz_kinderopvang", positive, 24, 0.35, 0.2, 0.3, 0, 0, 0, 0.3, -0.3, 0, 0.6, 0.6, 0.12, 0},
      {"fys_geluid", linear, 53, 4.2, 0.6, -0.1, 0.1, 0, 0, 0, -0.3, 0, 0.5, 0.5, -0.02, 1},
      {"fys_lucht", linear, 19, 3.4, 0.8, 0, 0.1, 0, 0, 0, -0.2, 0, 0.5, 0.2, -0.12, 1},
      {"fys_zwerfafval", positive, 1.6, 0.7, 0.6, -0.5, 0.2, 0.1, 0.1, -0.1, -0.4, 0.3, 0.4, 0.5, -0.1, 1},
      {"onv_overlast", positive, 26, 0.42, 0.7, -0.6, 0.4, 0.1, 0.1, -0.1, -0.3, 0.35, 0.3, 0.25, -0.24, 0},
      {"onv_geweld", positive, 7, 0.45, 0.7, -0.6, 0.4, 0.1, 0.1, -0.1, -0.3, 0.3, 0.3, 0.25, -0.26, 0},
      {"onv_inbraak", positive, 6, 0.4, 0.4, 0.2, 0, 0.1, 0, 0.1, -0.1, 0.1, 0.5, 0.35, -0.18, 0},
      {"onv_vernieling", positive, 9, 0.4, 0.5, -0.5, 0.3, 0.1, 0.1, 0, -0.3, 0.2, 0.4, 0.25, -0.3, 0},
      {"onv_openbare_orde", positive, 3, 0.5, 0.8, -0.4, 0.6, 0, 0, -0.1, -0.3, 0.2, 0.3, 0.3, -0.16, 0},
      {"onv_drugs", positive, 3, 0.55, 0.6, -0.6, 0.4, 0.1, 0.1, -0.1, -0.2, 0.4, 0.4, 0.3, 0.02, 0},
      {"onv_jeugd", positive, 6, 0.45, 0.3, -0.5, 0, 0.2, 0.2, 0.2, -0.2, 0.2, 0.5, 0.35, -0.1, 0},
      {"onv_diefstal", positive, 15, 0.45, 0.8, -0.2, 0.6, 0, 0, 0, -0.3, 0.1, 0.3, 0.25, -0.12, 0},
  };
  // clang-format on
  return table;
}

}  // namespace wijkbeeld::source
