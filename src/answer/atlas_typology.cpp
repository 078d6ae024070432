// SPDX-License-Identifier: EUPL-1.2
#include "answer/atlas_typology.hpp"

#include <cmath>
#include <string>

namespace wijkbeeld::answer {

using base::say;

namespace {

constexpr double kSharePerThreshold = 0.2;
constexpr double kThresholdDigits = 1e4;

study::TypologyLine type_line(std::string_view cluster, const std::string& rule) {
  return {std::string(cluster), study::Rule::parse(rule, {})};
}

}  // namespace

std::optional<study::TypologyPlan> atlas_typology(const instrument::Edition& edition,
                                                  series::Wave last) {
  const std::optional<int> mean = edition.class_of_mean(last);
  if (!mean || *mean < 2 || last <= kTypesStall || !edition.development ||
      !edition.has_wave(kTypesSince) || !edition.has_wave(kTypesStall))
    return std::nullopt;
  study::TypologyPlan out;
  out.since = kTypesSince;
  out.stall = kTypesStall;
  out.last = last;
  const double limit = edition.development->limits().front();
  out.threshold = std::round(limit * kSharePerThreshold * kThresholdDigits) / kThresholdDigits;
  const std::string year = std::to_string(last.year);
  const std::string weak = "class in " + year + " <= " + std::to_string(*mean - 1);
  const std::string good = "class in " + year + " >= " + std::to_string(*mean);
  const std::string stall = "change from " + std::to_string(kTypesStall.year) + " to " + year;
  const std::string improved = "improved from " + std::to_string(kTypesSince.year) + " to " + year;
  const auto names = study::cluster_names();  // success, recovery, relapse, early signs, none
  out.lines = {
      type_line(names[2], stall + " < -t and " + weak),
      type_line(names[3], good + " and score in " + year + " < nation and " + stall + " <= t"),
      type_line(names[1], weak + " and " + improved),
      type_line(names[0], good + " and " + improved)};
  return out;
}

std::vector<base::Message> type_rules(const instrument::Edition& edition, series::Wave last,
                                      const Figure& threshold) {
  std::vector<base::Message> out;
  const auto plan = atlas_typology(edition, last);
  if (!plan) return out;
  const int good = *edition.class_of_mean(last);
  const int weak = good - 1;
  const base::Argument t = shown(threshold, Precision::table);
  const auto name = [&](std::size_t line) { return plan->lines[line].cluster; };
  out.push_back(say("{}: class {} or lower in {}, and a score that fell by more than {} since {}",
                    name(0), weak, last.year, t, kTypesStall.year));
  out.push_back(
      say("{}: class {} or higher in {} with a score below the national mean, and no rise of more "
          "than {} since {}",
          name(1), good, last.year, t, kTypesStall.year));
  out.push_back(say("{}: class {} or lower in {}, and improved since {}", name(2), weak, last.year,
                    kTypesSince.year));
  out.push_back(say("{}: class {} or higher in {}, and improved since {}", name(3), good, last.year,
                    kTypesSince.year));
  return out;
}

}  // namespace wijkbeeld::answer
