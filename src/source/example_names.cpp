// SPDX-License-Identifier: EUPL-1.2
#include "source/example_names.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/ensure.hpp"
#include "source/example_purpose.hpp"

namespace wijkbeeld::source {
namespace {

constexpr std::array<std::string_view, 48> kWords = {
    "Potlood", "Liniaal", "Passer",     "Krijt",   "Papier",   "Inkt",     "Schets",   "Sjabloon",
    "Model",   "Proef",   "Oefen",      "Puzzel",  "Domino",   "Knikker",  "Vlieger",  "Kwartet",
    "Komma",   "Haakje",  "Cijfer",     "Breuk",   "Tabel",    "Matrix",   "Vector",   "Grafiek",
    "Schaal",  "Raster",  "Legenda",    "Formule", "Raadsel",  "Sprookje", "Droom",    "Verzin",
    "Bedenk",  "Alinea",  "Voetnoot",   "Kubus",   "Piramide", "Cirkel",   "Driehoek", "Pixel",
    "Wortel",  "Macht",   "Steekproef", "Mediaan", "Getal",    "Concept",  "Kladblok", "Gum"};
constexpr std::array<std::string_view, 16> kBuurtEnds = {
    "buurt", "hof",  "kwartier", "hoek", "veld",  "akker", "dreef", "plein",
    "kade",  "zoom", "meent",    "oord", "horst", "laan",  "werf",  "gaarde"};
constexpr std::array<std::string_view, 8> kWijkEnds = {"wijk",   "kwartier", "polder", "stad",
                                                       "heuvel", "park",     "landen", "zijde"};
constexpr std::array<std::string_view, 10> kPlaces = {
    "Voorbeeld", "Fictie",    "Verzonnen", "Bedacht", "Schijn",
    "Nergens",   "Denkbeeld", "Sjabloon",  "Ergens",  "Proefkonijn"};
constexpr std::array<std::string_view, 20> kPlaceEnds = {
    "stad",  "dam",   "veen",  "huizen", "haven", "woude", "drecht", "burg", "zijl", "heide",
    "kerke", "hoven", "sluis", "meer",   "berg",  "donk",  "recht",  "mond", "horn", "rade"};

}  // namespace

std::vector<std::string> gemeente_names(std::size_t count) {
  base::ensure(count <= kPlaces.size() * kPlaceEnds.size(), "there are 200 names of gemeenten");
  std::vector<std::string> names;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t word = i % kPlaces.size();
    const std::size_t end = (i + i / kPlaces.size()) % kPlaceEnds.size();
    names.push_back(std::string(kPlaces.at(word)) + std::string(kPlaceEnds.at(end)));
  }
  return names;
}

std::vector<std::string> quarter_names(base::Seed seed, std::uint64_t item, std::size_t count,
                                       bool is_wijk) {
  const std::size_t ends = is_wijk ? kWijkEnds.size() : kBuurtEnds.size();
  std::vector<std::string> names;
  for (const std::string_view word : kWords)
    for (std::size_t end = 0; end < ends; ++end)
      names.push_back(std::string(word) +
                      std::string(is_wijk ? kWijkEnds.at(end) : kBuurtEnds.at(end)));
  base::Stream stream(seed, purpose::kNames, 2 * item + (is_wijk ? 1 : 0));
  for (std::size_t i = names.size(); i > 1; --i)
    std::swap(names[i - 1], names[static_cast<std::size_t>(stream.below(i))]);
  const std::size_t distinct = names.size();
  for (std::size_t i = distinct; i < count; ++i)
    names.push_back(names[i - distinct] + "-Nieuw");
  names.resize(count);
  return names;
}

}  // namespace wijkbeeld::source
