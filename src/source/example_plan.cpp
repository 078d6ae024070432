// SPDX-License-Identifier: EUPL-1.2
#include "source/example_plan.hpp"

namespace wijkbeeld::source {
namespace {

ExamplePlan town() {
  ExamplePlan plan;
  plan.columns = 176;
  plan.rows = 150;
  plan.land_cells = 12000;
  plan.inhabited_cells = 1800;
  plan.residents = 80000;
  plan.gemeenten = 2;
  plan.villages = 3;
  plan.wijken = 12;
  plan.buurten = 110;
  plan.lakes = 3;
  plan.parks = 10;
  plan.industries = 5;
  plan.respondents = 800;
  plan.sales = 1000;
  return plan;
}

ExamplePlan nation() {
  ExamplePlan plan;
  plan.columns = 2300;
  plan.rows = 2300;
  plan.x0 = 40000;
  plan.y0 = 340000;
  plan.land_cells = 2800000;
  plan.inhabited_cells = 400000;
  plan.residents = 17000000;
  plan.gemeenten = 90;
  plan.villages = 420;
  plan.wijken = 1600;
  plan.buurten = 14000;
  plan.lakes = 300;
  plan.parks = 1800;
  plan.industries = 800;
  plan.respondents = 67000;
  plan.sales = 120000;
  return plan;
}

}  // namespace

ExamplePlan plan_of(ExampleSize size) {
  if (size == ExampleSize::town) return town();
  if (size == ExampleSize::nation) return nation();
  return {};
}

}  // namespace wijkbeeld::source
