// SPDX-License-Identifier: EUPL-1.2
#include "cli/command_serve.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <thread>

#include "base/file.hpp"
#include "cli/catalogue.hpp"
#include "cli/interruption.hpp"
#include "cli/program.hpp"
#include "cli/read_data.hpp"
#include "serve/atlas.hpp"
#include "serve/endpoints.hpp"
#include "serve/http_server.hpp"
#include "serve/theme_colours.hpp"

namespace wijkbeeld::cli {

using base::say;

namespace {

constexpr std::int64_t kPort = 8017;
constexpr std::int64_t kHighestPort = 65535;
constexpr std::uint64_t kLargestUpload = std::uint64_t{32} << 20U;
constexpr auto kGlance = std::chrono::milliseconds(50);
constexpr int kGlancesBetweenLooks = 40;  // two seconds
constexpr int kGlancesForFirstPage = 20;  // one

// Whether nobody but this computer can reach it.
bool is_loopback(const std::string& address) {
  return address == "localhost" || address == "::1" || address.starts_with("127.");
}

// What is read is kept, so the readers notice nothing; who runs the server should.
base::Message words_for(serve::FileState state, const std::string& path) {
  switch (state) {
    case serve::FileState::same:
      return say("'{}' is back as it was", path);
    case serve::FileState::replaced:
      return say("there is a new '{}': start again to show it; until then the old one is shown",
                 path);
    default:
      return say("'{}' is gone: what was read of it is still shown", path);
  }
}

// Serves until somebody asks to stop; the signal only sets a mark, so somebody must look at it, and
// now and then at the file.
void serve_until_asked(serve::Server& server, const std::function<void()>& look_at_file) {
  std::thread watcher([&] {
    for (int glances = 1; !is_interrupted(); ++glances) {
      std::this_thread::sleep_for(kGlance);
      if (glances % kGlancesBetweenLooks == 0) look_at_file();
    }
    server.stop();
  });
  server.run();
  watcher.join();
}

// The edition of the project with the latest wave, as it is called in Dutch; empty without
// editions.
std::string title_of_latest(const serve::Archive& archive) {
  std::string out;
  series::Wave latest;
  for (const series::Listed& one : archive.listed()) {
    if (one.periods.empty() || (!out.empty() && one.periods.back().to <= latest)) continue;
    latest = one.periods.back().to;
    out =
        instrument::edition_named(archive.editions(), one.key.edition).title.in(base::Language::nl);
  }
  return out;
}

// What a project is called: the name of its file, as people write it ("Voorbeeld open"). A name of
// three letters or fewer ("nl") says nothing: then that of what is in it.
std::string title_of(const std::filesystem::path& path, const serve::Archive& archive) {
  const std::filesystem::path whole = path.has_filename() ? path : path.parent_path();
  std::string out = whole.stem().string();
  constexpr std::size_t kShort = 3;
  if (const std::string latest = title_of_latest(archive); out.size() <= kShort && !latest.empty())
    return latest;
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z')
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

// What readers would wait for is made while nobody asks yet. A mistake here is told to who asks for
// the same.
void warm(const serve::Router& router, serve::Atlas& atlas, const std::stop_token& stop) {
  serve::Request request;
  request.path = "/api/v1/project";
  try {
    router(request);
    // Who opens the page at once has it first.
    for (int glances = 0; glances < kGlancesForFirstPage && !stop.stop_requested(); ++glances)
      std::this_thread::sleep_for(kGlance);
    atlas.prepare([&] { return !stop.stop_requested(); });
  } catch (const std::exception&) {
  }
}

}  // namespace

Grammar CommandServe::grammar() const {
  return {.operands = {{.name = "project",
                        .value = say("PROJECT"),
                        .meaning = say("a project file, or a folder or file as published"),
                        .required = say("name the project file to show")}},
          .options = {{.name = "port",
                       .meaning = say("the port; 8017 unless asked otherwise, 0 for any that is "
                                      "free"),
                       .value = say("NUMBER")},
                      {.name = "address",
                       .meaning = say("the address to listen on; 127.0.0.1 unless asked otherwise: "
                                      "then nobody else on the network can see it"),
                       .value = say("ADDRESS")},
                      {.name = "theme",
                       .meaning = say("the colours of your organisation: a TOML file of tokens"),
                       .value = say("FILE")},
                      {.name = "web-dir",
                       .meaning = say("take the page from this folder instead of from the program: "
                                      "for who works on it"),
                       .value = say("FOLDER")},
                      threads_option()}};
}

void CommandServe::setup(const Arguments& arguments, Mistakes& mistakes) {
  path_ = arguments.text("project");
  port_ = static_cast<std::uint16_t>(
      arguments.whole("port", 0, kHighestPort, mistakes).value_or(kPort));
  address_ = arguments.text("address", "127.0.0.1");
  theme_ = arguments.text("theme");
  web_folder_ = arguments.text("web-dir");
  workers_ = arguments.workers(mistakes);
}

Ending CommandServe::run(Session& session) {
  const std::string style =
      theme_.empty() ? std::string() : serve::theme_colours(base::read_file(theme_), theme_);
  const serve::FileWatch file(path_);
  // Respondents and sales are nobody's business here: they are not even read.
  serve::Archive archive =
      store::is_project_file(path_)
          ? serve::Archive(std::filesystem::path(path_))
          : serve::Archive(
                read_data(path_, workers_, session,
                          {.with_samples = false, .with_places = false, .with_nestings = false}));
  session.end_progress();
  const base::Catalogue& texts = catalogue();
  std::string title = title_of(path_, archive);
  serve::Atlas atlas(std::move(archive), std::move(title), WIJKBEELD_VERSION, texts, workers_);
  atlas.watch(file);
  atlas.wear(style);
  const bool is_private = is_loopback(address_);
  if (is_private) atlas.take_uploads();
  if (atlas.choices().empty())
    throw base::Failure(say("there is nothing to show in '{}'", path_))
        .because(say("no edition in it has scores or classes"))
        .help(say("wijkbeeld check {} shows what is in it", path_));
  serve::Options options;
  options.address = address_;
  options.port = port_;
  options.threads = workers_.count;
  if (is_private) options.limits.body_bytes = kLargestUpload;
  options.report = [&](std::string_view line) { session.tell(say("{}", std::string(line))); };
  const serve::Assets assets =
      web_folder_.empty() ? serve::Assets::built_in() : serve::Assets::of_folder(web_folder_);
  const serve::Router router(serve::atlas_routes(atlas, assets));
  serve::Server server(options, texts, router);
  session.tell(say("the atlas is at http://{}:{}", address_, server.port()));
  session.tell(say("Ctrl-C stops it"));
  session.out().flush();
  const std::jthread maker([&](const std::stop_token& stop) { warm(router, atlas, stop); });
  serve_until_asked(server, [&, seen = serve::FileState::same]() mutable {
    const serve::FileState now = atlas.file_state();
    if (now != seen) session.tell(words_for(now, path_));
    seen = now;
  });
  return Ending::done;
}

}  // namespace wijkbeeld::cli
