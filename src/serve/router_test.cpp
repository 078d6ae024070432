// SPDX-License-Identifier: EUPL-1.2
#include "serve/router.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wijkbeeld::serve {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string captured(std::string_view pattern, std::string_view path) {
  const auto captures = match(pattern, path);
  if (!captures) return "no";
  std::string text;
  for (const auto& [name, value] : captures->all())
    text += name + "=" + value + ";";
  return text;
}

TEST(Match, HoldsTextAsItIs) {
  EXPECT_EQ(captured("/", "/"), "");
  EXPECT_EQ(captured("/api/v1", "/api/v1"), "");
  EXPECT_EQ(captured("/api/v1", "/api/v1/"), "no");
  EXPECT_EQ(captured("/api/v1/", "/api/v1"), "no");
  EXPECT_EQ(captured("/api/v1", "/api/V1"), "no");
  EXPECT_EQ(captured("/api/v1", "/api"), "no");
  EXPECT_EQ(captured("/api", "/api/v1"), "no");
  EXPECT_EQ(captured("/", ""), "no");
}

TEST(Match, TakesOnePartForAPlace) {
  EXPECT_EQ(captured("/areas/{level}/{vintage}", "/areas/wijk/2016"), "level=wijk;vintage=2016;");
  EXPECT_EQ(captured("/areas/{level}", "/areas/"), "no");
  EXPECT_EQ(captured("/areas/{level}", "/areas/wijk/2016"), "no");
  EXPECT_EQ(captured("/areas/{level}", "/areas/{level}"), "level={level};");
}

TEST(Match, TakesWhatIsBetweenTheTextAroundAPlace) {
  EXPECT_EQ(captured("/t/{period}.csv", "/t/2012-2014.csv"), "period=2012-2014;");
  EXPECT_EQ(captured("/t/{period}.csv", "/t/a.csv.csv"), "period=a.csv;");
  EXPECT_EQ(captured("/t/{period}.csv", "/t/.csv"), "no");
  EXPECT_EQ(captured("/t/v{n}", "/t/v1"), "n=1;");
  EXPECT_EQ(captured("/t/aa{n}aa", "/t/aaa"), "no");
}

TEST(Match, TakesAllThatIsLeftAtTheEnd) {
  EXPECT_EQ(captured("/web/{file...}", "/web/a/b.js"), "file=a/b.js;");
  EXPECT_EQ(captured("/web/{file...}", "/web/"), "no");
  EXPECT_EQ(captured("/web/{file...}", "/web"), "no");
  EXPECT_EQ(captured("/{file...}", "/x"), "file=x;");
}

Router sample_router() {
  const auto says = [](std::string what) {
    return [what](const Request&, const Captures& captures) {
      return reply("text/plain",
                   what + (captures.all().empty() ? "" : " " + captures.all()[0].second));
    };
  };
  return Router({
      {"GET", "/healthz", "health", base::say("whether it runs"), says("health")},
      {"GET", "/api/v1/areas/{level}/{vintage}", "areas", base::say("codes and names"),
       says("areas")},
      {"GET", "/api/v1/profile/own", "own", base::say("the own profile"), says("own")},
      {"GET", "/api/v1/profile/{code}", "profile", base::say("a profile"), says("profile")},
      {"POST", "/api/v1/upload", "upload", base::say("own areas"), says("upload")},
  });
}

std::string answer(const std::string& method, const std::string& path) {
  Request request;
  request.method = method;
  request.path = path;
  return sample_router()(request).body->identity;
}

Refusal refusal(const std::string& method, const std::string& path) {
  try {
    return Refusal(200, base::Failure(base::say("{}", answer(method, path))));
  } catch (const Refusal& caught) {
    return caught;
  }
}

TEST(Router, GivesTheFirstThatFits) {
  EXPECT_EQ(answer("GET", "/healthz"), "health");
  EXPECT_EQ(answer("HEAD", "/healthz"), "health");
  EXPECT_EQ(answer("GET", "/api/v1/profile/own"), "own");
  EXPECT_EQ(answer("GET", "/api/v1/profile/BU1"), "profile BU1");
  EXPECT_EQ(answer("POST", "/api/v1/upload"), "upload");
}

TEST(Router, TellsWhatWasPerhapsMeant) {
  const Refusal refused = refusal("GET", "/api/v1/area/wijk/2016");
  EXPECT_EQ(refused.status(), 404);
  EXPECT_THAT(refused.what(), HasSubstr("there is nothing at '/api/v1/area/wijk/2016'"));
  EXPECT_THAT(refused.what(), HasSubstr("did you mean '/api/v1/areas/wijk/2016'"));
  EXPECT_THAT(refusal("GET", "/health").what(), HasSubstr("did you mean '/healthz'"));
  const std::string code(300, 'a');
  EXPECT_THAT(refusal("GET", "/api/v1/profil/" + code).what(), Not(HasSubstr("did you mean")))
      << "not for what nobody types";
  EXPECT_THAT(refusal("GET", "/wp-login.php").what(), Not(HasSubstr("did you mean")));
}

TEST(Router, TellsWhichMethodsAnAddressTakes) {
  const Refusal refused = refusal("POST", "/healthz");
  EXPECT_EQ(refused.status(), 405);
  EXPECT_EQ(refused.headers(), Headers({{"Allow", "GET, HEAD"}}));
  EXPECT_EQ(refusal("GET", "/api/v1/upload").headers(), Headers({{"Allow", "POST"}}));
  EXPECT_EQ(refusal("get", "/healthz").status(), 405);
}

TEST(RouterDeathTest, TakesNoMalformedTable) {
  const auto handler = [](const Request&, const Captures&) { return Response{}; };
  const auto with = [&](const std::string& pattern) {
    return std::vector<Route>{{"GET", pattern, "x", base::say("x"), handler}};
  };
  EXPECT_DEATH(Router(with("api")), "begins with '/'");
  EXPECT_DEATH(Router(with("/{level")), "is closed");
  EXPECT_DEATH(Router(with("/{a}{b}")), "one place at most");
  EXPECT_DEATH(Router(with("/{a...}/b")), "the whole last part");
  EXPECT_DEATH(Router({with("/a")[0], with("/a")[0]}), "in the table once");
  EXPECT_DEATH((void)(*match("/{a}", "/x"))["b"], "places its pattern names");
}

}  // namespace
}  // namespace wijkbeeld::serve
