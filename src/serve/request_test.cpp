// SPDX-License-Identifier: EUPL-1.2
#include "serve/request.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wijkbeeld::serve {
namespace {

using base::Language;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

Target target_of(std::string_view text) {
  auto read = parse_target(text);
  if (const auto* complaint = std::get_if<Complaint>(&read)) {
    ADD_FAILURE() << text << ": " << complaint->failure.what();
    return {};
  }
  return std::get<Target>(read);
}

TEST(Target, IsAPathAndAQuery) {
  const Target target = target_of("/api/v1/find?q=bos&level=wijk");
  EXPECT_EQ(target.path, "/api/v1/find");
  EXPECT_THAT(target.query.pairs(), ElementsAre(Pair("q", "bos"), Pair("level", "wijk")));
}

TEST(Target, IsDecodedOnce) {
  EXPECT_EQ(target_of("/gemeente/S%C3%BAdwest%20F").path, "/gemeente/Súdwest F");
  EXPECT_EQ(target_of("/a%252e%252e").path, "/a%2e%2e");
  EXPECT_EQ(target_of("/a+b?c+d=e+f%2B").path, "/a+b");
  EXPECT_EQ(target_of("/?c+d=e+f%2B").query.find("c d"), "e f+");
}

TEST(Target, MayHoldRawUtf8) {
  EXPECT_EQ(target_of("/fryslân?q=één").path, "/fryslân");
  EXPECT_EQ(target_of("/?q=één").query.find("q"), "één");
}

TEST(Target, KeepsEveryPairInOrder) {
  const Query query = target_of("/?a=1&b&a=2&&=x&c=&d=e=f").query;
  EXPECT_THAT(query.pairs(), ElementsAre(Pair("a", "1"), Pair("b", ""), Pair("a", "2"),
                                         Pair("", "x"), Pair("c", ""), Pair("d", "e=f")));
  EXPECT_EQ(query.find("a"), "1");
  EXPECT_EQ(query.find("b"), "");
  EXPECT_EQ(query.find("z"), std::nullopt);
  EXPECT_THAT(query.all("a"), ElementsAre("1", "2"));
}

TEST(Target, MayEndInASlashOrAnEmptyQuery) {
  EXPECT_EQ(target_of("/").path, "/");
  EXPECT_EQ(target_of("/a/").path, "/a/");
  EXPECT_EQ(target_of("/a?").path, "/a");
  EXPECT_TRUE(target_of("/a?&&").query.pairs().empty());
}

TEST(Target, MayHavePartsThatOnlyLookLikeGoingUp) {
  EXPECT_EQ(target_of("/.../a..b/..c/d..").path, "/.../a..b/..c/d..");
}

TEST(Target, IsRefusedWithAReason) {
  struct Case {
    std::string_view text;
    std::string_view why;
  };
  using std::string_view_literals::operator""sv;
  const std::vector<Case> cases = {
      {"", "does not begin with '/'"},
      {"*", "does not begin with '/'"},
      {"a/b", "does not begin with '/'"},
      {"?a=b", "does not begin with '/'"},
      {"http://localhost/", "does not begin with '/'"},
      {"localhost:443", "does not begin with '/'"},
      {"//elsewhere.example/", "empty part"},
      {"/a//b", "empty part"},
      {"/..", "a part '..'"},
      {"/../../etc/passwd", "a part '..'"},
      {"/a/../b", "a part '..'"},
      {"/./a", "a part '.'"},
      {"/%2e%2e/a", "a part '..'"},
      {"/%2E./a", "a part '..'"},
      {"/..%2f..%2fetc", "encoded '/'"},
      {"/a%2Fb", "encoded '/'"},
      {"/a%", "two hexadecimal"},
      {"/a%2", "two hexadecimal"},
      {"/a%zz", "two hexadecimal"},
      {"/a%-1", "two hexadecimal"},
      {"/a%u0041", "two hexadecimal"},
      {"/?a=%", "two hexadecimal"},
      {"/?%4=b", "two hexadecimal"},
      {"/a%00", "control characters"},
      {"/a%0d%0aSet-Cookie:x", "control characters"},
      {"/a\0b"sv, "control characters"},
      {"/a%7f", "control characters"},
      {"/?a=%00", "control characters"},
      {"/?a=%1b[31m", "control characters"},
      {"/%ff", "not valid UTF-8"},
      {"/%c0%af", "not valid UTF-8"},         // '/' in an overlong form
      {"/%c0%ae%c0%ae/", "not valid UTF-8"},  // '..' likewise
      {"/%ed%a0%80", "not valid UTF-8"},      // half of a surrogate pair
      {"/%f4%90%80%80", "not valid UTF-8"},   // beyond U+10FFFF
      {"/?a=%c3", "not valid UTF-8"},
      {"/?%ff=1", "not valid UTF-8"},
      {"/a#b", "a '#'"},
      {"/?a=b#c", "a '#'"},
  };
  for (const Case& one : cases) {
    const auto read = parse_target(one.text);
    const auto* complaint = std::get_if<Complaint>(&read);
    ASSERT_NE(complaint, nullptr) << one.text;
    EXPECT_EQ(complaint->status, 400);
    EXPECT_THAT(complaint->failure.what(), HasSubstr(one.why)) << one.text;
  }
}

TEST(Target, MayHoldPastedLines) {
  EXPECT_EQ(target_of("/?codes=BU1%0D%0ABU2%09").query.find("codes"), "BU1\r\nBU2\t");
}

TEST(Target, AsksAHundredThingsAtMost) {
  std::string text = "/?";
  for (int i = 0; i < 100; ++i)
    text += "a&";
  EXPECT_EQ(target_of(text).query.pairs().size(), 100U);
  EXPECT_TRUE(std::holds_alternative<Complaint>(parse_target(text + "a")));
}

TEST(PreferredLanguage, IsTheOneTheReaderLikesBest) {
  EXPECT_EQ(preferred_language(""), Language::nl);
  EXPECT_EQ(preferred_language("en"), Language::en);
  EXPECT_EQ(preferred_language("en-GB,en;q=0.9,nl;q=0.5"), Language::en);
  EXPECT_EQ(preferred_language("nl-BE,en;q=0.9"), Language::nl);
  EXPECT_EQ(preferred_language("en,nl"), Language::nl);
  EXPECT_EQ(preferred_language("fr,de;q=0.8"), Language::nl);
  EXPECT_EQ(preferred_language("fr,EN;q=0.8"), Language::en);
  EXPECT_EQ(preferred_language("en;q=nonsense"), Language::nl);
  EXPECT_EQ(preferred_language("english"), Language::nl);
}

TEST(ReadLanguage, FollowsTheAddressBeforeTheBrowser) {
  Request request;
  request.accept_language = "en";
  EXPECT_FALSE(read_language(request));
  EXPECT_EQ(request.lang, std::nullopt);
  EXPECT_EQ(request.reader_language, Language::en);
  request.query = target_of("/?lang=nl").query;
  EXPECT_FALSE(read_language(request));
  EXPECT_EQ(request.lang, Language::nl);
  EXPECT_EQ(request.reader_language, Language::nl);
}

TEST(ReadLanguage, RefusesOneThereIsNot) {
  Request request;
  request.query = target_of("/?lang=fy").query;
  const auto complaint = read_language(request);
  ASSERT_TRUE(complaint);
  EXPECT_EQ(complaint->status, 400);
  EXPECT_THAT(complaint->failure.what(), HasSubstr("there is no language 'fy'"));
}

}  // namespace
}  // namespace wijkbeeld::serve
