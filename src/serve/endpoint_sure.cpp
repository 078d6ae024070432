// SPDX-License-Identifier: EUPL-1.2
#include "serve/detail/endpoint.hpp"

namespace wijkbeeld::serve::detail {

namespace {

// 0 nothing is known, 1 the class is sure, 2 it is not.
char byte_of_surety(answer::Surety one) {
  switch (one) {
    case answer::Surety::sure:
      return 1;
    case answer::Surety::unsure:
      return 2;
    case answer::Surety::unknown:
      return 0;
  }
  return 0;
}

}  // namespace

Response endpoint_sure(Atlas& atlas, const Request&, const Captures& in) {
  const AskedView asked = asked_view(atlas, in);
  if (!asked.theme.has_sure)
    throw Refusal(
        404, base::Failure(base::say("how sure these classes are is not known"))
                 .because(base::say("the edition was published without the errors of its scores")));
  return reply("application/octet-stream",
               atlas.body("sure/" + asked.key,
                          [&] {
                            const auto view = asked.view();
                            std::string out;
                            for (const answer::Surety one : view->sure_of)
                              out.push_back(byte_of_surety(one));
                            return out;
                          }),
               Caching::revalidate);
}

}  // namespace wijkbeeld::serve::detail
