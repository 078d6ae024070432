// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/catalogue.hpp"
#include "base/failure.hpp"
#include "codec/compress.hpp"

namespace wijkbeeld::serve {

/// How much work a body is worth: `quick` for what is made at the moment (a millisecond per 100
/// kB), `best` for what is made once and kept (some 30 times slower, some 15 % smaller).
enum class Packing : std::uint8_t { none, quick, best };

/// The bytes of a reply with its packed variants and its identity. Shared, never copied: whoever
/// keeps a Body in a cache hands out the pointer. A variant is made when it is first asked for,
/// once: packing takes longer than many a reply, and a reader takes one variant at most.
class Body {
 public:
  Body(std::string bytes, Packing packing);

  std::string identity;
  /// First half of the SHA-256 of `identity`, in hexadecimals, without quotes. Each variant is sent
  /// with a strong ETag of its own made from it.
  std::string tag;

  /// Whether there may be variants; both are empty when not.
  [[nodiscard]] bool is_packable() const;
  /// Empty when it would be no smaller. From any thread.
  [[nodiscard]] const std::string& gzip() const;
  [[nodiscard]] const std::string& brotli() const;

 private:
  struct Variant {
    std::once_flag once;
    std::string bytes;
  };
  using Pack = std::string (*)(std::string_view bytes, codec::Effort effort);
  const std::string& made(Variant& variant, Pack pack) const;

  Packing packing_;
  mutable Variant gzip_;
  mutable Variant brotli_;
};

/// A body that can be shared.
std::shared_ptr<const Body> make_body(std::string bytes, Packing packing = Packing::none);

/// What a browser may keep. `revalidate`: it asks each time and gets 304 when nothing changed.
/// `immutable`: for addresses with a hash in them, never asked again.
enum class Caching : std::uint8_t { no_store, revalidate, immutable };

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Response {
  int status = 200;
  std::string content_type;
  std::shared_ptr<const Body> body;  ///< may be null: an empty reply
  Caching caching = Caching::revalidate;
  /// Such as Content-Disposition, Location or Allow. Control characters in a value are left out.
  Headers headers = {};
  /// A page of another site may show this in a frame (the embed code).
  bool may_be_framed = false;
  /// The page has styles and fonts in itself, as our reports do. Scripts in a page never run.
  bool has_inline_styles = false;
};

/// A reply made now: 200, packed quickly, to be revalidated.
Response reply(std::string content_type, std::string bytes);
/// The same as application/json.
Response json_reply(std::string bytes);
/// A reply from a cache.
Response reply(std::string content_type, std::shared_ptr<const Body> body, Caching caching);

/// A request that is not answered, with the status that says why: 404 for what does not exist, 400
/// for what cannot be asked so. Thrown by endpoints, ended by the server.
///
///   throw Refusal(404, base::Failure(say("there is no area '{}'", code)).help(say("...")));
class Refusal : public std::exception {
 public:
  Refusal(int status, base::Failure failure, Headers headers = {});
  [[nodiscard]] int status() const { return status_; }
  [[nodiscard]] const base::Failure& failure() const { return failure_; }
  [[nodiscard]] const Headers& headers() const { return headers_; }
  [[nodiscard]] const char* what() const noexcept override { return failure_.what(); }

 private:
  int status_;
  base::Failure failure_;
  Headers headers_;
};

/// {"error":{"what","why","help","status"}}, never kept by a browser. Several reasons or pieces of
/// advice are joined with "; ". Where something is stays out of it: a path of this machine is
/// nobody's business.
Response json_error(const base::Failure& failure, int status, const base::Catalogue& catalogue,
                    base::Language language);
/// The same with a list "all" of {"what","why","help"} for each.
Response json_error(const base::Failures& failures, int status, const base::Catalogue& catalogue,
                    base::Language language);

}  // namespace wijkbeeld::serve
