// SPDX-License-Identifier: EUPL-1.2
#include "answer/answers.hpp"
#include "answer/atlas_typology.hpp"
#include "answer/cohort_choices.hpp"
#include "answer/cohort_shift.hpp"
#include "base/text.hpp"
#include "report/cohort_page.hpp"
#include "serve/detail/document_json.hpp"
#include "serve/detail/endpoint.hpp"
#include "study/cohort_study.hpp"

namespace wijkbeeld::serve::detail {

using base::Failure;
using base::Language;
using base::say;
using codec::JsonWriter;

namespace {

constexpr std::size_t kLongestRule = 1000;

std::string choices_json(Atlas& atlas, const Layer& layer, Language language) {
  const answer::CohortChoices& choices = atlas.cohort_choices(layer.panel);
  const auto words = [&](const base::Message& message) {
    return base::render(message, atlas.catalogue(), language);
  };
  JsonWriter json;
  json.begin_object();
  json.key("lists").begin_list();
  for (const answer::ListChoice& one : choices.lists) {
    json.begin_object();
    json.key("id").text(one.list->id);
    json.key("title").text(one.list->title);
    json.key("areas").text(base::to_text(answer::shown(one.areas), language));
    json.key("source").text(one.list->source);
    json.end_object();
  }
  json.end_list();
  json.key("rules").begin_list();
  for (const answer::RuleChoice& one : choices.rules) {
    json.begin_object();
    json.key("text").text(one.rule.text());
    json.key("title").text(words(one.title));
    json.key("areas").text(base::to_text(answer::shown(one.areas), language));
    json.end_object();
  }
  json.end_list();
  json.key("help").begin_list();
  for (const base::Message& one : answer::rule_help(layer.panel, language))
    json.text(words(one));
  json.end_list();
  json.end_object();
  return json.take();
}

// One of the parameters, tidied; no rule a person writes is longer.
std::string asked_text(const Request& request, std::string_view name) {
  const std::string out(base::trim(request.query.find(name).value_or("")));
  if (out.size() > kLongestRule)
    throw Refusal(400, Failure(say("a rule has {} letters at most", kLongestRule)));
  return out;
}

study::CohortQuestion asked_cohort(const Request& request) {
  study::CohortQuestion out;
  out.list = asked_text(request, "list");
  out.rule = asked_text(request, "rule");
  out.other = asked_text(request, "other");
  if (out.list.empty() == out.rule.empty())
    throw Refusal(400, Failure(say("a group is chosen by a list or by a rule"))
                           .help(say("ask for one of them: ?list=ID or ?rule=TEXT")));
  const std::string against = asked_text(request, "against");
  if (!against.empty() && against != "nation" && against != "rest")
    throw Refusal(400, Failure(say("a group is compared with: nation, rest; not '{}'", against)));
  out.against_rest = against == "rest";
  return out;
}

Layer asked_layer(Atlas& atlas, const Captures& in) {
  const Choice choice = atlas.choice(in["edition"], in["level"], in["vintage"]);
  if (choice.key.level == area::Level::cell)
    throw Refusal(404, Failure(say("there are no groups of squares"))
                           .because(say("a group is a list that people know by name; of squares it "
                                        "would be thousands of codes, each with so few residents "
                                        "that who moves is mostly chance"))
                           .help(say("choose areas with a name, such as buurten or wijken")));
  return atlas.layer(in["edition"], in["level"], in["vintage"]);
}

// A mistake in a rule is told with its place in it.
Refusal refused_rule(Failure failure) {
  const auto& place = failure.place();
  if (place && place->column > 1)
    failure.because(say("at character {} of the rule", place->column - 1));
  return {400, std::move(failure)};
}

// The title of the list, or of the rule when it is one of those to begin with.
base::Words title_of(const study::CohortQuestion& question, Atlas& atlas, const Layer& layer) {
  if (!question.list.empty()) {
    const series::AreaList* list = atlas.project().find_list(question.list);
    return list == nullptr ? base::Words{question.list, ""} : base::Words{list->title, ""};
  }
  for (const answer::RuleChoice& one : atlas.cohort_choices(layer.panel).rules)
    if (one.rule.text() == question.rule)
      return {base::render(one.title, atlas.catalogue(), Language::nl),
              base::render(one.title, atlas.catalogue(), Language::en)};
  return {question.rule, question.rule};
}

// The types of the study of 2017, where the edition has what they ask for.
std::optional<study::TypologyPlan> typology_for(const study::Panel& panel) {
  if (panel.waves().empty()) return std::nullopt;
  auto out = answer::atlas_typology(panel.edition(), panel.waves().back());
  if (!out) return out;
  out->cohorts = {std::string(study::kChosenCohort)};
  // As the plan of the study of 2017: none, and two and a half and five times as much.
  out->thresholds = {0, out->threshold, 2.5 * out->threshold, 5 * out->threshold};
  return out;
}

// A cohort worked out for one request. Answers point into the findings.
struct LiveCohort {
  study::CohortQuestion question;
  study::Findings findings;
  answer::Answers answers;
  std::optional<answer::CohortShift> shift;
};

std::unique_ptr<LiveCohort> live_cohort(Atlas& atlas, const Layer& layer, const Request& request) {
  auto out = std::make_unique<LiveCohort>();
  out->question = asked_cohort(request);
  try {
    study::Plan plan = study::cohort_plan(out->question, layer.panel);
    plan.typology = typology_for(layer.panel);
    plan.title = plan.cohorts.front().title = title_of(out->question, atlas, layer);
    out->findings =
        study::study_cohorts(plan, layer.panel, atlas.nation(layer.panel), atlas.project());
  } catch (const Failure& failure) {
    throw refused_rule(failure);
  }
  out->answers = answer::answers(out->findings);
  out->shift = answer::cohort_shift(out->findings, std::string(study::kChosenCohort),
                                    std::string(study::kOtherCohort));
  return out;
}

report::Document document_of(const LiveCohort& cohort, Atlas& atlas, Language language,
                             report::Widths widths) {
  return report::cohort_document(cohort.findings, cohort.answers, cohort.shift,
                                 {language, atlas.program_version(), {}, widths}, atlas.catalogue(),
                                 {});
}

void write_ordinals(JsonWriter& json, std::string_view name, const answer::AtlasAreas& areas,
                    const std::vector<const study::CohortMember*>& rows) {
  // Both are in order of code.
  json.key(name).begin_list();
  std::size_t at = 0;
  for (const study::CohortMember* one : rows) {
    while (at < areas.areas.size() && areas.areas[at].code.text < one->area_code)
      ++at;
    if (at < areas.areas.size() && areas.areas[at].code.text == one->area_code)
      json.integer(static_cast<std::int64_t>(at));
  }
  json.end_list();
}

std::string cohort_address(const Captures& in, std::string_view parameter, const std::string& value,
                           Language language) {
  return "/groep/" + in["edition"] + "/" + in["level"] + "/" + in["vintage"] + "?" +
         std::string(parameter) + "=" + query_text(value) +
         (language == Language::en ? "&lang=en" : "");
}

// Every list and rule to begin with, as a way to its page.
report::Links ways_to_cohorts(const answer::CohortChoices& choices, const Captures& in,
                              const Atlas& atlas, Language language) {
  report::Links out;
  for (const answer::ListChoice& one : choices.lists)
    out.items.emplace_back(say("{} ({} areas)", one.list->title, answer::shown(one.areas)),
                           cohort_address(in, "list", one.list->id, language));
  for (const answer::RuleChoice& one : choices.rules)
    out.items.emplace_back(
        say("{} ({} areas)", base::render(one.title, atlas.catalogue(), language),
            answer::shown(one.areas)),
        cohort_address(in, "rule", one.rule.text(), language));
  return out;
}

}  // namespace

Response endpoint_cohorts(Atlas& atlas, const Request& request, const Captures& in) {
  const Layer layer = asked_layer(atlas, in);
  const std::string key = "cohorts/" + language_key(request) + "/" + in["edition"] + "/" +
                          in["level"] + "/" + in["vintage"];
  return reply("application/json",
               atlas.body(key, [&] { return choices_json(atlas, layer, request.reader_language); }),
               Caching::revalidate);
}

Response endpoint_cohort(Atlas& atlas, const Request& request, const Captures& in) {
  const Layer layer = asked_layer(atlas, in);
  const auto cohort = live_cohort(atlas, layer, request);
  JsonWriter json;
  json.begin_object();
  json.key("rule").text(cohort->question.list.empty() ? cohort->question.rule
                                                      : cohort->question.list);
  write_ordinals(json, "members", layer.areas, cohort->answers.cohorts.front().member_rows);
  using Rows = std::vector<const study::CohortMember*>;
  write_ordinals(json, "joined", layer.areas, cohort->shift ? cohort->shift->joined_rows : Rows{});
  write_ordinals(json, "left", layer.areas, cohort->shift ? cohort->shift->left_rows : Rows{});
  write_document(json, document_of(*cohort, atlas, request.reader_language, report::Widths::narrow),
                 atlas);
  json.end_object();
  return json_reply(json.take());
}

Response endpoint_cohort_page(Atlas& atlas, const Request& request, const Captures& in) {
  const Layer layer = asked_layer(atlas, in);
  const Language language = request.reader_language;
  if (!request.query.find("list") && !request.query.find("rule"))
    return page_of(report::cohort_choices_document(
                       layer.panel, {language, atlas.program_version(), {}}, atlas.catalogue(),
                       ways_to_cohorts(atlas.cohort_choices(layer.panel), in, atlas, language)),
                   atlas);
  return page_of(document_of(*live_cohort(atlas, layer, request), atlas, language, {}), atlas);
}

}  // namespace wijkbeeld::serve::detail
