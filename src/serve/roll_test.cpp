// SPDX-License-Identifier: EUPL-1.2
#include "serve/roll.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <memory>
#include <thread>
#include <vector>

namespace wijkbeeld::serve {
namespace {

constexpr std::chrono::seconds kLong{60};

// A guest that does nothing but remember that it was asked to go.
class Visitor final : public Guest {
 public:
  explicit Visitor(std::string address, bool is_ending = false)
      : Guest(std::move(address)), is_ending_(is_ending) {}
  bool ask_to_go() override {
    if (is_ending_) return false;
    was_asked = true;
    return true;
  }
  void be(Phase phase) { enter(phase, Clock::now() + kLong); }
  void until(Clock::time_point moment) { enter(Phase::receiving, moment); }
  using Guest::hurry;
  bool was_asked = false;

 private:
  bool is_ending_;
};

Limits limits(std::size_t all, std::size_t each, std::size_t local) {
  Limits out;
  out.connections = all;
  out.connections_per_address = each;
  out.connections_per_local_address = local;
  return out;
}

TEST(Roll, LetsInAsManyAsThereArePlaces) {
  Roll roll(limits(3, 3, 3));
  std::deque<Visitor> all;
  for (const char* address : {"192.0.2.1", "192.0.2.2", "192.0.2.3"})
    EXPECT_TRUE(roll.enter(all.emplace_back(address)));
  EXPECT_EQ(roll.counted(), 3U);
  for (const Visitor& one : all)
    EXPECT_FALSE(one.was_asked);
  for (Visitor& one : all)
    roll.leave(one);
  EXPECT_EQ(roll.counted(), 0U);
}

TEST(Roll, AsksTheLongestHereThatIsNotBeingAnswered) {
  Roll roll(limits(3, 3, 3));
  Visitor busy("192.0.2.1");
  Visitor idle("192.0.2.2");
  Visitor later("192.0.2.3");
  Visitor newcomer("192.0.2.4");
  for (Visitor* one : {&busy, &idle, &later})
    ASSERT_TRUE(roll.enter(*one));
  busy.be(Phase::answering);
  EXPECT_TRUE(roll.enter(newcomer));
  EXPECT_FALSE(busy.was_asked);
  EXPECT_TRUE(idle.was_asked);
  EXPECT_FALSE(later.was_asked);
  EXPECT_EQ(roll.counted(), 3U);
  for (Visitor* one : {&busy, &idle, &later, &newcomer})
    roll.leave(*one);
}

TEST(Roll, TurnsAwayWhenEverybodyIsBeingAnswered) {
  Roll roll(limits(2, 2, 2));
  Visitor one("192.0.2.1");
  Visitor two("192.0.2.2");
  Visitor newcomer("192.0.2.3");
  ASSERT_TRUE(roll.enter(one) && roll.enter(two));
  one.be(Phase::answering);
  two.be(Phase::answering);
  EXPECT_FALSE(roll.enter(newcomer));
  roll.leave(newcomer);  // it may leave all the same
  EXPECT_EQ(roll.counted(), 2U);
  two.be(Phase::idle);
  EXPECT_TRUE(roll.enter(newcomer));
  EXPECT_TRUE(two.was_asked);
  for (Visitor* guest : {&one, &two, &newcomer})
    roll.leave(*guest);
}

TEST(Roll, HoldsEachAddressToItsOwnPlaces) {
  Roll roll(limits(10, 2, 10));
  Visitor other("192.0.2.9");
  std::deque<Visitor> greedy;
  ASSERT_TRUE(roll.enter(other));
  for (int i = 0; i < 3; ++i)
    EXPECT_TRUE(roll.enter(greedy.emplace_back("192.0.2.1")));
  EXPECT_FALSE(other.was_asked) << "who holds one place pays nothing for who wants three";
  EXPECT_TRUE(greedy[0].was_asked);
  EXPECT_FALSE(greedy[1].was_asked);
  EXPECT_EQ(roll.counted(), 3U);
  for (Visitor& one : greedy)
    one.be(Phase::answering);
  Visitor fourth("192.0.2.1");
  EXPECT_FALSE(roll.enter(fourth));
  EXPECT_TRUE(roll.enter(greedy.emplace_back("192.0.2.2")));
  for (Visitor& one : greedy)
    roll.leave(one);
  roll.leave(other);
}

TEST(Roll, GivesThisMachineMorePlaces) {
  Roll roll(limits(10, 1, 3));
  std::deque<Visitor> local;
  for (int i = 0; i < 3; ++i)
    EXPECT_TRUE(roll.enter(local.emplace_back("127.0.0.1")));
  for (const Visitor& one : local)
    EXPECT_FALSE(one.was_asked);
  EXPECT_TRUE(roll.enter(local.emplace_back("127.0.0.1")));
  EXPECT_TRUE(local[0].was_asked);
  for (Visitor& one : local)
    roll.leave(one);
}

TEST(Roll, PassesOverWhoEndsAlreadyAndWhoWasAsked) {
  Roll roll(limits(3, 3, 3));
  Visitor ending("192.0.2.1", true);
  Visitor first("192.0.2.2");
  Visitor second("192.0.2.3");
  for (Visitor* one : {&ending, &first, &second})
    ASSERT_TRUE(roll.enter(*one));
  roll.make_room();
  EXPECT_TRUE(first.was_asked);
  EXPECT_FALSE(second.was_asked);
  roll.make_room();
  EXPECT_TRUE(second.was_asked);
  EXPECT_EQ(roll.counted(), 1U);
  for (Visitor* one : {&ending, &first, &second})
    roll.leave(*one);
}

TEST(Roll, LetsNoMoreLingerThanThereArePlaces) {
  Roll roll(limits(2, 2, 2));
  std::deque<Visitor> all;
  for (int i = 0; i < 4; ++i)
    EXPECT_TRUE(roll.enter(all.emplace_back("192.0.2." + std::to_string(i))));
  // Two were asked to go and are still here: as many again as may stay.
  Visitor fifth("192.0.2.9");
  EXPECT_FALSE(roll.enter(fifth));
  roll.leave(all.front());
  EXPECT_TRUE(roll.enter(fifth));
  roll.leave(fifth);
  for (Visitor& one : all)
    roll.leave(one);
}

TEST(Roll, MayBeLeftTwice) {
  Roll roll(limits(2, 2, 2));
  Visitor one("192.0.2.1");
  ASSERT_TRUE(roll.enter(one));
  roll.leave(one);
  roll.leave(one);
  EXPECT_EQ(roll.counted(), 0U);
}

TEST(Roll, CountsRightWhenAllComeAtOnce) {
  Roll roll(limits(8, 4, 4));
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&roll, t] {
      for (int i = 0; i < 200; ++i) {
        Visitor one("192.0.2." + std::to_string(t % 2));
        roll.enter(one);
        one.be(Phase::receiving);
        roll.leave(one);
      }
    });
  for (std::thread& one : threads)
    one.join();
  EXPECT_EQ(roll.counted(), 0U);
}

TEST(Guest, IsLateFromItsDeadlineOn) {
  Visitor one("192.0.2.1");
  const auto start = Guest::Clock::time_point(std::chrono::hours(1));
  one.until(start + std::chrono::seconds(10));
  EXPECT_FALSE(one.is_late(start));
  EXPECT_TRUE(one.is_late(start + std::chrono::seconds(10)));
  one.hurry(start + std::chrono::seconds(20));
  EXPECT_TRUE(one.is_late(start + std::chrono::seconds(10))) << "nobody gets time by hurrying";
  one.hurry(start + std::chrono::seconds(5));
  EXPECT_TRUE(one.is_late(start + std::chrono::seconds(5)));
  EXPECT_FALSE(one.is_late(start + std::chrono::seconds(4)));
}

}  // namespace
}  // namespace wijkbeeld::serve
