// SPDX-License-Identifier: EUPL-1.2
#include "serve/http_boundary.hpp"

#include <algorithm>
#include <string>

namespace wijkbeeld::serve {

using base::Failure;
using base::say;

namespace {

int status_of(Failure::Kind kind) {
  if (kind == Failure::Kind::usage) return 400;
  return kind == Failure::Kind::interrupted ? 503 : 500;
}

int status_of(const base::Failures& failures) {
  const auto is_usage = [](const Failure& one) { return one.kind() == Failure::Kind::usage; };
  return std::all_of(failures.all().begin(), failures.all().end(), is_usage) ? 400 : 500;
}

// What nobody foresaw. Its own words are for whoever runs the server, not for the reader.
Failure own_fault() {
  return Failure(say("this cannot be answered because of a fault in the program"))
      .help(say("try again, and tell whoever runs this server when it stays"));
}

}  // namespace

Response answer_of(const std::function<Response(const Request&)>& handler, const Request& request,
                   const base::Catalogue& catalogue,
                   const std::function<void(std::string_view line)>& report) {
  const auto tell = [&](int status, std::string_view words) {
    if (status != 500 || !report) return;
    std::string line = fmt::format("{} {}: {}", request.method, request.path, words);
    std::replace(line.begin(), line.end(), '\n', ' ');
    report(line);
  };
  const base::Language language = request.reader_language;
  try {
    return handler(request);
  } catch (const Refusal& refusal) {
    Response response = json_error(refusal.failure(), refusal.status(), catalogue, language);
    response.headers = refusal.headers();
    tell(response.status, refusal.what());
    return response;
  } catch (const Failure& failure) {
    tell(status_of(failure.kind()), failure.what());
    return json_error(failure, status_of(failure.kind()), catalogue, language);
  } catch (const base::Failures& failures) {
    tell(status_of(failures), failures.what());
    return json_error(failures, status_of(failures), catalogue, language);
  } catch (const std::exception& surprise) {
    tell(500, surprise.what());
  } catch (...) {
    tell(500, "something that is no exception");
  }
  return json_error(own_fault(), 500, catalogue, language);
}

}  // namespace wijkbeeld::serve
