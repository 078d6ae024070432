// SPDX-License-Identifier: EUPL-1.2
#include "answer/what_if.hpp"

#include <gmock/gmock.h>

#include <array>

#include "answer/theme.hpp"
#include "support/tiny_instrument.hpp"

namespace wijkbeeld::answer {
namespace {

using area::Level;
using instrument::Change;
using ::testing::ElementsAre;

class WhatIf : public ::testing::Test {
 protected:
  [[nodiscard]] WhatIfAnswer ask(std::vector<Change> changes) {
    return what_if({std::move(changes), Level::wijk, series::Wave{2012}}, tiny.instrument,
                   tiny.fitted.model, scored, tiny.project);
  }
  support::TinyFit tiny;
  instrument::Scored scored = tiny.scored();
};

TEST_F(WhatIf, CountsOnItsMapWhatItCountsInItsFigures) {
  const WhatIfAnswer answer = ask({{"verhuizers", Change::Kind::factor, 3}});
  const WhatIfLevel& level = answer.levels.front();
  const AtlasAreas areas = atlas_areas(tiny.project, Level::wijk, {2016});
  const WhatIfMap map = what_if_map(level, areas);
  ASSERT_EQ(map.moved.size(), areas.areas.size());
  std::array<int, 4> moved{};
  std::vector<double> classes(3, 0);
  for (std::size_t i = 0; i < map.moved.size(); ++i) {
    if (!map.moved[i]) continue;
    ++moved.at(static_cast<std::size_t>(*map.moved[i]));
    ++classes.at(static_cast<std::size_t>(*map.class_after[i] - 1));
  }
  EXPECT_GT(moved[1] + moved[3], 0);
  EXPECT_EQ(moved[1], *level.areas_down);
  EXPECT_EQ(moved[3], *level.areas_up);
  for (std::size_t c = 0; c < 3; ++c)
    EXPECT_EQ(classes[c], *level.classes[c].areas_after);
  // The wijk with too few people in 2012.
  EXPECT_EQ(map.moved[7].absence(), table::Absence::withheld);
}

TEST_F(WhatIf, OffersTheIndicatorsThatCount) {
  std::vector<std::string> ids;
  std::vector<std::string> contested;
  for (const WeightKnob& one : weight_knobs(tiny.instrument, tiny.fitted.model)) {
    ids.push_back(one.indicator->id);
    if (one.is_contested) contested.push_back(one.indicator->id);
    EXPECT_NE(one.sign, 0) << one.indicator->id;
  }
  EXPECT_THAT(ids, ElementsAre("groen", "kabaal", "bouwjaar", "verhuizers", "herkomst"));
  EXPECT_THAT(contested, ElementsAre("herkomst"));
}

TEST_F(WhatIf, LeavesOutWhatIsContestedOnce) {
  const auto off = without_contested(tiny.instrument, tiny.fitted.model, {});
  EXPECT_THAT(off, ElementsAre(Change{"herkomst", Change::Kind::without, 0}));
  const std::vector<Change> asked{{"herkomst", Change::Kind::factor, 2}};
  EXPECT_EQ(without_contested(tiny.instrument, tiny.fitted.model, asked), asked);
}

}  // namespace
}  // namespace wijkbeeld::answer
