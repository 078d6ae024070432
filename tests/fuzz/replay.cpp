// SPDX-License-Identifier: EUPL-1.2
// Stands in for libFuzzer: gives a fuzz program each file of the folder named, and of each file
// also its beginnings, since files cut short are what people have most.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>

#include "base/file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void replay(const std::string& bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const std::size_t step = std::max<std::size_t>(1, bytes.size() / 64);
  for (std::size_t size = 0; size < bytes.size(); size += step)
    LLVMFuzzerTestOneInput(data, size);
  LLVMFuzzerTestOneInput(data, bytes.size());
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) return 2;
  const auto files = wijkbeeld::base::files_below(words[1]);
  for (const auto& file : files)
    replay(wijkbeeld::base::read_file(file));
  std::printf("%zu files replayed\n", files.size());
  return files.empty() ? 1 : 0;
}
