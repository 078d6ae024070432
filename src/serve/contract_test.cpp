// SPDX-License-Identifier: EUPL-1.2
// contract/openapi.json against the table of routes, and the pairs in contract/examples, question
// and reply, against what the routes reply. tools/check_contract holds the replies to the schemas.
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/file.hpp"
#include "serve/endpoints.hpp"
#include "serve/town_test.hpp"
#include "support/all_texts.hpp"

namespace wijkbeeld::serve {
namespace {

using Json = nlohmann::ordered_json;

const std::filesystem::path kContract = std::filesystem::path(WIJKBEELD_ROOT) / "contract";

std::string bytes_of(const std::string& hexadecimals) {
  std::string out;
  for (std::size_t i = 0; i + 1 < hexadecimals.size(); i += 2)
    out += static_cast<char>(std::stoi(hexadecimals.substr(i, 2), nullptr, 16));
  return out;
}

// One of the little towns that questions are put to.
struct Town {
  explicit Town(series::Project project)
      : atlas(std::move(project), "stadje", "1.2.3", support::all_texts(), {1}) {
    atlas.take_uploads();
  }
  Atlas atlas;
  Assets assets = {};
  Router router{atlas_routes(atlas, assets)};
};

class Contract : public ::testing::Test {
 protected:
  Town wijken{town()};
  Router& router = wijken.router;

  // Most pairs are about wijken; "town" names another.
  static Town& other_town(const std::string& name) {
    static Town cells{land_of_cells()};
    static Town fitted{fitted_town()};
    if (name == "vierkanten") return cells;
    EXPECT_EQ(name, "eigen-instrument");
    return fitted;
  }
  Town& town_of(const Json& example) {
    return example.contains("town") ? other_town(example["town"]) : wijken;
  }

  // A pair without a body is a GET; a body that is no text is written as hexadecimals.
  Response reply_to(const Json& example) {
    const auto target = std::get<Target>(parse_target(example["request"].get<std::string>()));
    Request request;
    request.body = example.value("body", std::string());
    if (example.contains("body_hex"))
      request.body = bytes_of(example["body_hex"].get<std::string>());
    if (!request.body.empty()) request.method = "POST";
    request.path = target.path;
    request.query = target.query;
    const auto lang = target.query.find("lang");
    request.reader_language = lang == "en" ? base::Language::en : base::Language::nl;
    Town& town = town_of(example);
    const base::Catalogue& words = town.atlas.catalogue();
    try {
      return town.router(request);
    } catch (const Refusal& refusal) {
      return json_error(refusal.failure(), refusal.status(), words, request.reader_language);
    } catch (const base::Failure& failure) {
      EXPECT_EQ(failure.kind(), base::Failure::Kind::usage) << failure.what();
      return json_error(failure, 400, words, request.reader_language);
    }
  }
};

Json read_json(const std::filesystem::path& path) {
  return Json::parse(base::read_file(path));
}

std::string hexadecimals(const std::string& bytes) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += {digits[byte / 16U], digits[byte % 16U]};
  }
  return out;
}

// Pages are too long to be worth keeping: of them only the status and the type.
Json shown(const Response& response) {
  Json out;
  out["status"] = response.status;
  out["type"] = response.content_type;
  const std::string& bytes = response.body->identity;
  if (response.content_type == "application/json")
    out["json"] = Json::parse(bytes);
  else if (response.content_type == "application/octet-stream")
    out["hex"] = hexadecimals(bytes);
  else if (response.content_type.rfind("text/csv", 0) == 0 ||
           response.content_type == "image/svg+xml")
    out["text"] = bytes;
  return out;
}

std::vector<std::filesystem::path> examples() {
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::directory_iterator(kContract / "examples"))
    out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

TEST_F(Contract, NamesEveryRouteInTheSameWords) {
  std::map<std::string, std::pair<std::string, std::string>> routed;
  for (const Route& route : router.routes())
    routed[route.pattern] = {route.name, base::render(route.summary, {}, base::Language::en)};
  std::map<std::string, std::pair<std::string, std::string>> promised;
  const Json contract = read_json(kContract / "openapi.json");
  for (const auto& [path, methods] : contract["paths"].items())
    promised[path] = {methods.front()["operationId"], methods.front()["summary"]};
  EXPECT_EQ(routed, promised);
}

TEST_F(Contract, NamesEveryPlaceOfAnAddress) {
  const Json contract = read_json(kContract / "openapi.json");
  for (const auto& [path, methods] : contract["paths"].items()) {
    const Json parameters = methods.front().value("parameters", Json::array());
    for (std::size_t at = path.find('{'); at != std::string::npos; at = path.find('{', at + 1)) {
      const std::string name = path.substr(at + 1, path.find('}', at) - at - 1);
      const Json reference = {{"$ref", "#/components/parameters/" + name}};
      EXPECT_NE(std::find(parameters.begin(), parameters.end(), reference), parameters.end())
          << path << " does not say what " << name << " is";
    }
  }
}

TEST_F(Contract, ExamplesAreReplayed) {
  std::set<std::string> shown_routes;
  for (const std::filesystem::path& path : examples()) {
    Json example = read_json(path);
    const std::string address = example["request"];
    const Json now = shown(reply_to(example));
    for (const Route& route : router.routes())
      if (match(route.pattern, std::get<Target>(parse_target(address)).path)) {
        shown_routes.insert(route.name);
        break;
      }
    if (std::getenv("WIJKBEELD_APPROVE") != nullptr) {
      example["response"] = now;
      base::write_whole(path, example.dump(2) + "\n");
    }
    EXPECT_EQ(example["response"], now)
        << path << "\nto write it again: WIJKBEELD_APPROVE=1 build/dev/src/test_serve "
        << "--gtest_filter='Contract.*'; look at the difference";
  }
  for (const Route& route : router.routes())
    if (route.name != "asset" && route.name != "page" && route.name != "contract") {
      EXPECT_EQ(shown_routes.count(route.name), 1U)
          << "no example in contract/examples asks for " << route.pattern;
    }
}

}  // namespace
}  // namespace wijkbeeld::serve
