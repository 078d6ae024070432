// SPDX-License-Identifier: EUPL-1.2
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "cli/interruption.hpp"
#include "cli/program.hpp"

namespace {

wijkbeeld::cli::Surroundings look_around() {
  wijkbeeld::cli::Surroundings surroundings;
  for (const std::string& name : wijkbeeld::cli::variables())
    if (const char* value = std::getenv(name.c_str()))  // NOLINT: no threads yet
      surroundings.environment[name] = value;
  surroundings.is_out_terminal = ::isatty(STDOUT_FILENO) == 1;
  surroundings.is_err_terminal = ::isatty(STDERR_FILENO) == 1;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) surroundings.columns = size.ws_col;
  surroundings.has_reader_gone = [] {
    pollfd out{STDOUT_FILENO, POLLOUT, 0};
    return ::poll(&out, 1, 0) > 0 && (out.revents & POLLERR) != 0;
  };
  return surroundings;
}

}  // namespace

int main(int count, char** words) {
  std::ios::sync_with_stdio(false);
  wijkbeeld::cli::listen_for_interruption();
  const std::vector<std::string> all(words + (count > 0 ? 1 : 0), words + count);
  return static_cast<int>(wijkbeeld::cli::run_program(all, look_around(), std::cout, std::cerr));
}
