// SPDX-License-Identifier: EUPL-1.2
#include "cli/arguments.hpp"

#include <algorithm>
#include <thread>

#include "base/number.hpp"
#include "base/text.hpp"

namespace wijkbeeld::cli {

using base::Failure;
using base::say;

void Mistakes::add(base::Message what, std::optional<base::Message> advice) {
  Failure failure(std::move(what), Failure::Kind::usage);
  if (advice) failure.help(std::move(*advice));
  all_.push_back(std::move(failure));
}

void Mistakes::check(const std::string& command) const {
  if (all_.empty()) return;
  const base::Message read_on =
      command.empty() ? say("read 'wijkbeeld help'") : say("read 'wijkbeeld help {}'", command);
  if (all_.size() == 1) {
    Failure only = all_.front();
    only.help(read_on);
    throw only;
  }
  std::vector<Failure> all = all_;
  all.back().help(read_on);
  base::Message summary = say("the command line has {} mistakes", all.size());
  throw base::Failures(std::move(summary), std::move(all));
}

bool Arguments::has(const std::string& name) const {
  return values_.find(name) != values_.end();
}

std::string Arguments::text(const std::string& name, const std::string& otherwise) const {
  const std::vector<std::string>& values = all(name);
  return values.empty() ? otherwise : values.back();
}

const std::vector<std::string>& Arguments::all(const std::string& name) const {
  static const std::vector<std::string> none;
  const auto found = values_.find(name);
  return found == values_.end() ? none : found->second;
}

std::vector<std::string> Arguments::list(const std::string& name) const {
  std::vector<std::string> parts;
  for (const std::string& value : all(name))
    for (const std::string_view part : base::split(value, ','))
      if (!base::trim(part).empty()) parts.emplace_back(base::trim(part));
  return parts;
}

std::optional<std::int64_t> Arguments::whole(const std::string& name, std::int64_t low,
                                             std::int64_t high, Mistakes& mistakes) const {
  if (!has(name)) return std::nullopt;
  const std::optional<std::int64_t> number = base::parse_integer(text(name));
  if (number && *number >= low && *number <= high) return number;
  mistakes.add(say("'{}' cannot be the value of --{}", text(name), name),
               say("give a whole number from {} to {}", low, high));
  return std::nullopt;
}

base::Workers Arguments::workers(Mistakes& mistakes) const {
  constexpr std::int64_t kMost = 256;
  const auto asked = whole("threads", 1, kMost, mistakes);
  if (asked) return {static_cast<unsigned>(*asked)};
  return {std::max(1U, std::thread::hardware_concurrency())};
}

void Arguments::add(const std::string& name, std::string value) {
  values_[name].push_back(std::move(value));
}

namespace {

bool is_option(const std::string& word) {
  return word.size() > 1 && word[0] == '-';
}

class Parser {
 public:
  Parser(const std::vector<std::string>& words, const Grammar& grammar, Mistakes& mistakes)
      : words_(words), grammar_(grammar), mistakes_(mistakes), options_(grammar.options) {
    options_.insert(options_.end(), common_options().begin(), common_options().end());
  }

  Arguments parse() {
    for (at_ = 0; at_ < words_.size(); ++at_) {
      const std::string& word = words_[at_];
      if (!only_operands_ && word == "--")
        only_operands_ = true;
      else if (!only_operands_ && is_option(word))
        take_option(word);
      else
        operands_.push_back(word);
    }
    if (!arguments_.has("help")) {
      place_operands();
      check_required();
    }
    return std::move(arguments_);
  }

 private:
  void take_option(const std::string& word) {
    const std::size_t equals = word.find('=');
    const std::string flag = word.substr(0, equals);
    const Option* option = find(flag);
    if (option == nullptr) return unknown(flag);
    std::optional<std::string> value;
    if (equals != std::string::npos) value = word.substr(equals + 1);
    if (!option->value) {
      if (value) mistakes_.add(say("--{} takes no value, but got '{}'", option->name, *value));
      arguments_.add(option->name, "");
      return;
    }
    if (!value && at_ + 1 < words_.size() && !words_[at_ + 1].starts_with("--"))
      value = words_[++at_];
    if (!value || value->empty()) return missing_value(*option);
    take_value(*option, std::move(*value));
  }

