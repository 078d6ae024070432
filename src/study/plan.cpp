// SPDX-License-Identifier: EUPL-1.2
#include "study/plan.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/sha256.hpp"
#include "base/text.hpp"
#include "codec/toml.hpp"

namespace wijkbeeld::study {

using base::Failure;
using base::say;
using base::Words;
using codec::TomlNode;
using instrument::Edition;
using series::Wave;

namespace {

constexpr std::array<std::string_view, 5> kClusters = {"Succes!", "Gestaag herstel", "Terugval",
                                                       "Vroegsignalering", "niet ingedeeld"};

// Turns a Failure of a parser inside the plan into one of the plan's mistakes.
template <class Act>
void noting(const TomlNode& node, Act act) {
  try {
    act();
  } catch (const Failure& failure) {
    node.mistake(failure);
  }
}

// Names end up in file names, identities of rows and on command lines.
bool is_plain_name(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  });
}

std::string suggestion(const std::string& word, const std::vector<std::string>& known) {
  return base::did_you_mean(word, known).value_or("");
}

class PlanReader {
 public:
  PlanReader(const TomlNode& root, std::span<const Edition> editions)
      : root_(root), editions_(editions) {}

  Plan read() {
    plan_.id = root_["id"].text();
    if (!is_plain_name(plan_.id))
      root_["id"].mistake(say("'{}' cannot be the id of a plan", plan_.id),
                          say("use letters, digits and hyphens; the title is free"));
    plan_.title = words(root_["title"]);
    if (root_["summary"].exists()) plan_.summary = words(root_["summary"]);
    plan_.language = language(root_["language"]);
    plan_.minimum_residents = root_["minimum_residents"].real_or(0);
    if (plan_.minimum_residents < 0)
      root_["minimum_residents"].mistake(say("a number of residents is not negative"));
    weighting(root_["weighting"]);
    read_editions();
    read_comparisons();
    read_cohorts();
    read_headline(root_["headline"]);
    read_typology(root_["typology"]);
    read_outlines();
    return std::move(plan_);
  }

 private:
  static Words words(const TomlNode& node) {
    if (node.is_text()) return {node.text(), ""};
    return {node["nl"].text(), node["en"].text_or("")};
  }

  static base::Language language(const TomlNode& node) {
    const std::string text = node.text_or("nl");
    if (text != "nl" && text != "en") node.mistake(say("language is 'nl' or 'en', not '{}'", text));
    return text == "en" ? base::Language::en : base::Language::nl;
  }

  static void weighting(const TomlNode& node) {
    const std::string text = node.text_or("residents");
    if (text != "residents")
      node.mistake(say("weighting is 'residents', not '{}'", text),
                   say("unweighted means stand beside the weighted ones in every table"));
  }

  Wave wave(const TomlNode& node, const Edition* edition) const {
    if (node.is_text()) {  // "lbm2-2016:2014"
      node.mistake(
          say("a wave is a year such as 2014; the edition is named under 'edition'"),
          say("values of two editions are never subtracted, averaged or drawn in one line"));
      (void)node.text();
      return {};
    }
    const Wave asked{static_cast<int>(node.integer())};
    if (edition != nullptr && node.exists() && asked.year != 0 && !edition->has_wave(asked)) {
      std::vector<std::string> years;
      for (const Wave known : edition->waves)
        years.push_back(std::to_string(known.year));
      node.mistake(say("edition '{}' has no wave {}", edition->id.text, asked.year),
                   say("its waves are {}", base::join(years, ", ")));
    }
    return asked;
  }

  const Edition* edition(const TomlNode& node) const {
    if (node.is_list()) {
      (void)node.texts();
      node.mistake(
          say("this needs one edition, not several"),
          say("values of two editions are never subtracted, averaged or drawn in one line"));
      return nullptr;
    }
    const std::string id = node.text();
    for (const Edition& one : editions_)
      if (one.id.text == id) return &one;
    if (id.empty()) return nullptr;
    std::vector<std::string> known;
    for (const Edition& one : editions_)
      known.push_back(one.id.text);
    const std::string near = suggestion(id, known);
    node.mistake(say("no edition is called '{}'", id),
                 near.empty() ? say("the editions are: {}", base::join(known, ", "))
                              : say("did you mean '{}'?", near));
    return nullptr;
  }

