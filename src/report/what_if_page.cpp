// SPDX-License-Identifier: EUPL-1.2
#include "report/what_if_page.hpp"

#include "base/ensure.hpp"
#include "report/detail/area_words.hpp"
#include "report/detail/desk.hpp"

namespace wijkbeeld::report {

using answer::shown;
using answer::WhatIfLevel;
using base::Message;
using base::say;
using detail::cell;
using instrument::Change;

namespace {

constexpr std::size_t kMostMoved = 100;  // more names than this are no reading

class WhatIfWriter {
 public:
  WhatIfWriter(const answer::WhatIfAnswer& answer, base::Language language,
               const base::Catalogue& catalogue)
      : answer_(answer),
        level_(answer.levels.front()),
        language_(language),
        catalogue_(catalogue) {}

  Document take() const {
    Document out;
    out.language = language_;
    out.title = words(say("What if: {} in {}", answer_.instrument->edition.title.in(language_),
                          level_.wave.year));
    out.summary = words(say("per {}, boundaries of {}", words(area::name_of(level_.level, false)),
                            level_.vintage.year));
    out.running_head = out.title;
    out.lede.emplace_back(Paragraph{lede(), Paragraph::Kind::lede});
    out.chapters.push_back({"gevraagd", say("What was asked"), asked()});
    if (!level_.classes.empty())
      out.chapters.push_back({"klassen", say("Classes before and after"), {classes()}});
    if (!level_.moved.empty())
      out.chapters.push_back({"verschuivingen", say("Areas that change class"), {moved()}});
    return out;
  }

 private:
  [[nodiscard]] std::string words(const Message& message) const {
    return base::render(message, catalogue_, language_);
  }

  [[nodiscard]] std::vector<Message> lede() const {
    const std::string all = words(area::name_of(level_.level, true));
    std::vector<Message> out;
    if (answer_.changes.empty()) {
      out.push_back(say("All weights are as they were found: nothing changes yet."));
      return out;
    }
    if (!level_.classes.empty()) {
      if (*level_.areas_up + *level_.areas_down == 0)
        out.push_back(say("None of the {} {} gets another class.", shown(level_.areas), all));
      else
        out.push_back(
            say("Of the {} {}, {} get a higher class and {} a lower one; {} of the "
                "residents live there.",
                shown(level_.areas), all, shown(level_.areas_up), shown(level_.areas_down),
                shown(level_.share_residents_moved)));
    }
    if (level_.low_before.has_value() && level_.low_after.has_value())
      out.push_back(
          say("{} of the residents would live in areas that count as low ({}), against {} "
              "now.",
              shown(level_.low_after), answer_.instrument->edition.low_name.in(language_),
              shown(level_.low_before)));
    out.push_back(say("The mean score over residents goes from {} to {}.",
                      shown(level_.mean_before), shown(level_.mean_after)));
    out.push_back(say("In the order of scores an area moves {} places on average, and {} at most.",
                      shown(level_.mean_rank_shift), shown(level_.largest_rank_shift)));
    return out;
  }

  [[nodiscard]] std::string name_of_indicator(const std::string& id) const {
    const instrument::Indicator* one = answer_.instrument->find(id.substr(0, id.find(':')));
    return one == nullptr ? id : one->name.in(language_);
  }

  [[nodiscard]] Message change_words(const Change& change) const {
    const std::string name = name_of_indicator(change.indicator);
    switch (change.kind) {
      case Change::Kind::without:
        return say("{} does not count", name);
      case Change::Kind::factor:
        return say("{} counts {} times as much", name, base::Decimal{change.value, 2, false});
      case Change::Kind::weight:
        return say("{} counts {} points per standard deviation", name,
                   base::Decimal{change.value, 3, true});
    }
    return say("{}", name);
  }

  [[nodiscard]] std::vector<Block> asked() const {
    std::vector<Block> out;
    if (!answer_.changes.empty()) {
      Bullets list;
      for (const Change& one : answer_.changes)
        list.items.push_back(change_words(one));
      out.emplace_back(std::move(list));
    }
    out.emplace_back(Paragraph{
        {say("Scores, classes and ranks are worked out anew with these weights; the fit itself is "
             "not made again, and nothing is kept."),
         say("It shows on which indicators the picture rests, not what would happen in an "
             "area.")}});
    return out;
  }

  [[nodiscard]] Message class_words(int number) const {
    return detail::class_words(answer_.instrument->edition, number, language_);
  }

  [[nodiscard]] TableView classes() const {
    TableView t{"t-what-if-classes",
                say("Classes before and after"),
                {say("class"), say("areas before"), say("areas after"), say("residents before"),
                 say("residents after")},
                {}};
    for (const answer::ClassAfter& one : level_.classes)
      t.rows.push_back({class_words(one.class_number), cell(one.areas_before),
                        cell(one.areas_after), cell(one.residents_before),
                        cell(one.residents_after)});
    return t;
  }

  [[nodiscard]] TableView moved() const {
    TableView t{"t-what-if-areas",
                say("Areas that change class"),
                {say("area"), say("code"), say("residents"), say("before"), say("after"),
                 say("score before"), say("score after")},
                {},
                {false, false, true, false, false, true, true}};
    for (const answer::AreaAfter& one : level_.moved) {
      if (t.rows.size() == kMostMoved) {
        t.notes.push_back(say("The first {} of {}, in order of code.", kMostMoved,
                              base::Count{static_cast<std::int64_t>(level_.moved.size())}));
        break;
      }
      t.rows.push_back({cell(one.name.empty() ? one.code.text : one.name), cell(one.code.text),
                        cell(one.residents), class_words(one.class_before),
                        class_words(one.class_after), cell(one.score_before),
                        cell(one.score_after)});
    }
    return t;
  }

  const answer::WhatIfAnswer& answer_;
  const WhatIfLevel& level_;
  base::Language language_;
  const base::Catalogue& catalogue_;
};

}  // namespace

Document what_if_document(const answer::WhatIfAnswer& answer, base::Language language,
                          const base::Catalogue& catalogue) {
  base::ensure(!answer.levels.empty(), "a what-if is about a level");
  return WhatIfWriter(answer, language, catalogue).take();
}

}  // namespace wijkbeeld::report
