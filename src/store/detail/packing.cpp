// SPDX-License-Identifier: EUPL-1.2
#include "store/detail/packing.hpp"

#include <cstdint>

#include "base/failure.hpp"
#include "codec/blob.hpp"

namespace wijkbeeld::store::detail {

using base::Failure;
using base::say;

namespace {

Failure damaged() {
  return Failure(say("the column is damaged"))
      .because(say("its length does not agree with its contents"))
      .help(say("make the project file again with 'wijkbeeld import'"));
}

// Seven bits a byte, lowest first; the high bit says that more follow.
void put_length(std::size_t length, std::vector<std::uint8_t>& bytes) {
  for (; length >= 128; length >>= 7U)
    bytes.push_back(static_cast<std::uint8_t>((length & 127U) | 128U));
  bytes.push_back(static_cast<std::uint8_t>(length));
}

std::size_t take_length(const std::vector<std::uint8_t>& bytes, std::size_t& at) {
  std::size_t length = 0;
  for (unsigned shift = 0; shift < 63; shift += 7) {
    if (at == bytes.size()) throw damaged();
    const std::uint8_t byte = bytes[at++];
    length |= static_cast<std::size_t>(byte & 127U) << shift;
    if (byte < 128) return length;
  }
  throw damaged();
}

class NumberReader {
 public:
  explicit NumberReader(const std::vector<double>& numbers) : numbers_(numbers) {}

  [[nodiscard]] bool is_done() const { return at_ == numbers_.size(); }

  // How many items follow; each takes at least `least` numbers, so a wrong count cannot ask for
  // more memory than the file has.
  std::size_t count(std::size_t least) {
    const double value = number();
    const std::size_t most = (numbers_.size() - at_) / least;
    if (!(value >= 0) || value > static_cast<double>(most)) throw damaged();
    return static_cast<std::size_t>(value);
  }

  double number() {
    if (is_done()) throw damaged();
    return numbers_[at_++];
  }

  geo::Point point() {
    const double x = number();
    return {x, number()};
  }

  geo::Ring ring() {
    geo::Ring ring(count(2));
    for (geo::Point& one : ring)
      one = point();
    return ring;
  }

 private:
  const std::vector<double>& numbers_;
  std::size_t at_ = 0;
};

geo::MultiPolygon take_shape(NumberReader& reader) {
  geo::MultiPolygon shape;
  shape.parts.resize(reader.count(1));
  for (geo::Polygon& part : shape.parts) {
    const std::size_t rings = reader.count(1);
    if (rings == 0) throw damaged();
    part.outer = reader.ring();
    for (std::size_t i = 1; i < rings; ++i)
      part.holes.push_back(reader.ring());
  }
  return shape;
}

void put_points(const std::vector<geo::Point>& points, std::vector<double>& numbers) {
  for (const geo::Point& point : points) {
    numbers.push_back(point.x);
    numbers.push_back(point.y);
  }
}

// A ring or an open line.
void put_ring(const std::vector<geo::Point>& ring, std::vector<double>& numbers) {
  numbers.push_back(static_cast<double>(ring.size()));
  put_points(ring, numbers);
}

}  // namespace

std::string pack_texts(const std::vector<std::string>& texts) {
  std::vector<std::uint8_t> bytes;
  for (const std::string& text : texts) {
    put_length(text.size(), bytes);
    bytes.insert(bytes.end(), text.begin(), text.end());
  }
  return codec::to_blob(bytes);
}

std::vector<std::string> unpack_texts(std::string_view blob) {
  const std::vector<std::uint8_t> bytes = codec::bytes_from_blob(blob);
  std::vector<std::string> texts;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = take_length(bytes, at);
    if (length > bytes.size() - at) throw damaged();
    const auto begin = bytes.begin() + static_cast<std::ptrdiff_t>(at);
    texts.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(length));
    at += length;
  }
  return texts;
}

std::string pack_codes(const std::vector<area::AreaCode>& codes) {
  std::vector<std::string> texts;
  texts.reserve(codes.size());
  for (const area::AreaCode& code : codes)
    texts.push_back(code.text);
  return pack_texts(texts);
}

std::vector<area::AreaCode> unpack_codes(std::string_view blob) {
  std::vector<area::AreaCode> codes;
  for (std::string& text : unpack_texts(blob)) {
    if (!codes.empty() && !(codes.back().text < text)) throw damaged();
    codes.push_back({std::move(text)});
  }
  return codes;
}

std::string pack_shapes(const std::vector<geo::MultiPolygon>& shapes) {
  std::vector<double> numbers;
  for (const geo::MultiPolygon& shape : shapes) {
    numbers.push_back(static_cast<double>(shape.parts.size()));
    for (const geo::Polygon& part : shape.parts) {
      numbers.push_back(static_cast<double>(part.holes.size() + 1));
      put_ring(part.outer, numbers);
      for (const geo::Ring& hole : part.holes)
        put_ring(hole, numbers);
    }
  }
  return codec::to_blob(numbers);
}

std::vector<geo::MultiPolygon> unpack_shapes(std::string_view blob) {
  const std::vector<double> numbers = codec::doubles_from_blob(blob);
  NumberReader reader(numbers);
  std::vector<geo::MultiPolygon> shapes;
  while (!reader.is_done())
    shapes.push_back(take_shape(reader));
  return shapes;
}

std::string pack_points(const std::vector<geo::Point>& points) {
  std::vector<double> numbers;
  put_points(points, numbers);
  return codec::to_blob(numbers);
}

std::vector<geo::Point> unpack_points(std::string_view blob) {
  const std::vector<double> numbers = codec::doubles_from_blob(blob);
  NumberReader reader(numbers);
  std::vector<geo::Point> points;
  while (!reader.is_done())
    points.push_back(reader.point());
  return points;
}

std::string pack_lines(const std::vector<geo::Line>& lines) {
  std::vector<double> numbers;
  for (const geo::Line& line : lines)
    put_ring(line, numbers);
  return codec::to_blob(numbers);
}

std::vector<geo::Line> unpack_lines(std::string_view blob) {
  const std::vector<double> numbers = codec::doubles_from_blob(blob);
  NumberReader reader(numbers);
  std::vector<geo::Line> lines;
  while (!reader.is_done())
    lines.push_back(reader.ring());
  return lines;
}

}  // namespace wijkbeeld::store::detail
