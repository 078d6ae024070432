// SPDX-License-Identifier: EUPL-1.2
#include "serve/http_server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "serve/http_client_test.hpp"

namespace wijkbeeld::serve {
namespace {

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

}  // namespace
}  // namespace wijkbeeld::serve
