// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace wijkbeeld::base {

/// SHA-256 (FIPS 180-4): the identity of files, plans and findings.
class Sha256 {
 public:
  Sha256& add(std::string_view bytes);
  /// 64 hexadecimal letters. Ends the calculation: call once.
  [[nodiscard]] std::string hex();

 private:
  void process(const unsigned char* block);
  std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<unsigned char, 64> buffer_{};
  std::size_t filled_ = 0;
  std::uint64_t length_ = 0;
};

/// The SHA-256 of the bytes, 64 hexadecimal letters.
std::string sha256(std::string_view bytes);

}  // namespace wijkbeeld::base
