// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <mutex>
#include <string>

namespace wijkbeeld::base {

/// A shared library that is loaded when the first of its functions is called, not when the program
/// starts: some take longer to load than a profile may take to be on the screen, and most commands
/// call none of them. See docs/adr/0008.
class LateLibrary {
 public:
  /// `file` is what the loader looks for (libgdal.so.32), `name` what people call it, `package`
  /// what to install of Debian when it is missing.
  constexpr LateLibrary(const char* file, const char* name, const char* package)
      : file_(file), name_(name), package_(package) {}

  /// A function by its name. Throws Failure, with what to install, when the library cannot be
  /// loaded; later calls try again. That the library lacks the function is a bug.
  void* function(const char* name);

 private:
  void load();

  const char* file_;
  const char* name_;
  const char* package_;
  std::mutex mutex_ = {};
  void* library_ = nullptr;
};

}  // namespace wijkbeeld::base

/// Defines the function `name` of a library's headers here, handing it on to `library`, a
/// LateLibrary. The compiler holds the line against the headers; a function without one does not
/// link.
#define WIJKBEELD_LATE_CALL(library, result, name, parameters, arguments)                \
  result name parameters {                                                               \
    static const auto real = reinterpret_cast<decltype(&name)>(library.function(#name)); \
    return real arguments;                                                               \
  }
