// SPDX-License-Identifier: EUPL-1.2
// The one file that includes Beast and Asio. What is said over a connection is decided elsewhere
// (http_fault, http_boundary, http_wire); here it is only moved.
#include "serve/http_server.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <ctime>
#include <list>
#include <optional>
#include <thread>
#include <unordered_set>
#include <utility>

#include "base/ensure.hpp"
#include "base/failure.hpp"
#include "serve/http_boundary.hpp"
#include "serve/http_fault.hpp"
#include "serve/http_wire.hpp"
#include "serve/roll.hpp"

namespace wijkbeeld::serve {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using base::Failure;
using base::say;
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
constexpr Milliseconds kAfterRefusedAccept{20};
constexpr int kLoadOfHandler = 10'000;
// More are not let in before the threads have greeted these: a flood waits in the system's queue,
// and does not push out who has come in before it was heard.
constexpr int kMostNewcomers = 32;

class Connection;

// What all threads share.
struct Service {
  Service(Options chosen, const base::Catalogue& words, Handler answers)
      : options(std::move(chosen)),
        catalogue(words),
        handler(std::move(answers)),
        roll(options.limits) {}
  Options options;
  const base::Catalogue& catalogue;
  Handler handler;
  Roll roll;
  std::atomic<bool> is_stopping{false};
};

// One thread with its connections. Everything in it is touched by that thread only.
class Worker {
 public:
  explicit Worker(Service& service);
  void run();
  // From any thread.
  void stop();
  void add(Connection& one);
  void remove(Connection& one) { connections_.erase(&one); }
  // How little a new connection is welcome: counts those of this thread, from any thread, and more
  // for a handler at work, who could keep it waiting.
  [[nodiscard]] int load() const { return load_.load(std::memory_order_relaxed); }
  void add_load(int more) { load_.fetch_add(more, std::memory_order_relaxed); }
  asio::io_context& context() { return context_; }
  const std::string& date();

