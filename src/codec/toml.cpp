// SPDX-License-Identifier: EUPL-1.2
// The one file that compiles toml++.
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
// toml++ 3.3 only asserts what some broken texts do not hold, such as "[" at the end of a line.
// What a person types must never end the process, so its asserts throw.
#undef NDEBUG
#define TOML_ASSERT(holds) ((holds) ? void() : wijkbeeld::codec::detail::slip())
namespace wijkbeeld::codec::detail {
[[noreturn]] void slip();
}  // namespace wijkbeeld::codec::detail
#include "codec/toml.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/ensure.hpp"
#include "base/number.hpp"
#include "base/text.hpp"

namespace wijkbeeld::codec {

using base::Failure;
using base::Message;
using base::Place;
using base::say;

namespace detail {

struct TomlSlip {};

void slip() {
  throw TomlSlip{};
}

/// What all nodes of a document share.
struct TomlSource {
  toml::table root;
  std::string file;
  std::vector<Failure> mistakes = {};
  /// Keys asked for so far, per table, in order of asking.
  std::map<const toml::table*, std::vector<std::string>> asked = {};
  /// Values complained about: what is in them is not judged again.
  std::vector<const toml::node*> faulty = {};

  void add(const Place& place, Message what, std::optional<Message> help) {
    Failure mistake(std::move(what));
    mistake.at(place);
    if (help) mistake.help(std::move(*help));
    add(std::move(mistake));
  }

  void add(Failure mistake) {
    const bool is_known = std::any_of(mistakes.begin(), mistakes.end(), [&](const Failure& other) {
      return std::string_view(other.what()) == mistake.what();
    });
    if (!is_known) mistakes.push_back(std::move(mistake));
  }

  void ask(const toml::table& table, std::string_view key) {
    auto& keys = asked[&table];
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.emplace_back(key);
  }

  [[nodiscard]] Place place_of(const toml::source_region& region) const {
    return {file, {}, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
  }

  void report_unknown(const toml::table& table);
  void report_unknown_below(const toml::node& node);
};

void TomlSource::report_unknown_below(const toml::node& node) {
  if (std::find(faulty.begin(), faulty.end(), &node) != faulty.end()) return;
  if (const auto* table = node.as_table()) report_unknown(*table);
  if (const auto* list = node.as_array())
    for (const toml::node& item : *list)
      report_unknown_below(item);
}

void TomlSource::report_unknown(const toml::table& table) {
  const std::vector<std::string>& known = asked[&table];
  for (const auto& [key, node] : table) {
    if (std::find(known.begin(), known.end(), key.str()) != known.end()) {
      report_unknown_below(node);
      continue;
    }
    std::optional<Message> help;
    if (const auto near = base::did_you_mean(key.str(), known))
      help = say("did you mean '{}'?", *near);
    else if (!known.empty())
      help = say("the keys that can stand here are: {}", base::join(known, ", "));
    add(place_of(key.source()), say("unknown key '{}'", key.str()), std::move(help));
  }
}

}  // namespace detail

namespace {

using detail::TomlSource;

// The value as the file has it, short enough for a sentence.
std::string shown(const toml::node& node) {
  if (const auto* text = node.as_string()) {
    const std::string& whole = text->get();
    return whole.size() <= 40 ? "\"" + whole + "\"" : "\"" + whole.substr(0, 37) + "...\"";
  }
  if (const auto* integer = node.as_integer()) return fmt::format("{}", integer->get());
  if (const auto* real = node.as_floating_point()) return base::to_text(real->get());
  if (const auto* truth = node.as_boolean()) return truth->get() ? "true" : "false";
  if (node.is_table()) return "{...}";
  if (node.is_array()) return "[...]";
  return node.is_time() ? "hh:mm" : "yyyy-mm-dd";
}

}  // namespace

struct TomlNode::State {
  std::shared_ptr<TomlSource> source;
  const toml::node* node = nullptr;
  std::string path = {};  ///< "cohort[2].name", for messages
  Place place = {};
  std::string missing = {};  ///< path of the outermost thing that is missing
  bool is_quiet = false;     ///< below something already complained about

