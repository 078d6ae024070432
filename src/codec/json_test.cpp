// SPDX-License-Identifier: EUPL-1.2
#include "codec/json.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/random.hpp"

namespace wijkbeeld::codec {
namespace {

TEST(JsonWriter, IndentsObjectsAndLists) {
  JsonWriter json;
  json.begin_object().key("name").text("Wijk").key("waves").begin_list();
  json.integer(2012).integer(2014).end_list().key("empty").begin_object().end_object();
  json.key("none").begin_list().end_list().end_object();
  EXPECT_EQ(json.take(),
            "{\n  \"name\": \"Wijk\",\n  \"waves\": [\n    2012,\n    2014\n  ],\n"
            "  \"empty\": {},\n  \"none\": []\n}\n");
}

TEST(JsonWriter, WritesEachKindOfValue) {
  JsonWriter json;
  json.begin_list().real(0.1).real(1e300).boolean(true).boolean(false).null();
  json.value(2.5).value(table::Absence::withheld).integer(-9007199254740993).end_list();
  EXPECT_EQ(json.take(),
            "[\n  0.1,\n  1e+300,\n  true,\n  false,\n  null,\n  2.5,\n  null,\n"
            "  -9007199254740993\n]\n");
}

TEST(JsonWriter, EscapesQuotesBackslashesAndControlCharacters) {
  JsonWriter json;
  json.text(std::string("\"'s-Hertogenbosch\"\\\n\r\t\x01\x1f\0é", 27));
  EXPECT_EQ(json.take(), "\"\\\"'s-Hertogenbosch\\\"\\\\\\n\\r\\t\\u0001\\u001f\\u0000é\"\n");
}

TEST(JsonWriter, CanBeUsedAgainAfterTaking) {
  JsonWriter json;
  EXPECT_EQ(json.integer(1).take(), "1\n");
  EXPECT_EQ(json.integer(2).take(), "2\n");
}

TEST(JsonWriter, IsReadBackTheSameByAnotherReader) {
  base::Stream random(base::Seed{20170322}, 1);
  for (int round = 0; round < 200; ++round) {
    JsonWriter json;
    std::vector<double> reals;
    std::string text;
    json.begin_object().key("reals").begin_list();
    for (int i = 0; i < 20; ++i) {
      reals.push_back(random.normal() * std::pow(10.0, random.uniform(-300, 300)));
      json.real(reals.back());
      text.push_back(static_cast<char>(random.below(128)));
    }
    json.end_list().key(text).text(text).end_object();
    const auto read = nlohmann::json::parse(json.take());
    EXPECT_EQ(read["reals"].get<std::vector<double>>(), reals) << "round " << round;
    EXPECT_EQ(read[text].get<std::string>(), text) << "round " << round;
  }
}

TEST(JsonWriterDeathTest, StopsAtBugs) {
  EXPECT_DEATH(JsonWriter().text("\xff"), "not UTF-8");
  EXPECT_DEATH(JsonWriter().real(std::numeric_limits<double>::infinity()), "no infinity");
  EXPECT_DEATH(JsonWriter().end_list(), "not entered");
  EXPECT_DEATH(JsonWriter().begin_object().end_list(), "not entered");
  EXPECT_DEATH(JsonWriter().begin_object().key("a").end_object(), "without value");
  EXPECT_DEATH(JsonWriter().begin_object().text("a"), "follows a key");
  EXPECT_DEATH(JsonWriter().begin_list().key("a"), "a key stands in");
  EXPECT_DEATH(JsonWriter().integer(1).integer(2), "one value");
  EXPECT_DEATH((void)JsonWriter().begin_list().take(), "when it is whole");
}

}  // namespace
}  // namespace wijkbeeld::codec
