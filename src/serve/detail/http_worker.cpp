// SPDX-License-Identifier: EUPL-1.2
#include "serve/detail/http_worker.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>

#include "serve/detail/http_connection.hpp"
#include "serve/http_wire.hpp"

namespace wijkbeeld::serve::detail {

namespace asio = boost::asio;
using boost::system::error_code;
using Clock = Guest::Clock;
using Milliseconds = std::chrono::milliseconds;

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

}  // namespace wijkbeeld::serve::detail
