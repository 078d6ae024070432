// SPDX-License-Identifier: EUPL-1.2
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "serve/detail/endpoint.hpp"

namespace wijkbeeld::serve::detail {

namespace {

constexpr const char* kBytes = "application/octet-stream";

// Classes are small; the top of the byte says why there is none.
std::uint8_t byte_of(const table::Value<int>& number) {
  return number ? static_cast<std::uint8_t>(*number) : look_of(number.absence()).byte;
}

void append_float(std::string& out, float value) {
  const auto bits = std::bit_cast<std::uint32_t>(value);
  for (int shift = 0; shift < 32; shift += 8)
    out.push_back(static_cast<char>((bits >> shift) & 0xFFU));
}

}  // namespace

Response endpoint_classes(Atlas& atlas, const Request&, const Captures& in) {
  const AskedView asked = asked_view(atlas, in);
  return reply(kBytes,
               atlas.body("classes/" + asked.key,
                          [&] {
                            std::string out;
                            const auto view = asked.view();
                            for (const table::Value<int>& one : view->class_of)
                              out.push_back(static_cast<char>(byte_of(one)));
                            return out;
                          }),
               Caching::revalidate);
}

Response endpoint_numbers(Atlas& atlas, const Request&, const Captures& in) {
  const AskedView asked = asked_view(atlas, in);
  return reply(kBytes,
               atlas.body("numbers/" + asked.key,
                          [&] {
                            std::string out;
                            const auto view = asked.view();
                            for (const table::Value<double>& one : view->number_of)
                              append_float(out, one ? static_cast<float>(*one)
                                                    : std::numeric_limits<float>::quiet_NaN());
                            return out;
                          }),
               Caching::revalidate);
}

}  // namespace wijkbeeld::serve::detail
