// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>

#include "serve/detail/http_worker.hpp"
#include "serve/http_fault.hpp"
#include "serve/http_wire.hpp"

namespace wijkbeeld::serve::detail {

/// A client: reads a request, has it answered, writes the reply, and again. Kept alive by the one
/// operation it waits for.
class Connection final : public std::enable_shared_from_this<Connection>, public Guest {
 public:
  Connection(Service& service, Worker& worker, boost::asio::ip::tcp::socket socket,
             const boost::asio::ip::tcp::endpoint& peer);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  void start();
  /// Its deadline has passed.
  void expire();
  /// The server stops: nothing new is read.
  void end();
  bool ask_to_go() override;
  void close();
  /// No room: says so, as far as that goes without waiting, and hangs up.
  void turn_away();

 private:
  using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
  void enter_for(Phase phase, std::chrono::milliseconds time) {
    enter(phase, Guest::Clock::now() + time);
  }
  // Others need the place.
  void give_way();
  void next_request();
  void read_more();
  void on_read(boost::system::error_code error, std::size_t count);
  void advance();
  bool take_header();
  void fail(const boost::system::error_code& error);
  [[nodiscard]] std::optional<HttpFault> fault_of_header();
  void invite_body();
  void refuse(HttpFault fault);
  void refuse(const Complaint& complaint);
  void answer();
  [[nodiscard]] Request request_at_hand();
  [[nodiscard]] Afterwards afterwards() const;
  void write(const Request& request, const Response& response);
  void write_piece();
  void on_written(const boost::system::error_code& error);
  void say_farewell();

  Service& service_;
  Worker& worker_;
  boost::asio::ip::tcp::socket socket_;
  boost::beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  bool has_taken_header_ = false;
  bool is_last_ = false;     // after this reply it closes
  std::uint64_t reads_ = 0;  // tells a read that was given up from the one that counts
  std::size_t farewell_bytes_ = 0;
  Wire wire_;
};

}  // namespace wijkbeeld::serve::detail
