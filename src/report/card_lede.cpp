// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "base/number.hpp"
#include "report/detail/card_desk.hpp"

namespace wijkbeeld::report::detail {

using answer::CardCheck;
using answer::CardOutcome;
using answer::ModelCard;
using answer::shown;
using base::Message;
using base::say;

namespace {

Message what_counts(const CardDesk& desk) {
  const ModelCard& card = desk.card;
  return say("{} weights in {} dimensions make up the score of {} places, where {} people live.",
             shown(card.terms),
             base::count_in_words(static_cast<std::int64_t>(card.dimensions.size()),
                                  desk.options.language),
             shown(card.units), shown(card.residents));
}

Message how_well(const CardDesk& desk, const CardOutcome& one) {
  const CardCheck* folds = one.find_check("folds");
  const std::string name = desk.words(one.outcome->name);
  if (folds == nullptr || !folds->r_squared.has_value())
    return say("'{}' was not predicted for blocks that had not been seen.", name);
  if (!one.r_squared.has_value())
    return say("In blocks it had not seen, the fit predicts '{}' with an R2 of {}.", name,
               shown(folds->r_squared));
  return say("In blocks it had not seen, the fit predicts '{}' with an R2 of {}; in sample {}.",
             name, shown(folds->r_squared), shown(one.r_squared));
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
  Paragraph first{{what_counts(desk)}, Paragraph::Kind::lede};
  for (const CardOutcome& one : desk.card.outcomes)
    first.sentences.push_back(how_well(desk, one));
  Paragraph second{{signs(desk.card), contested(desk.card)}, Paragraph::Kind::lede};
  return {first, second,
          Paragraph{{say("A weight describes what goes together in these data. It says nothing "
                         "about causes.")},
                    Paragraph::Kind::plain}};
}

}  // namespace wijkbeeld::report::detail
