// SPDX-License-Identifier: EUPL-1.2
// Who asks too much, too slowly, or nothing that can be understood.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <vector>

#include "base/random.hpp"
#include "serve/http_client_test.hpp"
#include "serve/http_server.hpp"

namespace wijkbeeld::serve {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;

Response say_fine(const Request&) {
  return reply("text/plain", "fine");
}

// Raw bytes and the status they get. 0: the server may only hang up.
struct Hostile {
  std::string bytes;
  int status;
};

std::string request_with(const std::string& lines) {
  return "GET / HTTP/1.1\r\nHost: localhost\r\n" + lines + "\r\n";
}

std::vector<Hostile> hostile_requests() {
  const std::string nul(1, '\0');
  return {
      // No HTTP at all.
      {"\x16\x03\x01\x02" + nul + "\x01" + nul + "\x01\xfc\x03\x03", 400},  // TLS
      {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400},
      {"GET /\r\n\r\n", 400},
      {"GET / HTTP/9.9\r\n\r\n", 400},
      {"GET / HTTP/1.12\r\n\r\n", 400},
      {"GET / http/1.1\r\n\r\n", 400},
      {"GET  / HTTP/1.1\r\n\r\n", 400},
      {"/ HTTP/1.1\r\n\r\n", 400},
      {"G\x01T / HTTP/1.1\r\n\r\n", 400},
      {"GET / HTTP/1.1\n\n", 400},
      {nul + nul + nul + nul, 400},
      {"\xff\xfe\xfd", 400},
      {"SSH-2.0-OpenSSH_9.2\r\n", 400},
      // Targets.
      {"GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
      {"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
      {"GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
      {"GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
      {"GET http://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
      {"GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
      {"CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
      {"OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
      {"GET /?lang=klingon HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
      {"GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 414},
      {"GET /" + std::string(20000, 'a') + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 414},
      // Hosts.
      {"GET / HTTP/1.1\r\n\r\n", 400},
      {request_with("Host: localhost\r\n"), 400},
      {"GET / HTTP/1.1\r\nHost: \r\n\r\n", 421},
      {"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421},
      {"GET / HTTP/1.1\r\nHost: localhost.evil.example:8017\r\n\r\n", 421},
      {"GET / HTTP/1.0\r\nHost: evil.example\r\n\r\n", 421},
      // Headers.
      {request_with("X: " + std::string(20000, 'x') + "\r\n"), 431},
      {request_with(std::string(20000, 'x')), 431},
      {request_with("No colon\r\n"), 400},
      {request_with(": no name\r\n"), 400},
      {request_with("Na me: x\r\n"), 400},
      {request_with("X: a" + nul + "b\r\n"), 400},
      {request_with("X: a\rY: b\r\n"), 400},
      {request_with("Expect: 200-maybe\r\n"), 417},
      // Bodies, and two requests passed off as one.
      {request_with("Transfer-Encoding: chunked\r\n") + "0\r\n\r\n", 411},
      {request_with("Transfer-Encoding: gzip, chunked\r\n") + "0\r\n\r\n", 411},
      {request_with("Transfer-Encoding: identity\r\n"), 411},
      {request_with("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n", 400},
      {request_with("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n") + "0\r\n\r\n", 400},
      {request_with("Content-Length: 4\r\nContent-Length: 5\r\n") + "body", 400},
      {request_with("Content-Length: -1\r\n"), 400},
      {request_with("Content-Length: 0x4\r\n") + "body", 400},
      {request_with("Content-Length: 99999999999999999999999\r\n"), 400},
      {request_with("Content-Length: 18446744073709551615\r\n"), 413},
      {request_with("Content-Length: 1048577\r\n"), 413},
      {request_with("Content-Length: 4000000\r\nExpect: 100-continue\r\n"), 413},
  };
}

TEST(Limits, GiveEveryHostileRequestAnAnswerAndHangUp) {
  const Running running(say_fine);
  for (const Hostile& one : hostile_requests()) {
    Client client = running.client();
    client.send(one.bytes);
    const auto reply = client.receive();
    const std::string shown = one.bytes.substr(0, 100);
    ASSERT_TRUE(reply) << shown;
    EXPECT_EQ(reply->status, one.status) << shown;
    EXPECT_EQ(reply->header("content-type"), "application/json") << shown;
    EXPECT_THAT(reply->body, HasSubstr("\"error\"")) << shown;
    EXPECT_EQ(reply->header("x-content-type-options"), "nosniff") << shown;
    client.end_sending();
    EXPECT_TRUE(client.is_hung_up()) << shown;
    EXPECT_TRUE(running.client().get("/")) << "others are served after " << shown;
  }
}

TEST(Limits, SpeakTheLanguageOfTheReaderWhereItIsKnown) {
  base::Catalogue catalogue;
  catalogue.add("msgid \"this server does not go by that name\"\nmsgstr \"deze heet zo niet\"\n",
                "nl.po");
  Options options = patient();
  options.port = 0;
  Server server(options, catalogue, say_fine);
  std::thread thread([&] { server.run(); });
  const auto dutch = Client(server.port()).ask("GET / HTTP/1.1\r\nHost: evil\r\n\r\n");
  const auto english =
      Client(server.port()).ask("GET / HTTP/1.1\r\nHost: evil\r\nAccept-Language: en\r\n\r\n");
  server.stop();
  thread.join();
  ASSERT_TRUE(dutch && english);
  EXPECT_THAT(dutch->body, HasSubstr("deze heet zo niet"));
  EXPECT_THAT(english->body, HasSubstr("this server does not go by that name"));
}

TEST(Limits, LetTheLargestThrough) {
  Options options = patient();
  options.limits.body_bytes = 100'000;
  const Running running(
      [](const Request& request) {
        return reply("text/plain", std::to_string(request.body.size()));
      },
      options);
  Client client = running.client();
  const auto body =
      client.ask("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n" +
                 std::string(100'000, 'b'));
  ASSERT_TRUE(body);
  EXPECT_EQ(body->body, "100000");
  const auto target = client.get("/" + std::string(8191, 'a'));
  ASSERT_TRUE(target);
  EXPECT_EQ(target->status, 200);
  const auto headers = client.get("/", "X: " + std::string(15'000, 'x') + "\r\n");
  ASSERT_TRUE(headers);
  EXPECT_EQ(headers->status, 200);
}

TEST(Limits, PassOverLineEndsBeforeARequest) {
  const Running running(say_fine);
  const auto reply = running.client().ask("\r\n\r\nGET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 200);
}

TEST(Limits, CutOffOneWhoDripsARequest) {
  Options options = patient();
  options.deadlines.receive = milliseconds(200);
  const Running running(say_fine, options);
  Client slow = running.client();
  slow.send("GET / HTTP/1.1\r\nX: ");
  // A byte now and then buys no time: without an absolute deadline this would go on for ever.
  while (!slow.has_something_within(5) && slow.send("x")) {
    const auto reply = running.client().get("/");
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->status, 200);
  }
  const auto reply = slow.receive();
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 408);
  EXPECT_EQ(reply->header("connection"), "close");
}

TEST(Limits, CutOffOneWhoDripsABody) {
  Options options = patient();
  options.deadlines.receive = milliseconds(200);
  const Running running(say_fine, options);
  Client slow = running.client();
  slow.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n");
  while (!slow.has_something_within(5) && slow.send("x")) {
  }
  const auto reply = slow.receive();
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 408);
}

TEST(Limits, HangUpOnOneWhoSaysNothing) {
  Options options = patient();
  options.deadlines.receive = milliseconds(100);
  const Running running(say_fine, options);
  Client silent = running.client();
  EXPECT_TRUE(silent.is_hung_up());
}

TEST(Limits, HangUpOnOneWhoHasNoMoreToAsk) {
  Options options = patient();
  options.deadlines.idle = milliseconds(100);
  const Running running(say_fine, options);
  Client client = running.client();
  ASSERT_TRUE(client.get("/"));
  EXPECT_TRUE(client.is_hung_up());
}

TEST(Limits, CutOffOneWhoDoesNotTakeItsReply) {
  const auto body = make_body(std::string(40'000'000, 'w'));
  Options options = patient();
  options.deadlines.write = milliseconds(200);
  const Running running(
      [&](const Request&) { return reply("text/plain", body, Caching::revalidate); }, options);
  Client client = running.client();
  ASSERT_TRUE(client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
  client.wait_until_cut_off();
  EXPECT_TRUE(running.client().is_connected());
}

TEST(Limits, OutliveOneWhoGoesAwayHalfway) {
  const auto body = make_body(std::string(10'000'000, 'w'));
  const Running running(
      [&](const Request&) { return reply("text/plain", body, Caching::revalidate); });
  for (int i = 0; i < 20; ++i)
    running.client().send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HT");
  const auto reply = running.client().get("/");
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->body.size(), body->identity.size());
}

// The one that waited longest makes room, so those who hold connections keep nobody out.
TEST(Limits, MakeRoomForANewClientOfTheSameAddress) {
  Options options = patient();
  options.limits.connections_per_local_address = 3;
  const Running running(say_fine, options);
  std::vector<Client> clients;
  for (int i = 0; i < 5; ++i) {
    clients.push_back(running.client());
    ASSERT_TRUE(clients.back().get("/")) << i;
  }
  EXPECT_TRUE(clients[0].is_hung_up());
  EXPECT_TRUE(clients[1].is_hung_up());
  for (std::size_t i = 2; i < 5; ++i)
    EXPECT_TRUE(clients[i].get("/")) << i;
}

TEST(Limits, MakeRoomAmongAll) {
  Options options = patient();
  options.limits.connections = 2;
  const Running running(say_fine, options);
  Client halfway = running.client();
  ASSERT_TRUE(halfway.get("/"));
  ASSERT_TRUE(halfway.send("GET / HT"));
  for (int i = 0; i < 10; ++i)
    ASSERT_TRUE(running.client().get("/"));
  Client second = running.client();
  ASSERT_TRUE(second.get("/"));
  Client third = running.client();
  ASSERT_TRUE(third.get("/"));
  EXPECT_TRUE(halfway.is_hung_up());
  EXPECT_TRUE(second.get("/"));
}

TEST(Limits, SayThatAllAreBusy) {
  std::promise<void> begun;
  std::promise<void> may_end;
  Options options = patient();
  options.limits.connections = 1;
  const Running running(
      [&](const Request& request) {
        begun.set_value();
        may_end.get_future().wait();
        return say_fine(request);
      },
      options);
  Client busy = running.client();
  ASSERT_TRUE(busy.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
  begun.get_future().wait();
  Client second = running.client();
  const auto refused = second.receive();
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->status, 503);
  EXPECT_TRUE(second.is_hung_up());
  may_end.set_value();
  const auto served = busy.receive();
  ASSERT_TRUE(served);
  EXPECT_EQ(served->status, 200);
}

// Bytes of requests, bent by chance: each gets whole replies or a clean end.
TEST(Limits, OutliveBentRequests) {
  constexpr std::uint64_t kSeed = 20161;
  RecordProperty("seed", std::to_string(kSeed));
  const Running running(say_fine);
  const auto samples = hostile_requests();
  for (std::uint64_t item = 0; item < 400; ++item) {
    base::Stream chance(base::Seed{kSeed}, item);
    std::string bytes = samples[chance.below(samples.size())].bytes + request_with("");
    for (std::uint64_t i = chance.below(8); i > 0; --i)
      bytes[chance.below(bytes.size())] = static_cast<char>(chance.below(256));
    Client client = running.client();
    client.send(std::string_view(bytes).substr(0, chance.below(bytes.size() + 1)));
    client.end_sending();
    while (const auto reply = client.receive(true))
      EXPECT_GE(reply->status, 100) << "seed " << kSeed << ", item " << item;
  }
  EXPECT_TRUE(running.client().get("/"));
}

}  // namespace
}  // namespace wijkbeeld::serve