  void complain(Message what, std::optional<Message> help = {}) const {
    if (node != nullptr) source->faulty.push_back(node);
    source->add(place, std::move(what), std::move(help));
  }
  void not_a_table() const { complain(say("'{}' must be a table, not {}", path, shown(*node))); }
  void not_a_list() const {
    complain(say("'{}' must be a list, not {}", path, shown(*node)),
             say("put it between [ and ], or under a [[heading]]"));
  }
  void not_a_text() const {
    complain(say("'{}' must be a text, not {}", path, shown(*node)),
             say("put it between double quotes"));
  }
  void not_an_integer() const {
    complain(say("'{}' must be a whole number, not {}", path, shown(*node)));
  }
  void not_a_real() const { complain(say("'{}' must be a number, not {}", path, shown(*node))); }
  void not_a_truth() const {
    complain(say("'{}' must be true or false, not {}", path, shown(*node)),
             say("without quotes, in small letters"));
  }
  void not_a_date() const {
    complain(say("'{}' must be a date, not {}", path, shown(*node)),
             say("write it as 2007-03-22, without quotes"));
  }
};

bool TomlNode::exists() const {
  return state_->node != nullptr;
}

Place TomlNode::place() const {
  return state_->place;
}

void TomlNode::mistake(Message what, std::optional<Message> help) const {
  state_->source->add(state_->place, std::move(what), std::move(help));
}

void TomlNode::mistake(Failure failure) const {
  if (!failure.place()) failure.at(state_->place);
  state_->source->add(std::move(failure));
}

template <class T>
const T* TomlNode::expect(void (State::*complain)() const) const {
  if (!exists()) return nullptr;
  if (const T* wanted = state_->node->as<T>()) return wanted;
  (*state_.*complain)();
  return nullptr;
}

bool TomlNode::is_missing() const {
  if (exists()) return false;
  if (!state_->is_quiet) mistake(say("'{}' is missing", state_->missing));
  return true;
}

TomlNode TomlNode::operator[](std::string_view key) const {
  auto below = std::make_shared<State>();
  below->source = state_->source;
  below->path = state_->path.empty() ? std::string(key) : state_->path + "." + std::string(key);
  below->place = state_->place;
  below->missing = exists() ? below->path : state_->missing;
  below->is_quiet = state_->is_quiet;
  const auto* table = expect<toml::table>(&State::not_a_table);
  if (table != nullptr) {
    state_->source->ask(*table, key);
    below->node = table->get(key);
    if (below->node != nullptr) below->place = state_->source->place_of(below->node->source());
  } else if (exists()) {
    below->is_quiet = true;
  }
  TomlNode result;
  result.state_ = std::move(below);
  return result;
}

std::vector<std::string> TomlNode::keys() const {
  const auto* table = expect<toml::table>(&State::not_a_table);
  if (table == nullptr) return {};
  std::vector<const toml::key*> in_file_order;
  for (const auto& [key, node] : *table)
    in_file_order.push_back(&key);
  std::stable_sort(
      in_file_order.begin(), in_file_order.end(),
      [](const toml::key* a, const toml::key* b) { return a->source().begin < b->source().begin; });
  std::vector<std::string> names;
  for (const toml::key* key : in_file_order)
    names.emplace_back(key->str());
  return names;
}

std::vector<TomlNode> TomlNode::items() const {
  const auto* list = expect<toml::array>(&State::not_a_list);
  if (list == nullptr) return {};
  std::vector<TomlNode> nodes;
  for (const toml::node& item : *list) {
    auto below = std::make_shared<State>(*state_);
    below->node = &item;
    below->path = fmt::format("{}[{}]", state_->path, nodes.size() + 1);
    below->place = state_->source->place_of(item.source());
    nodes.emplace_back().state_ = std::move(below);
  }
  return nodes;
}

std::string TomlNode::text() const {
  return is_missing() ? "" : text_or("");
}

std::string TomlNode::text_or(std::string_view other) const {
  if (!exists()) return std::string(other);
  const auto* text = expect<toml::value<std::string>>(&State::not_a_text);
  return text != nullptr ? text->get() : std::string(other);
}

std::int64_t TomlNode::integer() const {
  return is_missing() ? 0 : integer_or(0);
}

std::int64_t TomlNode::integer_or(std::int64_t other) const {
  const auto* integer = expect<toml::value<std::int64_t>>(&State::not_an_integer);
  return integer != nullptr ? integer->get() : other;
}

double TomlNode::real() const {
  return is_missing() ? 0 : real_or(0);
}

double TomlNode::real_or(double other) const {
  if (is_integer()) return static_cast<double>(integer());
  const auto* real = expect<toml::value<double>>(&State::not_a_real);
  if (real == nullptr) return other;
  if (std::isfinite(real->get())) return real->get();
  state_->not_a_real();
  return other;
}

bool TomlNode::boolean_or(bool other) const {
  const auto* truth = expect<toml::value<bool>>(&State::not_a_truth);
  return truth != nullptr ? truth->get() : other;
}

std::vector<std::string> TomlNode::texts() const {
  std::vector<std::string> all;
  for (const TomlNode& item : items())
    all.push_back(item.text());
  return all;
}

std::vector<double> TomlNode::reals() const {
  std::vector<double> all;
  for (const TomlNode& item : items())
    all.push_back(item.real());
  return all;
}

std::optional<std::string> TomlNode::date() const {
  const auto* date = expect<toml::value<toml::date>>(&State::not_a_date);
  if (date == nullptr) return std::nullopt;
  const toml::date& day = date->get();
  return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

bool TomlNode::is_text() const {
  return exists() && state_->node->is_string();
}

bool TomlNode::is_integer() const {
  return exists() && state_->node->is_integer();
}

bool TomlNode::is_table() const {
  return exists() && state_->node->is_table();
}

bool TomlNode::is_list() const {
  return exists() && state_->node->is_array();
}

namespace {

// The first line after which toml++ slips: the text up to it is tried line by line.
int line_of_slip(std::string_view text) {
  int line = 0;
  for (std::size_t end = 0; end < text.size(); ++end) {
    end = std::min(text.find('\n', end), text.size() - 1);
    ++line;
    try {
      (void)toml::parse(text.substr(0, end + 1));
    } catch (const detail::TomlSlip&) {
      return line;
    }
  }
  return line;
}

Failure no_toml(Place place) {
  return Failure(say("this is no valid TOML"))
      .at(std::move(place))
      .help(say("texts stand between double quotes, lists between [ and ], a table under its "
                "[heading]; no key may occur twice"));
}

toml::parse_result parse(std::string_view text, const std::string& file) {
  try {
    return toml::parse(text, file);
  } catch (const detail::TomlSlip&) {
    throw no_toml({file, {}, line_of_slip(text), 0});
  }
}

}  // namespace

TomlDocument::TomlDocument(std::string_view text, const std::string& file) {
  toml::parse_result parsed = parse(text, file);
  if (!parsed) {
    const toml::parse_error& error = parsed.error();
    const auto& begin = error.source().begin;
    throw no_toml({file, {}, static_cast<int>(begin.line), static_cast<int>(begin.column)})
        .because(say("{}", error.description()));
  }
  source_ = std::make_shared<TomlSource>();
  source_->root = std::move(parsed).table();
  source_->file = file;
}

TomlDocument::~TomlDocument() = default;

TomlNode TomlDocument::root() const {
  auto state = std::make_shared<TomlNode::State>();
  state->source = source_;
  state->node = &source_->root;
  state->place = {source_->file};
  TomlNode node;
  node.state_ = std::move(state);
  return node;
}

void TomlDocument::finish(const Message& summary) {
  source_->report_unknown(source_->root);
  auto& mistakes = source_->mistakes;
  if (mistakes.empty()) return;
  std::stable_sort(mistakes.begin(), mistakes.end(),
                   [](const Failure& a, const Failure& b) { return *a.place() < *b.place(); });
  throw base::Failures(summary, std::move(mistakes));
}

}  // namespace wijkbeeld::codec
