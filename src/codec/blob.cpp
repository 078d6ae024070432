// SPDX-License-Identifier: EUPL-1.2
#include "codec/blob.hpp"

#include <zstd.h>

#include <array>
#include <bit>
#include <memory>

#include "base/ensure.hpp"
#include "base/failure.hpp"

namespace wijkbeeld::codec {
namespace {

using base::Failure;
using base::say;

// Four letters name the kind, eight bytes say how many values; a zstd frame with its own check sum
// (XXH64 of the content) follows.
constexpr std::size_t kHeader = 12;
constexpr std::string_view kDoubles = "WBd1";
constexpr std::string_view kBytes = "WBb1";
// A zstd block of 128 kB takes at least 4 bytes: what claims to grow more than this is damaged,
// and is refused before memory is asked for.
constexpr std::size_t kGrowth = 131072 / 4;

Failure damaged(base::Message why) {
  Failure failure(say("the column is damaged"));
  failure.because(std::move(why));
  failure.help(say("make the project file again with 'wijkbeeld import'"));
  return failure;
}

std::string packed(std::string_view kind, std::uint64_t count, std::string_view raw) {
  std::string out(kHeader + ZSTD_compressBound(raw.size()), '\0');
  kind.copy(out.data(), kind.size());
  for (std::size_t i = 0; i < 8; ++i)
    out[kind.size() + i] = static_cast<char>(count >> (8 * i) & 0xff);
  const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(),
                                                                     &ZSTD_freeCCtx);
  base::ensure(context != nullptr, "zstd gives a context");
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, 1);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  const std::size_t size = ZSTD_compress2(context.get(), out.data() + kHeader, out.size() - kHeader,
                                          raw.data(), raw.size());
  base::ensure(!ZSTD_isError(size), "the output has room for the worst case");
  out.resize(kHeader + size);
  return out;
}

// The raw bytes; `width` bytes belong to each value.
std::string unpacked(std::string_view kind, std::size_t width, std::string_view blob) {
  if (blob.size() < kHeader) throw damaged(say("it stops after {} bytes", blob.size()));
  if (blob.substr(0, kind.size()) != kind) throw damaged(say("it does not begin with '{}'", kind));
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < 8; ++i)
    count |= std::uint64_t{static_cast<unsigned char>(blob[kind.size() + i])} << (8 * i);
  const std::string_view frame = blob.substr(kHeader);
  if (count > frame.size() * kGrowth / width ||
      count * width != ZSTD_getFrameContentSize(frame.data(), frame.size()))
    throw damaged(say("its length does not agree with its contents"));
  std::string raw(count * width, '\0');
  const std::size_t size = ZSTD_decompress(raw.data(), raw.size(), frame.data(), frame.size());
  if (ZSTD_isError(size)) throw damaged(say("{}", ZSTD_getErrorName(size)));
  if (size != raw.size()) throw damaged(say("its length does not agree with its contents"));
  return raw;
}

}  // namespace

std::string to_blob(std::span<const double> values) {
  const std::size_t n = values.size();
  std::string raw(n * sizeof(double), '\0');
  for (std::size_t i = 0; i < n; ++i) {
    const auto bits = std::bit_cast<std::uint64_t>(values[i]);
    for (std::size_t byte = 0; byte < sizeof(double); ++byte)
      raw[byte * n + i] = static_cast<char>(bits >> (8 * byte) & 0xff);
  }
  return packed(kDoubles, n, raw);
}

std::string to_blob(std::span<const std::uint8_t> values) {
  return packed(kBytes, values.size(), std::string(values.begin(), values.end()));
}

std::vector<double> doubles_from_blob(std::string_view blob) {
  const std::string raw = unpacked(kDoubles, sizeof(double), blob);
  const std::size_t n = raw.size() / sizeof(double);
  std::vector<double> values(n);
  for (std::size_t i = 0; i < n; ++i) {
    std::uint64_t bits = 0;
    for (std::size_t byte = 0; byte < sizeof(double); ++byte)
      bits |= std::uint64_t{static_cast<unsigned char>(raw[byte * n + i])} << (8 * byte);
    values[i] = std::bit_cast<double>(bits);
  }
  return values;
}

std::vector<std::uint8_t> bytes_from_blob(std::string_view blob) {
  const std::string raw = unpacked(kBytes, 1, blob);
  return {raw.begin(), raw.end()};
}

}  // namespace wijkbeeld::codec
