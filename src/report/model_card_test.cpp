// SPDX-License-Identifier: EUPL-1.2
#include "report/model_card.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/file.hpp"
#include "report/causal_verbs.hpp"
#include "report/html.hpp"
#include "support/all_texts.hpp"
#include "support/tiny_instrument.hpp"

namespace wijkbeeld::report {
namespace {

using base::Language;
using support::TinyFit;
using support::TinyInstrument;
using ::testing::HasSubstr;
using ::testing::Not;

Document document_of(const TinyFit& tiny, Language language) {
  const answer::ModelCard card = answer::model_card(tiny.instrument, tiny.fitted, tiny.project);
  return card_document(card, tiny.project, {language, "1.2.3", "wijkbeeld fit tiny.toml"},
                       support::all_texts());
}

std::string html_of(const TinyFit& tiny, Language language = Language::nl) {
  return to_html(document_of(tiny, language), support::all_texts());
}

std::string json_of(const TinyFit& tiny) {
  const answer::ModelCard card = answer::model_card(tiny.instrument, tiny.fitted, tiny.project);
  return card_json(card, tiny.ledger, "1.2.3");
}

// Every combination of what an instrument may have.
std::vector<TinyInstrument> combinations() {
  std::vector<TinyInstrument> out;
  for (int bits = 0; bits < 16; ++bits) {
    TinyInstrument what;
    what.with_sales = (bits & 1) != 0;
    what.with_contested = (bits & 2) != 0;
    what.with_classes = what.with_outlines = (bits & 4) != 0;
    what.with_held_out = (bits & 8) != 0;
    what.replications = (bits & 8) != 0 ? 4 : 0;
    out.push_back(what);
  }
  return out;
}

std::set<std::string> values_of(const std::string& html, const std::string& attribute) {
  std::set<std::string> out;
  const std::string start = attribute + "=\"";
  for (std::size_t at = html.find(start); at != std::string::npos; at = html.find(start, at + 1)) {
    const std::size_t begin = at + start.size();
    out.insert(html.substr(begin, html.find('"', begin) - begin));
  }
  return out;
}

TEST(ModelCardReport, ReadsWithoutCausalVerbsInEveryCombinationAndBothLanguages) {
  for (const TinyInstrument& what : combinations()) {
    const TinyFit tiny(what);
    for (const Language language : {Language::nl, Language::en})
      for (const CausalVerb& one : find_causal_verbs(
               to_plain_text(document_of(tiny, language), support::all_texts()), language))
        ADD_FAILURE() << one.phrase << ": " << one.context;
  }
}

TEST(ModelCardReport, LeadsEveryFigureToARowOfTheJson) {
  for (const TinyInstrument& what : combinations()) {
    const TinyFit tiny(what);
    const std::string json = json_of(tiny);
    for (const std::string& id : values_of(html_of(tiny), "data-finding"))
      EXPECT_THAT(json, HasSubstr("\"" + id.substr(0, id.find('#')) + "\": {")) << id;
  }
}

TEST(ModelCardReport, IsAllInDutchUnlessEnglishIsAsked) {
  const TinyFit tiny;
  const std::string text = to_plain_text(document_of(tiny, Language::nl), support::all_texts());
  for (const char* english : {" the ", " residents", " areas", " weight ", " rows"})
    EXPECT_THAT(text, Not(HasSubstr(english)));
  EXPECT_THAT(html_of(tiny, Language::en), HasSubstr("What counts, and how much"));
}

TEST(ModelCardReport, NeedsNothingElseAndEscapesNames) {
  const std::string html = html_of(TinyFit());
  for (const char* outside :
       {"<script", "src=\"", "<link", "@import", "url(http", "<eigen>", "<water>"})
    EXPECT_THAT(html, Not(HasSubstr(outside)));
  EXPECT_THAT(html, HasSubstr("Groen &amp; &lt;water&gt;"));
}

TEST(ModelCardReport, UsesEachIdOnce) {
  const std::string html = html_of(TinyFit());
  std::vector<std::string> ids;
  for (std::size_t at = html.find(" id=\""); at != std::string::npos;
       at = html.find(" id=\"", at + 1))
    ids.push_back(html.substr(at + 5, html.find('"', at + 5) - at - 5));
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end())
      << *std::adjacent_find(ids.begin(), ids.end());
}

TEST(ModelCardReport, ChangesItsLimitsWithTheFigures) {
  TinyInstrument bare;
  bare.with_contested = false;
  bare.with_sales = false;
  const std::string with = html_of(TinyFit());
  const std::string without = html_of(TinyFit(bare));
  EXPECT_THAT(with, HasSubstr("Omstreden indicatoren die meetellen"));
  EXPECT_THAT(without,
              HasSubstr("Omstreden indicatoren (herkomst, uitkeringen, zorg) tellen niet mee"));
  EXPECT_THAT(without, HasSubstr("Op één uitkomst geschat"));
  EXPECT_THAT(with, Not(HasSubstr("Op één uitkomst geschat")));
}

TEST(ModelCardReport, NamesNoLargestWeightWhenNoneIsClear) {
  TinyFit tiny;
  EXPECT_THAT(html_of(tiny), Not(HasSubstr("ligt geen gewicht duidelijk")));
  for (double& error : tiny.fitted.model.errors)
    error = 100;
  const std::string html = html_of(tiny);
  EXPECT_THAT(html, HasSubstr("ligt geen gewicht duidelijk boven of onder nul"));
  EXPECT_THAT(html, Not(HasSubstr("het grootste gewicht")));
}

TEST(ModelCardReport, WarnsOfAClusterThatMovesAWeight) {
  TinyFit tiny;
  ASSERT_FALSE(tiny.fitted.influences.front().empty());
  for (instrument::ClusterInfluence& one : tiny.fitted.influences.front())
    one.steps = 0.4;
  EXPECT_THAT(html_of(tiny), Not(HasSubstr("Eén enkele cluster verschuift een gewicht")));
  tiny.fitted.influences.front().front().steps = -1.5;
  const std::string html = html_of(tiny);
  EXPECT_THAT(html, HasSubstr("Eén enkele cluster verschuift een gewicht"));
  EXPECT_THAT(html, HasSubstr("data-finding=\"influences/oordeel/1#steps\""));
}

TEST(ModelCardReport, DrawsAMapWhenThereAreOutlines) {
  TinyInstrument blind;
  blind.with_outlines = false;
  EXPECT_THAT(html_of(TinyFit()), HasSubstr("id=\"map-residuals-oordeel\""));
  EXPECT_THAT(html_of(TinyFit(blind)), Not(HasSubstr("id=\"map-")));
}

TEST(ModelCardReport, GivesTheSameBytesAgain) {
  const TinyFit one;
  const TinyFit two;
  EXPECT_EQ(html_of(one), html_of(two));
  EXPECT_EQ(json_of(one), json_of(two));
}

}  // namespace
}  // namespace wijkbeeld::report
