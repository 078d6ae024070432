// SPDX-License-Identifier: EUPL-1.2
#include "serve/response.hpp"

#include "base/sha256.hpp"
#include "codec/json.hpp"

namespace wijkbeeld::serve {

using base::Catalogue;
using base::Failure;
using base::Language;
using base::Message;

namespace {

// Below this a packed body saves less than the headers that announce it.
constexpr std::size_t kWorthPacking = 512;

std::string joined(const std::vector<Message>& messages, const Catalogue& catalogue,
                   Language language) {
  std::string text;
  for (const Message& one : messages)
    text += (text.empty() ? "" : "; ") + render(one, catalogue, language);
  return text;
}

void write_words(codec::JsonWriter& json, const Failure& failure, const Catalogue& catalogue,
                 Language language) {
  json.key("what").text(render(failure.message(), catalogue, language));
  json.key("why").text(joined(failure.reasons(), catalogue, language));
  json.key("help").text(joined(failure.advice(), catalogue, language));
}

Response error_reply(int status, std::string bytes) {
  Response response = json_reply(std::move(bytes));
  response.status = status;
  response.caching = Caching::no_store;
  return response;
}

}  // namespace

Body::Body(std::string bytes, Packing packing)
    : identity(std::move(bytes)), tag(base::sha256(identity).substr(0, 32)), packing_(packing) {}

bool Body::is_packable() const {
  return packing_ != Packing::none && identity.size() >= kWorthPacking;
}

const std::string& Body::gzip() const {
  return made(gzip_, codec::to_gzip);
}

const std::string& Body::brotli() const {
  return made(brotli_, codec::to_brotli);
}

const std::string& Body::made(Variant& variant, Pack pack) const {
  std::call_once(variant.once, [&] {
    if (!is_packable()) return;
    const auto effort = packing_ == Packing::best ? codec::Effort::best : codec::Effort::quick;
    std::string packed = pack(identity, effort);
    if (packed.size() < identity.size()) variant.bytes = std::move(packed);
  });
  return variant.bytes;
}

std::shared_ptr<const Body> make_body(std::string bytes, Packing packing) {
  return std::make_shared<const Body>(std::move(bytes), packing);
}

Response reply(std::string content_type, std::string bytes) {
  return reply(std::move(content_type), make_body(std::move(bytes), Packing::quick),
               Caching::revalidate);
}

Response json_reply(std::string bytes) {
  return reply("application/json", std::move(bytes));
}

Response reply(std::string content_type, std::shared_ptr<const Body> body, Caching caching) {
  Response response;
  response.content_type = std::move(content_type);
  response.body = std::move(body);
  response.caching = caching;
  return response;
}

Refusal::Refusal(int status, Failure failure, Headers headers)
    : status_(status), failure_(std::move(failure)), headers_(std::move(headers)) {}

Response json_error(const Failure& failure, int status, const Catalogue& catalogue,
                    Language language) {
  codec::JsonWriter json;
  json.begin_object().key("error").begin_object();
  write_words(json, failure, catalogue, language);
  json.key("status").integer(status).end_object().end_object();
  return error_reply(status, json.take());
}

Response json_error(const base::Failures& failures, int status, const Catalogue& catalogue,
                    Language language) {
  codec::JsonWriter json;
  const Failure summary(failures.summary());
  json.begin_object().key("error").begin_object();
  write_words(json, summary, catalogue, language);
  json.key("status").integer(status);
  json.key("all").begin_list();
  for (const Failure& one : failures.all()) {
    json.begin_object();
    write_words(json, one, catalogue, language);
    json.end_object();
  }
  json.end_list().end_object().end_object();
  return error_reply(status, json.take());
}

}  // namespace wijkbeeld::serve
