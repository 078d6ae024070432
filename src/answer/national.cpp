// SPDX-License-Identifier: EUPL-1.2
#include "answer/national.hpp"

#include "answer/names.hpp"
#include "study/tables.hpp"

namespace wijkbeeld::answer {
namespace {

using study::NationalClass;

ClassShare class_share(const NationalClass& row) {
  const std::string id = study::row_id(
      "national_classes", {row.edition, std::string(to_text(row.level)),
                           std::to_string(row.wave.year), std::to_string(row.class_number)});
  return {row.class_number,
          {id + "#areas", static_cast<double>(row.areas), Unit::count},
          {id + "#residents", row.residents, Unit::residents},
          {id + "#share_areas", row.share_areas, Unit::share},
          {id + "#share_residents", row.share_residents, Unit::share}};
}

NationalWave& wave_of(std::vector<NationalWave>& waves, series::Wave wave) {
  if (waves.empty() || waves.back().wave != wave)
    waves.push_back({wave, {}, {}, {}, {}, {}, {}, {}});
  return waves.back();
}

template <class Take, class Holds>
std::vector<Figure> parts(const NationalWave& wave, Take take, Holds holds) {
  std::vector<Figure> out;
  for (const ClassShare& one : wave.classes)
    if (holds(one.class_number)) out.push_back(take(one));
  return out;
}

void add_sums(NationalWave& wave, const study::EditionUsed& used) {
  const std::string id =
      study::row_id("answers/national", {used.edition.id.text, std::to_string(wave.wave.year)});
  const auto any = [](int) { return true; };
  const auto people = [](const ClassShare& c) { return c.share_residents; };
  wave.areas = sum(id + "#areas", parts(
                                      wave, [](const ClassShare& c) { return c.areas; }, any));
  wave.residents =
      sum(id + "#residents", parts(
                                 wave, [](const ClassShare& c) { return c.residents; }, any));
  constexpr int kGood = 7;  // 'goed' of nine
  if (used.edition.classes && used.edition.classes->count() == 9)
    wave.share_residents_good =
        sum(id + "#share_residents_good", parts(wave, people, [](int n) { return n >= kGood; }));
  if (const auto low = used.edition.low_class)
    wave.share_residents_low =
        sum(id + "#share_residents_low", parts(wave, people, [&](int n) { return n <= *low; }));
}

}  // namespace

NationalPicture national(const study::Findings& findings, const std::string& edition) {
  NationalPicture out{edition, {}, {}};
  const study::EditionUsed& used = edition_used(findings, edition);
  for (const NationalClass& row : findings.national_classes) {
    if (row.edition != edition || row.level != used.level) continue;
    NationalWave& wave = wave_of(out.waves, row.wave);
    wave.classes.push_back(class_share(row));
    if (row.is_class_of_mean) wave.class_of_mean = row.class_number;
  }
  for (NationalWave& wave : out.waves) {
    add_sums(wave, used);
    const std::string id =
        study::row_id("answers/national", {edition, std::to_string(wave.wave.year)});
    for (const auto& at : used.at_wave)
      if (at.wave == wave.wave)
        wave.mean = {id + "#mean", at.national_mean, Unit::score, {"editions/" + edition}};
  }
  if (out.waves.size() > 1)
    out.change_share_good =
        difference(study::row_id("answers/national", {edition}) + "#change_share_good",
                   out.waves.back().share_residents_good, out.waves.front().share_residents_good);
  return out;
}

std::map<series::Wave, std::vector<ClassShare>> class_shares(
    const std::vector<study::NationalClass>& rows) {
  std::map<series::Wave, std::vector<ClassShare>> out;
  for (const NationalClass& row : rows)
    out[row.wave].push_back(class_share(row));
  return out;
}

}  // namespace wijkbeeld::answer
