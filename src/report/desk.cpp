// SPDX-License-Identifier: EUPL-1.2
#include "report/detail/desk.hpp"

#include "answer/names.hpp"

namespace wijkbeeld::report::detail {

using base::say;

std::string Desk::words(const base::Message& message) const {
  return base::render(message, catalogue, options.language);
}

std::string Desk::group(const std::string& id) const {
  return words(answer::name_of_group(findings.plan, id, options.language));
}

std::string Desk::areas(const study::EditionUsed& used) const {
  return words(answer::areas_of(used));
}

std::string Desk::class_name(const instrument::Edition& edition, int number) const {
  if (!edition.classes || number < 1 || number > edition.classes->count())
    return std::to_string(number);
  return words(edition.classes->name(number));
}

std::string Desk::dimension(const instrument::Edition& edition, const std::string& id) const {
  return words(answer::name_of_dimension(edition, id, options.language));
}

base::Message Desk::source(const study::EditionUsed& used) const {
  if (used.residents_source.empty())
    return say("Source: {}, {}.", words(used.edition.publisher), words(used.edition.title));
  return say("Source: {}, {}. Residents: {}.", words(used.edition.publisher),
             words(used.edition.title), used.residents_source);
}

base::Message Desk::period(series::Period period) const {
  return say("{} to {}", period.from.year, period.to.year);
}

std::string as_id(std::string_view text) {
  std::string out;
  for (const char c : text)
    out += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '-';
  return out;
}

std::vector<chart::Wave> chart_waves(const std::vector<series::Wave>& waves) {
  std::vector<chart::Wave> out;
  for (const series::Wave wave : waves)
    out.push_back({static_cast<double>(wave.year), std::to_string(wave.year)});
  return out;
}

std::optional<double> optional(const answer::Figure& figure) {
  if (!figure.value) return std::nullopt;
  return *figure;
}

base::Message cell(const answer::Figure& figure) {
  return say("{}", answer::shown(figure, answer::Precision::table));
}

base::Message cell(const std::string& text) {
  return say("{}", text);
}

}  // namespace wijkbeeld::report::detail
