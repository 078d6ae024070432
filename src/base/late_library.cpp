// SPDX-License-Identifier: EUPL-1.2
#include "base/late_library.hpp"

#include <dlfcn.h>

#include "base/ensure.hpp"
#include "base/failure.hpp"

namespace wijkbeeld::base {

// Never unloaded: what a library keeps until the end belongs to it.
void LateLibrary::load() {
  const std::lock_guard lock(mutex_);
  if (library_ != nullptr) return;
  library_ = ::dlopen(file_, RTLD_LAZY | RTLD_LOCAL);
  if (library_ != nullptr) return;
  const char* reason = ::dlerror();
  throw Failure(say("a library that this work needs is missing: {}", name_))
      .because(say("the system says, in English: {}", reason == nullptr ? file_ : reason))
      .help(say("install it, on Debian with 'apt-get install {}'", package_));
}

void* LateLibrary::function(const char* name) {
  load();
  void* found = ::dlsym(library_, name);
  ensure(found != nullptr, "a library has the functions that its headers name");
  return found;
}

}  // namespace wijkbeeld::base
