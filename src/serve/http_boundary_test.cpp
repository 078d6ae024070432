// SPDX-License-Identifier: EUPL-1.2
#include "serve/http_boundary.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace wijkbeeld::serve {
namespace {

using base::Failure;
using base::Failures;
using base::Language;
using base::say;
using testing::HasSubstr;
using testing::Not;

struct Outcome {
  Response response;
  std::string report;
};

Outcome outcome_of(const std::function<Response(const Request&)>& handler, Request request = {}) {
  base::Catalogue catalogue;
  catalogue.add("msgid \"no {}\"\nmsgstr \"geen {}\"\n", "nl.po");
  Outcome outcome;
  outcome.response = answer_of(handler, request, catalogue,
                               [&](std::string_view line) { outcome.report += line; });
  EXPECT_THAT(outcome.response.body->identity,
              HasSubstr("\"status\": " + std::to_string(outcome.response.status)));
  EXPECT_EQ(outcome.response.caching, Caching::no_store);
  EXPECT_EQ(outcome.response.content_type, "application/json");
  return outcome;
}

TEST(Boundary, LetsAReplyThrough) {
  const Response response =
      answer_of([](const Request&) { return reply("text/plain", "fine"); }, {}, {}, {});
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.body->identity, "fine");
}

TEST(Boundary, GivesARefusalItsStatusItsWordsAndItsHeaders) {
  const Outcome outcome = outcome_of([](const Request&) -> Response {
    throw Refusal(
        404,
        Failure(say("no {}", "Ede")).because(say("a")).because(say("b")).help(say("try {}", "Epe")),
        {{"X-Extra", "yes"}});
  });
  EXPECT_EQ(outcome.response.status, 404);
  EXPECT_THAT(outcome.response.body->identity, HasSubstr("\"what\": \"geen Ede\""));
  EXPECT_THAT(outcome.response.body->identity, HasSubstr("\"why\": \"a; b\""));
  EXPECT_THAT(outcome.response.body->identity, HasSubstr("\"help\": \"try Epe\""));
  EXPECT_EQ(outcome.response.headers, Headers({{"X-Extra", "yes"}}));
  EXPECT_EQ(outcome.report, "");
}

TEST(Boundary, SpeaksTheLanguageOfTheReader) {
  Request request;
  request.reader_language = Language::en;
  const Outcome outcome =
      outcome_of([](const Request&) -> Response { throw Failure(say("no {}", "Ede")); }, request);
  EXPECT_THAT(outcome.response.body->identity, HasSubstr("\"what\": \"no Ede\""));
}

TEST(Boundary, TellsWrongUseFromFailure) {
  const auto status = [](Failure::Kind kind) {
    return outcome_of([&](const Request&) -> Response { throw Failure(say("x"), kind); })
        .response.status;
  };
  EXPECT_EQ(status(Failure::Kind::usage), 400);
  EXPECT_EQ(status(Failure::Kind::failed), 500);
  EXPECT_EQ(status(Failure::Kind::interrupted), 503);
}

TEST(Boundary, DoesNotTellWhereAFileIs) {
  const Outcome outcome = outcome_of([](const Request&) -> Response {
    throw Failure(say("cannot go on")).at({"/secret/place.gpkg", "", 3, 1});
  });
  EXPECT_THAT(outcome.response.body->identity, Not(HasSubstr("secret")));
  EXPECT_THAT(outcome.report, HasSubstr("/secret/place.gpkg:3:1"));
}

TEST(Boundary, TellsEveryMistake) {
  const Outcome outcome = outcome_of([](const Request&) -> Response {
    throw Failures(say("two mistakes"),
                   {Failure(say("one"), Failure::Kind::usage).help(say("do so")),
                    Failure(say("two"), Failure::Kind::usage)});
  });
  EXPECT_EQ(outcome.response.status, 400);
  EXPECT_THAT(outcome.response.body->identity, HasSubstr("\"what\": \"two mistakes\""));
  for (const char* part :
       {"\"all\": [", "\"what\": \"one\"", "\"help\": \"do so\"", "\"what\": \"two\""})
    EXPECT_THAT(outcome.response.body->identity, HasSubstr(part));
}

TEST(Boundary, KeepsASurpriseToItself) {
  Request request;
  request.path = "/api";
  const Outcome outcome = outcome_of(
      [](const Request&) -> Response { throw std::out_of_range("line\nof std::map"); }, request);
  EXPECT_EQ(outcome.response.status, 500);
  EXPECT_THAT(outcome.response.body->identity, Not(HasSubstr("std::map")));
  EXPECT_EQ(outcome.report, "GET /api: line of std::map");
  EXPECT_EQ(outcome_of([](const Request&) -> Response { throw 7; }).response.status, 500);
}

}  // namespace
}  // namespace wijkbeeld::serve
