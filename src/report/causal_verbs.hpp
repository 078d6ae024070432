// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/message.hpp"

namespace wijkbeeld::report {

/// A word that claims a cause, or a judgement that descriptive figures do not carry, and the words
/// around it.
struct CausalVerb {
  std::string phrase;
  std::string context;
};

/// Every such word in the text, in order of the text. The report only describes: its sentences say
/// what went together, never what led to what. Also finds "significant" without "statistical" (or
/// "statistisch"), and "bad neighbourhoods".
///
/// Whole words and phrases only, in any case. Phrases that deny a cause ("says nothing about
/// causes") and names are left alone: see the list in the source.
std::vector<CausalVerb> find_causal_verbs(std::string_view text, base::Language language);

}  // namespace wijkbeeld::report