  void read_editions() {
    for (const TomlNode& node : root_["edition"].items()) {
      const Edition* known = edition(node["id"]);
      EditionPlan one;
      if (known != nullptr) one.id = known->id;
      const std::string level = node["level"].text();
      const auto parsed = area::parse_level(level);
      if (!parsed && !level.empty())
        node["level"].mistake(say("'{}' is no level", level),
                              say("the levels are: cell, buurt, wijk, pc4, gemeente"));
      one.level = parsed.value_or(area::Level::wijk);
      one.vintage = {static_cast<int>(node["vintage"].integer())};
      for (const TomlNode& item : node["waves"].items())
        one.waves.push_back(wave(item, known));
      const bool is_twice = std::any_of(plan_.editions.begin(), plan_.editions.end(),
                                        [&](const EditionPlan& e) { return e.id == one.id; });
      if (is_twice && known != nullptr)
        node["id"].mistake(say("edition '{}' is named twice", one.id.text));
      plan_.editions.push_back(one);
    }
    if (plan_.editions.empty())
      root_.mistake(say("a plan names at least one [[edition]] to study"));
  }

  void read_comparisons() {
    if (!root_["compare_with"].exists()) return;
    plan_.compare_with_nation = plan_.compare_with_rest = plan_.compare_with_gemeente = false;
    for (const TomlNode& item : root_["compare_with"].items()) {
      const std::string word = item.text();
      if (word == "nation")
        plan_.compare_with_nation = true;
      else if (word == "rest")
        plan_.compare_with_rest = true;
      else if (word == "gemeente")
        plan_.compare_with_gemeente = true;
      else
        item.mistake(say("a cohort is compared with: nation, rest, gemeente; not '{}'", word));
    }
  }

  const Edition* planned_edition(const series::EditionId& id) const {
    const bool is_planned = std::any_of(plan_.editions.begin(), plan_.editions.end(),
                                        [&](const EditionPlan& e) { return e.id == id; });
    if (!is_planned) return nullptr;
    for (const Edition& one : editions_)
      if (one.id == id) return &one;
    return nullptr;
  }

  // The edition that decides: the one named, else the plan's first.
  const Edition* deciding(const TomlNode& node) const {
    if (!node.exists())
      return plan_.editions.empty() ? nullptr : planned_edition(plan_.editions.front().id);
    const Edition* named = edition(node);
    if (named != nullptr && planned_edition(named->id) == nullptr) {
      node.mistake(
          say("edition '{}' is not among the [[edition]] entries of this plan", named->id.text));
      return nullptr;
    }
    return named;
  }

  void read_cohorts() {
    for (const TomlNode& node : root_["cohort"].items()) {
      CohortPlan cohort;
      cohort.id = node["id"].text();
      cohort.place = node.place();
      cohort.title = node["title"].exists() ? words(node["title"]) : Words{cohort.id, cohort.id};
      if (cohort.id == "nation" || !is_plain_name(cohort.id))
        node["id"].mistake(say("'{}' cannot be the name of a cohort", cohort.id),
                           say("use letters, digits and hyphens; 'nation' is taken"));
      if (has_cohort(cohort.id)) node["id"].mistake(say("cohort '{}' is named twice", cohort.id));
      const Edition* by = deciding(node["edition"]);
      if (by != nullptr) cohort.edition = by->id;
      read_membership(node, by, cohort);
      plan_.cohorts.push_back(std::move(cohort));
    }
    if (plan_.cohorts.empty()) root_.mistake(say("a plan names at least one [[cohort]]"));
  }

  void read_membership(const TomlNode& node, const Edition* by, CohortPlan& cohort) const {
    const int ways = static_cast<int>(node["rule"].exists()) +
                     static_cast<int>(node["list"].exists()) +
                     static_cast<int>(node["union"].exists());
    if (ways != 1) {
      node.mistake(
          say("a cohort has one of 'rule', 'list' or 'union'; '{}' has {}", cohort.id, ways));
      return;
    }
    cohort.list = node["list"].text_or("");
    for (const TomlNode& item : node["union"].items()) {
      const std::string part = item.text();
      if (!has_cohort(part)) item.mistake(say("no cohort '{}' stands above this one", part));
      cohort.union_of.push_back(part);
    }
    const TomlNode rule = node["rule"];
    if (!rule.exists()) return;
    const std::string text = rule.text();
    noting(rule, [&] {
      if (Selection::is_selection(text)) {
        cohort.selection = Selection::parse(text, rule.place());
        if (by != nullptr) cohort.selection->check(*by, rule.place());
      } else {
        cohort.rule = Rule::parse(text, rule.place());
        if (by != nullptr) cohort.rule->check(*by, rule.place());
      }
    });
  }

