// SPDX-License-Identifier: EUPL-1.2
#include "serve/http_server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <stdexcept>

#include "base/failure.hpp"
#include "serve/http_client_test.hpp"

namespace wijkbeeld::serve {
namespace {

using testing::HasSubstr;

Response say_path(const Request& request) {
  return reply("text/plain; charset=utf-8", request.method + " " + request.path);
}

TEST(Server, AnswersManyRequestsOnOneConnection) {
  const Running running(say_path);
  Client client = running.client();
  for (const std::string path : {"/", "/a", "/b/c"}) {
    const auto reply = client.get(path);
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->status, 200);
    EXPECT_EQ(reply->body, "GET " + path);
    EXPECT_EQ(reply->header("connection"), "");
  }
}

TEST(Server, AnswersRequestsSentAtOnceInTheirOrder) {
  const Running running(say_path);
  Client client = running.client();
  std::string all;
  for (int i = 0; i < 200; ++i)
    all += "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  ASSERT_TRUE(client.send(all));
  for (int i = 0; i < 200; ++i) {
    const auto reply = client.receive();
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->body, "GET /" + std::to_string(i));
  }
}

TEST(Server, AnswersARequestThatComesByteByByte) {
  const Running running(say_path);
  Client client = running.client();
  for (const char c : std::string("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n"))
    ASSERT_TRUE(client.send(std::string(1, c)));
  const auto reply = client.receive();
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->body, "GET /slow");
}

TEST(Server, AnswersOneWhoStopsSendingAfterItsRequest) {
  const Running running(say_path);
  Client client = running.client();
  client.send("GET /last HTTP/1.1\r\nHost: localhost\r\n\r\n");
  client.end_sending();
  const auto reply = client.receive();
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->body, "GET /last");
  EXPECT_TRUE(client.is_hung_up());
}

TEST(Server, HangsUpWhenAskedTo) {
  const Running running(say_path);
  Client client = running.client();
  const auto reply = client.get("/", "Connection: close\r\n");
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->header("connection"), "close");
  EXPECT_TRUE(client.is_hung_up());
}

TEST(Server, SpeaksAlsoHttp10) {
  const Running running(say_path);
  Client once = running.client();
  const auto reply = once.ask("GET /a HTTP/1.0\r\n\r\n");
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->body, "GET /a");
  EXPECT_TRUE(once.is_hung_up());
  Client kept = running.client();
  for (int i = 0; i < 2; ++i) {
    const auto again = kept.ask("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    ASSERT_TRUE(again);
    EXPECT_EQ(again->header("connection"), "keep-alive");
  }
}

TEST(Server, LeavesTheBodyOutForHead) {
  const Running running(say_path);
  Client client = running.client();
  const auto head = client.ask("HEAD /a HTTP/1.1\r\nHost: localhost\r\n\r\n", false);
  ASSERT_TRUE(head);
  EXPECT_EQ(head->header("content-length"), "7");
  // Were there a body after all, it would be read as the head of this reply.
  const auto next = client.get("/b");
  ASSERT_TRUE(next);
  EXPECT_EQ(next->body, "GET /b");
}

TEST(Server, TakesNewClientsWhileAHandlerIsAtWork) {
  std::promise<void> begun;
  std::promise<void> may_end;
  const Running running([&](const Request& request) {
    if (request.path == "/slow") {
      begun.set_value();
      may_end.get_future().wait();
    }
    return say_path(request);
  });
  Client slow = running.client();
  ASSERT_TRUE(slow.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n"));
  begun.get_future().wait();
  for (int i = 0; i < 10; ++i) {
    const auto reply = running.client().get("/quick");
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->body, "GET /quick");
  }
  may_end.set_value();
  EXPECT_TRUE(slow.receive());
}

TEST(Server, SendsNotModifiedPiecesAndPackedVariants) {
  const auto body = make_body(std::string(10'000, 'w'), Packing::best);
  const Running running(
      [&](const Request&) { return reply("text/plain", body, Caching::revalidate); });
  Client client = running.client();
  const auto whole = client.get("/");
  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->body, body->identity);
  const auto same = client.get("/", "If-None-Match: " + whole->header("etag") + "\r\n");
  ASSERT_TRUE(same);
  EXPECT_EQ(same->status, 304);
  const auto piece = client.get("/", "Range: bytes=10-19\r\n");
  ASSERT_TRUE(piece);
  EXPECT_EQ(piece->status, 206);
  EXPECT_EQ(piece->body.size(), 10U);
  const auto packed = client.get("/", "Accept-Encoding: gzip, deflate, br\r\n");
  ASSERT_TRUE(packed);
  EXPECT_EQ(packed->header("content-encoding"), "br");
  EXPECT_EQ(packed->body, body->brotli());
}

TEST(Server, SendsABodyLargerThanAnyBuffer) {
  const auto body = make_body(std::string(40'000'000, 'w'));
  const Running running(
      [&](const Request&) { return reply("text/plain", body, Caching::revalidate); });
  Client client = running.client();
  for (int i = 0; i < 2; ++i) {
    const auto reply = client.get("/");
    ASSERT_TRUE(reply);
    EXPECT_TRUE(reply->body == body->identity);
  }
}

TEST(Server, GivesTheHandlerWhatWasAsked) {
  const Running running([](const Request& request) {
    return reply("text/plain", request.method + "|" + request.path + "|" +
                                   request.query.find("q").value_or("none") + "|" + request.body +
                                   "|" + request.accept_language + "|" +
                                   (request.reader_language == base::Language::en ? "en" : "nl"));
  });
  Client client = running.client();
  const auto reply = client.ask(
      "POST /a%20b?q=c%2Bd HTTP/1.1\r\nHost: localhost\r\nAccept-Language: en\r\n"
      "Content-Length: 4\r\n\r\nbody");
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->body, "POST|/a b|c+d|body|en|en");
}

