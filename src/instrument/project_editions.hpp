// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "instrument/instrument.hpp"
#include "instrument/model.hpp"
#include "series/project.hpp"

namespace wijkbeeld::instrument {

/// Kinds of the documents that a project keeps of an instrument; their id is that of the edition.
inline constexpr std::string_view kDefinition = "definition";
inline constexpr std::string_view kModel = "model";

/// The editions that a project's series can belong to: those shipped, then those of the definitions
/// kept in it. Throws Failure when a definition has the id of a shipped edition, Failures when it
/// cannot be read.
std::vector<Edition> editions_of(const series::Project& project);

/// Throws Failure (place of the definition file) when an instrument cannot bear its id: a shipped
/// edition has it, or the project has series of that edition from a published file.
void check_id(const Instrument& instrument, const series::Project& project,
              const base::Place& place);

/// A definition and its model, as a project keeps them.
struct Kept {
  Instrument instrument;
  Model model;
};

/// What the project keeps under this id; the only one when the id is empty. Throws Failure with the
/// ids there are, and the one perhaps meant, when there is no such thing; and when the model was
/// fitted with another text of the definition.
Kept kept_instrument(const series::Project& project, const std::string& id);

/// Puts the definition and the model into the project, in the place of earlier ones with this id.
void keep(const Instrument& instrument, const Model& model, series::Project& project);

/// Puts series into a project: in the place of all series of these editions, in order of key.
void keep_series(std::vector<series::Series> made, series::Project& project);

}  // namespace wijkbeeld::instrument
