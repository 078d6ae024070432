// SPDX-License-Identifier: EUPL-1.2
#include "codec/compress.hpp"

#include <brotli/decode.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include "base/random.hpp"

namespace wijkbeeld::codec {
namespace {

std::string unpacked_gzip(std::string packed, std::size_t size) {
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);  // 16: gzip and nothing else
  std::string bytes(size + 1, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_out = static_cast<uInt>(bytes.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  EXPECT_EQ(stream.avail_in, 0U);
  bytes.resize(stream.total_out);
  inflateEnd(&stream);
  return bytes;
}

std::string unpacked_brotli(const std::string& packed, std::size_t size) {
  std::string bytes(size + 1, '\0');
  std::size_t made = bytes.size();
  EXPECT_EQ(
      BrotliDecoderDecompress(packed.size(), reinterpret_cast<const std::uint8_t*>(packed.data()),
                              &made, reinterpret_cast<std::uint8_t*>(bytes.data())),
      BROTLI_DECODER_RESULT_SUCCESS);
  bytes.resize(made);
  return bytes;
}

// Half repetition, half chance.
std::string sample_bytes(std::size_t size) {
  std::string bytes;
  base::Stream stream(base::Seed{17}, 0);
  while (bytes.size() < size)
    bytes += stream.below(2) == 0 ? "leefbaarheid"
                                  : std::string(1, static_cast<char>(stream.below(256)));
  bytes.resize(size);
  return bytes;
}

TEST(Compress, GivesBackEveryByte) {
  for (const std::size_t size : {0UL, 1UL, 2UL, 1000UL, 300'000UL}) {
    const std::string bytes = sample_bytes(size);
    for (const Effort effort : {Effort::quick, Effort::best}) {
      EXPECT_EQ(unpacked_gzip(to_gzip(bytes, effort), size), bytes);
      EXPECT_EQ(unpacked_brotli(to_brotli(bytes, effort), size), bytes);
    }
  }
}

TEST(Compress, MakesSmallerWhatRepeats) {
  const std::string bytes = sample_bytes(100'000);
  EXPECT_LT(to_gzip(bytes, Effort::best).size(), bytes.size() / 3);
  EXPECT_LT(to_brotli(bytes, Effort::best).size(), to_gzip(bytes, Effort::best).size());
}

TEST(Compress, GivesTheSameForTheSameWithoutNameOrTime) {
  const std::string bytes = sample_bytes(5000);
  const std::string packed = to_gzip(bytes, Effort::best);
  EXPECT_EQ(packed, to_gzip(bytes, Effort::best));
  EXPECT_EQ(packed.substr(0, 8), std::string("\x1f\x8b\x08\0\0\0\0\0", 8));
}

}  // namespace
}  // namespace wijkbeeld::codec
