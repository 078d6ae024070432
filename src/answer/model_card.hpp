// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "answer/figure.hpp"
#include "instrument/fit.hpp"
#include "series/project.hpp"

namespace wijkbeeld::answer {

/// Does a weight point where the definition expects it?
enum class Sign : std::uint8_t {
  not_stated,   ///< the definition expects nothing
  as_expected,  ///< yes
  unclear,      ///< no, but its interval holds zero
  against,      ///< no, and its interval lies wholly on the other side
};
std::string_view to_text(Sign sign);

/// One term that counts: an indicator, or a part of one (piecewise, dummies).
struct CardWeight {
  const instrument::Indicator* indicator = nullptr;
  std::string term = {};  ///< id
  Figure weight = {};     ///< score points per standard deviation
  Figure error = {};      ///< its standard error
  Figure low = {};        ///< interval at the confidence of the model
  Figure high = {};
  Sign sign = Sign::not_stated;
  Figure variance_inflation = {};
  Figure selected = {};  ///< share of half samples in which a lasso kept it
  Figure filled_in =
      {};  ///< share of residents, over all waves, whose unit has no value of its own
  std::vector<Figure> coefficients = {};  ///< per outcome, in its own units
  std::vector<Figure> coefficient_errors = {};
};

/// A dimension and what counts in it.
struct CardDimension {
  const instrument::Dimension* dimension = nullptr;
  /// Standard deviation of its contribution over residents, in the wave of the first outcome: how
  /// much it sets places apart.
  Figure spread = {};
  std::vector<CardWeight> weights = {};  ///< largest first, whatever their sign
};

/// An indicator that does not count, and why.
struct CardLeftOut {
  enum class Why : std::uint8_t {
    contested,    ///< about people's origin, benefits, care, ...: off unless switched on
    by_choice,    ///< include = false
    no_values,    ///< cannot be measured from these data
    not_selected  ///< a penalised fit gave it no weight
  };
  const instrument::Indicator* indicator = nullptr;
  Why why = Why::by_choice;
};
std::string_view to_text(CardLeftOut::Why why);

/// How well an outcome was predicted where it had not been seen.
struct CardCheck {
  std::string what = {};  ///< "folds", "held out", or a dimension's id
  /// Of a dimension: its name in the edition that was published.
  base::Words name = {};
  Figure rows = {};
  Figure r_squared = {};
  Figure root_mean_square = {};
};

/// How the residuals of an outcome lie in a part of the country.
struct CardGroup {
  enum class Kind : std::uint8_t { gemeente, density };
  Kind kind = Kind::gemeente;
  std::string id = {};  ///< code of the gemeente, or "1" (least dense) to "5"
  std::string name = {};
  Figure rows = {};
  /// Of a density group: its limits, residents per km2, or per unit where surfaces are not known.
  Figure from = {};
  Figure to = {};
  Figure mean_residual =
      {};  ///< what was found minus what was predicted: above zero, it was better
  Figure root_mean_square = {};
  Figure r_squared = {};  ///< within the group
};

/// A cluster of an outcome without which its fit would be another. Of a sample only the gemeente is
/// told: who stands in it could be known.
struct CardInfluence {
  /// The gemeente of most of its residents; of a published score with one area, that area.
  std::string place = {};
  std::size_t areas = 0;  ///< of a published score: how many areas the cluster has
  std::string term = {};  ///< id of the term whose coefficient moves most
  Figure rows = {};
  /// Spread over residents of how far the prediction moves, as a share of its own spread; absent
  /// when without the cluster some coefficient cannot be told.
  Figure moved = {};
  Figure steps = {};  ///< how far that coefficient moves, in its standard errors
};

struct CardControl {
  std::string name = {};
  Figure coefficient = {};
  Figure error = {};
};

/// What one outcome told.
struct CardOutcome {
  const instrument::Outcome* outcome = nullptr;
  const instrument::OutcomeFit* fit = nullptr;
  Figure rows = {};
  Figure clusters = {};
  Figure strata = {};
  Figure dropped = {};
  Figure share = {};             ///< in the merged score, over the sum of shares
  Figure r_squared = {};         ///< in sample; of a linear model
  Figure pseudo_r_squared = {};  ///< McFadden's, in sample; of an ordered model
  Figure residual_deviation = {};
  Figure penalty = {};
  Figure moran = {};
  Figure moran_p = {};
  std::vector<CardCheck> checks = {};
  std::vector<CardInfluence> influences = {};  ///< the five that move it most, most first
  std::vector<CardControl> controls = {};
  std::vector<Figure> cutpoints = {};
  std::vector<CardGroup> groups = {};  ///< gemeenten by code, then density from low to high

