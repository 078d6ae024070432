// SPDX-License-Identifier: EUPL-1.2
#include "report/relation_text.hpp"

#include <cmath>

#include "report/detail/area_words.hpp"
#include "report/theme_map.hpp"

namespace wijkbeeld::report {

using answer::Relation;
using answer::RelationAxis;
using answer::RelationQuadrant;
using answer::shown;
using base::Message;
using base::say;

namespace {

// From where a rank correlation is called weak, moderate and strong: a tenth, three and five tenths
// (J. Cohen, "Statistical power analysis for the behavioral sciences", 1988).
constexpr double kWeakly = 0.1;
constexpr double kModerately = 0.3;
constexpr double kStrongly = 0.5;

class RelationWriter {
 public:
  RelationWriter(const Relation& relation, const answer::AtlasAreas& areas,
                 const base::Catalogue& catalogue, base::Language language)
      : relation_(relation), areas_(areas), catalogue_(catalogue), language_(language) {}

  RelationText take() const {
    RelationText out;
    out.x = axis(relation_.x);
    out.y = axis(relation_.y);
    out.title = words(say("{} and {}", out.x.title, out.y.title));
    for (const Message& one : sentences())
      out.sentence += (out.sentence.empty() ? "" : " ") + words(one);
    out.source = words(detail::edition_source(*relation_.edition, language_));
    for (std::size_t i = 0; i < out.quadrants.size(); ++i) {
      const RelationQuadrant& one = relation_.quadrants.at(i);
      out.quadrants.at(i) = {words(name_of_quadrant(one)), words(say("{}", shown(one.areas))),
                             words(say("{}", shown(one.residents)))};
    }
    return out;
  }

 private:
  [[nodiscard]] std::string words(const Message& message) const {
    return base::render(message, catalogue_, language_);
  }

  [[nodiscard]] RelationText::Axis axis(const RelationAxis& one) const {
    const std::string name = name_of(one.theme, catalogue_, language_);
    const bool is_class = one.theme.kind == answer::ThemeKind::situation ||
                          one.theme.kind == answer::ThemeKind::development;
    if (one.theme.kind == answer::ThemeKind::indicator)
      return {words(say("{} ({})", name, answer::to_text(one.period))), one.theme.unit};
    return {words(say("{} ({})", name, answer::to_text(one.period))),
            words(is_class ? say("class or score") : say("points"))};
  }

  [[nodiscard]] Message agreement() const {
    const double size = std::abs(*relation_.correlation);
    const bool is_up = *relation_.correlation > 0;
    const std::string x = axis(relation_.x).title;
    const std::string y = axis(relation_.y).title;
    if (size < kWeakly) return say("'{}' and '{}' hardly went together.", x, y);
    if (size < kModerately)
      return is_up ? say("A higher '{}' went weakly together with a higher '{}'.", x, y)
                   : say("A higher '{}' went weakly together with a lower '{}'.", x, y);
    if (size < kStrongly)
      return is_up ? say("A higher '{}' went moderately together with a higher '{}'.", x, y)
                   : say("A higher '{}' went moderately together with a lower '{}'.", x, y);
    return is_up ? say("A higher '{}' went strongly together with a higher '{}'.", x, y)
                 : say("A higher '{}' went strongly together with a lower '{}'.", x, y);
  }

  [[nodiscard]] std::vector<Message> sentences() const {
    const std::string areas = words(area::name_of(areas_.level, true));
    if (!relation_.correlation.has_value())
      return {
          say("Of {} {} both are known: too few, or too much alike, to tell whether they went "
              "together.",
              shown(relation_.areas), areas)};
    std::vector<Message> out{agreement()};
    out.push_back(relation_.low.has_value()
                      ? say("The rank correlation is {} (90% interval {} to {}), over {} {}.",
                            shown(relation_.correlation), shown(relation_.low),
                            shown(relation_.high), shown(relation_.areas), areas)
                      : say("The rank correlation is {}, over {} {}.", shown(relation_.correlation),
                            shown(relation_.areas), areas));
    out.push_back(
        say("Neighbouring areas are alike, so the true interval is wider; and going together says "
            "nothing about why."));
    return out;
  }

  [[nodiscard]] static Message name_of_quadrant(const RelationQuadrant& one) {
    if (one.is_x_high && one.is_y_high) return say("both at or above the mean");
    if (one.is_x_high) return say("horizontal at or above the mean, vertical below it");
    if (one.is_y_high) return say("horizontal below the mean, vertical at or above it");
    return say("both below the mean");
  }

  const Relation& relation_;
  const answer::AtlasAreas& areas_;
  const base::Catalogue& catalogue_;
  base::Language language_;
};

}  // namespace

RelationText relation_text(const Relation& relation, const answer::AtlasAreas& areas,
                           const base::Catalogue& catalogue, base::Language language) {
  return RelationWriter(relation, areas, catalogue, language).take();
}

}  // namespace wijkbeeld::report
