// SPDX-License-Identifier: EUPL-1.2
// The door: who comes in is handed to a thread (detail/http_worker), which talks with it
// (detail/http_connection). Beast and Asio are in these three files only.
#include "serve/http_server.hpp"

#include <algorithm>
#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <list>
#include <thread>
#include <utility>
#include <vector>

#include "base/failure.hpp"
#include "serve/detail/http_connection.hpp"
#include "serve/detail/http_worker.hpp"

namespace wijkbeeld::serve {

namespace asio = boost::asio;
using asio::ip::tcp;
using base::Failure;
using base::say;
using boost::system::error_code;
using detail::Connection;
using detail::Service;
using detail::Worker;

namespace {

constexpr std::chrono::milliseconds kAfterRefusedAccept{20};
// More are not let in before the threads have greeted these: a flood waits in the system's queue,
// and does not push out who has come in before it was heard.
constexpr int kMostNewcomers = 32;

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
