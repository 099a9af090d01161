#pragma once
// The visit behind every page: a request, its city, and who asks. Made by the dispatcher, for one request.
#include "platform/web/router.hpp"
#include "platform/web/visit.hpp"

namespace lenkwerk::web {

// Who asks, as far as the request proves it.
struct Caller {
    access::Actor actor = access::Actor::visitor();
    std::string display_name = {};
    std::string locale = {};  // that the account chose
    std::string secret = {};  // of the forms: the session's token, or that of the visitor's cookie; may be empty
    bool by_bearer = false;   // a program with a token of its own: no browser that could be tricked
};

class RequestVisit final : public Visit {
public:
    RequestVisit(City& city, storage::Reader const& reader, i18n::Locale const& locale, Request const& request,
                 Caller caller);

    Request const& request() const override { return request_; }
    City& city() override { return city_; }
    storage::Reader const& reader() override { return reader_; }
    access::Actor const& actor() const override { return caller_.actor; }
    Viewer const& viewer() const override { return viewer_; }
    i18n::Locale const& locale() const override { return locale_; }
    Instant now() const override { return now_; }
    std::string parameter(std::string_view name) const override;
    Fields const& form() override { return form_; }
    std::string const& csrf_token() override;
    std::string const& display_name() const override { return caller_.display_name; }

    void enter(Parameters parameters) { parameters_ = std::move(parameters); }
    void bring(Fields form) { form_ = std::move(form); }
    Caller const& caller() const { return caller_; }
    bool showed_form() const { return !csrf_token_.empty(); }
    // The cookie for the secret of a visitor's first form; nothing where there was one already, or no form.
    std::optional<std::string> new_cookie() const;

protected:
    storage::Database& database() override;
    Clock const& clock() const override;
    std::optional<std::string> earlier_address(storage::Transaction& tx) override;
    void keep_address(storage::Transaction& tx, std::string const& address) override;

private:
    std::string idempotency_key() const;  // empty where the form carries none

    City& city_;
    storage::Reader const& reader_;
    i18n::Locale const& locale_;
    Request const& request_;
    Caller caller_;
    Viewer viewer_;
    Instant now_;
    Parameters parameters_;
    Fields form_;
    std::string csrf_token_;
    bool made_secret_ = false;
};

}  // namespace lenkwerk::web
