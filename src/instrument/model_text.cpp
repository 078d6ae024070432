// SPDX-License-Identifier: EUPL-1.2
// A model as TOML, and back. Numbers are the shortest that read back the same.
#include <algorithm>
#include <array>
#include <map>

#include "base/number.hpp"
#include "codec/toml.hpp"
#include "instrument/model.hpp"

namespace wijkbeeld::instrument {
namespace {

using base::say;
using codec::TomlNode;

constexpr int kVersion = 1;

constexpr std::array<std::string_view, 8> kKinds = {"log",       "log1p", "root",      "cap",
                                                    "winsorise", "rank",  "piecewise", "dummies"};

// Lines of "key = value" under a heading.
class Writer {
 public:
  void heading(std::string_view text) { out_ += fmt::format("\n[[{}]]\n", text); }
  void number(std::string_view key, double value) {
    out_ += fmt::format("{} = {}\n", key, real(value));
  }
  void integer(std::string_view key, std::uint64_t value) {
    out_ += fmt::format("{} = {}\n", key, value);
  }
  void text(std::string_view key, std::string_view value) {
    out_ += fmt::format("{} = {}\n", key, quoted(value));
  }
  void numbers(std::string_view key, std::span<const double> values) {
    out_ += fmt::format("{} = [", key);
    for (std::size_t i = 0; i < values.size(); ++i)
      out_ += (i == 0 ? "" : ", ") + real(values[i]);
    out_ += "]\n";
  }
  void texts(std::string_view key, std::span<const std::string> values) {
    out_ += fmt::format("{} = [", key);
    for (std::size_t i = 0; i < values.size(); ++i)
      out_ += (i == 0 ? "" : ", ") + quoted(values[i]);
    out_ += "]\n";
  }
  void maybe(std::string_view key, const std::optional<double>& value) {
    if (value) number(key, *value);
  }
  std::string take() { return std::move(out_); }

 private:
  // TOML wants a point or an exponent in a real number.
  static std::string real(double value) {
    std::string text = base::to_text(value);
    if (text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
  }
  static std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
      if (c == '"' || c == '\\') out += '\\';
      if (static_cast<unsigned char>(c) < 0x20)
        out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
      else
        out += c;
    }
    return out + "\"";
  }
  std::string out_;
};

void write_standard(const Standard& standard, Writer& out) {
  for (std::size_t i = 0; i < standard.transforms.size(); ++i)
    for (const FrozenTransform& step : standard.transforms[i]) {
      out.heading("step");
      out.integer("indicator", i);
      out.text("kind", kKinds[static_cast<std::size_t>(step.kind)]);
      out.number("low", step.low);
      out.number("high", step.high);
      out.numbers("numbers", step.numbers);
    }
}

void write_terms(const Model& model, Writer& out) {
  for (std::size_t t = 0; t < model.standard.terms.size(); ++t) {
    const Term& term = model.standard.terms[t];
    out.heading("term");
    out.text("id", term.id);
    out.integer("indicator", term.indicator);
    out.integer("part", term.part);
    out.number("centre", term.centre);
    out.number("scale", term.scale);
    out.number("weight", model.weights[t]);
    out.number("error", model.errors[t]);
    out.maybe("variance_inflation", model.checks[t].variance_inflation);
    out.number("selected", model.checks[t].selected);
  }
}

void write_outcome(const OutcomeFit& fit, Writer& out) {
  out.heading("outcome");
  out.text("id", fit.id);
  out.integer("rows", fit.rows);
  out.integer("clusters", fit.clusters);
  out.integer("strata", fit.strata);
  out.integer("dropped", fit.dropped);
  out.number("share", fit.share);
  out.number("intercept", fit.intercept);
  out.numbers("coefficients", fit.coefficients);
  out.numbers("errors", fit.errors);
  out.texts("controls", fit.controls);
  out.numbers("control_coefficients", fit.control_coefficients);
  out.numbers("control_errors", fit.control_errors);
  out.numbers("cutpoints", fit.cutpoints);
  out.number("r_squared", fit.r_squared);
  out.number("residual_deviation", fit.residual_deviation);
  out.maybe("penalty", fit.penalty);
  out.number("spread", fit.spread);
  out.maybe("moran", fit.moran);
  out.maybe("moran_p", fit.moran_p);
  for (const OutOfSample& check : fit.checks) {
    out.heading("outcome.check");
    out.text("what", check.what);
    out.integer("rows", check.rows);
    out.maybe("r_squared", check.r_squared);
    out.number("root_mean_square", check.root_mean_square);
  }
}

std::optional<double> maybe(const TomlNode& node) {
  return node.exists() ? std::optional(node.real()) : std::nullopt;
}

std::size_t whole(const TomlNode& node) {
  return static_cast<std::size_t>(std::max<std::int64_t>(0, node.integer()));
}

FrozenTransform read_step(const TomlNode& node) {
  const std::string kind = node["kind"].text();
  const auto at = std::find(kKinds.begin(), kKinds.end(), kind);
  if (at == kKinds.end()) node["kind"].mistake(say("'{}' is not a transformation", kind));
  const auto number = at == kKinds.end() ? 0 : at - kKinds.begin();
  return {static_cast<Transform::Kind>(number), node["low"].real(), node["high"].real(),
          node["numbers"].reals()};
}

void read_term(const TomlNode& node, Model& model) {
  model.standard.terms.push_back({node["id"].text(), whole(node["indicator"]), whole(node["part"]),
                                  node["centre"].real(), node["scale"].real()});
  model.weights.push_back(node["weight"].real());
  model.errors.push_back(node["error"].real());
  model.checks.push_back({maybe(node["variance_inflation"]), node["selected"].real()});
}

OutcomeFit read_outcome_fit(const TomlNode& node) {
  OutcomeFit out;
  out.id = node["id"].text();
  out.rows = whole(node["rows"]);
  out.clusters = whole(node["clusters"]);
  out.strata = whole(node["strata"]);
  out.dropped = whole(node["dropped"]);
  out.share = node["share"].real();
  out.intercept = node["intercept"].real();
  out.coefficients = node["coefficients"].reals();
  out.errors = node["errors"].reals();
  out.controls = node["controls"].texts();
  out.control_coefficients = node["control_coefficients"].reals();
  out.control_errors = node["control_errors"].reals();
  out.cutpoints = node["cutpoints"].reals();
  out.r_squared = node["r_squared"].real();
  out.residual_deviation = node["residual_deviation"].real();
  out.penalty = maybe(node["penalty"]);
  out.spread = node["spread"].real();
  out.moran = maybe(node["moran"]);
  out.moran_p = maybe(node["moran_p"]);
  for (const TomlNode& item : node["check"].items())
    out.checks.push_back({item["what"].text(), whole(item["rows"]), maybe(item["r_squared"]),
                          item["root_mean_square"].real()});
  return out;
}

// What the rest relies on: lists as long as there are terms, indicators that exist.
void check_sizes(const TomlNode& root, const Model& model) {
  const std::size_t terms = model.standard.terms.size();
  const auto fits = [&](const std::vector<double>& list) { return list.size() == terms; };
  bool is_sound = model.covariance.rows() == terms;
  for (const OutcomeFit& fit : model.outcomes)
    is_sound = is_sound && fits(fit.coefficients) && fits(fit.errors);
  for (const Term& term : model.standard.terms)
    is_sound = is_sound && term.indicator < model.standard.transforms.size() && term.scale > 0;
  if (!is_sound) root.mistake(say("the lists of the model have different lengths"));
}

void read_covariance(const TomlNode& root, Model& model) {
  model.replications = whole(root["replications"]);
  const std::vector<double> numbers = root["covariance"].reals();
  const std::size_t terms = model.standard.terms.size();
  if (numbers.size() != terms * terms) return;  // check_sizes tells
  model.covariance = stats::Matrix(terms, terms);
  std::copy(numbers.begin(), numbers.end(), model.covariance.numbers().begin());
}

void read_steps(const TomlNode& root, std::size_t indicators, Model& model) {
  model.standard.transforms.resize(std::min<std::size_t>(indicators, 100000));
  for (const TomlNode& item : root["step"].items()) {
    const std::size_t at = whole(item["indicator"]);
    if (at < model.standard.transforms.size())
      model.standard.transforms[at].push_back(read_step(item));
    else
      item.mistake(say("there is no indicator {}", at));
  }
}

}  // namespace