  void take_value(const Option& option, std::string value) {
    if (arguments_.has(option.name) && !option.is_repeatable)
      mistakes_.add(say("--{} is given twice", option.name),
                    say("keep one of '{}' and '{}'", arguments_.text(option.name), value));
    const auto& allowed = option.choices;
    if (!allowed.empty() && std::find(allowed.begin(), allowed.end(), value) == allowed.end())
      mistakes_.add(say("'{}' cannot be the value of --{}", value, option.name),
                    say("choose one of: {}", base::join(allowed, ", ")));
    arguments_.add(option.name, std::move(value));
  }

  void missing_value(const Option& option) {
    arguments_.add(option.name, "");
    if (option.choices.empty())
      mistakes_.add(say("--{} has no value behind it", option.name));
    else
      mistakes_.add(say("--{} has no value behind it", option.name),
                    say("choose one of: {}", base::join(option.choices, ", ")));
  }

  void unknown(const std::string& flag) {
    has_unknown_ = true;
    std::vector<std::string> names;
    for (const Option& option : options_)
      names.push_back("--" + option.name);
    const auto meant = base::did_you_mean(flag, names);
    if (meant)
      mistakes_.add(say("there is no option '{}' here", flag), say("did you mean '{}'?", *meant));
    else
      mistakes_.add(say("there is no option '{}' here", flag));
  }

  [[nodiscard]] const Option* find(const std::string& flag) const {
    for (const Option& option : options_) {
      if (flag == "--" + option.name) return &option;
      if (!option.also.empty() && flag == "--" + option.also) return &option;
      if (option.letter != 0 && flag == std::string{'-', option.letter}) return &option;
    }
    return nullptr;
  }

  void place_operands() {
    std::size_t next = 0;
    for (const Operand& operand : grammar_.operands) {
      const std::size_t end = operand.is_many ? operands_.size() : next + 1;
      for (; next < std::min(end, operands_.size()); ++next)
        arguments_.add(operand.name, operands_[next]);
    }
    // The value of an option we do not know would be taken for an operand.
    if (has_unknown_) return;
    for (; next < operands_.size(); ++next)
      mistakes_.add(say("'{}' is one word too many", operands_[next]));
  }

  void check_required() {
    for (const Operand& operand : grammar_.operands)
      if (operand.required && !arguments_.has(operand.name))
        mistakes_.add(say("there is a word too few"), operand.required);
    for (const Option& option : grammar_.options)
      if (option.required && !arguments_.has(option.name))
        mistakes_.add(say("--{} is missing", option.name), option.required);
  }

  const std::vector<std::string>& words_;
  const Grammar& grammar_;
  Mistakes& mistakes_;
  std::vector<Option> options_;
  Arguments arguments_;
  std::vector<std::string> operands_;
  std::size_t at_ = 0;
  bool only_operands_ = false;
  bool has_unknown_ = false;
};

}  // namespace

Arguments parse_arguments(const std::vector<std::string>& words, const Grammar& grammar,
                          Mistakes& mistakes) {
  return Parser(words, grammar, mistakes).parse();
}

std::optional<series::Wave> asked_wave(const Arguments& arguments, const std::string& name,
                                       Mistakes& mistakes) {
  constexpr std::int64_t kFirst = 1900;
  constexpr std::int64_t kLast = 2200;
  const auto year = arguments.whole(name, kFirst, kLast, mistakes);
  if (!year) return std::nullopt;
  return series::Wave{static_cast<int>(*year)};
}

SplitWords split_command(const std::vector<std::string>& words) {
  SplitWords split;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (split.command.empty() && !is_option(words[i])) {
      split.command = words[i];
      continue;
    }
    split.rest.push_back(words[i]);
    if (!split.command.empty()) continue;
    for (const Option& option : common_options())
      if (option.value && words[i] == "--" + option.name && i + 1 < words.size())
        split.rest.push_back(words[++i]);
  }
  return split;
}

}  // namespace wijkbeeld::cli
