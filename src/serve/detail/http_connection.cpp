// SPDX-License-Identifier: EUPL-1.2
// What is said over a connection is decided elsewhere (http_fault, http_boundary, http_wire); here
// it is only moved.
#include "serve/detail/http_connection.hpp"

#include <array>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <string_view>
#include <utility>

#include "serve/http_boundary.hpp"

namespace wijkbeeld::serve::detail {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;
using Clock = Guest::Clock;
using Milliseconds = std::chrono::milliseconds;

namespace {

// What is read at a time, and so what a connection holds besides a long header or body.
constexpr std::size_t kReadBytes = 16'384;
// A client is given this long to take the last reply and hang up, and may send this much meanwhile:
// hanging up on unread bytes would make its system throw our reply away.
constexpr Milliseconds kFarewell{1000};
constexpr std::size_t kFarewellBytes = 262'144;
// A reply goes out in pieces, each with a deadline of its own, so that a large one has more time
// and one that is not taken does not.
constexpr std::size_t kPieceBytes = 1'048'576;
constexpr int kLoadOfHandler = 10'000;

// Addresses that count as one: an IPv6 network of a household (/64) has 2^64 of them.
std::string one_address(const asio::ip::address& address) {
  if (address.is_v4()) return address.to_string();
  const auto six = address.to_v6();
  if (six.is_v4_mapped()) return asio::ip::make_address_v4(asio::ip::v4_mapped, six).to_string();
  const auto bytes = six.to_bytes();
  return six.is_loopback() ? "::1" : std::string(bytes.begin(), bytes.begin() + 8);
}

bool is_line_end(char c) {
  return c == '\r' || c == '\n';
}

}  // namespace

Connection::Connection(Service& service, Worker& worker, tcp::socket socket,
                       const tcp::endpoint& peer)
    : Guest(one_address(peer.address())),
      service_(service),
      worker_(worker),
      socket_(std::move(socket)) {
  worker_.add_load(1);
}

Connection::~Connection() {
  worker_.add_load(-1);
  worker_.remove(*this);
  service_.roll.leave(*this);
}

void Connection::start() {
  error_code ignored;
  socket_.set_option(tcp::no_delay(true), ignored);
  // For the little that is written without waiting.
  socket_.non_blocking(true, ignored);
  worker_.add(*this);
  if (service_.is_stopping) return close();
  next_request();
  // Who has just come has something to ask.
  hurry(Clock::now() + service_.options.deadlines.receive);
}

void Connection::next_request() {
  parser_.emplace();
  parser_->header_limit(static_cast<std::uint32_t>(service_.options.limits.header_bytes));
  parser_->body_limit(service_.options.limits.body_bytes);
  has_taken_header_ = false;
  if (buffer_.size() == 0) {
    enter_for(Phase::idle, service_.options.deadlines.idle);
    return read_more();
  }
  enter_for(Phase::receiving, service_.options.deadlines.receive);
  advance();
}

void Connection::read_more() {
  const auto space = buffer_.prepare(kReadBytes);
  socket_.async_read_some(space, [self = shared_from_this(), number = ++reads_](
                                     const error_code& error, std::size_t count) {
    if (number == self->reads_) self->on_read(error, count);
  });
}

void Connection::on_read(error_code error, std::size_t count) {
  if (phase() == Phase::closed) return;
  if (error) return close();
  if (phase() == Phase::farewell) {
    farewell_bytes_ += count;
    return farewell_bytes_ > kFarewellBytes ? close() : read_more();
  }
  buffer_.commit(count);
  if (phase() == Phase::idle) enter_for(Phase::receiving, service_.options.deadlines.receive);
  advance();
}

// As far as the bytes at hand go: more is read, or the request is answered.
void Connection::advance() {
  while (!parser_->is_done()) {
    if (buffer_.size() == 0) return read_more();
    if (!parser_->got_some() && is_line_end(*static_cast<const char*>(buffer_.data().data()))) {
      buffer_.consume(1);  // some clients end a body with a line end too many (RFC 9112, 2.2)
      continue;
    }
    error_code error;
    buffer_.consume(parser_->put(buffer_.data(), error));
    if (error == http::error::need_more) return read_more();
    if (error) return fail(error);
    if (parser_->is_header_done() && !has_taken_header_ && !take_header()) return;
  }
  answer();
}

bool Connection::take_header() {
  has_taken_header_ = true;
  if (const auto fault = fault_of_header()) {
    refuse(*fault);
    return false;
  }
  if (!parser_->is_done() && !parser_->get()[http::field::expect].empty()) invite_body();
  return true;
}

void Connection::fail(const error_code& error) {
  const bool has_line = !parser_->get().target().empty();
  if (error == http::error::header_limit)
    return refuse(has_line ? HttpFault::headers_too_long : HttpFault::target_too_long);
  refuse(error == http::error::body_limit ? HttpFault::body_too_large : HttpFault::malformed);
}

std::optional<HttpFault> Connection::fault_of_header() {
  const auto& message = parser_->get();
  const auto text = [&](http::field name) {
    const auto value = message[name];
    return std::string_view(value.data(), value.size());
  };
  return fault_of({.is_modern = message.version() == 11,
                   .target_bytes = message.target().size(),
                   .has_transfer_encoding = message.count(http::field::transfer_encoding) > 0,
                   .hosts = message.count(http::field::host),
                   .host = text(http::field::host),
                   .expected = text(http::field::expect)},
                  service_.options.limits.target_bytes, service_.options.address,
                  service_.options.host_names);
}

void Connection::invite_body() {
  static constexpr std::string_view kGoOn = "HTTP/1.1 100 Continue\r\n\r\n";
  error_code ignored;  // who does not get this sends its body all the same
  socket_.write_some(asio::buffer(kGoOn.data(), kGoOn.size()), ignored);
}

void Connection::refuse(HttpFault fault) {
  refuse(complaint(fault));
}

void Connection::refuse(const Complaint& complaint) {
  is_last_ = true;
  const Request request = request_at_hand();
  write(request, json_error(complaint.failure, complaint.status, service_.catalogue,
                            request.reader_language));
}

// What is known of a request, its target not yet read.
Request Connection::request_at_hand() {
  Request request;
  auto& message = parser_->get();
  const auto header = [&](http::field name) {
    const auto value = message[name];
    return std::string(value.data(), value.size());
  };
  const auto method = message.method_string();
  if (!method.empty()) request.method.assign(method.data(), method.size());
  request.if_none_match = header(http::field::if_none_match);
  request.range = header(http::field::range);
  request.if_range = header(http::field::if_range);
  request.accept_encoding = header(http::field::accept_encoding);
  request.accept_language = header(http::field::accept_language);
  request.reader_language = preferred_language(request.accept_language);
  return request;
}

void Connection::answer() {
  enter_for(Phase::answering, service_.options.deadlines.write);
  is_last_ = is_last_ || !parser_->keep_alive();
  Request request = request_at_hand();
  const auto text = parser_->get().target();
  auto target = parse_target({text.data(), text.size()});
  std::optional<Complaint> complaint;
  if (auto* fault = std::get_if<Complaint>(&target)) {
    complaint = std::move(*fault);
  } else {
    request.path = std::move(std::get<Target>(target).path);
    request.query = std::move(std::get<Target>(target).query);
    request.body = std::move(parser_->get().body());
    complaint = read_language(request);
  }
  if (complaint)
    return write(request, json_error(complaint->failure, complaint->status, service_.catalogue,
                                     request.reader_language));
  worker_.add_load(kLoadOfHandler);
  const Response response =
      answer_of(service_.handler, request, service_.catalogue, service_.options.report);
  worker_.add_load(-kLoadOfHandler);
  write(request, response);
}

Afterwards Connection::afterwards() const {
  if (is_last_) return Afterwards::closed;
  return parser_->get().version() == 10 ? Afterwards::stated_open : Afterwards::open;
}

void Connection::write(const Request& request, const Response& response) {
  is_last_ = is_last_ || service_.is_stopping;
  wire_ = to_wire(request, response, afterwards(), worker_.date());
  write_piece();
}

void Connection::write_piece() {
  enter_for(Phase::answering, service_.options.deadlines.write);
  const std::string_view piece = wire_.bytes.substr(0, kPieceBytes);
  const std::array<asio::const_buffer, 2> both = {asio::buffer(wire_.head),
                                                  asio::buffer(piece.data(), piece.size())};
  wire_.bytes.remove_prefix(piece.size());
  asio::async_write(socket_, both,
                    [self = shared_from_this()](const error_code& error, std::size_t /*count*/) {
                      self->on_written(error);
                    });
}

void Connection::on_written(const error_code& error) {
  if (phase() == Phase::closed) return;
  if (error) return close();
  if (!wire_.bytes.empty()) {
    wire_.head.clear();
    return write_piece();
  }
  wire_ = {};
  if (is_last_) return say_farewell();
  next_request();
}

void Connection::say_farewell() {
  error_code error;
  socket_.shutdown(tcp::socket::shutdown_send, error);
  if (error) return close();
  enter_for(Phase::farewell, kFarewell);
  buffer_.clear();
  read_more();
}

void Connection::expire() {
  if (phase() == Phase::receiving) {
    // The read that is waited for is given up, before its place in the buffer is.
    error_code ignored;
    socket_.cancel(ignored);
    ++reads_;
    return refuse(HttpFault::too_slow);
  }
  if (phase() == Phase::answering) {
    // What it has not taken yet is not kept for it.
    error_code ignored;
    socket_.set_option(tcp::socket::linger(true, 0), ignored);
  }
  close();
}

void Connection::end() {
  if (phase() == Phase::answering)
    is_last_ = true;
  else if (phase() != Phase::farewell)
    close();
}

bool Connection::ask_to_go() {
  auto kept = weak_from_this().lock();
  if (!kept) return false;
  // Handed over: were it the last to hold it, it would end here, within the roll's own lock.
  asio::post(worker_.context(), [kept = std::move(kept)] { kept->give_way(); });
  return true;
}

void Connection::give_way() {
  if (phase() == Phase::answering)
    is_last_ = true;
  else
    close();
}

void Connection::close() {
  enter(Phase::closed, Clock::time_point::max());
  error_code ignored;
  socket_.close(ignored);
}

void Connection::turn_away() {
  const Complaint complaint = serve::complaint(HttpFault::busy);
  const Wire wire = to_wire(
      {}, json_error(complaint.failure, complaint.status, service_.catalogue, base::Language::nl),
      Afterwards::closed, worker_.date());
  const std::array<asio::const_buffer, 2> both = {
      asio::buffer(wire.head), asio::buffer(wire.bytes.data(), wire.bytes.size())};
  error_code ignored;
  socket_.non_blocking(true, ignored);
  socket_.write_some(both, ignored);
  socket_.shutdown(tcp::socket::shutdown_send, ignored);
  close();
}

}  // namespace wijkbeeld::serve::detail
