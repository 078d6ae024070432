// SPDX-License-Identifier: EUPL-1.2
#include "serve/http_fault.hpp"

#include <gtest/gtest.h>

namespace wijkbeeld::serve {
namespace {

TEST(IsLoopback, HoldsForThisMachineAlone) {
  for (const char* address : {"127.0.0.1", "127.255.0.3", "::1", "localhost"})
    EXPECT_TRUE(is_loopback(address)) << address;
  for (const char* address : {"", "0.0.0.0", "::", "10.0.0.1", "127.0.0", "127.0.0.1.example.com",
                              "127.0.0.256", "127.0.0.01", "127.0.0.-1", "127.0.0.", "127.0.0.1 "})
    EXPECT_FALSE(is_loopback(address)) << address;
}

TEST(IsOwnHost, IsOnlyThisMachineOnALoopbackAddress) {
  for (const char* host : {"localhost", "localhost:", "localhost:8017", "LOCALHOST:1", "127.0.0.1",
                           "127.0.0.1:8017", "127.1.2.3:80", "[::1]", "[::1]:8017"})
    EXPECT_TRUE(is_own_host(host, "127.0.0.1", {})) << host;
  for (const char* host :
       {"", "evil.example", "evil.example:8017", "localhost.evil.example", "127.0.0.1.evil.example",
        "[::1", "[::1]x", "::1", "[::2]", "[]", "localhost:80:80", "localhost@evil", "2130706433",
        "0.0.0.0:8017", "localhost:8017/evil", " localhost"})
    EXPECT_FALSE(is_own_host(host, "127.0.0.1", {})) << host;
}

TEST(IsOwnHost, IsAlsoAnyNameThatWasGiven) {
  EXPECT_TRUE(is_own_host("atlas.example.nl:443", "127.0.0.1", {"Atlas.example.nl"}));
  EXPECT_FALSE(is_own_host("other.example.nl", "127.0.0.1", {"atlas.example.nl"}));
}

TEST(IsOwnHost, IsAnyNameOnAnOpenAddressUnlessNamesWereGiven) {
  EXPECT_TRUE(is_own_host("whatever.example", "0.0.0.0", {}));
  EXPECT_FALSE(is_own_host("whatever.example", "0.0.0.0", {"atlas.example.nl"}));
  EXPECT_FALSE(is_own_host("localhost", "0.0.0.0", {"atlas.example.nl"}));
}

std::optional<HttpFault> judged(const Heading& heading) {
  return fault_of(heading, 100, "127.0.0.1", {});
}

TEST(FaultOf, HasNothingAgainstAPlainRequest) {
  EXPECT_EQ(judged({.target_bytes = 100, .host = "localhost:8017"}), std::nullopt);
  EXPECT_EQ(judged({.host = "127.0.0.1", .expected = "100-Continue"}), std::nullopt);
  EXPECT_EQ(judged({.is_modern = false, .hosts = 0, .expected = "miracles"}), std::nullopt);
}

TEST(FaultOf, NamesTheFirstThingThatIsWrong) {
  EXPECT_EQ(judged({.target_bytes = 101, .host = "evil.example"}), HttpFault::target_too_long);
  EXPECT_EQ(judged({.has_transfer_encoding = true, .host = "localhost"}), HttpFault::no_length);
  EXPECT_EQ(judged({.hosts = 0}), HttpFault::no_host);
  EXPECT_EQ(judged({.hosts = 2, .host = "localhost"}), HttpFault::no_host);
  EXPECT_EQ(judged({.is_modern = false, .hosts = 2, .host = "localhost"}), HttpFault::no_host);
  EXPECT_EQ(judged({.host = "evil.example"}), HttpFault::foreign_host);
  EXPECT_EQ(judged({.is_modern = false, .host = "evil.example"}), HttpFault::foreign_host);
  EXPECT_EQ(judged({.host = "localhost", .expected = "miracles"}), HttpFault::expects_unknown);
}

}  // namespace
}  // namespace wijkbeeld::serve
