// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "answer/profile.hpp"
#include "codec/json.hpp"
#include "report/document.hpp"
#include "serve/assets.hpp"
#include "serve/atlas.hpp"
#include "serve/router.hpp"

namespace wijkbeeld::serve::detail {

/// One file for each: what it is asked, and its reply. `in` has the places of its pattern.
Response endpoint_health(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_project(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_areas(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_shapes(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_classes(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_numbers(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_legend(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_table(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_map(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_cells(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_at(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_knobs(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_what_if(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_what_if_table(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_what_if_classes(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_what_if_moved(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_sure(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_find(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_profile(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_area_page(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_explain(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_explain_page(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_compare(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_cohorts(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_cohort(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_cohort_page(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_relation(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_relation_page(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_compare_page(Atlas& atlas, const Request& request, const Captures& in);

/// What stands for an area without a class: its byte in /classes, and how the page draws it.
struct AbsenceLook {
  std::uint8_t byte;
  const char* pattern;
};
AbsenceLook look_of(table::Absence why);

Response endpoint_own_areas(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_own_figures(Atlas& atlas, const Request& request, const Captures& in);

/// Throws Refusal 403 where others than the one who started the atlas can reach it.
void refuse_uploads_from_others(const Atlas& atlas);

/// A file of the page. Throws Refusal 404.
Response asset(const Assets& assets, const std::string& name);

Response endpoint_overview(Atlas& atlas, const Request& request, const Captures& in);
Response endpoint_theme_page(Atlas& atlas, const Request& request, const Captures& in);

/// An address and what it gives, as the page of the contract lists it.
struct AddressLine {
  std::string pattern;
  base::Message summary;
};
Response endpoint_api_page(Atlas& atlas, const Request& request,
                           const std::vector<AddressLine>& lines);
/// contract/openapi.json
Response endpoint_contract();
Response endpoint_accessibility(Atlas& atlas, const Request& request, const Captures& in);

/// A document as a page of its own.
Response page_of(const report::Document& document, const Atlas& atlas);

/// What an address such as {edition}/{level}/{vintage}/{theme}/{period} names.
struct AskedView {
  Atlas& atlas;
  Choice choice;
  const answer::AtlasAreas& areas;
  const answer::Theme& theme;
  series::Period period;
  std::string key;  ///< the same for every way to write the address

  [[nodiscard]] std::shared_ptr<const answer::ThemeView> view() const {
    return atlas.view(choice, theme, period);
  }
};
/// Throws Refusal 404 that says what there is instead.
AskedView asked_view(Atlas& atlas, const Captures& in);

/// All about the area with this code, lost zeros mended. Throws Refusal 404.
answer::Profile profile_of(Atlas& atlas, const std::string& text);

/// "/gebied/WK037000", with the language where it is not Dutch.
std::string area_address(const area::AreaCode& code, base::Language language);

/// A text as it stands behind '?' in an address.
std::string query_text(std::string_view text);

/// ?sure=1: unsure areas are to be seen. Throws Refusal 400 for another value than 0 or 1.
bool asks_sure(const Request& request);

/// The legend of a map, as an object. When `before` is another view its counts stand beside those
/// of `view`: "areas_before", "residents_before".
void write_legend(codec::JsonWriter& json, const answer::ThemeView& before,
                  const answer::ThemeView& view, const answer::AtlasAreas& areas,
                  const Atlas& atlas, base::Language language);

/// "nl" or "en": part of the key of what is worded.
std::string language_key(const Request& request);

/// {"nl": ..., "en": ...}; English falls back on Dutch.
void write(codec::JsonWriter& json, const base::Words& words);
void write(codec::JsonWriter& json, const base::Message& message, const base::Catalogue& catalogue);

}  // namespace wijkbeeld::serve::detail
