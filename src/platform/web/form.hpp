#pragma once
// One form on its way: what was typed, what is wrong with it, and the key under which it may be sent once.
#include "base/outcome.hpp"
#include "platform/web/http.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::web {

// The names of the hidden fields that every form carries.
inline constexpr std::string_view kCsrfField = "_form_token";
inline constexpr std::string_view kIdempotencyField = "_once";
inline constexpr std::string_view kVersionField = "version";  // of the thing when the form was shown: an old one is 409

class Form {
public:
    Form();                                            // not sent yet, under a new key
    Form(Fields const& sent, Problems problems = {});  // shown again, as it was sent, under its own key

    // What stands in a field before somebody types; once the form was sent, only what was sent counts (a box unticked
    // stays unticked).
    Form& preset(std::string name, std::string value);

    std::string value(std::string_view name) const;  // as typed; empty where there is none
    std::vector<std::string> values(std::string_view name) const;
    bool is_chosen(std::string_view name, std::string_view value) const;  // of checkboxes, radios, options
    bool was_sent() const { return sent_; }

    Problems const& problems() const { return problems_; }
    Problems problems_at(std::string_view field) const;
    Problems problems_of_all() const;  // those of no field
    std::string const& idempotency_key() const { return key_; }

private:
    Fields fields_;
    Fields presets_;
    Problems problems_;
    std::string key_;
    bool sent_ = false;
};

// The version of the thing when the form was shown; 0 where the form carries none, which fits no thing.
std::int64_t version_of(Fields const& sent);

// With which status a refused form is shown again: 409 where the thing was changed meanwhile, 422 otherwise.
int status_of(Problems const& problems);

}  // namespace lenkwerk::web
