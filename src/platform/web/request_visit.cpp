#include "platform/web/request_visit.hpp"

#include "platform/city.hpp"
#include "platform/storage/idempotency.hpp"
#include "platform/web/cookies.hpp"
#include "platform/web/csrf.hpp"
#include "platform/web/encoding.hpp"
#include "platform/web/form.hpp"
#include "platform/web/secrets.hpp"
#include "platform/web/session.hpp"

#include <algorithm>

namespace lenkwerk::web {

RequestVisit::RequestVisit(City& city, storage::Reader const& reader, i18n::Locale const& locale,
                           Request const& request, Caller caller)
    : city_(city),
      reader_(reader),
      locale_(locale),
      request_(request),
      caller_(std::move(caller)),
      viewer_(caller_.actor.viewer()),
      now_(city.clock().now()) {}

std::string RequestVisit::parameter(std::string_view name) const {
    auto const found = std::ranges::find(parameters_, name, [](auto const& parameter) { return parameter.first; });
    if (found == parameters_.end()) throw std::logic_error("the route has no parameter " + std::string(name));
    return found->second;
}

std::string const& RequestVisit::csrf_token() {
    if (caller_.secret.empty()) {
        caller_.secret = new_token();
        made_secret_ = true;
    }
    if (csrf_token_.empty()) csrf_token_ = web::csrf_token(caller_.secret);
    return csrf_token_;
}

std::optional<std::string> RequestVisit::new_cookie() const {
    if (!made_secret_) return std::nullopt;
    return set_cookie(Cookie::form, caller_.secret, request_.over_tls);
}

storage::Database& RequestVisit::database() { return city_.database(); }

Clock const& RequestVisit::clock() const { return city_.clock(); }

// Bound to the address and to whom the form was shown, so that nobody can ask for another's answer.
std::string RequestVisit::idempotency_key() const {
    auto key = form_.raw(kIdempotencyField);
    if (key.empty()) key = request_.header("idempotency-key");
    if (key.empty()) return {};
    return hex(keyed_hash("lenkwerk once", request_.path + '\n' + caller_.secret + '\n' + key));
}

std::optional<std::string> RequestVisit::earlier_address(storage::Transaction& tx) {
    auto const key = idempotency_key();
    return key.empty() ? std::nullopt : storage::earlier_answer(tx, key);
}

// A command that found nothing to do may simply find that again.
void RequestVisit::keep_address(storage::Transaction& tx, std::string const& address) {
    auto const key = idempotency_key();
    if (!key.empty() && tx.recorded()) storage::keep_answer(tx, key, address);
}

}  // namespace lenkwerk::web
