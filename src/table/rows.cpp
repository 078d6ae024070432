// SPDX-License-Identifier: EUPL-1.2
#include "table/rows.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/ensure.hpp"
#include "base/text.hpp"

namespace wijkbeeld::table {

using base::Failure;
using base::say;

namespace {
constexpr std::size_t kChunk = 1U << 16U;
}

Rows::Rows(base::Place place, std::vector<std::string> header)
    : place_(std::move(place)), header_(std::move(header)) {
  std::set<std::string_view> seen;  // a hostile header may have a million columns
  for (const std::string& name : header_) {
    if (name.empty() || seen.insert(name).second) continue;
    throw Failure(say("column '{}' occurs twice", name))
        .at(place_)
        .because(say("it is not clear which of the two is meant"))
        .help(say("remove or rename one of them"));
  }
}

std::string_view Rows::keep(std::string_view text) {
  if (text.empty()) return {};
  if (chunks_.empty() || chunks_.back().size() + text.size() > chunks_.back().capacity()) {
    chunks_.emplace_back();
    chunks_.back().reserve(std::max(kChunk, text.size()));
  }
  std::string& chunk = chunks_.back();
  const std::size_t at = chunk.size();
  chunk.append(text);  // within capacity: nothing moves
  return std::string_view(chunk).substr(at, text.size());
}

void Rows::add(int line, std::span<const std::string_view> cells) {
  base::ensure(cells.size() <= header_.size(), "a row longer than its header");
  lines_.push_back(line);
  for (const std::string_view cell : cells)
    cells_.push_back(keep(cell));
  cells_.resize(lines_.size() * header_.size());
}

base::Place Rows::place_of(std::size_t row, std::size_t column) const {
  base::Place place = place_;
  place.line = line(row);
  place.column = static_cast<int>(column) + 1;
  return place;
}

std::optional<std::size_t> Rows::find(std::string_view column_name) const {
  for (std::size_t i = 0; i < header_.size(); ++i)
    if (header_[i] == column_name) return i;
  const std::string wanted = base::lower(column_name);
  for (std::size_t i = 0; i < header_.size(); ++i)
    if (base::lower(header_[i]) == wanted) return i;
  return std::nullopt;
}

std::size_t Rows::column(std::string_view column_name) const {
  if (const auto found = find(column_name)) return *found;
  Failure failure(say("column '{}' is missing", column_name));
  failure.at(place_).because(say("the columns are: {}", base::join(header_, ", ")));
  if (const auto near = base::did_you_mean(column_name, header_))
    failure.help(say("did you mean '{}'? rename it back to the published name", *near));
  else
    failure.help(say("use the file as it was published"));
  throw failure;
}

}  // namespace wijkbeeld::table