  [[nodiscard]] const CardCheck* find_check(std::string_view what) const;
};

/// The mean residual of an outcome in one area, for a map.
struct AreaResidual {
  area::AreaCode code = {};
  Figure rows = {};
  Figure mean_residual = {};
};

/// Residuals of an outcome on the finest level that can be drawn and has enough rows per area.
struct ResidualMap {
  const instrument::Outcome* outcome = nullptr;
  area::Level level = area::Level::gemeente;
  area::Vintage vintage = {};
  std::vector<AreaResidual> areas = {};  ///< those with rows, by code
  Figure spread = {};                    ///< standard deviation over the areas
};

/// Something a reader must know before using the scores. The figures say how bad it is.
struct CardLimit {
  enum class Kind : std::uint8_t {
    wrong_sign,        ///< weights whose whole interval lies against what was expected
    collinear,         ///< a variance inflation above ten
    unstable,          ///< counts, but kept in less than half of the half samples
    overfit,           ///< out of sample R2 well below that in sample
    little_told,       ///< out of sample R2 below a tenth
    pattern_left,      ///< residuals of neighbours look alike (Moran's I, p below 0.05)
    filled_in,         ///< more than a twentieth of the residents have a value that stands in
    one_year,          ///< one year stands for all waves
    contested,         ///< a contested indicator counts
    one_outcome,       ///< fitted to one thing only
    no_bootstrap,      ///< errors are of the fit itself: no replications
    nothing_held_out,  ///< no gemeente was kept apart
    group_off,         ///< a group's mean residual is more than half a residual deviation away
    few_clusters,      ///< fewer than thirty clusters: errors are rough
    one_cluster,       ///< one cluster alone moves a coefficient by its standard error or more
  };
  Kind kind = Kind::wrong_sign;
  std::vector<std::string> subjects = {};  ///< ids of indicators, outcomes or groups it is about
  std::vector<Figure> figures = {};        ///< one per subject, where there is something to say
};
std::string_view to_text(CardLimit::Kind kind);

/// A class of the scale.
struct CardClass {
  int number = 0;
  base::Words name = {};
  Figure from = {};  ///< absent for the lowest
  Figure to = {};    ///< absent for the highest
  bool has_mean = false;
};

/// Everything a model card shows. Points into the instrument and the fit it was made from, which
/// must outlive it.
struct ModelCard {
  const instrument::Instrument* instrument = nullptr;
  const instrument::Model* model = nullptr;
  std::vector<series::FileRecord> files = {};
  Figure reference = {};
  Figure spread = {};
  std::vector<std::string> held_out = {};  ///< names of the gemeenten kept apart
  Figure residents = {};                   ///< in the base wave
  Figure units = {};                       ///< with residents in the base wave
  Figure terms = {};                       ///< that count
  Figure expected = {};                    ///< of those: the definition expects a sign
  Figure as_expected = {};                 ///< and they have it
  Figure unclear = {};                     ///< they have not, but zero is within their interval
  Figure against = {};                     ///< they have not, and it is not
  series::Wave spread_wave = {};
  std::vector<CardDimension> dimensions = {};
  std::vector<CardLeftOut> left_out = {};
  std::vector<CardOutcome> outcomes = {};
  std::vector<ResidualMap> maps = {};
  std::vector<CardClass> classes = {};
  std::vector<CardLimit> limits = {};
};

/// The card of a fitted instrument. `project` tells names and outlines.
ModelCard model_card(const instrument::Instrument& instrument, const instrument::Fitted& fitted,
                     const series::Project& project);

}  // namespace wijkbeeld::answer
