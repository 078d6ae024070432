// SPDX-License-Identifier: EUPL-1.2
// Words about areas that profiles and comparisons share.
#include "report/detail/area_words.hpp"

#include "answer/small_counts.hpp"
#include "report/detail/desk.hpp"

namespace wijkbeeld::report::detail {

using answer::ProfileEdition;
using answer::shown;
using base::Language;
using base::Message;
using base::say;

namespace {

template <class Scale>
Message scale_words(const std::optional<Scale>& scale, const table::Value<int>& number,
                    Language language) {
  if (!number) return cell(answer::Figure{"", number.absence(), answer::Unit::class_number, {}});
  if (!scale) return say("{}", *number);
  return say("{} {}", *number, scale->name(*number).in(language));
}

}  // namespace

Message class_words(const instrument::Edition& edition, const table::Value<int>& number,
                    Language language) {
  return scale_words(edition.classes, number, language);
}

Message development_words(const instrument::Edition& edition, const table::Value<int>& number,
                          Language language) {
  return scale_words(edition.development, number, language);
}

Message edition_source(const instrument::Edition& edition, Language language) {
  return say("Source: {}, {}.", edition.publisher.in(language), edition.title.in(language));
}

Bullets edition_caveats(const instrument::Edition& edition, Language language) {
  Bullets out;
  for (const instrument::Caveat& one : edition.caveats)
    out.items.push_back(say("{}", one.text.in(language)));
  return out;
}

namespace {

// A cell lies in what has a name: the smallest area that has one, and the gemeente.
std::string around_cell(const ProfileEdition& edition) {
  std::string in;
  for (const answer::ProfileAround& one : edition.around)
    if (!one.name.empty() && one.name != edition.gemeente && in.empty()) in = one.name;
  if (edition.gemeente.empty()) return in;
  return in.empty() ? edition.gemeente : in + ", " + edition.gemeente;
}

Message who_lives_in_cell(const ProfileEdition& edition, const std::string& code) {
  const std::string in = around_cell(edition);
  const base::Argument people = shown(edition.residents);
  const base::Count few{answer::kFewestTold};
  const bool has_few = edition.residents.value.absence() == table::Absence::withheld;
  if (in.empty()) {
    if (edition.residents.has_value())
      return say("Square {} of 100 by 100 metres has {} residents.", code, people);
    if (has_few)
      return say("Square {} of 100 by 100 metres has fewer than {} residents.", code, few);
    return say("Square {} of 100 by 100 metres: the number of residents is not known.", code);
  }
  if (edition.residents.has_value())
    return say("Square {} of 100 by 100 metres lies in {} and has {} residents.", code, in, people);
  if (has_few)
    return say("Square {} of 100 by 100 metres lies in {} and has fewer than {} residents.", code,
               in, few);
  return say("Square {} of 100 by 100 metres lies in {}; the number of residents is not known.",
             code, in);
}

}  // namespace

Message who_lives_there(const ProfileEdition& edition, const area::AreaCode& code) {
  if (edition.level == area::Level::cell) return who_lives_in_cell(edition, code.text);
  const std::string level(to_text(edition.level));
  const std::string& name = edition.name.empty() ? code.text : edition.name;
  const bool has_people = edition.residents.has_value();
  if (edition.gemeente.empty() && has_people)
    return say("{} ({}) has {} residents.", name, level, shown(edition.residents));
  if (has_people)
    return say("{} ({} in {}) has {} residents.", name, level, edition.gemeente,
               shown(edition.residents));
  if (edition.gemeente.empty())
    return say("{} ({}): the number of residents is not known.", name, level);
  return say("{} ({} in {}): the number of residents is not known.", name, level, edition.gemeente);
}

}  // namespace wijkbeeld::report::detail
