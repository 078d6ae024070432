// SPDX-License-Identifier: EUPL-1.2
#include "base/sha256.hpp"

#include <gtest/gtest.h>

namespace wijkbeeld::base {
namespace {

// The example messages of FIPS 180-4 (NIST, "SHA-256 examples") and the empty message.
TEST(Sha256, GivesThePublishedAnswers) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256(std::string(1000000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, DoesNotDependOnThePieces) {
  const std::string text(1000, 'x');
  for (const std::size_t size : {1U, 63U, 64U, 65U, 200U}) {
    Sha256 hash;
    for (std::size_t at = 0; at < text.size(); at += size)
      hash.add(std::string_view(text).substr(at, size));
    EXPECT_EQ(hash.hex(), sha256(text)) << size;
  }
}

}  // namespace
}  // namespace wijkbeeld::base
