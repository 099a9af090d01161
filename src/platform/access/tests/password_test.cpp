#include "platform/access/password.hpp"

#include <gtest/gtest.h>

namespace lenkwerk::access {
namespace {

TEST(Password, is_known_again_and_nothing_else_is) {
    auto const hash = hash_password("drei Amseln im Regen");
    EXPECT_TRUE(is_password("drei Amseln im Regen", hash.text()));
    EXPECT_FALSE(is_password("drei Amseln im Regen ", hash.text()));
    EXPECT_FALSE(is_password("", hash.text()));
}

TEST(Password, is_kept_as_argon2id_with_19_mib) {
    EXPECT_TRUE(hash_password("drei Amseln im Regen").text().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
}

TEST(Password, nobody_signs_in_without_a_password) { EXPECT_FALSE(is_password("nobody", std::nullopt)); }

}  // namespace
}  // namespace lenkwerk::access
