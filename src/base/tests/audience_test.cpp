#include "base/audience.hpp"

#include <gtest/gtest.h>

namespace lenkwerk {
namespace {

TEST(Viewer, visitor_sees_only_what_is_public) {
    EXPECT_TRUE(Viewer::visitor().may_see(Audience::everyone()));
    for (auto const& hidden : {Audience::administration(), Audience::any_body(), Audience::body(3)})
        EXPECT_FALSE(Viewer::visitor().may_see(hidden)) << hidden.text();
}

TEST(Viewer, member_sees_the_own_body_and_everything_wider) {
    auto const member = Viewer::insider({3, 12});
    for (auto const& open :
         {Audience::everyone(), Audience::administration(), Audience::any_body(), Audience::body(12)})
        EXPECT_TRUE(member.may_see(open)) << open.text();
    EXPECT_FALSE(member.may_see(Audience::body(1)));
    EXPECT_FALSE(member.may_see(Audience::body(2)));
}

TEST(Viewer, department_sees_no_body) {
    auto const department = Viewer::insider({});
    EXPECT_TRUE(department.may_see(Audience::administration()));
    EXPECT_FALSE(department.may_see(Audience::any_body()));
}

TEST(Viewer, office_sees_everything) { EXPECT_TRUE(Viewer::everything().may_see(Audience::body(99))); }

TEST(Audience, reads_what_it_stores_and_nothing_else) {
    for (auto const& audience :
         {Audience::everyone(), Audience::administration(), Audience::any_body(), Audience::body(7)})
        EXPECT_EQ(Audience::stored(audience.text()), audience);
    for (auto const* text : {"", "*", "body:", "body:x", "everyone", "public administration"})
        EXPECT_THROW(Audience::stored(text), std::invalid_argument) << text;
}

}  // namespace
}  // namespace lenkwerk
