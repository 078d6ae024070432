// SPDX-License-Identifier: EUPL-1.2
#include "cli/progress_line.hpp"

#include <gmock/gmock.h>

#include <csignal>
#include <sstream>

#include "base/failure.hpp"
#include "cli/interruption.hpp"

namespace wijkbeeld::cli {
namespace {

using base::say;

TEST(ProgressLine, SaysNothingWhereThereIsNoTerminal) {
  std::ostringstream err;
  ProgressLine line(err, {});
  line.begin(say("checking"));
  line.advance(1, 2);
  EXPECT_EQ(err.str(), "");
}

TEST(ProgressLine, NamesEachStepWhenVerbose) {
  std::ostringstream err;
  ProgressLine line(err, {.is_verbose = true, .shows_progress = true});
  line.begin(say("checking"));
  line.advance(1, 2);
  EXPECT_EQ(err.str(), "nakijken\n");
}

TEST(ProgressLine, MovesOnATerminalAndGoesAway) {
  std::ostringstream err;
  {
    ProgressLine line(err, {.shows_progress = true});
    line.begin(say("checking"));
    line.advance(1, 2);
    line.advance(1, 2);  // nothing new to see
  }
  EXPECT_EQ(err.str(),
            "\r\x1b[Knakijken"
            "\r\x1b[K━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌  50%  nakijken"
            "\r\x1b[K");
}

TEST(Interruption, IsRememberedAndStopsWorkAtTheNextPart) {
  listen_for_interruption();
  std::ostringstream err;
  const ProgressLine line(err, {});
  EXPECT_NO_THROW(line.check());
  std::raise(SIGINT);
  EXPECT_TRUE(is_interrupted());
  try {
    line.check();
    FAIL();
  } catch (const base::Failure& failure) {
    EXPECT_EQ(failure.kind(), base::Failure::Kind::interrupted);
  }
  listen_for_interruption();
  EXPECT_FALSE(is_interrupted());
}

}  // namespace
}  // namespace wijkbeeld::cli
