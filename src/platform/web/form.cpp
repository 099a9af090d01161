#include "platform/web/form.hpp"

#include <charconv>

#include "platform/web/encoding.hpp"
#include "platform/web/secrets.hpp"

#include <algorithm>
#include <iterator>

namespace lenkwerk::web {
namespace {

constexpr std::size_t kKeyBytes = 16;

std::string new_key() { return base64url(random_bytes(kKeyBytes)); }

}  // namespace

Form::Form() : key_(new_key()) {}

Form::Form(Fields const& sent, Problems problems)
    : fields_(sent), problems_(std::move(problems)), key_(sent.raw(kIdempotencyField)), sent_(true) {
    if (key_.empty()) key_ = new_key();
}

Form& Form::preset(std::string name, std::string value) {
    presets_.add(std::move(name), std::move(value));
    return *this;
}

std::string Form::value(std::string_view name) const { return sent_ ? fields_.raw(name) : presets_.raw(name); }

std::vector<std::string> Form::values(std::string_view name) const {
    return sent_ ? fields_.all(name) : presets_.all(name);
}

bool Form::is_chosen(std::string_view name, std::string_view value) const {
    return std::ranges::count(values(name), value) > 0;
}

Problems Form::problems_at(std::string_view field) const {
    Problems found;
    std::ranges::copy_if(problems_, std::back_inserter(found),
                         [&](auto const& problem) { return problem.field == field; });
    return found;
}

Problems Form::problems_of_all() const { return problems_at(""); }

std::int64_t version_of(Fields const& sent) {
    auto const typed = sent.text(kVersionField);
    std::int64_t version = 0;
    auto const read = std::from_chars(typed.data(), typed.data() + typed.size(), version);
    return read.ec == std::errc{} && read.ptr == typed.data() + typed.size() ? version : 0;
}

int status_of(Problems const& problems) {
    auto const is_old = [](Problem const& problem) { return problem.key == "form.changed_meanwhile"; };
    return std::any_of(problems.begin(), problems.end(), is_old) ? 409 : 422;
}

}  // namespace lenkwerk::web
