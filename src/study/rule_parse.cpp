// SPDX-License-Identifier: EUPL-1.2
// From the words of a plan to a Rule or a Selection:
//   rule       = term { "or" term }
//   term       = factor { "and" factor }
//   factor     = "not" factor | "(" rule ")" | "all" | ("improved" | "declined") period |
//   comparison comparison = quantity [when] sign bound [when] when       = "in" wave | period
//   period = "from" wave "to" wave bound      = number | "t" | "-t" | "nation" selection  = "the"
//   number ("lowest" | "highest") "in" wave ["among" ("areas with all waves" | rule)]
#include <array>
#include <memory>

#include "base/text.hpp"
#include "study/detail/rule_node.hpp"
#include "study/detail/rule_reader.hpp"

namespace wijkbeeld::study {

using base::say;
using detail::RuleReader;
using NodePtr = std::shared_ptr<const Rule::Node>;

namespace {

constexpr int kDeepest = 50;  // a guard for the call stack, far above any rule a person writes

const std::vector<std::string>& quantity_words() {
  static const std::vector<std::string> words{"class",  "score",       "residents",
                                              "change", "development", "contribution"};
  return words;
}

class RuleParser {
 public:
  explicit RuleParser(RuleReader& reader) : reader_(reader) {}

  NodePtr rule(int depth) {
    if (depth > kDeepest) throw reader_.mistake(say("the rule is nested too deeply"));
    return chain(Rule::Node::Kind::either, "or", depth);
  }

 private:
  NodePtr chain(Rule::Node::Kind kind, std::string_view word, int depth) {
    const auto part = [&] {
      return kind == Rule::Node::Kind::either ? chain(Rule::Node::Kind::both, "and", depth)
                                              : factor(depth);
    };
    auto node = std::make_shared<Rule::Node>();
    node->kind = kind;
    node->parts.push_back(part());
    while (reader_.accept(word))
      node->parts.push_back(part());
    return node->parts.size() == 1 ? node->parts.front() : node;
  }

  NodePtr factor(int depth) {
    auto node = std::make_shared<Rule::Node>();
    if (reader_.accept("not")) {
      if (depth > kDeepest) throw reader_.mistake(say("the rule is nested too deeply"));
      node->kind = Rule::Node::Kind::negation;
      node->parts.push_back(factor(depth + 1));
      return node;
    }
    if (reader_.accept("(")) {
      NodePtr inside = rule(depth + 1);
      reader_.expect(")");
      return inside;
    }
    if (reader_.accept("all")) return node;
    const bool is_improved = reader_.peek() == "improved";
    if (is_improved || reader_.peek() == "declined") {
      reader_.take();
      node->kind = is_improved ? Rule::Node::Kind::improved : Rule::Node::Kind::declined;
      node->term.kind = Term::Kind::change;
      period(node->term);
      return node;
    }
    comparison(*node);
    return node;
  }

  void comparison(Rule::Node& node) {
    node.kind = Rule::Node::Kind::comparison;
    quantity(node.term);
    const bool has_when = when(node.term);
    node.comparison = sign();
    node.bound = bound(node.term);
    if (!has_when) when(node.term);
    complete(node.term);
  }

  void quantity(Term& term) {
    const std::string word(reader_.peek());
    const std::size_t dot = word.find('.');
    const std::string head = word.substr(0, dot);
    if (head == "class")
      term.kind = Term::Kind::situation;
    else if (head == "score")
      term.kind = Term::Kind::score;
    else if (head == "residents")
      term.kind = Term::Kind::residents;
    else if (head == "change")
      term.kind = Term::Kind::change;
    else if (head == "development")
      term.kind = Term::Kind::development;
    else if (head == "contribution" && dot != std::string::npos) {
      term.kind = Term::Kind::contribution;
      term.dimension = word.substr(dot + 1);
    } else {
      base::Failure failure = reader_.mistake(say("'{}' is nothing a rule can ask about", word));
      failure.because(say("a rule asks about: {}", base::join(quantity_words(), ", ")));
      if (const auto near = base::did_you_mean(head, quantity_words()))
        failure.help(say("did you mean '{}'?", *near));
      throw failure;
    }
    reader_.take();
  }

