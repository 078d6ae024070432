// SPDX-License-Identifier: EUPL-1.2
#include "serve/http_negotiation.hpp"

#include <gtest/gtest.h>

namespace wijkbeeld::serve {
namespace {

TEST(WeightedList, ReadsNamesAndWeights) {
  const auto list = weighted_list(" BR ; q=0.75, gzip;q=1.000 ,*;q=0,, deflate;level=3;q=0.5");
  ASSERT_EQ(list.size(), 4U);
  EXPECT_EQ(list[0].name, "br");
  EXPECT_EQ(list[0].weight, 750);
  EXPECT_EQ(list[1].weight, 1000);
  EXPECT_EQ(list[2].name, "*");
  EXPECT_EQ(list[2].weight, 0);
  EXPECT_EQ(list[3].weight, 500);
}

TEST(WeightedList, CountsAMalformedWeightAsNothing) {
  for (const char* weight :
       {"", "x", "-1", "2", "1.1", "0.1234", ".5", "0,5", "1e3", "00.5", "0x1"})
    EXPECT_EQ(weighted_list(std::string("br;q=") + weight)[0].weight, 0) << weight;
  EXPECT_EQ(weighted_list("br;q=0.")[0].weight, 0);
  EXPECT_EQ(weighted_list("br;q=1.")[0].weight, 1000);
}

TEST(ChosenEncoding, IsTheOneTheClientLikesBest) {
  const auto chosen = [](std::string_view accept) { return chosen_encoding(accept, true, true); };
  EXPECT_EQ(chosen(""), Encoding::identity);
  EXPECT_EQ(chosen("gzip, deflate, br"), Encoding::brotli);
  EXPECT_EQ(chosen("gzip, deflate"), Encoding::gzip);
  EXPECT_EQ(chosen("x-gzip"), Encoding::gzip);
  EXPECT_EQ(chosen("br;q=0.5, gzip;q=0.8"), Encoding::gzip);
  EXPECT_EQ(chosen("br;q=0, gzip;q=0"), Encoding::identity);
  EXPECT_EQ(chosen("*"), Encoding::brotli);
  EXPECT_EQ(chosen("*;q=0.1, br;q=0"), Encoding::gzip);
  EXPECT_EQ(chosen("identity;q=1, br;q=0.5"), Encoding::identity);
  EXPECT_EQ(chosen("identity;q=0.5, br;q=0.5"), Encoding::brotli);
  EXPECT_EQ(chosen("deflate, zstd"), Encoding::identity);
  EXPECT_EQ(chosen("identity;q=0"), Encoding::identity);
  EXPECT_EQ(chosen(";;;,,=q"), Encoding::identity);
}

TEST(ChosenEncoding, IsOneThereIs) {
  EXPECT_EQ(chosen_encoding("br, gzip", true, false), Encoding::gzip);
  EXPECT_EQ(chosen_encoding("br, gzip", false, true), Encoding::brotli);
  EXPECT_EQ(chosen_encoding("br, gzip", false, false), Encoding::identity);
  EXPECT_EQ(chosen_encoding("br", true, false), Encoding::identity);
}

TEST(MatchesEtag, ComparesWeakly) {
  EXPECT_TRUE(matches_etag("\"a\"", "\"a\""));
  EXPECT_TRUE(matches_etag("\"b\", W/\"a\"", "\"a\""));
  EXPECT_TRUE(matches_etag("*", "\"a\""));
  EXPECT_FALSE(matches_etag("", "\"a\""));
  EXPECT_FALSE(matches_etag("a", "\"a\""));
  EXPECT_FALSE(matches_etag("\"ab\"", "\"a\""));
}

// The examples of RFC 9110, 14.1.2, for a body of 10,000 bytes.
TEST(ParseRange, ReadsOneRangeOfBytes) {
  using Range = std::variant<ByteRange, NoSuchRange>;
  EXPECT_EQ(parse_range("bytes=0-499", 10000), Range(ByteRange{0, 499}));
  EXPECT_EQ(parse_range("bytes=500-999", 10000), Range(ByteRange{500, 999}));
  EXPECT_EQ(parse_range("bytes=-500", 10000), Range(ByteRange{9500, 9999}));
  EXPECT_EQ(parse_range("bytes=9500-", 10000), Range(ByteRange{9500, 9999}));
  EXPECT_EQ(parse_range("bytes=0-0", 10000), Range(ByteRange{0, 0}));
  EXPECT_EQ(parse_range("bytes=9999-20000", 10000), Range(ByteRange{9999, 9999}));
  EXPECT_EQ(parse_range("bytes=-20000", 10000), Range(ByteRange{0, 9999}));
}

TEST(ParseRange, TellsWhatLiesBeyondTheEnd) {
  using Range = std::variant<ByteRange, NoSuchRange>;
  EXPECT_EQ(parse_range("bytes=10000-", 10000), Range(NoSuchRange{}));
  EXPECT_EQ(parse_range("bytes=-0", 10000), Range(NoSuchRange{}));
  EXPECT_EQ(parse_range("bytes=0-", 0), Range(NoSuchRange{}));
  EXPECT_EQ(parse_range("bytes=-1", 0), Range(NoSuchRange{}));
}

TEST(ParseRange, PassesOverWhatItDoesNotKnow) {
  for (const char* header : {"", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=5", "bytes=9-5",
                             "bytes=0-1,5-6", "items=0-1", "bytes=+1-2", "bytes=0-1x", "bytes=1--2",
                             "bytes=99999999999999999999999-", "bytes=0-99999999999999999999999"})
    EXPECT_EQ(parse_range(header, 10000), std::nullopt) << header;
}

}  // namespace
}  // namespace wijkbeeld::serve
