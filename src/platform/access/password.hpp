#pragma once
// Passwords are kept as argon2id (RFC 9106; 19 MiB, two passes, as OWASP recommends) and computed at most two at a
// time, so that a flood of sign-ins cannot take the memory or the threads that everybody else needs.
#include <optional>
#include <string>
#include <string_view>

namespace lenkwerk::access {

// Only hash_password makes one: a plain password cannot be stored by mistake.
class HashedPassword {
public:
    std::string const& text() const { return text_; }

private:
    friend HashedPassword hash_password(std::string_view password);
    explicit HashedPassword(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

// Too many sign-ins at once: try again in a moment (503).
struct PasswordsBusy {};

// Both wait up to three seconds for a place, then throw PasswordsBusy. Never call them inside a transaction.
HashedPassword hash_password(std::string_view password);
// Without a stored hash the same work is done and the answer is no, so that time does not tell which accounts exist.
bool is_password(std::string_view password, std::optional<std::string> const& stored_hash);

}  // namespace lenkwerk::access