 private:
  void look_around_later();
  void look_around();
  void end();
  Service& service_;
  // Before the context, whose end ends connections, who take themselves out of here.
  std::unordered_set<Connection*> connections_;
  asio::io_context context_{1};
  asio::executor_work_guard<asio::io_context::executor_type> guard_{context_.get_executor()};
  asio::steady_timer timer_{context_};
  bool is_looking_ = false;
  std::optional<Clock::time_point> last_moment_;  // once stopping
  std::atomic<int> load_{0};
  std::time_t second_ = 0;
  std::string date_;
};

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

// A client: reads a request, has it answered, writes the reply, and again. Kept alive by the one
// operation it waits for.
class Connection final : public std::enable_shared_from_this<Connection>, public Guest {
 public:
  Connection(Service& service, Worker& worker, tcp::socket socket, const tcp::endpoint& peer)
      : Guest(one_address(peer.address())),
        service_(service),
        worker_(worker),
        socket_(std::move(socket)) {
    worker_.add_load(1);
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() {
    worker_.add_load(-1);
    worker_.remove(*this);
    service_.roll.leave(*this);
  }

  void start();
  // Its deadline has passed.
  void expire();
  // The server stops: nothing new is read.
  void end();
  bool ask_to_go() override;
  void close();
  // No room: says so, as far as that goes without waiting, and hangs up.
  void turn_away();

 private:
  using Parser = http::request_parser<http::string_body>;
  void enter_for(Phase phase, Milliseconds time) { enter(phase, Clock::now() + time); }
  // Others need the place.
  void give_way();
  void next_request();
  void read_more();
  void on_read(error_code error, std::size_t count);
  void advance();
  bool take_header();
  void fail(const error_code& error);
  [[nodiscard]] std::optional<HttpFault> fault_of_header();
  void invite_body();
  void refuse(HttpFault fault);
  void refuse(const Complaint& complaint);
  void answer();
  [[nodiscard]] Request request_at_hand();
  [[nodiscard]] Afterwards afterwards() const;
  void write(const Request& request, const Response& response);
  void write_piece();
  void on_written(const error_code& error);
  void say_farewell();

  Service& service_;
  Worker& worker_;
  tcp::socket socket_;
  beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  bool has_taken_header_ = false;
  bool is_last_ = false;     // after this reply it closes
  std::uint64_t reads_ = 0;  // tells a read that was given up from the one that counts
  std::size_t farewell_bytes_ = 0;
  Wire wire_;
};

// --- Worker

Worker::Worker(Service& service) : service_(service) {}

void Worker::run() {
  while (true) {
    try {
      context_.run();
      return;
    } catch (const std::exception& surprise) {
      // Out of memory, at worst: the connection at hand is lost, the others go on.
      if (service_.options.report) service_.options.report(surprise.what());
    }
  }
}

void Worker::stop() {
  asio::post(context_, [this] { end(); });
}

void Worker::end() {
  if (last_moment_) return;
  last_moment_ = Clock::now() + service_.options.deadlines.stop;
  guard_.reset();
  for (Connection* one : connections_)
    one->end();
  look_around_later();
}

void Worker::add(Connection& one) {
  connections_.insert(&one);
  if (!is_looking_) look_around_later();
}

// One timer for all connections of the thread costs less than one for each of them. It stands still
// when nobody is connected.
void Worker::look_around_later() {
  const Deadlines& all = service_.options.deadlines;
  const auto shortest = std::min({all.receive, all.write, all.idle, all.stop});
  const Milliseconds pause =
      last_moment_ ? Milliseconds(5) : std::clamp(shortest / 8, Milliseconds(5), Milliseconds(250));
  is_looking_ = true;
  timer_.expires_after(pause);
  timer_.async_wait([this](const error_code& error) {
    if (!error) look_around();
  });
}

void Worker::look_around() {
  is_looking_ = false;
  const auto now = Clock::now();
  const bool is_over = last_moment_ && now >= *last_moment_;
  for (Connection* one : connections_) {
    if (is_over)
      one->close();
    else if (one->is_late(now))
      one->expire();
  }
  if (!connections_.empty()) look_around_later();
}

const std::string& Worker::date() {
  if (const std::time_t now = std::time(nullptr); now != second_) {
    second_ = now;
    date_ = http_date(now);
  }
  return date_;
}

// --- Connection

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

Failure cannot_listen(const Options& options, const error_code& error) {
  const std::string where = fmt::format("{}:{}", options.address, options.port);
  Failure failure(say("cannot listen on {}", where), Failure::Kind::usage);
  if (error == asio::error::address_in_use)
    return std::move(failure)
        .because(say("another program has that port"))
        .help(say("choose another port, or 0 for any that is free"));
  if (error == asio::error::access_denied)
    return std::move(failure)
        .because(say("ports below 1024 belong to the system"))
        .help(say("choose another port, or 0 for any that is free"));
  if (error == boost::system::errc::address_not_available || error == asio::error::invalid_argument)
    return std::move(failure)
        .because(say("that is no address of this machine"))
        .help(say("use 127.0.0.1 for this machine alone, 0.0.0.0 for whoever can reach it"));
  return std::move(failure).because(say("the system says, in English: {}", error.message()));
}

std::list<Worker> make_workers(Service& service) {
  std::list<Worker> workers;
  for (std::size_t i = 0; i < std::max<std::size_t>(1, service.options.threads); ++i)
    workers.emplace_back(service);
  return workers;
}

}  // namespace

// The door: one acceptor, on a thread of its own so that no handler keeps it shut, which gives each
// connection to the thread that has least to do. (An acceptor for each, on
// one port by SO_REUSEPORT, would let a second server take half of our connections unnoticed.)
class Server::Impl {
 public:
  Impl(Options options, const base::Catalogue& catalogue, Handler handler);
  [[nodiscard]] std::uint16_t port() const { return port_; }
  void run();
  void stop();

