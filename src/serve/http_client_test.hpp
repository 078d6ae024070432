// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "base/text.hpp"
#include "serve/http_server.hpp"

namespace wijkbeeld::serve {

/// A reply as a client reads it, header names in lower case.
struct Reply {
  int status = 0;
  std::multimap<std::string, std::string> headers;
  std::string body;
  [[nodiscard]] std::string header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? "" : found->second;
  }
};

/// A client that knows sockets and no more, so that what the server writes is judged by someone
/// else than the library it is made with. Waiting has no limit of its own: the test program has.
class Client {
 public:
  explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
    is_connected_ =
        ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  Client(Client&& other) noexcept
      : socket_(std::exchange(other.socket_, -1)),
        is_connected_(other.is_connected_),
        unread_(std::move(other.unread_)) {}
  ~Client() {
    if (socket_ >= 0) ::close(socket_);
  }

  [[nodiscard]] bool is_connected() const { return is_connected_; }

  /// False when the server has hung up.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }
  /// No more will be sent; what comes back is still read.
  void end_sending() { ::shutdown(socket_, SHUT_WR); }

  /// The next reply, or nothing when the server hung up before a whole one. What is no reply fails
  /// the test. `has_body` is false after HEAD.
  std::optional<Reply> receive(bool has_body = true) {
    std::size_t end = 0;
    while ((end = unread_.find("\r\n\r\n")) == std::string::npos)
      if (!read_some()) return std::nullopt;
    Reply reply = read_head(unread_.substr(0, end + 2));
    unread_.erase(0, end + 4);
    const bool is_bare = !has_body || reply.status == 304 || reply.status == 204;
    if (is_bare || reply.status == 100) return reply;
    const std::size_t size = std::stoul("0" + reply.header("content-length"));
    while (unread_.size() < size)
      if (!read_some()) return std::nullopt;
    reply.body = unread_.substr(0, size);
    unread_.erase(0, size);
    return reply;
  }

  /// Waits until the server has cut the connection off (not merely ended it), reading nothing.
  void wait_until_cut_off() const {
    pollfd state{socket_, 0, 0};
    while (::poll(&state, 1, -1) >= 0 && (state.revents & (POLLERR | POLLHUP)) == 0) {
    }
  }
  /// True when something can be read, perhaps the end, within so many milliseconds.
  [[nodiscard]] bool has_something_within(int milliseconds) const {
    pollfd state{socket_, POLLIN, 0};
    return ::poll(&state, 1, milliseconds) > 0;
  }

  /// True when the server hangs up without another byte.
  bool is_hung_up() { return unread_.empty() && !read_some(); }

  std::optional<Reply> ask(std::string_view request, bool has_body = true) {
    return send(request) ? receive(has_body) : std::nullopt;
  }
  /// GET with a Host and these lines ("Range: bytes=0-1\r\n").
  std::optional<Reply> get(const std::string& target, const std::string& lines = "") {
    return ask("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + lines + "\r\n");
  }

 private:
  bool read_some() {
    std::string piece(65536, '\0');
    const ssize_t count = ::recv(socket_, piece.data(), piece.size(), 0);
    if (count <= 0) return false;
    unread_.append(piece, 0, static_cast<std::size_t>(count));
    return true;
  }

  static Reply read_head(const std::string& head) {
    Reply reply;
    EXPECT_TRUE(head.starts_with("HTTP/1.1 ")) << head;
    reply.status = std::stoi("0" + head.substr(9, 3));
    EXPECT_GE(reply.status, 100) << head;
    std::size_t begin = head.find("\r\n") + 2;
    while (begin < head.size()) {
      const std::size_t end = head.find("\r\n", begin);
      const std::string line = head.substr(begin, end - begin);
      const std::size_t colon = line.find(": ");
      EXPECT_NE(colon, std::string::npos) << line;
      if (colon != std::string::npos)
        reply.headers.emplace(base::lower(line.substr(0, colon)), line.substr(colon + 2));
      begin = end + 2;
    }
    return reply;
  }

  int socket_;
  bool is_connected_ = false;
  std::string unread_;
};

/// Options under which a slow machine fails no test: a minute for everything.
inline Options patient() {
  constexpr std::chrono::milliseconds kMinute{60'000};
  Options options;
  options.deadlines = {kMinute, kMinute, kMinute, kMinute};
  return options;
}

/// A server on a port of its own, for as long as this lives.
class Running {
 public:
  explicit Running(Handler handler, Options options = patient())
      : server_(on_any_port(std::move(options)), catalogue_, std::move(handler)),
        thread_([this] { server_.run(); }) {}
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  ~Running() { stop(); }
  [[nodiscard]] std::uint16_t port() const { return server_.port(); }
  [[nodiscard]] Client client() const { return Client(port()); }
  Server& server() { return server_; }
  /// Returns when the server has stopped.
  void stop() {
    server_.stop();
    if (thread_.joinable()) thread_.join();
  }

 private:
  static Options on_any_port(Options options) {
    options.port = 0;
    return options;
  }
  base::Catalogue catalogue_;
  Server server_;
  std::thread thread_;
};

}  // namespace wijkbeeld::serve
