// SPDX-License-Identifier: EUPL-1.2
#include "codec/zip.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <time.h>

#include "base/failure.hpp"
#include "base/random.hpp"

namespace wijkbeeld::codec {
namespace {

using testing::HasSubstr;

using Members = std::map<std::string, std::string>;

std::string failure(const std::string& bytes, std::size_t limit = 1000000) {
  try {
    (void)read_zip(bytes, "a.zip", limit);
  } catch (const base::Failure& failure) {
    return failure.what();
  }
  return "no failure";
}

Members sample() {
  return {{"b/notes.txt", "second"},
          {"a.csv", std::string(5000, 'x')},
          {"empty", ""},
          {"naïef €.txt", "accents"}};
}

TEST(ToZip, IsReadBackTheSame) {
  EXPECT_TRUE(read_zip(to_zip(sample()), "a.zip") == sample());
  EXPECT_EQ(read_zip(to_zip({}), "a.zip"), Members{});
  EXPECT_LT(to_zip(sample()).size(), 2000U);  // packed
}

TEST(ToZip, IsReadBackTheSameWhateverTheBytes) {
  base::Stream random(base::Seed{8}, 2);
  for (int round = 0; round < 30; ++round) {
    Members members;
    for (std::uint64_t n = random.below(6); n-- > 0;) {
      std::string bytes(random.below(20000), '\0');
      for (char& c : bytes)
        c = static_cast<char>(random.below(1 + random.below(256)));
      members["m" + std::to_string(random.below(1000))] = bytes;
    }
    EXPECT_TRUE(read_zip(to_zip(members), "a.zip") == members) << "round " << round;
  }
}

TEST(ToZip, GivesTheSameBytesInEveryTimeZoneAndAtEveryTime) {
  const std::string here = to_zip(sample());
  for (const char* zone : {"Pacific/Kiritimati", "America/Los_Angeles", "UTC"}) {
    ::setenv("TZ", zone, 1);
    ::tzset();
    EXPECT_EQ(to_zip(sample()), here) << zone;
  }
  ::unsetenv("TZ");
  ::tzset();
}

TEST(ReadZip, SaysWhatIsWrong) {
  const std::string good = to_zip(sample());
  EXPECT_THAT(failure(""), HasSubstr("the file is empty"));
  EXPECT_THAT(failure("code,naam\n"), HasSubstr("no zip archive"));
  EXPECT_THAT(failure(good.substr(0, good.size() / 2)), HasSubstr("cut short"));
  EXPECT_THAT(failure(good, 5000), HasSubstr("more than this program accepts"));
  EXPECT_THAT(failure(good, 5013), HasSubstr("no failure"));
  std::string flipped = good;
  flipped[60] = static_cast<char>(flipped[60] ^ 0x55);
  EXPECT_THAT(failure(flipped), HasSubstr("damaged"));
}

TEST(ReadZip, NeverReadsACutArchiveAsWhole) {
  const std::string good = to_zip(sample());
  for (std::size_t length = 0; length < good.size(); ++length)
    EXPECT_NE(failure(good.substr(0, length)), "no failure") << length;
}

// Two archives in which one byte differs: either it is noticed, or it did not matter.
TEST(ReadZip, NoticesDamageToContents) {
  const std::string good = to_zip({{"a", "the quick brown fox jumps over the lazy dog"}});
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    try {
      for (const auto& [name, content] : read_zip(bytes, "a.zip"))
        EXPECT_EQ(content, "the quick brown fox jumps over the lazy dog") << at;
    } catch (const base::Failure&) {
    }
  }
}

}  // namespace
}  // namespace wijkbeeld::codec
