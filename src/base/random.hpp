// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>

namespace wijkbeeld::base {

/// What all chance in a run starts from. A parameter, never a global.
struct Seed {
  std::uint64_t value = 0;
};

/// A stream of random numbers that belongs to a key (say: an area and a purpose), not to a
/// thread: the same seed and key give the same numbers, whoever asks and in whatever order.
///
/// Philox4x32 with 10 rounds: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as
/// 1, 2, 3", SC11, 2011. Tested against the known answers published with it.
class Stream {
 public:
  Stream(Seed seed, std::uint64_t purpose, std::uint64_t item = 0);

  std::uint32_t bits();
  /// In [0, 1), 53 random bits.
  double uniform();
  double uniform(double low, double high) { return low + (high - low) * uniform(); }
  /// 0 to below n, without bias; n must be positive.
  std::uint64_t below(std::uint64_t n);
  /// Standard normal, by inversion (Acklam's rational approximation with one Halley step).
  double normal();
  bool chance(double probability) { return uniform() < probability; }

 private:
  std::array<std::uint32_t, 2> key_;
  std::array<std::uint32_t, 4> counter_{};
  std::array<std::uint32_t, 4> block_{};
  unsigned left_ = 0;
};

/// One Philox4x32-10 block: the pure function behind Stream.
std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                    std::array<std::uint32_t, 2> key);

}  // namespace wijkbeeld::base
