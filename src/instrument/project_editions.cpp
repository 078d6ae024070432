// SPDX-License-Identifier: EUPL-1.2
#include "instrument/project_editions.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "base/text.hpp"

namespace wijkbeeld::instrument {

using base::Failure;
using base::say;
using series::Document;

namespace {

Failure taken(const std::string& id) {
  return Failure(say("'{}' is an edition that comes with wijkbeeld", id))
      .because(say("scores of two instruments must never be taken for one another"))
      .help(say("give the definition another 'id'"));
}

bool is_shipped(const std::string& id) {
  const std::vector<Edition> shipped = shipped_editions();
  return std::any_of(shipped.begin(), shipped.end(),
                     [&](const Edition& one) { return one.id.text == id; });
}

std::vector<std::string> definitions(const series::Project& project) {
  std::vector<std::string> out;
  for (const Document& one : project.documents)
    if (one.kind == kDefinition) out.push_back(one.id);
  return out;
}

[[noreturn]] void refuse_unknown(const std::vector<std::string>& known, const std::string& id) {
  if (known.empty())
    throw Failure(say("the project keeps no instrument"))
        .help(say("make one with 'wijkbeeld fit', and give the project file it wrote"));
  if (id.empty())
    throw Failure(say("the project keeps {} instruments", known.size()))
        .help(say("name one of: {}", base::join(known, ", ")));
  Failure failure(say("the project keeps no instrument '{}'", id));
  if (const auto meant = base::did_you_mean(id, known))
    failure.help(say("did you mean '{}'?", *meant));
  else
    failure.help(say("name one of: {}", base::join(known, ", ")));
  throw failure;
}

}  // namespace

std::vector<Edition> editions_of(const series::Project& project) {
  std::vector<Edition> out = shipped_editions();
  for (const Document& one : project.documents) {
    if (one.kind != kDefinition) continue;
    if (is_shipped(one.id)) throw taken(one.id);
    out.push_back(parse_instrument(one.text, one.id + ".toml").edition);
  }
  return out;
}

void check_id(const Instrument& instrument, const series::Project& project,
              const base::Place& place) {
  const std::string& id = instrument.edition.id.text;
  if (is_shipped(id)) throw taken(id).at(place);
  const bool is_there =
      std::any_of(project.series.begin(), project.series.end(),
                  [&](const series::Series& one) { return one.key().edition.text == id; });
  if (is_there && project.find_document(kDefinition, id) == nullptr)
    throw Failure(say("the data have figures of an edition '{}' already", id))
        .at(place)
        .because(say("they come from published files, not from this definition"))
        .help(say("give the definition another 'id'"));
}

Kept kept_instrument(const series::Project& project, const std::string& id) {
  const std::vector<std::string> known = definitions(project);
  const std::string chosen = id.empty() && known.size() == 1 ? known.front() : id;
  const Document* definition = project.find_document(kDefinition, chosen);
  const Document* model = project.find_document(kModel, chosen);
  if (definition == nullptr) refuse_unknown(known, chosen);
  if (model == nullptr)
    throw Failure(say("the project keeps the definition of '{}', but no model of it", chosen))
        .help(say("fit it again with 'wijkbeeld fit'"));
  Kept out{parse_instrument(definition->text, chosen + ".toml"), parse_model(model->text, chosen)};
  if (out.model.definition_sha256 != out.instrument.sha256)
    throw Failure(say("the model of '{}' was fitted with another text of its definition", chosen))
        .help(say("fit it again with 'wijkbeeld fit'"));
  return out;
}

void keep(const Instrument& instrument, const Model& model, series::Project& project) {
  const std::string& id = instrument.edition.id.text;
  project.keep({std::string(kDefinition), id, instrument.text});
  project.keep({std::string(kModel), id, to_text(model)});
}

void keep_series(std::vector<series::Series> made, series::Project& project) {
  std::set<series::EditionId> editions;
  for (const series::Series& one : made)
    editions.insert(one.key().edition);
  std::erase_if(project.series,
                [&](const series::Series& one) { return editions.count(one.key().edition) > 0; });
  std::move(made.begin(), made.end(), std::back_inserter(project.series));
  std::stable_sort(project.series.begin(), project.series.end(),
                   [](const auto& a, const auto& b) { return a.key() < b.key(); });
}

}  // namespace wijkbeeld::instrument
