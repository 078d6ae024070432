// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace wijkbeeld::codec {

/// Members of a zip archive by name, unpacked in memory. Throws Failure when the archive is
/// damaged or cut short, or would unpack to more than `limit` bytes (a guard against bombs).
std::map<std::string, std::string> read_zip(std::string_view bytes, const std::string& name,
                                            std::size_t limit = std::size_t{1} << 31U);

/// A zip archive with members in name order and fixed times: the same members, the same bytes.
std::string to_zip(const std::map<std::string, std::string>& members);

}  // namespace wijkbeeld::codec
