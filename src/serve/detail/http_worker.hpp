// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <ctime>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

#include "serve/http_server.hpp"
#include "serve/roll.hpp"

namespace wijkbeeld::serve::detail {

class Connection;

/// What all threads share.
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

/// One thread with its connections. Everything in it is touched by that thread only.
class Worker {
 public:
  explicit Worker(Service& service);
  void run();
  /// From any thread.
  void stop();
  void add(Connection& one);
  void remove(Connection& one) { connections_.erase(&one); }
  /// How little a new connection is welcome: counts those of this thread, from any thread, and more
  /// for a handler at work, who could keep it waiting.
  [[nodiscard]] int load() const { return load_.load(std::memory_order_relaxed); }
  void add_load(int more) { load_.fetch_add(more, std::memory_order_relaxed); }
  boost::asio::io_context& context() { return context_; }
  const std::string& date();

 private:
  void look_around_later();
  void look_around();
  void end();
  Service& service_;
  // Before the context, whose end ends connections, who take themselves out of here.
  std::unordered_set<Connection*> connections_;
  boost::asio::io_context context_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> guard_{
      context_.get_executor()};
  boost::asio::steady_timer timer_{context_};
  bool is_looking_ = false;
  std::optional<Guest::Clock::time_point> last_moment_;  // once stopping
  std::atomic<int> load_{0};
  std::time_t second_ = 0;
  std::string date_;
};

}  // namespace wijkbeeld::serve::detail
