// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "base/issue.hpp"

namespace wijkbeeld::codec::detail {

/// Bytes of a text file as UTF-8 without byte order mark: a view of the bytes themselves when they
/// are UTF-8 already, else `storage`, filled with a note "not-utf8": from UTF-16 when the byte
/// order mark says so, else from Windows-1252, naming the line that first showed it. Throws Failure
/// when UTF-16 is broken off or holds half a pair.
std::string_view to_utf8(std::string_view bytes, const base::Place& place, std::string& storage,
                         base::Ledger& ledger);

/// Throws Failure when the bytes are no text: a NUL byte (a zip, a database), or many control
/// characters. UTF-16 with its byte order mark is text.
void refuse_binary(std::string_view bytes, const base::Place& place);

}  // namespace wijkbeeld::codec::detail
