// SPDX-License-Identifier: EUPL-1.2
#include "report/findings_json.hpp"

#include "codec/json.hpp"
#include "report/detail/json_tables.hpp"

namespace wijkbeeld::report {
namespace {

using codec::JsonWriter;
using study::Findings;

void text(JsonWriter& json, std::string_view key, std::string_view value) {
  json.key(key).text(value);
}
void number(JsonWriter& json, std::string_view key, std::int64_t value) {
  json.key(key).integer(value);
}

void write_answers(JsonWriter& json, const answer::Answers& answers) {
  json.key("answers").begin_object();
  for (const answer::Figure& figure : answer::derived_figures(answers)) {
    json.key(figure.id).begin_object();
    json.key("value").value(figure.value);
    text(json, "unit", answer::to_text(figure.unit));
    json.key("inputs").begin_list();
    for (const std::string& input : figure.inputs)
      json.text(input);
    json.end_list().end_object();
  }
  json.end_object();
}

void write_edition(JsonWriter& json, const answer::EditionCoverage& one) {
  const instrument::Edition& edition = one.used->edition;
  json.key("editions/" + edition.id.text).begin_object();
  text(json, "title", edition.title.nl);
  text(json, "publisher", edition.publisher.nl);
  text(json, "licence", edition.licence);
  text(json, "definition_sha256", edition.definition_sha256);
  text(json, "level", area::to_text(one.used->level));
  number(json, "vintage", one.used->vintage.year);
  text(json, "residents_source", one.used->residents_source);
  number(json, "areas", one.used->areas);
  json.end_object();
  for (const answer::WaveCoverage& wave : one.waves) {
    json.key("editions/" + edition.id.text + "/" + std::to_string(wave.wave.year)).begin_object();
    json.key("areas_with_score").value(wave.with_score.value);
    json.key("areas_with_class").value(wave.with_class.value);
    json.key("areas_withheld").value(wave.withheld.value);
    json.key("reference_mean").value(wave.reference_mean.value);
    json.key("national_mean").value(wave.national_mean.value);
    json.key("class_of_mean");
    if (wave.class_of_mean)
      json.integer(*wave.class_of_mean);
    else
      json.null();
    json.end_object();
  }
}

void write_meta(JsonWriter& json, const Findings& findings, const answer::Answers& answers,
                const std::string& program_version) {
  json.key("meta").begin_object();
  text(json, "program", "wijkbeeld");
  text(json, "program_version", program_version);
  json.key("plan").begin_object();
  text(json, "id", findings.plan.id);
  text(json, "title_nl", findings.plan.title.nl);
  text(json, "title_en", findings.plan.title.en);
  text(json, "sha256", findings.plan.sha256);
  json.end_object();
  text(json, "data_sha256", answers.files.data_hash);
  detail::write_json(json, findings.files);
  json.end_object();
}

}  // namespace

std::string findings_json(const Findings& findings, const answer::Answers& answers,
                          const std::vector<table::Table>& tables,
                          const std::string& program_version) {
  JsonWriter json;
  json.begin_object();
  write_meta(json, findings, answers, program_version);
  json.key("editions").begin_object();
  for (const answer::EditionCoverage& one : answers.coverage)
    write_edition(json, one);
  json.end_object();
  json.key("tables").begin_object();
  for (const table::Table& table : tables)
    detail::write_json(json, table);
  json.end_object();
  write_answers(json, answers);
  detail::write_json(json, findings.ledger);
  json.end_object();
  return json.take();
}

}  // namespace wijkbeeld::report
