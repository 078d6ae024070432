// SPDX-License-Identifier: EUPL-1.2
#include "cli/session.hpp"

#include "cli/catalogue.hpp"

namespace wijkbeeld::cli {

std::string Session::words(const base::Message& message) const {
  return render(message, catalogue(), manner_.language);
}

std::ostream* Session::people() const {
  if (manner_.is_quiet) return nullptr;
  return manner_.format == Format::table ? &out_ : &err_;
}

void Session::tell(const base::Message& message) const {
  if (std::ostream* stream = people()) *stream << words(message) << '\n';
}

void Session::tell_gap() const {
  if (std::ostream* stream = people()) *stream << '\n';
}

}  // namespace wijkbeeld::cli