  bool has_cohort(const std::string& id) const {
    return std::any_of(plan_.cohorts.begin(), plan_.cohorts.end(),
                       [&](const CohortPlan& c) { return c.id == id; });
  }

  std::string cohort(const TomlNode& node) const {
    const std::string id = node.text();
    if (id.empty() || has_cohort(id)) return id;
    std::vector<std::string> known;
    for (const CohortPlan& one : plan_.cohorts)
      known.push_back(one.id);
    const std::string near = suggestion(id, known);
    node.mistake(say("no cohort is called '{}'", id),
                 near.empty() ? say("the cohorts are: {}", base::join(known, ", "))
                              : say("did you mean '{}'?", near));
    return id;
  }

  void read_headline(const TomlNode& node) {
    if (!node.exists()) return;
    const Edition* known =
        plan_.editions.empty() ? nullptr : planned_edition(plan_.editions.front().id);
    HeadlinePlan headline;
    headline.cohort = cohort(node["cohort"]);
    headline.comparison = node["comparison"].text_or("nation");
    if (headline.comparison != "nation") headline.comparison = cohort(node["comparison"]);
    headline.start = wave(node["start"], known);
    headline.turn = wave(node["turn"], known);
    headline.end = wave(node["end"], known);
    if (node["next"].exists()) headline.next = wave(node["next"], known);
    const bool is_known =
        headline.start.year != 0 && headline.turn.year != 0 && headline.end.year != 0;
    if (is_known && !(headline.start < headline.turn && headline.turn < headline.end))
      node.mistake(say("start, turn and end of the headline must follow each other in time"));
    plan_.headline = headline;
  }

  void read_typology(const TomlNode& node) {
    if (!node.exists()) return;
    const Edition* known =
        plan_.editions.empty() ? nullptr : planned_edition(plan_.editions.front().id);
    TypologyPlan typology;
    for (const TomlNode& item : node["cohorts"].items())
      typology.cohorts.push_back(cohort(item));
    typology.since = wave(node["since"], known);
    typology.stall = wave(node["stall"], known);
    typology.last = wave(node["last"], known);
    typology.threshold = node["threshold"].real_or(0);
    typology.thresholds = node["thresholds"].reals();
    if (typology.threshold < 0) node["threshold"].mistake(say("a threshold is not negative"));
    for (const TomlNode& line : node["line"].items())
      read_typology_line(line, known, typology);
    if (typology.lines.empty()) node.mistake(say("a typology has at least one [[typology.line]]"));
    plan_.typology = std::move(typology);
  }

  static void read_typology_line(const TomlNode& line, const Edition* known,
                                 TypologyPlan& typology) {
    const std::string cluster = line["cluster"].text();
    const bool is_known =
        std::find(kClusters.begin(), kClusters.end() - 1, cluster) != kClusters.end() - 1;
    if (!is_known && !cluster.empty())
      line["cluster"].mistake(
          say("'{}' is no cluster", cluster),
          say("the clusters are: Succes!, Gestaag herstel, Terugval, Vroegsignalering"));
    const TomlNode when = line["when"];
    const std::string text = when.text();
    if (!when.exists()) return;
    noting(when, [&] {
      Rule rule = Rule::parse(text, when.place());
      if (known != nullptr) rule.check(*known, when.place());
      typology.lines.push_back({cluster, std::move(rule)});
    });
  }

  void read_outlines() {
    for (const TomlNode& node : root_["outlines"].items()) {
      const auto level = area::parse_level(node["level"].text());
      if (!level) node["level"].mistake(say("'{}' is no level", node["level"].text()));
      plan_.outlines.push_back(
          {level.value_or(area::Level::wijk), {static_cast<int>(node["vintage"].integer())}});
    }
  }

  TomlNode root_;
  std::span<const Edition> editions_;
  Plan plan_;
};

}  // namespace

std::span<const std::string_view> cluster_names() {
  return kClusters;
}

Plan parse_plan(std::string_view toml, const std::string& file, std::span<const Edition> editions) {
  codec::TomlDocument document(toml, file);
  Plan plan = PlanReader(document.root(), editions).read();
  document.finish(say("the plan '{}' has mistakes; nothing was done", file));
  plan.text = toml;
  plan.sha256 = base::sha256(toml);
  return plan;
}

}  // namespace wijkbeeld::study
