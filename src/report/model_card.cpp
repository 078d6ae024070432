// SPDX-License-Identifier: EUPL-1.2
#include "report/model_card.hpp"

#include <algorithm>

#include "answer/card_tables.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "report/detail/card_desk.hpp"
#include "report/detail/json_tables.hpp"
#include "report/html.hpp"
#include "report/table_files.hpp"

namespace wijkbeeld::report {

using answer::ModelCard;
using base::Message;
using base::say;
using codec::JsonWriter;
using detail::CardDesk;

namespace detail {

std::string CardDesk::words(const Message& message) const {
  return base::render(message, catalogue, options.language);
}

std::string CardDesk::confidence() const {
  return words(say("{}", base::Percent{card.model->confidence}));
}

std::string CardDesk::name(const answer::CardWeight& weight) const {
  const std::string& plain = words(weight.indicator->name);
  if (weight.term == weight.indicator->id) return plain;
  return plain + ": " + weight.term.substr(weight.indicator->id.size() + 1);
}

std::string CardDesk::name_of_term(const std::string& term) const {
  for (const answer::CardDimension& dimension : card.dimensions)
    for (const answer::CardWeight& one : dimension.weights)
      if (one.term == term) return name(one);
  return term;
}

std::string CardDesk::name_of_outcome(const std::string& id) const {
  for (const answer::CardOutcome& one : card.outcomes)
    if (one.outcome->id == id) return words(one.outcome->name);
  return id;
}

Message CardDesk::source() const {
  return say("Source: {}, {}.", words(card.instrument->edition.publisher),
             words(card.instrument->edition.title));
}

}  // namespace detail

namespace {

std::vector<Message> imprint(const CardDesk& desk) {
  const ModelCard& card = desk.card;
  std::vector<std::string> outcomes;
  for (const answer::CardOutcome& one : card.outcomes)
    outcomes.push_back(desk.words(one.outcome->name));
  return {say("Instrument {}, version {}; definition {}, data {}, Wijkbeeld {}.",
              card.instrument->edition.id.text, card.instrument->version,
              card.model->definition_sha256.substr(0, 12), card.model->data_sha256.substr(0, 12),
              desk.options.program_version),
          say("Fitted to: {}.", base::join(outcomes, "; "))};
}

void card_text(JsonWriter& json, std::string_view key, std::string_view value) {
  json.key(key).text(value);
}

void write_meta(JsonWriter& json, const ModelCard& card, const std::string& program_version) {
  const instrument::Instrument& instrument = *card.instrument;
  json.key("meta").begin_object();
  card_text(json, "program", "wijkbeeld");
  card_text(json, "program_version", program_version);
  card_text(json, "instrument", instrument.edition.id.text);
  card_text(json, "version", instrument.version);
  card_text(json, "title_nl", instrument.edition.title.nl);
  card_text(json, "title_en", instrument.edition.title.en);
  card_text(json, "licence", instrument.edition.licence);
  card_text(json, "definition_sha256", card.model->definition_sha256);
  card_text(json, "data_sha256", card.model->data_sha256);
  card_text(json, "seed", std::to_string(card.model->seed));
  json.key("replications").integer(static_cast<std::int64_t>(card.model->replications));
  json.key("confidence").real(card.model->confidence);
  detail::write_json(json, card.files);
  json.end_object();
}

}  // namespace

Document card_document(const ModelCard& card, const series::Project& project,
                       const CardOptions& options, const base::Catalogue& catalogue) {
  const CardDesk desk{card, project, options, catalogue};
  const instrument::Instrument& instrument = *card.instrument;
  Document out;
  out.language = options.language;
  out.title = desk.words(say("Model card: {}", desk.words(instrument.edition.title)));
  out.summary = desk.words(
      say("What the score of a place is made of, how well it fits, and what it cannot tell."));
  out.running_head = out.title;
  out.imprint = imprint(desk);
  out.lede = detail::card_lede(desk);
  for (const auto make :
       {detail::card_limits_chapter, detail::card_weights_chapter, detail::card_left_out_chapter,
        detail::card_outcomes_chapter, detail::card_residuals_chapter, detail::card_scale_chapter,
        detail::card_repeat_chapter}) {
    Chapter chapter = make(desk);
    if (!chapter.blocks.empty()) out.chapters.push_back(std::move(chapter));
  }
  return out;
}

std::string card_json(const ModelCard& card, const base::Ledger& ledger,
                      const std::string& program_version) {
  JsonWriter json;
  json.begin_object();
  write_meta(json, card, program_version);
  json.key("tables").begin_object();
  for (const table::Table& table : answer::card_tables(card))
    detail::write_json(json, table);
  json.end_object();
  detail::write_json(json, ledger);
  json.end_object();
  return json.take();
}

void write_model_card(const ModelCard& card, const series::Project& project,
                      const base::Ledger& ledger, const std::filesystem::path& folder,
                      const CardOptions& options, const base::Catalogue& catalogue) {
  base::write_whole(folder / "card.html",
                    to_html(card_document(card, project, options, catalogue), catalogue));
  base::write_whole(folder / "card.json", card_json(card, ledger, options.program_version));
  write_table_files(folder, {answer::weights_table(card)}, kFiguresLicence, catalogue, {1});
}

}  // namespace wijkbeeld::report
