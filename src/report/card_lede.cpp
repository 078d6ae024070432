// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "report/detail/card_desk.hpp"

namespace wijkbeeld::report::detail {

using answer::CardCheck;
using answer::CardOutcome;
using answer::ModelCard;
using answer::shown;
using base::Message;
using base::say;

namespace {

Message what_counts(const ModelCard& card) {
  return say("{} weights in {} dimensions make up the score of {} places, where {} people live.",
             shown(card.terms), card.dimensions.size(), shown(card.units), shown(card.residents));
}

Message how_well(const CardDesk& desk, const CardOutcome& one) {
  const CardCheck* folds = one.find_check("folds");
  if (folds == nullptr || !folds->r_squared.has_value())
    return say("The fit describes {} of the variance of '{}' (R2 in sample).", shown(one.r_squared),
               desk.words(one.outcome->name));
  return say(
      "Of '{}' the fit predicts, in blocks it had not seen, R2 {} of the variance; in sample {}.",
      desk.words(one.outcome->name), shown(folds->r_squared), shown(one.r_squared));
}

Message signs(const ModelCard& card) {
  if (*card.expected == 0) return say("The definition expects no sign of any weight.");
  if (*card.against == 0)
    return say("Of the {} weights with an expected sign, {} have it and {} are too unsure to tell.",
               shown(card.expected), shown(card.as_expected), shown(card.unclear));
  return say(
      "Of the {} weights with an expected sign, {} have it, {} are too unsure to tell and {} point "
      "the other way.",
      shown(card.expected), shown(card.as_expected), shown(card.unclear), shown(card.against));
}

Message contested(const ModelCard& card) {
  const bool is_on = std::any_of(card.limits.begin(), card.limits.end(), [](const auto& limit) {
    return limit.kind == answer::CardLimit::Kind::contested;
  });
  if (is_on) return say("Contested indicators count; the chapter on limits names them.");
  return say("Contested indicators (origin, benefits, care) do not count.");
}

}  // namespace

std::vector<Block> card_lede(const CardDesk& desk) {
  Paragraph first{{what_counts(desk.card)}, Paragraph::Kind::lede};
  for (const CardOutcome& one : desk.card.outcomes)
    first.sentences.push_back(how_well(desk, one));
  Paragraph second{{signs(desk.card), contested(desk.card)}, Paragraph::Kind::lede};
  return {first, second,
          Paragraph{{say("A weight describes what goes together in these data. It says nothing "
                         "about causes.")},
                    Paragraph::Kind::plain}};
}

}  // namespace wijkbeeld::report::detail
