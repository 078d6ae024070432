// SPDX-License-Identifier: EUPL-1.2
#include "base/random.hpp"

#include <algorithm>
#include <cmath>

#include "base/ensure.hpp"

namespace wijkbeeld::base {
namespace {

constexpr double kSqrtTwo = 1.4142135623730951;
constexpr double kSqrtTwoPi = 2.5066282746310002;

// P. J. Acklam's approximation of the normal quantile (relative error 1.15e-9), before the step
// that makes it exact to machine precision.
double acklam(double p) {
  constexpr std::array<double, 6> a = {-3.969683028665376e+01, 2.209460984245205e+02,
                                       -2.759285104469687e+02, 1.383577518672690e+02,
                                       -3.066479806614716e+01, 2.506628277459239e+00};
  constexpr std::array<double, 5> b = {-5.447609879822406e+01, 1.615858368580409e+02,
                                       -1.556989798598866e+02, 6.680131188771972e+01,
                                       -1.328068155288572e+01};
  constexpr std::array<double, 6> c = {-7.784894002430293e-03, -3.223964580411365e-01,
                                       -2.400758277161838e+00, -2.549732539343734e+00,
                                       4.374664141464968e+00,  2.938163982698783e+00};
  constexpr std::array<double, 4> d = {7.784695709041462e-03, 3.224671290700398e-01,
                                       2.445134137142996e+00, 3.754408661907416e+00};
  const auto tail = [&](double q) {
    return (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5]) /
           ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1);
  };
  if (p < 0.02425) return tail(std::sqrt(-2 * std::log(p)));
  if (p > 1 - 0.02425) return -tail(std::sqrt(-2 * std::log(1 - p)));
  const double q = p - 0.5;
  const double r = q * q;
  return (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q /
         (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1);
}

}  // namespace

std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                    std::array<std::uint32_t, 2> key) {
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t p0 = std::uint64_t{0xD2511F53} * counter[0];
    const std::uint64_t p1 = std::uint64_t{0xCD9E8D57} * counter[2];
    const auto high = [](std::uint64_t p) { return static_cast<std::uint32_t>(p >> 32U); };
    const auto low = [](std::uint64_t p) { return static_cast<std::uint32_t>(p); };
    counter = {high(p1) ^ counter[1] ^ key[0], low(p1), high(p0) ^ counter[3] ^ key[1], low(p0)};
    key[0] += 0x9E3779B9;
    key[1] += 0xBB67AE85;
  }
  return counter;
}

// The seed is the key; purpose (hashed by one block of its own, so that all 64 bits of both
// purpose and item count) and item fill the upper three words of the counter.
Stream::Stream(Seed seed, std::uint64_t purpose, std::uint64_t item)
    : key_{static_cast<std::uint32_t>(seed.value), static_cast<std::uint32_t>(seed.value >> 32U)} {
  const auto mixed =
      philox({static_cast<std::uint32_t>(purpose), static_cast<std::uint32_t>(purpose >> 32U),
              static_cast<std::uint32_t>(item), static_cast<std::uint32_t>(item >> 32U)},
             key_);
  counter_ = {0, mixed[0], mixed[1], mixed[2]};
}

std::uint32_t Stream::bits() {
  if (left_ == 0) {
    block_ = philox(counter_, key_);
    ++counter_[0];
    left_ = 4;
  }
  return block_[4 - left_--];
}

double Stream::uniform() {
  const std::uint64_t high = bits() >> 5U;
  const std::uint64_t low = bits() >> 6U;
  return static_cast<double>((high << 26U) | low) * 0x1.0p-53;
}

std::uint64_t Stream::below(std::uint64_t n) {
  ensure(n > 0, "a draw needs at least one possibility");
  const std::uint64_t limit = ~std::uint64_t{0} - ~std::uint64_t{0} % n;
  for (;;) {  // rejection keeps every possibility equally likely
    const std::uint64_t draw = (std::uint64_t{bits()} << 32U) | bits();
    if (draw < limit) return draw % n;
  }
}

double Stream::normal() {
  const double p = std::max(uniform(), 0x1.0p-54);
  const double x = acklam(p);
  const double error = 0.5 * std::erfc(-x / kSqrtTwo) - p;
  const double u = error * kSqrtTwoPi * std::exp(x * x / 2);
  return x - u / (1 + x * u / 2);
}

}  // namespace wijkbeeld::base
