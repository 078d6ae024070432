// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "codec/sqlite.hpp"
#include "series/project.hpp"

namespace wijkbeeld::store::detail {

/// What an instrument is made from, and what is kept of one: nestings, samples, places and
/// documents, into and out of the tables of format 2. Reading throws Failure ("damaged") on what
/// writing cannot have made.
void write_nestings(codec::Database& database, const std::vector<area::Nesting>& nestings);
void write_samples(codec::Database& database, const std::vector<series::Sample>& samples);
void write_places(codec::Database& database, const std::vector<series::Places>& all);
void write_documents(codec::Database& database, const std::vector<series::Document>& documents);

std::vector<area::Nesting> read_nestings(codec::Database& database);
std::vector<series::Sample> read_samples(codec::Database& database);
std::vector<series::Places> read_places(codec::Database& database);
std::vector<series::Document> read_documents(codec::Database& database);

}  // namespace wijkbeeld::store::detail
