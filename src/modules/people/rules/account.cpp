#include "modules/people/rules/account.hpp"

#include "base/text.hpp"

namespace lenkwerk::people {
namespace {

constexpr std::size_t kLongestName = 120;
constexpr std::size_t kLongestEmail = 254;  // RFC 5321, 4.5.3.1.3 less the brackets
constexpr std::size_t kShortestPassword = 12;
constexpr std::size_t kLongestPassword = 200;

constexpr std::array kStates{AccountState::invited, AccountState::active, AccountState::disabled};

bool is_one_character(std::string_view text) { return text.find_first_not_of(text.front()) == std::string_view::npos; }

// A word of at least four letters from name or address stands in the password.
bool leans_on(std::string_view password, std::string_view known) {
    for (auto const& word : text::words(text::lower(known)))
        if (text::length(word) >= 4 && text::lower(password).find(word) != std::string::npos &&
            2 * text::length(word) >= text::length(password))
            return true;
    return false;
}

}  // namespace

std::string_view word(AccountState state) {
    switch (state) {
        case AccountState::invited: return "invited";
        case AccountState::active: return "active";
        case AccountState::disabled: return "disabled";
    }
    throw std::logic_error("unknown state of an account");
}

AccountState account_state_of(std::string_view text) {
    for (auto const state : kStates)
        if (word(state) == text) return state;
    throw std::invalid_argument("no state of an account: " + std::string(text));
}

bool is_email(std::string_view text) {
    auto const at = text.find('@');
    if (text.size() > kLongestEmail || at == 0 || at == std::string_view::npos || at != text.rfind('@')) return false;
    auto const domain = text.substr(at + 1);
    bool const dotted = domain.find('.') != std::string_view::npos && domain.front() != '.' && domain.back() != '.';
    return dotted && std::none_of(text.begin(), text.end(), [](unsigned char c) {
               return c <= ' ' || c == 127 || c == ',' || c == ';' || c == '<' || c == '>';
           });
}

std::string folded_email(std::string_view email) { return text::lower(text::trim(email)); }

Outcome<AccountDraft> check_account(AccountDraft draft) {
    draft.name = text::trim(draft.name);
    draft.email = folded_email(draft.email);
    Problems problems;
    if (draft.name.empty()) problems.push_back({"people.account.name_missing", "name"});
    if (text::length(draft.name) > kLongestName)
        problems.push_back({"people.account.name_too_long", "name", {{"most", std::int64_t{kLongestName}}}});
    if (!is_email(draft.email)) problems.push_back({"people.account.email_invalid", "email"});
    if (!problems.empty()) return problems;
    return draft;
}

Outcome<Done> check_password(std::string_view password, std::string_view name, std::string_view email) {
    auto const length = text::length(password);
    if (length < kShortestPassword)
        return refuse("people.password.too_short", "password", {{"least", std::int64_t{kShortestPassword}}});
    if (length > kLongestPassword)
        return refuse("people.password.too_long", "password", {{"most", std::int64_t{kLongestPassword}}});
    if (is_one_character(password) || leans_on(password, name) || leans_on(password, email))
        return refuse("people.password.guessable", "password");
    return Done{};
}

}  // namespace lenkwerk::people
