// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "codec/json.hpp"
#include "report/document.hpp"
#include "serve/atlas.hpp"

namespace wijkbeeld::serve::detail {

/// Members "title", "lede" and "chapters" of the object at hand: a document as the page needs it,
/// in words and drawings, nothing to be worked out. A block is one of
///
///   {"kind":"paragraph","texts":[..]}  {"kind":"bullets","texts":[..]}
///   {"kind":"heading","text"}          {"kind":"links","items":[{"text","address"}]}
///   {"kind":"table","id","title","head","rows"}
///   {"kind":"chart","id","title","subtitle","description","source","svg","table": table or null}
void write_document(codec::JsonWriter& json, const report::Document& document, const Atlas& atlas);

}  // namespace wijkbeeld::serve::detail
