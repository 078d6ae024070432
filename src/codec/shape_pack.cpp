// SPDX-License-Identifier: EUPL-1.2
#include "codec/shape_pack.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/ensure.hpp"
#include "base/failure.hpp"
#include "geo/measure.hpp"

namespace wijkbeeld::codec {
namespace {

using base::Failure;
using base::say;

constexpr std::string_view kName = "WBS1";

// Whole steps from the origin.
struct Step {
  std::int64_t x = 0;
  std::int64_t y = 0;
  bool operator==(const Step&) const = default;
};

class Bytes {
 public:
  void put_fixed(std::uint64_t value, std::size_t bytes) {
    for (std::size_t i = 0; i < bytes; ++i)
      out_.push_back(static_cast<char>(value >> (8 * i) & 0xff));
  }
  void put_double(double value) { put_fixed(std::bit_cast<std::uint64_t>(value), sizeof(double)); }
  void put(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7)
      out_.push_back(static_cast<char>((value & 0x7f) | 0x80));
    out_.push_back(static_cast<char>(value));
  }
  void put_signed(std::int64_t value) {
    put((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
  }
  void put_change(Step from, Step to) {
    put_signed(to.x - from.x);
    put_signed(to.y - from.y);
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_ = std::string(kName);
};

class Packer {
 public:
  Packer(const geo::Topology& topology, double step) : topology_(topology), step_(step) {
    geo::Bounds box;
    for (const geo::Line& line : topology.arcs)
      box.add(geo::bounds(line));
    const auto middle = [&](double low, double high) {
      return box.is_empty() ? 0 : std::floor((low + high) / 2 / step) * step;
    };
    origin_ = {middle(box.x_min, box.x_max), middle(box.y_min, box.y_max)};
    base::ensure(box.is_empty() || std::max(box.width(), box.height()) / step < std::exp2(50),
                 "steps are not too small for the extent");
    for (const geo::Line& line : topology.arcs)
      add_arc(line);
  }

  std::string run() {
    out_.put_fixed(topology_.areas.size(), 4);
    out_.put_fixed(arcs_.size(), 4);
    for (const double number : {origin_.x, origin_.y, step_})
      out_.put_double(number);
    for (const std::vector<Step>& arc : arcs_)
      write_arc(arc);
    for (const auto& parts : topology_.areas)
      write_area(parts);
    return out_.take();
  }

 private:
  static constexpr std::int64_t kGone = -1;

  void add_arc(const geo::Line& line) {
    std::vector<Step> arc;
    for (const geo::Point p : line) {
      const Step at{std::llround((p.x - origin_.x) / step_),
                    std::llround((p.y - origin_.y) / step_)};
      if (arc.empty() || arc.back() != at) arc.push_back(at);
    }
    numbers_.push_back(arc.size() < 2 ? kGone : static_cast<std::int64_t>(arcs_.size()));
    if (arc.size() >= 2) arcs_.push_back(std::move(arc));
  }

  void write_arc(const std::vector<Step>& arc) {
    out_.put(arc.size());
    Step at;
    for (const Step next : arc) {
      out_.put_change(at, next);
      at = next;
    }
  }

  [[nodiscard]] std::vector<std::int64_t> references(const geo::ArcRing& ring) const {
    std::vector<std::int64_t> out;
    for (const auto& [arc, is_backwards] : ring)
      if (const std::int64_t number = numbers_[arc]; number != kGone)
        out.push_back(is_backwards ? -number - 1 : number);
    return out;
  }

  // A polygon whose outer ring is gone goes as a whole.
  void write_area(const std::vector<geo::ArcPolygon>& parts) {
    std::vector<std::pair<std::vector<std::int64_t>, bool>> rings;
    for (const geo::ArcPolygon& part : parts) {
      auto outer = references(part.outer);
      if (outer.empty()) continue;
      rings.emplace_back(std::move(outer), false);
      for (const geo::ArcRing& hole : part.holes)
        if (auto inner = references(hole); !inner.empty())
          rings.emplace_back(std::move(inner), true);
    }
    out_.put(rings.size());
    for (const auto& [ring, is_hole] : rings) {
      out_.put(ring.size() * 2 + (is_hole ? 1 : 0));
      for (const std::int64_t reference : ring)
        out_.put_signed(reference);
    }
  }

  const geo::Topology& topology_;
  double step_;
  geo::Point origin_;
  std::vector<std::vector<Step>> arcs_;
  std::vector<std::int64_t> numbers_;  // per arc of the topology
  Bytes out_;
};

Failure damaged(base::Message why) {
  Failure failure(say("the shapes are damaged"));
  failure.because(std::move(why));
  return failure;
}

class PackReader {
 public:
  explicit PackReader(std::string_view bytes) : bytes_(bytes) {
    if (bytes.substr(0, kName.size()) != kName)
      throw damaged(say("they do not begin with '{}'", kName));
    at_ = kName.size();
  }

  geo::Topology run() {
    const std::uint64_t areas = fixed(4);
    const std::uint64_t arcs = fixed(4);
    origin_ = {number(), number()};
    step_ = number();
    if (!(step_ > 0)) throw damaged(say("a step is not above zero"));
    // An arc takes five bytes or more, an area one.
    if (arcs > left() / 5 || areas > left()) throw cut_short();
    for (std::uint64_t i = 0; i < arcs; ++i)
      read_arc();
    used_.resize(2 * topology_.arcs.size(), false);
    for (std::uint64_t i = 0; i < areas; ++i)
      topology_.areas.push_back(area());
    if (left() > 0) throw damaged(say("{} bytes are left over", left()));
    return std::move(topology_);
  }

 private:
  // Above this a number of steps is no longer exact in metres.
  static constexpr std::int64_t kMost = std::int64_t{1} << 51;

  [[nodiscard]] std::size_t left() const { return bytes_.size() - at_; }

  [[nodiscard]] Failure cut_short() const {
    return damaged(say("they stop after {} bytes", bytes_.size()));
  }

  std::uint8_t byte() {
    if (left() == 0) throw cut_short();
    return static_cast<std::uint8_t>(bytes_[at_++]);
  }

  std::uint64_t fixed(std::size_t bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i)
      value |= std::uint64_t{byte()} << (8 * i);
    return value;
  }

  double number() {
    const auto value = std::bit_cast<double>(fixed(sizeof(double)));
    constexpr double kFar = 1e12;
    if (!std::isfinite(value) || std::abs(value) > kFar)
      throw damaged(say("a number is too large or not finite"));
    return value;
  }

  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const std::uint8_t next = byte();
      value |= std::uint64_t{next & 0x7fU} << shift;
      if (next < 0x80) return value;
    }
    throw damaged(say("a number is too large or not finite"));
  }

