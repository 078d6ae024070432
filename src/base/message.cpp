// SPDX-License-Identifier: EUPL-1.2
#include "base/message.hpp"

#include "base/catalogue.hpp"
#include "base/number.hpp"

namespace wijkbeeld::base {
namespace {
template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;
}  // namespace

std::string to_text(const Argument& argument, Language language) {
  return std::visit(
      Overloaded{
          [](const std::string& text) { return text; },
          [&](Count count) { return format_count(count.value, language); },
          [&](Decimal number) {
            return format_decimal(number.value, number.digits, language, number.with_sign);
          },
          [&](Percent percent) { return format_percent(percent.share, percent.digits, language); },
      },
      argument.value);
}

std::string to_text(const Message& message) {
  return render(message, Catalogue{}, Language::en);
}

}  // namespace wijkbeeld::base
