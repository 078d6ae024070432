// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wijkbeeld::codec {

/// A column of doubles as bytes: byte-shuffled (first bytes of all values, then second bytes, ...)
/// and compressed with zstd at level 1, little-endian, behind a small header with a check sum.
std::string to_blob(std::span<const double> values);
/// Small integers (reasons of absence, classes) as bytes, compressed with zstd at level 1.
std::string to_blob(std::span<const std::uint8_t> values);

/// Back again. Throws Failure ("the column is damaged") on anything but what to_blob made.
std::vector<double> doubles_from_blob(std::string_view blob);
std::vector<std::uint8_t> bytes_from_blob(std::string_view blob);

}  // namespace wijkbeeld::codec