 private:
  void listen();
  void accept();
  void on_accept(const error_code& error, tcp::socket socket);
  void welcome(tcp::socket socket);
  Worker& idlest();
  Service service_;
  std::list<Worker> workers_;
  asio::io_context door_{1};
  asio::executor_work_guard<asio::io_context::executor_type> door_guard_{door_.get_executor()};
  tcp::acceptor acceptor_{door_};
  asio::steady_timer pause_{door_};
  tcp::endpoint peer_;
  std::uint16_t port_ = 0;
  bool is_accepting_ = false;
  std::atomic<int> newcomers_{0};
};

Server::Impl::Impl(Options options, const base::Catalogue& catalogue, Handler handler)
    : service_(std::move(options), catalogue, std::move(handler)),
      workers_(make_workers(service_)) {
  listen();
  accept();
}

void Server::Impl::listen() {
  const Options& options = service_.options;
  error_code error;
  const auto address =
      asio::ip::make_address(options.address == "localhost" ? "127.0.0.1" : options.address, error);
  const tcp::endpoint endpoint(address, options.port);
  if (!error) acceptor_.open(endpoint.protocol(), error);
  if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor_.bind(endpoint, error);
  if (!error) acceptor_.listen(tcp::acceptor::max_listen_connections, error);
  if (error) throw cannot_listen(options, error);
  port_ = acceptor_.local_endpoint().port();
}

Worker& Server::Impl::idlest() {
  return *std::min_element(workers_.begin(), workers_.end(),
                           [](const Worker& a, const Worker& b) { return a.load() < b.load(); });
}

void Server::Impl::accept() {
  if (is_accepting_ || !acceptor_.is_open() || newcomers_ >= kMostNewcomers) return;
  is_accepting_ = true;
  acceptor_.async_accept(door_, peer_, [this](const error_code& error, tcp::socket socket) {
    on_accept(error, std::move(socket));
  });
}

void Server::Impl::on_accept(const error_code& error, tcp::socket socket) {
  is_accepting_ = false;
  if (!acceptor_.is_open() || service_.is_stopping) return;
  if (error) {
    // Most likely the system has no more sockets for us: one goes, and we wait a little.
    service_.roll.make_room();
    pause_.expires_after(kAfterRefusedAccept);
    pause_.async_wait([this](const error_code& stopped) {
      if (!stopped) accept();
    });
    return;
  }
  welcome(std::move(socket));
  accept();
}

void Server::Impl::welcome(tcp::socket socket) {
  Worker& worker = idlest();
  error_code error;
  tcp::socket moved(worker.context());
  const auto handle = socket.release(error);
  if (!error) moved.assign(peer_.protocol(), handle, error);
  if (error) return;  // it is gone already
  auto one = std::make_shared<Connection>(service_, worker, std::move(moved), peer_);
  const bool may_enter = service_.roll.enter(*one);
  ++newcomers_;
  // Handed over, not shared: it has to end on its own thread.
  asio::post(worker.context(), [this, one = std::move(one), may_enter] {
    if (newcomers_-- == kMostNewcomers) asio::post(door_, [this] { accept(); });
    may_enter ? one->start() : one->turn_away();
  });
}

void Server::Impl::run() {
  std::vector<std::thread> threads;
  for (Worker& worker : workers_)
    threads.emplace_back([&worker] { worker.run(); });
  while (true) {
    try {
      door_.run();
      break;
    } catch (const std::exception& surprise) {
      if (service_.options.report) service_.options.report(surprise.what());
      accept();
    }
  }
  for (std::thread& thread : threads)
    thread.join();
}

void Server::Impl::stop() {
  if (service_.is_stopping.exchange(true)) return;
  asio::post(door_, [this] {
    error_code ignored;
    acceptor_.close(ignored);
    pause_.cancel();
    door_guard_.reset();
  });
  for (Worker& worker : workers_)
    worker.stop();
}

Server::Server(Options options, const base::Catalogue& catalogue, Handler handler)
    : impl_(std::make_unique<Impl>(std::move(options), catalogue, std::move(handler))) {}
Server::~Server() = default;

std::uint16_t Server::port() const {
  return impl_->port();
}

void Server::run() {
  impl_->run();
}

void Server::stop() {
  impl_->stop();
}

}  // namespace wijkbeeld::serve