  std::int64_t signed_varint() {
    const std::uint64_t value = varint();
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
  }

  // A count of things of `least` bytes or more.
  std::uint64_t count(std::uint64_t things, std::uint64_t least) const {
    if (things > left() / least) throw cut_short();
    return things;
  }

  void move(std::int64_t& along) {
    const std::int64_t change = signed_varint();
    if (change > kMost || change < -kMost || std::abs(along + change) > kMost)
      throw damaged(say("a number is too large or not finite"));
    along += change;
  }

  void read_arc() {
    const std::uint64_t points = count(varint(), 2);
    if (points < 2) throw damaged(say("an arc has fewer than two points"));
    geo::Line line;
    line.reserve(points);
    Step at;
    for (std::uint64_t i = 0; i < points; ++i) {
      move(at.x);
      move(at.y);
      const geo::Point p{origin_.x + static_cast<double>(at.x) * step_,
                         origin_.y + static_cast<double>(at.y) * step_};
      if (i > 0 && p == line.back()) throw damaged(say("two consecutive points are equal"));
      line.push_back(p);
    }
    topology_.arcs.push_back(std::move(line));
  }

  std::vector<geo::ArcPolygon> area() {
    std::vector<geo::ArcPolygon> parts;
    for (std::uint64_t rings = count(varint(), 2); rings > 0; --rings) {
      const std::uint64_t head = varint();
      geo::ArcRing read = ring(count(head / 2, 1));
      if (head % 2 == 0)
        parts.push_back({std::move(read)});
      else if (!parts.empty())
        parts.back().holes.push_back(std::move(read));
      else
        throw damaged(say("a hole comes before its surface"));
    }
    return parts;
  }

  geo::ArcRing ring(std::uint64_t references) {
    geo::ArcRing ring;
    ring.reserve(references);
    for (std::uint64_t i = 0; i < references; ++i) {
      ring.push_back(step());
      if (i > 0 && begin_of(ring[i]) != end_of(ring[i - 1])) throw open_ring();
    }
    if (ring.empty() || begin_of(ring.front()) != end_of(ring.back())) throw open_ring();
    return ring;
  }

  static Failure open_ring() { return damaged(say("a ring is not closed")); }

  geo::ArcStep step() {
    const std::int64_t reference = signed_varint();
    const bool is_backwards = reference < 0;
    const auto arc = static_cast<std::uint64_t>(is_backwards ? ~reference : reference);
    if (arc >= topology_.arcs.size())
      throw damaged(say("arc {} is asked for, of {}", arc, topology_.arcs.size()));
    const std::size_t side = 2 * arc + (is_backwards ? 1 : 0);
    if (used_[side]) throw damaged(say("arc {} is used twice in one direction", arc));
    used_[side] = true;
    return {static_cast<std::uint32_t>(arc), is_backwards};
  }

  [[nodiscard]] geo::Point begin_of(geo::ArcStep step) const {
    const geo::Line& line = topology_.arcs[step.arc];
    return step.is_backwards ? line.back() : line.front();
  }
  [[nodiscard]] geo::Point end_of(geo::ArcStep step) const {
    return begin_of({step.arc, !step.is_backwards});
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  geo::Point origin_;
  double step_ = 1;
  geo::Topology topology_;
  std::vector<bool> used_;  // per arc and direction
};

}  // namespace

std::string to_shape_pack(const geo::Topology& topology, double step_m) {
  base::ensure(step_m > 0, "a step has a size");
  return Packer(topology, step_m).run();
}

geo::Topology topology_from_pack(std::string_view bytes) {
  return PackReader(bytes).run();
}

}  // namespace wijkbeeld::codec
