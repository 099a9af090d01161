#include "platform/access/password.hpp"

#include <sodium.h>

#include <array>
#include <new>
#include <semaphore>
#include <stdexcept>

namespace lenkwerk::access {
namespace {

constexpr unsigned long long kPasses = 2;
constexpr std::size_t kMemory = std::size_t{19} * 1024 * 1024;
constexpr std::chrono::seconds kPatience{3};

class Place {
public:
    Place() {
        if (!places().try_acquire_for(kPatience)) throw PasswordsBusy{};
    }
    ~Place() { places().release(); }
    Place(Place const&) = delete;
    Place& operator=(Place const&) = delete;

private:
    static std::counting_semaphore<2>& places() {
        static std::counting_semaphore<2> two{2};
        return two;
    }
};

void start_sodium() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
}

std::string computed(std::string_view password) {
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), kPasses, kMemory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    return hash.data();
}

std::string const& hash_of_nobody() {
    static std::string const hash = computed("nobody");
    return hash;
}

}  // namespace

HashedPassword hash_password(std::string_view password) {
    start_sodium();
    Place const place;
    return HashedPassword{computed(password)};
}

bool is_password(std::string_view password, std::optional<std::string> const& stored_hash) {
    start_sodium();
    Place const place;
    auto const& hash = stored_hash ? *stored_hash : hash_of_nobody();
    bool const matches = crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
    return matches && stored_hash;
}

}  // namespace lenkwerk::access
