// SPDX-License-Identifier: EUPL-1.2
#include "codec/compress.hpp"

#include <brotli/encode.h>
// So that zlib takes bytes it promises not to change.
#define ZLIB_CONST
#include <zlib.h>

#include <limits>

#include "base/ensure.hpp"

namespace wijkbeeld::codec {

namespace {

// zlib counts in 32 bits; what it is given is served from memory, and far smaller.
constexpr std::size_t kMost = std::numeric_limits<uInt>::max();

}  // namespace

std::string to_gzip(std::string_view bytes, Effort effort) {
  base::ensure(bytes.size() < kMost / 2, "what is packed is under 2 GB");
  z_stream stream{};
  // 15 + 16: the largest window, with a gzip header; its time stays 0.
  const int level = effort == Effort::best ? 9 : 5;
  base::ensure(deflateInit2(&stream, level, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) == Z_OK,
               "zlib starts");
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<const Bytef*>(bytes.data());
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const int end = deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  base::ensure(end == Z_STREAM_END, "zlib's own bound is enough");
  return packed;
}

std::string to_brotli(std::string_view bytes, Effort effort) {
  // 0 stands for "cannot say": more than 4 GB.
  std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
  base::ensure(size > 0, "what is packed is under 4 GB");
  std::string packed(size, '\0');
  const int quality = effort == Effort::best ? BROTLI_MAX_QUALITY : 4;
  const auto done =
      BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_GENERIC, bytes.size(),
                            reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                            reinterpret_cast<std::uint8_t*>(packed.data()));
  base::ensure(done == BROTLI_TRUE, "brotli's own bound is enough");
  packed.resize(size);
  return packed;
}

}  // namespace wijkbeeld::codec