  bool when(Term& term) {
    if (reader_.accept("in")) {
      term.period = series::at(reader_.wave(term.edition));
      return true;
    }
    if (reader_.peek() != "from") return false;
    period(term);
    return true;
  }

  void period(Term& term) {
    reader_.expect("from");
    term.period.from = reader_.wave(term.edition);
    reader_.expect("to");
    term.period.to = reader_.wave(term.edition);
    if (term.period.from >= term.period.to)
      throw reader_.mistake(say("a change runs from an earlier to a later wave, not from {} to {}",
                                term.period.from.year, term.period.to.year));
  }

  Comparison sign() {
    constexpr std::array<std::pair<std::string_view, Comparison>, 5> signs = {
        {{"<", Comparison::less},
         {"<=", Comparison::less_equal},
         {">", Comparison::greater},
         {">=", Comparison::greater_equal},
         {"=", Comparison::equal}}};
    for (const auto& [text, kind] : signs)
      if (reader_.accept(text)) return kind;
    throw reader_.mistake(say("expected one of < <= > >= =, found '{}'", reader_.peek()));
  }

  Bound bound(const Term& term) {
    if (reader_.accept("t")) return {Bound::Kind::threshold, 1};
    if (reader_.accept("-t")) return {Bound::Kind::threshold, -1};
    if (reader_.peek() != "nation") return {Bound::Kind::number, reader_.number()};
    if (term.kind != Term::Kind::score)
      throw reader_.mistake(say("only a score can be compared with the nation"));
    reader_.take();
    return {Bound::Kind::nation, 0};
  }

  void complete(const Term& term) const {
    const bool is_change = term.kind == Term::Kind::change || term.kind == Term::Kind::development;
    const bool has_wave = term.period.from.year != 0;
    if (term.kind == Term::Kind::residents) {
      if (has_wave) throw reader_.mistake(say("residents are of one date: leave out the wave"));
    } else if (!has_wave) {
      throw reader_.mistake(is_change ? say("say between which waves: 'from 2012 to 2014'")
                                      : say("say in which wave: 'in 2014'"));
    } else if (is_change == term.period.is_wave()) {
      throw reader_.mistake(is_change ? say("a change needs two waves: 'from 2012 to 2014'")
                                      : say("this needs one wave: 'in 2014'"));
    }
  }

  RuleReader& reader_;
};

}  // namespace

Rule Rule::parse(std::string_view text, const base::Place& place) {
  Rule rule;
  rule.text_ = base::trim(text);
  RuleReader reader(text, place);
  if (reader.at_end()) throw reader.mistake(say("the rule is empty"));
  rule.root_ = RuleParser(reader).rule(0);
  if (!reader.at_end())
    throw reader.mistake(say("expected 'and', 'or' or the end, found '{}'", reader.peek()));
  return rule;
}

bool Selection::is_selection(std::string_view text) {
  return base::trim(text).starts_with("the ");
}

Selection Selection::parse(std::string_view text, const base::Place& place) {
  Selection selection;
  selection.text = base::trim(text);
  RuleReader reader(text, place);
  reader.expect("the");
  const double count = reader.number();
  constexpr double kMost = 1e9;  // more areas than any country has; what is larger fits no count
  if (!(count >= 1 && count <= kMost) ||
      count != static_cast<double>(static_cast<std::size_t>(count)))
    throw reader.mistake(say("a number of areas is whole and at least 1"));
  selection.count = static_cast<std::size_t>(count);
  selection.is_lowest = reader.accept("lowest");
  if (!selection.is_lowest) reader.expect("highest");
  reader.expect("in");
  std::string edition;
  selection.wave = reader.wave(edition);
  if (reader.accept("among")) {
    if (reader.accept("areas")) {
      for (const std::string_view word : {"with", "all", "waves"})
        reader.expect(word);
      selection.needs_all_waves = true;
    } else {
      base::Place rest = place;
      const base::Place here = reader.place();
      rest.column = here.column > 0 ? here.column - 1 : 0;
      const auto offset = static_cast<std::size_t>(text.find("among") + 5);
      const std::string_view tail = text.substr(offset);
      selection.among = Rule::parse(tail, rest);
      return selection;
    }
  }
  if (!reader.at_end())
    throw reader.mistake(say("expected the end of the selection, found '{}'", reader.peek()));
  return selection;
}

}  // namespace wijkbeeld::study