TEST(Server, AsksForABodyThatWaitsToBeAsked) {
  const Running running([](const Request& request) { return reply("text/plain", request.body); });
  Client client = running.client();
  const auto go_on = client.ask(
      "POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
  ASSERT_TRUE(go_on);
  EXPECT_EQ(go_on->status, 100);
  const auto reply = client.ask("body");
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->body, "body");
}

TEST(Server, TurnsFailuresIntoReplies) {
  std::promise<std::string> told;
  Options options = patient();
  options.report = [&](std::string_view line) { told.set_value(std::string(line)); };
  const Running running(
      [](const Request& request) -> Response {
        if (request.path == "/gone") throw Refusal(404, base::Failure(base::say("no such area")));
        throw std::logic_error("inner secret");
      },
      options);
  Client client = running.client();
  const auto gone = client.get("/gone");
  ASSERT_TRUE(gone);
  EXPECT_EQ(gone->status, 404);
  EXPECT_THAT(gone->body, HasSubstr("no such area"));
  EXPECT_EQ(gone->header("cache-control"), "no-store");
  const auto broken = client.get("/broken");
  ASSERT_TRUE(broken);
  EXPECT_EQ(broken->status, 500);
  EXPECT_EQ(broken->body.find("secret"), std::string::npos);
  EXPECT_EQ(told.get_future().get(), "GET /broken: inner secret");
  EXPECT_TRUE(client.get("/gone")) << "the connection goes on";
}

TEST(Server, RefusesAPortThatIsTaken) {
  const Running running(say_path);
  Options options;
  options.port = running.port();
  try {
    const base::Catalogue catalogue;
    const Server second(options, catalogue, say_path);
    FAIL() << "two servers on one port";
  } catch (const base::Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("another program has that port"));
  }
}

TEST(Server, RefusesAnAddressThatIsNotOurs) {
  const base::Catalogue catalogue;
  for (const char* address : {"203.0.113.7", "nonsense", ""}) {
    Options options;
    options.address = address;
    options.port = 0;
    try {
      const Server server(options, catalogue, say_path);
      FAIL() << address;
    } catch (const base::Failure& failure) {
      EXPECT_THAT(failure.what(), HasSubstr("no address of this machine")) << address;
    }
  }
}

TEST(Server, MayBeStoppedBeforeItRunsAndMoreThanOnce) {
  Options options;
  options.port = 0;
  const base::Catalogue catalogue;
  Server server(options, catalogue, say_path);
  server.stop();
  server.stop();
  server.run();
  EXPECT_FALSE(Client(server.port()).get("/"));
}

TEST(Server, StopsWhileClientsWaitAndHangsUpOnThem) {
  Running running(say_path);
  Client idle = running.client();
  ASSERT_TRUE(idle.get("/"));
  Client halfway = running.client();
  ASSERT_TRUE(halfway.send("GET / HTTP/1.1\r\nHo"));
  running.stop();
  EXPECT_TRUE(idle.is_hung_up());
  EXPECT_TRUE(halfway.is_hung_up());
}

TEST(Server, FinishesTheReplyInFlightWhenItStops) {
  std::promise<void> begun;
  std::promise<void> may_end;
  const auto body = make_body(std::string(20'000'000, 'w'));
  Running running([&](const Request&) {
    begun.set_value();
    may_end.get_future().wait();
    return reply("text/plain", body, Caching::revalidate);
  });
  Client client = running.client();
  ASSERT_TRUE(client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
  begun.get_future().wait();
  running.server().stop();
  may_end.set_value();
  const auto reply = client.receive();
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->header("connection"), "close");
  EXPECT_EQ(reply->body.size(), 20'000'000U);
}

TEST(Server, StopsThoughAClientNeverTakesItsReply) {
  const auto body = make_body(std::string(40'000'000, 'w'));
  std::promise<void> begun;
  Options options = patient();
  options.deadlines.stop = std::chrono::milliseconds(50);
  Running running(
      [&](const Request&) {
        begun.set_value();
        return reply("text/plain", body, Caching::revalidate);
      },
      options);
  Client client = running.client();
  ASSERT_TRUE(client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
  begun.get_future().wait();
  running.stop();  // returns
  EXPECT_FALSE(client.receive()) << "not all of it can have come";
}

}  // namespace
}  // namespace wijkbeeld::serve
