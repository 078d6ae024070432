// SPDX-License-Identifier: EUPL-1.2
#include "codec/cell_pack.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "base/ensure.hpp"
#include "base/failure.hpp"

namespace wijkbeeld::codec {
namespace {

constexpr std::string_view kCellPackName = "WBC1";
constexpr std::size_t kCellPackHead = 4 + 4 + 4 + 8 + 8;
constexpr std::uint16_t kNoPlace = std::numeric_limits<std::uint16_t>::max();

void put_little(std::string& out, std::uint64_t value, std::size_t bytes) {
  for (std::size_t i = 0; i < bytes; ++i)
    out.push_back(static_cast<char>(value >> (8 * i) & 0xff));
}

std::uint64_t get_little(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < count; ++i)
    out |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return out;
}

// The column and row that are counted from.
geo::Cell first_of(std::span<const std::optional<geo::Cell>> cells) {
  constexpr int kFar = std::numeric_limits<int>::max();
  geo::Cell out{kFar, kFar};
  for (const auto& one : cells) {
    if (!one) continue;
    out.column = std::min(out.column, one->column);
    out.row = std::min(out.row, one->row);
  }
  return out.column == kFar ? geo::Cell{} : out;
}

base::Failure damaged_cells() {
  return base::Failure(base::say("the cells are damaged"));
}

// Whole hundreds of metres, or nothing: what to_cell_pack writes.
int hundreds(double metres) {
  const double cells = metres / geo::kCellSide;
  if (!(std::abs(cells) < 1e6) || cells != std::floor(cells)) throw damaged_cells();
  return static_cast<int>(cells);
}

}  // namespace

std::string to_cell_pack(std::span<const std::optional<geo::Cell>> cells) {
  const geo::Cell first = first_of(cells);
  std::string out(kCellPackName);
  out.reserve(kCellPackHead + 4 * cells.size());
  put_little(out, cells.size(), 4);
  put_little(out, static_cast<std::uint64_t>(geo::kCellSide), 4);
  put_little(out, std::bit_cast<std::uint64_t>(first.column * geo::kCellSide), 8);
  put_little(out, std::bit_cast<std::uint64_t>(first.row * geo::kCellSide), 8);
  const auto put = [&](int geo::Cell::*along) {
    for (const auto& one : cells) {
      const int steps = one ? (*one).*along - first.*along : kNoPlace;
      base::ensure(!one || (steps >= 0 && steps < kNoPlace), "a grid of cells fits in a pack");
      put_little(out, static_cast<std::uint64_t>(steps), 2);
    }
  };
  put(&geo::Cell::column);
  put(&geo::Cell::row);
  return out;
}

std::vector<std::optional<geo::Cell>> cells_from_pack(std::string_view bytes) {
  if (bytes.size() < kCellPackHead || !bytes.starts_with(kCellPackName)) throw damaged_cells();
  const std::uint64_t count = get_little(bytes, 4, 4);
  if (bytes.size() != kCellPackHead + 4 * count ||
      get_little(bytes, 8, 4) != static_cast<std::uint64_t>(geo::kCellSide))
    throw damaged_cells();
  const int column = hundreds(std::bit_cast<double>(get_little(bytes, 12, 8)));
  const int row = hundreds(std::bit_cast<double>(get_little(bytes, 20, 8)));
  std::vector<std::optional<geo::Cell>> out;
  for (std::size_t i = 0; i < count; ++i) {
    const auto across = static_cast<std::uint16_t>(get_little(bytes, kCellPackHead + 2 * i, 2));
    const auto up =
        static_cast<std::uint16_t>(get_little(bytes, kCellPackHead + 2 * (count + i), 2));
    if ((across == kNoPlace) != (up == kNoPlace)) throw damaged_cells();
    out.push_back(across == kNoPlace ? std::nullopt
                                     : std::optional(geo::Cell{column + across, row + up}));
  }
  return out;
}

}  // namespace wijkbeeld::codec