bool Model::is_used(std::size_t term) const {
  return weights[term] != 0 || errors[term] != 0;
}

std::string to_text(const Model& model) {
  Writer out;
  out.integer("version", kVersion);
  out.text("instrument", model.instrument);
  out.text("definition_sha256", model.definition_sha256);
  out.text("data_sha256", model.data_sha256);
  out.integer("indicators", model.standard.transforms.size());
  out.number("reference", model.reference);
  out.number("spread", model.spread);
  out.number("confidence", model.confidence);
  out.text("seed", fmt::format("{}", model.seed));
  out.integer("replications", model.replications);
  out.numbers("covariance", model.covariance.numbers());
  write_standard(model.standard, out);
  write_terms(model, out);
  for (const OutcomeFit& fit : model.outcomes)
    write_outcome(fit, out);
  return out.take();
}

Model parse_model(std::string_view text, const std::string& name) {
  codec::TomlDocument document(text, name);
  const TomlNode root = document.root();
  if (root["version"].integer() > kVersion)
    throw base::Failure(say("the model '{}' was made by a newer version of wijkbeeld", name))
        .help(say("update wijkbeeld, or fit the model again"));
  Model model;
  model.instrument = root["instrument"].text();
  model.definition_sha256 = root["definition_sha256"].text();
  model.data_sha256 = root["data_sha256"].text();
  model.reference = root["reference"].real();
  model.spread = root["spread"].real();
  model.confidence = root["confidence"].real();
  model.seed = std::strtoull(root["seed"].text().c_str(), nullptr, 10);
  read_steps(root, whole(root["indicators"]), model);
  for (const TomlNode& item : root["term"].items())
    read_term(item, model);
  for (const TomlNode& item : root["outcome"].items())
    model.outcomes.push_back(read_outcome_fit(item));
  read_covariance(root, model);
  check_sizes(root, model);
  document.finish(say("'{}' is not a model that can be used", name));
  return model;
}

}  // namespace wijkbeeld::instrument
