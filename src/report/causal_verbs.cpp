// SPDX-License-Identifier: EUPL-1.2
#include "report/causal_verbs.hpp"

#include <algorithm>
#include <span>

#include "base/text.hpp"

namespace wijkbeeld::report {
namespace {

constexpr std::string_view kDutch[] = {
    "door",           "dankzij",          "doordat",           "daardoor",        "hierdoor",
    "waardoor",       "leidt tot",        "leidde tot",        "leiden tot",      "veroorzaakt",
    "veroorzaakte",   "veroorzaken",      "zorgt voor",        "zorgde voor",     "zorgen voor",
    "effect van",     "gevolg van",       "ten gevolge",       "als gevolg",      "vanwege",
    "wegens het",     "omdat de wijk",    "te danken aan",     "te wijten aan",   "heeft geholpen",
    "maakte dat",     "resulteert in",    "resulteerde in",    "invloed van",     "impact van",
    "slechte wijk",   "slechte wijken",   "slechte buurt",     "slechte buurten", "probleemwijk",
    "probleemwijken", "achterstandswijk", "achterstandswijken"};

constexpr std::string_view kEnglish[] = {"because of",
                                         "due to",
                                         "thanks to",
                                         "owing to",
                                         "leads to",
                                         "led to",
                                         "lead to",
                                         "causes",
                                         "caused",
                                         "causing",
                                         "caused by",
                                         "effect of",
                                         "result of",
                                         "results in",
                                         "resulted in",
                                         "consequence of",
                                         "brought about",
                                         "impact of",
                                         "impact on",
                                         "influence of",
                                         "driven by",
                                         "gave rise to",
                                         "therefore",
                                         "bad neighbourhood",
                                         "bad neighbourhoods",
                                         "problem neighbourhood",
                                         "problem neighbourhoods"};

// Words that deny a cause, and words of the list in another sense.
constexpr std::string_view kAllowed[] = {"geen model van oorzaken", "zegt niets over oorzaken",
                                         "no model of causes", "says nothing about causes"};

constexpr std::string_view kSignificant[] = {"significant", "significante", "significantly"};

bool is_letter(char c) {
  const auto u = static_cast<unsigned char>(c);
  return (u >= 'a' && u <= 'z') || (u >= '0' && u <= '9') || u >= 0x80;
}

bool is_whole(std::string_view text, std::size_t at, std::size_t length) {
  return (at == 0 || !is_letter(text[at - 1])) &&
         (at + length >= text.size() || !is_letter(text[at + length]));
}

// Blanks out what is allowed, keeping positions.
std::string without_allowed(std::string text) {
  for (const std::string_view phrase : kAllowed)
    for (std::size_t at = text.find(phrase); at != std::string::npos; at = text.find(phrase, at))
      text.replace(at, phrase.size(), phrase.size(), '.');
  return text;
}

std::string around(std::string_view text, std::size_t at, std::size_t length) {
  constexpr std::size_t kContext = 40;
  const std::size_t begin = at < kContext ? 0 : at - kContext;
  std::string out(text.substr(begin, at - begin + length + kContext));
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

struct Hit {
  std::size_t at;
  std::string_view phrase;
};

void find(std::string_view lower, std::string_view phrase, std::vector<Hit>& hits) {
  for (std::size_t at = lower.find(phrase); at != std::string_view::npos;
       at = lower.find(phrase, at + 1))
    if (is_whole(lower, at, phrase.size())) hits.push_back({at, phrase});
}

bool is_statistical(std::string_view lower, std::size_t at) {
  const std::size_t begin = at < 14 ? 0 : at - 14;
  return lower.substr(begin, at - begin).find("statisti") != std::string_view::npos;
}

}  // namespace

std::vector<CausalVerb> find_causal_verbs(std::string_view text, base::Language language) {
  const std::string lower = without_allowed(base::lower(text));
  const std::span<const std::string_view> words = language == base::Language::nl
                                                      ? std::span<const std::string_view>(kDutch)
                                                      : std::span<const std::string_view>(kEnglish);
  std::vector<Hit> hits;
  for (const std::string_view phrase : words)
    find(lower, phrase, hits);
  std::vector<Hit> significant;
  for (const std::string_view phrase : kSignificant)
    find(lower, phrase, significant);
  for (const Hit& hit : significant)
    if (!is_statistical(lower, hit.at)) hits.push_back(hit);
  std::stable_sort(hits.begin(), hits.end(),
                   [](const Hit& a, const Hit& b) { return a.at < b.at; });
  std::vector<CausalVerb> out;
  for (const Hit& hit : hits)
    out.push_back({std::string(hit.phrase), around(text, hit.at, hit.phrase.size())});
  return out;
}

}  // namespace wijkbeeld::report
