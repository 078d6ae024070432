// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/catalogue.hpp"
#include "serve/request.hpp"
#include "serve/response.hpp"

namespace wijkbeeld::serve {

/// What a client may ask of us.
struct Limits {
  std::size_t header_bytes = 16'384;    ///< more: 431
  std::size_t target_bytes = 8'192;     ///< more: 414
  std::uint64_t body_bytes = 1 << 20U;  ///< more: 413
  /// Connections at one time. When they are all taken, the one that has been open longest without
  /// being answered just now makes room, so that those who hold connections open cannot keep others
  /// out; when all are being answered, the new one gets 503.
  std::size_t connections = 1024;
  std::size_t connections_per_address = 64;
  /// The same for clients on this machine, of which one may be a proxy that speaks for many.
  std::size_t connections_per_local_address = 512;
};

/// Moments in the life of a connection, each absolute: sending a byte now and then buys no time.
struct Deadlines {
  std::chrono::milliseconds receive{10'000};  ///< from first to last byte of a request: else 408
  std::chrono::milliseconds write{30'000};    ///< to take a reply, or each megabyte of a larger one
  std::chrono::milliseconds idle{30'000};     ///< between two requests
  std::chrono::milliseconds stop{5'000};      ///< for replies in flight when we stop
};

struct Options {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8017;  ///< 0: any that is free
  std::size_t threads = 2;    ///< that answer; one more takes connections in
  /// The names this server is called by, without port. On a loopback address localhost and the
  /// loopback addresses always count; any other name is refused with 421, so that no web page can
  /// reach us through a name of its own (DNS rebinding). On other addresses an empty list means
  /// any.
  std::vector<std::string> host_names = {};
  Limits limits = {};
  Deadlines deadlines = {};
  /// Gets a line, in English, for every request that failed by our fault. Called from any thread.
  std::function<void(std::string_view line)> report = {};
};

using Handler = std::function<Response(const Request&)>;

/// An HTTP/1.1 server. Each thread has its own connections; the handler runs on the thread of the
/// connection, so on several at once, and keeps the others of that thread waiting: it answers
/// within milliseconds, or from what was made before. What it throws becomes a reply in JSON, in
/// the language of the reader: Refusal with its status, Failure and Failures with 400 when they are
/// of kind usage and else 500, anything else with 500 and without details.
///
/// The server sees to HEAD, ETag and 304, ranges, packed variants, and the headers that keep a page
/// to itself. It sets no cookies and speaks no TLS.
class Server {
 public:
  /// Binds, so that the port is known and connections wait. Throws Failure when it cannot. The
  /// catalogue must outlive the server.
  Server(Options options, const base::Catalogue& catalogue, Handler handler);
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server();

  [[nodiscard]] std::uint16_t port() const;
  /// Serves until stop() is called; call once.
  void run();
  /// From any thread, before, during or after run(): takes no new requests, finishes replies in
  /// flight, and makes run() return.
  void stop();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace wijkbeeld::serve
