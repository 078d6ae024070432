// SPDX-License-Identifier: EUPL-1.2
#include "serve/response.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace wijkbeeld::serve {
namespace {

TEST(Body, IsPackedOnlyWhereThatHelps) {
  const std::string text(5000, 'x');
  EXPECT_TRUE(make_body(text)->gzip().empty());
  EXPECT_FALSE(make_body(text, Packing::quick)->gzip().empty());
  EXPECT_LT(make_body(text, Packing::best)->brotli().size(), 100U);
  EXPECT_TRUE(make_body("short", Packing::best)->gzip().empty());
}

TEST(Body, IsNotPackedWhenThatMakesItNoSmaller) {
  base::Stream stream(base::Seed{5}, 0);
  std::string noise(5000, '\0');
  for (char& c : noise)
    c = static_cast<char>(stream.below(256));
  EXPECT_TRUE(make_body(noise, Packing::best)->gzip().empty());
  EXPECT_TRUE(make_body(noise, Packing::best)->brotli().empty());
}

TEST(Body, IsKnownByItsBytesHoweverPacked) {
  const std::string text(5000, 'x');
  EXPECT_EQ(make_body(text, Packing::quick)->tag, make_body(text, Packing::best)->tag);
  EXPECT_NE(make_body(text)->tag, make_body(text + "x")->tag);
  EXPECT_EQ(make_body("")->tag, "e3b0c44298fc1c149afbf4c8996fb924");  // sha256 of nothing
}

TEST(Reply, SharesABodyWithTheCacheItComesFrom) {
  const auto body = make_body("kept");
  EXPECT_EQ(reply("text/plain", body, Caching::immutable).body, body);
}

}  // namespace
}  // namespace wijkbeeld::serve
