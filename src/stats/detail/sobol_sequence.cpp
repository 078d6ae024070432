// SPDX-License-Identifier: EUPL-1.2
#include "stats/detail/sobol_sequence.hpp"

#include "base/ensure.hpp"

namespace wijkbeeld::stats::detail {
namespace {

struct Start {
  std::size_t degree;                // of the primitive polynomial
  std::uint32_t inner;               // its coefficients between the first and the last
  std::array<std::uint32_t, 7> odd;  // the first numbers m_1, m_2, ...
};

// Dimensions 2 to 32 of the table by S. Joe and F. Y. Kuo (new-joe-kuo-6, 2008), chosen for good
// two-dimensional projections. Dimension 1 needs none.
constexpr std::array<Start, 31> kStarts = {{
    {1, 0, {1}},
    {2, 1, {1, 3}},
    {3, 1, {1, 3, 1}},
    {3, 2, {1, 1, 1}},
    {4, 1, {1, 1, 3, 3}},
    {4, 4, {1, 3, 5, 13}},
    {5, 2, {1, 1, 5, 5, 17}},
    {5, 4, {1, 1, 5, 5, 5}},
    {5, 7, {1, 1, 7, 11, 19}},
    {5, 11, {1, 1, 5, 1, 1}},
    {5, 13, {1, 1, 1, 3, 11}},
    {5, 14, {1, 3, 5, 5, 31}},
    {6, 1, {1, 3, 3, 9, 7, 49}},
    {6, 13, {1, 1, 1, 15, 21, 21}},
    {6, 16, {1, 3, 1, 13, 27, 49}},
    {6, 19, {1, 1, 1, 15, 7, 5}},
    {6, 22, {1, 3, 1, 15, 13, 25}},
    {6, 25, {1, 1, 5, 5, 19, 61}},
    {7, 1, {1, 3, 7, 11, 23, 15, 103}},
    {7, 4, {1, 3, 7, 13, 13, 15, 69}},
    {7, 7, {1, 1, 3, 13, 7, 35, 63}},
    {7, 8, {1, 3, 5, 9, 1, 25, 53}},
    {7, 14, {1, 3, 1, 13, 9, 35, 107}},
    {7, 19, {1, 3, 1, 5, 27, 61, 31}},
    {7, 21, {1, 1, 5, 11, 19, 41, 61}},
    {7, 28, {1, 3, 5, 3, 3, 13, 69}},
    {7, 31, {1, 1, 7, 13, 1, 19, 1}},
    {7, 32, {1, 3, 7, 5, 13, 19, 59}},
    {7, 37, {1, 1, 3, 9, 25, 29, 41}},
    {7, 41, {1, 3, 5, 13, 23, 1, 55}},
    {7, 42, {1, 3, 7, 3, 13, 59, 17}},
}};

}  // namespace

std::array<std::uint32_t, 32> sobol_directions(std::size_t dimension) {
  base::ensure(dimension <= kStarts.size(), "the table has that dimension");
  std::array<std::uint32_t, 32> numbers{};
  if (dimension == 0) {
    for (std::size_t k = 0; k < numbers.size(); ++k)
      numbers.at(k) = std::uint32_t{1} << (31 - k);
    return numbers;
  }
  const Start& start = kStarts.at(dimension - 1);
  for (std::size_t k = 0; k < numbers.size(); ++k) {
    if (k < start.degree) {
      numbers.at(k) = start.odd.at(k) << (31 - k);
      continue;
    }
    // The recurrence of Bratley and Fox (1988), Algorithm 659, ACM TOMS 14, p. 88-100.
    const std::uint32_t oldest = numbers.at(k - start.degree);
    numbers.at(k) = oldest ^ (oldest >> start.degree);
    for (std::size_t i = 1; i < start.degree; ++i)
      if (((start.inner >> (start.degree - 1 - i)) & 1U) != 0) numbers.at(k) ^= numbers.at(k - i);
  }
  return numbers;
}

}  // namespace wijkbeeld::stats::detail
